using System.Globalization;
using BannedVendorAnalyzer.Diagnostics;

namespace BannedVendorAnalyzer.Cli.Contents;

/// <summary>A problem of what lies inside a file is reported at that file, which is what somebody can open; names inside it are anybody's and no paths.</summary>
internal static class HeldProblem
{
    /// <summary>Between a file and what lies inside it; an archive of a package is written as the folder that it would be unpacked to.</summary>
    private static readonly string[] Separators = ["!/", "/"];

    /// <param name="holder">Full path of the file on disk.</param>
    public static FileProblem At(string holder, FileProblem problem)
    {
        var separator = Separators.FirstOrDefault(separator => problem.File.StartsWith(holder + separator, StringComparison.Ordinal));
        if (separator is null) return problem;
        var line = problem.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"({problem.Line},{problem.Column})") : "";
        return FileProblem.Of(holder, $"'{problem.File[(holder.Length + separator.Length)..]}'{line}: {problem.Message}");
    }
}
