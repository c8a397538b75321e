using System.Text.RegularExpressions;

namespace BannedVendorAnalyzer.Rules.Verification;

/// <summary>The forms in which rules say where something was read. Whether it stands there, only a reviewer sees.</summary>
internal static class SourceForm
{
    public const string Known = "an address of the web, owner/repo@commit:path (a commit of 7 to 40 hexadecimal digits), 'gallery page: PackageId' or tests/corpus/<file>";

    private static readonly Regex Form = new(
        @"^([A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+@[0-9a-f]{7,40}:\S.*|gallery page: [A-Za-z0-9_.-]+|tests/corpus/[A-Za-z-]+\.(tsv|md))$",
        RegexOptions.CultureInvariant);

    public static bool IsSource(string text) => RuleJson.IsAddress(text) || Form.IsMatch(text);
}
