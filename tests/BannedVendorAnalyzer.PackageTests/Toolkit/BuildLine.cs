using System.Globalization;
using System.Text.RegularExpressions;

namespace BannedVendorAnalyzer.PackageTests.Toolkit;

/// <summary>One of our diagnostics as MSBuild prints it.</summary>
/// <param name="File">Relative to the scenario's folder, with <c>/</c>.</param>
/// <param name="Project">File name of the project it was printed for.</param>
/// <param name="Framework">Empty where the project has one framework.</param>
public sealed partial record BuildLine(string File, int Line, int Column, string Severity, string Code, string Message, string Project, string Framework)
{
    public static IReadOnlyList<BuildLine> Of(CommandResult result, string folder) =>
        [.. result.Lines.Select(line => Form().Match(line)).Where(match => match.Success).Select(match => Of(match, folder))];

    /// <summary>MSBuild prints a line again for each project that asked for the failed one; what counts is which there are.</summary>
    public static string[] Sorted(IEnumerable<BuildLine> lines) => [.. lines.Select(line => line.ToString()).Distinct().Order(StringComparer.Ordinal)];

    public static string[] Sorted(CommandResult result, string folder) => Sorted(Of(result, folder));

    /// <summary>What a test compares: where, what, and for which framework.</summary>
    public override string ToString() =>
        $"{Code} {Severity} {File}{(Line > 0 ? $"({Line},{Column})" : "")} {Project}{(Framework.Length > 0 ? $" {Framework}" : "")}";

    private static BuildLine Of(Match match, string folder)
    {
        int Number(string name) => match.Groups[name].Success ? int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture) : 0;
        var file = match.Groups["file"].Value;

        // MSBuild leaves the project out where the line stands in the project file itself.
        var project = match.Groups["project"].Success ? match.Groups["project"].Value : file;
        return new BuildLine(
            Path.GetRelativePath(folder, file).Replace('\\', '/'),
            Number("line"),
            Number("column"),
            match.Groups["severity"].Value,
            match.Groups["code"].Value,
            match.Groups["message"].Value,
            Path.GetFileName(project),
            match.Groups["framework"].Value);
    }

    [GeneratedRegex(@"^(?<file>.+?)(\((?<line>\d+),(?<column>\d+)\))? ?: (?<severity>error|warning) (?<code>BVA\d{4}): (?<message>.*?)( \[((?<project>[^\[\]]+proj)(::)?)?(TargetFramework=(?<framework>[^\]]+))?\])?$")]
    private static partial Regex Form();
}
