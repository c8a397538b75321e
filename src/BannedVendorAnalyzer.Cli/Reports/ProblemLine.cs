using System.Globalization;
using BannedVendorAnalyzer.Diagnostics;

namespace BannedVendorAnalyzer.Cli.Reports;

/// <summary>A problem of a rules file on one line, in the form that editors and build logs know.</summary>
internal static class ProblemLine
{
    public static string Of(FileProblem problem)
    {
        var place = problem.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"({problem.Line},{problem.Column})") : "";
        return PrintableText.Of($"{problem.File}{place}: error {DiagnosticCatalog.InvalidRules.Id}: {problem.Message}. {DiagnosticCatalog.InvalidRules.More}");
    }
}
