using BannedVendorAnalyzer.Inspection.Projects;

namespace BannedVendorAnalyzer.Cli.Feeds;

/// <summary>A package that is in no project yet, with everything that it would bring in.</summary>
/// <param name="Asked">As the user wrote it.</param>
/// <param name="Framework">For which it was looked at; empty where that could not be said.</param>
/// <param name="Version">The one that was looked at; null where there is none.</param>
/// <param name="Sources">Names of the sources that sent something, sorted.</param>
/// <param name="Suggested">Null where nobody asked for any, or nothing is to be avoided.</param>
internal sealed record ProposedPackage(string Asked, string Framework, string? Version, IReadOnlyList<string> Sources, ProjectResult Result, SuggestedVersions? Suggested);

/// <summary>The nearest versions of an asked package that bring in nothing of the vendors that it brings in; null where there is none among those tried.</summary>
internal sealed record SuggestedVersions(string? Older, string? Newer)
{
    public IEnumerable<string> All => new[] { Newer, Older }.OfType<string>();
}
