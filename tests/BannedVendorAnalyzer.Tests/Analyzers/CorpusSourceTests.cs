using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Rules;
using BannedVendorAnalyzer.Rules.Verification;
using BannedVendorAnalyzer.Tests.Findings;
using BannedVendorAnalyzer.Tests.Rules;
using Microsoft.CodeAnalysis;

namespace BannedVendorAnalyzer.Tests.Analyzers;

/// <summary>Every module name of the corpus, written as each of the three declarations.</summary>
public sealed class CorpusSourceTests
{
    private static readonly IReadOnlyList<CorpusRow> Rows = Corpus.Read("native-modules.tsv");

    private static readonly IReadOnlyList<(string Name, SourceTest Test, Func<IEnumerable<string>, string> Source)> Forms =
    [
        ("DllImport", SourceTest.CSharp, modules => CSharp(modules.Select((module, index) => $"[DllImport(@\"{module}\")] private static extern int F{index}();"))),
        ("LibraryImport", SourceTest.CSharp, modules => CSharp(modules.Select((module, index) => $"[LibraryImport(@\"{module}\")] private static partial int F{index}(); private static partial int F{index}() => 0;"))),
        ("Declare", SourceTest.VisualBasic, modules => $"Public Module Native\n{string.Join("\n", modules.Select((module, index) => $"Private Declare Function F{index} Lib \"{module}\" () As Integer"))}\nEnd Module"),
    ];

    public static TheoryData<string, string> Positive => [.. Rows.Where(row => row["match"] == "yes").Select(row => (row["vendor"], row["module_as_written"])).Distinct()];

    [Theory]
    [MemberData(nameof(Positive))]
    public async Task ModuleOfAVendor_IsReportedOnceAsItsAudienceDecides(string vendor, string module)
    {
        var (audience, verdict) = Deciding(vendor, module);
        foreach (var form in Forms)
        {
            var found = await form.Test.For(audience).Diagnose(form.Source([module]));
            if (verdict == Verdict.Clear)
            {
                Assert.Empty(found);
                continue;
            }

            var diagnostic = Assert.Single(found);
            Assert.Equal(verdict == Verdict.Prohibited ? "BVA2001" : "BVA1004", diagnostic.Id);
            Assert.Contains($" of {EmbeddedRulesTests.Rules.Vendors.Single(known => known.Id == vendor).Name} is ", SourceTest.Message(diagnostic), StringComparison.Ordinal);
            Assert.Contains($"(import of '{module}' in ", SourceTest.Message(diagnostic), StringComparison.Ordinal);
        }
    }

    [Fact]
    public Task OtherModules_AreNeverReported() => ForEveryAudience("no", diagnostic => Assert.Fail(diagnostic.ToString()));

    [Fact]
    public Task AmbiguousModules_AreAtMostQuestions() => ForEveryAudience("ambiguous", diagnostic => Assert.NotEqual(DiagnosticSeverity.Error, diagnostic.Severity));

    private static async Task ForEveryAudience(string match, Action<Diagnostic> check)
    {
        var modules = Rows.Where(row => row["match"] == match).Select(row => row["module_as_written"]).Distinct().ToList();
        Assert.True(modules.Count >= 5, $"Only {modules.Count} rows were read.");
        foreach (var audience in Audiences())
            foreach (var form in Forms)
                foreach (var diagnostic in await form.Test.For(audience).Diagnose(form.Source(modules))) check(diagnostic);
    }

    /// <summary>The first audience for which the vendor's listing prohibits the import, else one for which it is a question, else any.</summary>
    private static (string Audience, Verdict Verdict) Deciding(string vendor, string module)
    {
        EvidenceItem[] import = [new(EvidenceKind.NativeImport, module, "Cameras.cs")];
        var judgements = Audiences().Select(audience => (Audience: audience, Judgement: Judging.Judge(EmbeddedRulesTests.Rules, import, Judging.Today, audience))).ToList();
        Assert.All(judgements, one => Assert.Equal(vendor, one.Judgement.Vendor.Id));
        return judgements.Select(one => (one.Audience, one.Judgement.Verdict)).OrderByDescending(one => one.Verdict).First();
    }

    private static IEnumerable<string> Audiences() => EmbeddedRulesTests.Rules.Audiences.Select(audience => audience.Id).Where(EmbeddedRulesTests.Rules.Binds).Order(StringComparer.Ordinal);

    private static string CSharp(IEnumerable<string> declarations) =>
        $"using System.Runtime.InteropServices;\ninternal static partial class Native\n{{\n{string.Join("\n", declarations)}\n}}";
}
