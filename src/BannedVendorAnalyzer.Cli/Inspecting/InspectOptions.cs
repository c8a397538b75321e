using BannedVendorAnalyzer.Cli.Targets;

namespace BannedVendorAnalyzer.Cli.Inspecting;

/// <param name="All">Whether files are shown of which nothing meets an indicator.</param>
public sealed record InspectOptions(string Path, bool All, ReportFormat Format);

/// <summary>All that was seen.</summary>
/// <param name="Target">What was named.</param>
/// <param name="Package">What the package says of itself; null for what is none.</param>
/// <param name="Files">Those that are shown, by path.</param>
/// <param name="Count">Files that were there, those in archives included.</param>
/// <param name="Binaries">How many of them are images.</param>
/// <param name="Archives">How many of them are zip archives.</param>
/// <param name="Hidden">Binaries and archives that are not shown.</param>
/// <param name="Problems">What could not be looked at, and where.</param>
internal sealed record Inspected(
    ContentTarget Target,
    InspectedPackage? Package,
    IReadOnlyList<InspectedFile> Files,
    int Count,
    int Binaries,
    int Archives,
    int Hidden,
    IReadOnlyList<Diagnostics.FileProblem> Problems);

/// <param name="Version">Empty where the nuspec does not say it.</param>
internal sealed record InspectedPackage(string Id, string Version, IReadOnlyList<Fact> Facts);
