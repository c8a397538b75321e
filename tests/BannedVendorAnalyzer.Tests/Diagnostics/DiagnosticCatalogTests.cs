using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Rules;
using BannedVendorAnalyzer.Tests.Rules;

namespace BannedVendorAnalyzer.Tests.Diagnostics;

public sealed class DiagnosticCatalogTests
{
    private static readonly string Pages = Path.Combine(Repository.Root, "docs", "diagnostics");

    [Fact]
    public void Codes_AreThese() => Assert.Equal(
        [
            "BVA0001 error: Something could not be checked",
            "BVA0002 error: A policy, a rules file or an option is invalid",
            "BVA0003 error: A waiver does not count, or will soon end",
            "BVA0004 warning: A waiver matches nothing",
            "BVA0005 error: What was waived has changed",
            "BVA0006 warning: The rules are older than the policy allows",
            "BVA0007 warning: The gate is off or loosened here",
            "BVA0099 error: Internal error",
            "BVA1001 error: A referenced package is a prohibited vendor's",
            "BVA1002 error: A transitive package is a prohibited vendor's",
            "BVA1003 error: A package contains a prohibited vendor's component",
            "BVA1004 warning: Somebody has to decide about a component",
            "BVA1005 error: A referenced file or loose library is a prohibited vendor's",
            "BVA1006 error: What the build runs is a prohibited vendor's",
            "BVA1007 error: The project's own output imports a prohibited library",
            "BVA2001 error: Source imports a prohibited vendor's library",
            "BVA2002 error: Source loads a prohibited vendor's library",
            "BVA2003 warning: Source names a vendor's service or COM class",
            "BVA2004 info: The target of a native load is not known",
        ],
        DiagnosticCatalog.All.Select(code => $"{code.Id} {Word(code.Severity)}: {code.Title}"));

    [Fact]
    public void Codes_AreUniqueAndSorted() => Assert.Equal(DiagnosticCatalog.All.Select(code => code.Id).Distinct().Order(StringComparer.Ordinal), DiagnosticCatalog.All.Select(code => code.Id));

    [Fact]
    public void EveryField_IsListed()
    {
        var fields = typeof(DiagnosticCatalog).GetFields().Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>();

        Assert.Equal(DiagnosticCatalog.All.OrderBy(code => code.Id, StringComparer.Ordinal), fields.OrderBy(code => code.Id, StringComparer.Ordinal));
    }

    [Fact]
    public void Pages_AreThoseOfTheCodes() => Assert.Equal(
        DiagnosticCatalog.All.Select(code => $"{code.Id}.md"),
        Directory.EnumerateFiles(Pages).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));

    [Fact]
    public void Pages_HaveTheTitleAndSeverityOfTheirCode()
    {
        var wrong = DiagnosticCatalog.All.Where(code =>
        {
            var lines = File.ReadAllLines(Path.Combine(Pages, $"{code.Id}.md"));
            return lines[0] != $"# {code.Id}: {code.Title}" || !lines.Contains($"Severity: {Word(code.Severity)}");
        });

        EmbeddedRulesTests.AssertNone(wrong.Select(code => code.Id), "Begin these pages with '# <code>: <title>' and give them a line 'Severity: error', 'warning' or 'info', as in the catalogue.");
    }

    private static string Word(Severity severity) => RuleNames.Of(severity);
}
