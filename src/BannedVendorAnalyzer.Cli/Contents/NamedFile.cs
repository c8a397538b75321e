using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection.Contents;

namespace BannedVendorAnalyzer.Cli.Contents;

/// <summary>A file that somebody names alone: silence about it would read as clear.</summary>
internal static class NamedFile
{
    /// <param name="path">Full path.</param>
    public static ContentInspection Inspect(string path, ContentRelevance wanted, Action<SeenFile>? saw = null)
    {
        var isSeen = false;
        var inspection = ContentInspector.Inspect(FileContents.Of(path), wanted, file =>
        {
            isSeen = true;
            saw?.Invoke(file);
        });
        return isSeen || inspection.Problems.Count > 0
            ? inspection
            : inspection with { Problems = [FileProblem.Of(path, "the file begins like no binary or archive that is known here, so only its name was looked at")] };
    }
}
