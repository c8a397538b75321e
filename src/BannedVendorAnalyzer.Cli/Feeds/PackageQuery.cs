using NuGet.Versioning;

namespace BannedVendorAnalyzer.Cli.Feeds;

/// <summary>A package that somebody asks about.</summary>
/// <param name="Range">Null where any version will do.</param>
internal sealed record PackageQuery(string AsWritten, string Id, VersionRange? Range)
{
    /// <summary><c>ID</c>, <c>ID@VERSION</c> or <c>ID@RANGE</c>; what stands behind <c>@</c> means what it means in a <c>PackageReference</c>.</summary>
    public static (PackageQuery? Query, string? Problem) Parse(string text)
    {
        var at = text.IndexOf('@');
        var id = at < 0 ? text : text[..at];
        if (!ArchiveReading.IsId(id)) return (null, $"--package: '{id}' is no package id");
        if (at < 0) return (new PackageQuery(text, id, null), null);
        return VersionRange.TryParse(text[(at + 1)..], allowFloating: true, out var range)
            ? (new PackageQuery(text, id, range), null)
            : (null, $"--package: '{text[(at + 1)..]}' is neither a version nor a range of versions");
    }

    /// <returns>Of the versions that there are the one to look at; without a range the newest, a stable one before all others. Null where none fits.</returns>
    public NuGetVersion? Choose(KnownVersions versions) => Range is null
        ? versions.All.Keys.Where(version => !version.IsPrerelease).Max() ?? versions.All.Keys.Max()
        : versions.Best(Range);
}
