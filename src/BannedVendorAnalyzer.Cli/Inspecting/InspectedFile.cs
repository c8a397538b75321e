using BannedVendorAnalyzer.Inspection.Contents;

namespace BannedVendorAnalyzer.Cli.Inspecting;

/// <summary>One file, or one inside another, and all that was seen of it.</summary>
/// <param name="File">Relative to what is inspected, with <c>!/</c> before what lies inside another file.</param>
/// <param name="Seen">Null for what is neither a binary nor an archive and is shown by its name alone.</param>
/// <param name="Damage">What could not be read of it.</param>
internal sealed record InspectedFile(string File, SeenFile? Seen, IReadOnlyList<Fact> Facts, IReadOnlyList<string> Damage)
{
    /// <summary>Whether it is shown among many.</summary>
    public bool IsNotable => Damage.Count > 0 || Facts.Any(fact => fact.Matches.Count > 0);
}
