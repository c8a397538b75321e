using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Inspection;
using BannedVendorAnalyzer.Inspection.Loose;
using BannedVendorAnalyzer.Inspection.Projects;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Tests.Findings;
using BannedVendorAnalyzer.Tests.Policy;
using BannedVendorAnalyzer.Tests.Rules;

namespace BannedVendorAnalyzer.Tests.Projects;

/// <summary>What a project compiled goes by the policy as well: its own output imports a library of <c>acme</c>.</summary>
public sealed class OutputUnderPolicyTests
{
    [Theory]
    [InlineData("{}", Severity.Error)]
    [InlineData("{ \"mode\": \"report\", \"reportUntil\": \"2026-12-31\" }", Severity.Warning)]
    [InlineData("{ \"mode\": \"report\", \"reportUntil\": \"2026-11-19\" }", Severity.Error)]
    public void Prohibited_CountsAsThePolicySays(string json, Severity severity)
    {
        var finding = Assert.Single(Check(json).Findings);

        Assert.Equal((DiagnosticCatalog.OwnOutput, severity), (finding.Descriptor, finding.Severity));
    }

    [Fact]
    public void WaivedImport_IsAMessageThatSaysWhoAndUntilWhen()
    {
        var (findings, notices) = Check(PolicySample.Waivers(PolicySample.ImportWaiver()));

        var finding = Assert.Single(findings);
        Assert.Equal((DiagnosticCatalog.OwnOutput, Severity.Info), (finding.Descriptor, finding.Severity));
        Assert.Contains("Waived until 2026-12-31 by Compliance office under ban", finding.Text.OnOneLine(finding.Descriptor), StringComparison.Ordinal);
        Assert.Empty(notices);
    }

    [Theory]
    [InlineData("until:\"2026-11-19\"", "BVA0003", Severity.Error)]
    [InlineData("import:\"libacmescan.so\"", "BVA0005", Severity.Error)]
    public void WaiverThatDoesNotHold_IsToldBesideTheFinding(string change, string code, Severity severity)
    {
        var (findings, notices) = Check(PolicySample.Waivers(PolicySample.ImportWaiver(change)));

        Assert.Equal(Severity.Error, Assert.Single(findings).Severity);
        var notice = Assert.Single(notices);
        Assert.Equal((code, severity), (notice.Descriptor.Id, notice.Severity));
    }

    [Theory]
    [InlineData("project:\"Other/Other.csproj\"")]
    [InlineData("import:\"acmeother\"")]
    public void WaiverForSomethingElse_IsNone(string change)
    {
        var (findings, notices) = Check(PolicySample.Waivers(PolicySample.ImportWaiver(change)));

        Assert.Equal(Severity.Error, Assert.Single(findings).Severity);
        Assert.Empty(notices);
    }

    [Theory]
    [InlineData("App.dll", true)]
    [InlineData("App.dll!/inner.dll", false)]
    public void WhatLiesInside_IsNotTheProjectsOwnImport(string file, bool waived)
    {
        var finding = Assert.Single(Check(PolicySample.Waivers(PolicySample.ImportWaiver()), Seen.Import("acmescan", file)).Findings);

        Assert.Equal(waived, finding.IsWaived);
    }

    /// <summary>Once the source was analyzed, the end of a waiver is told here all the same: this is said on every build.</summary>
    [Fact]
    public void ComingEnd_IsToldWhetherOrNotTheSourceWasAnalyzed()
    {
        var notice = Assert.Single(Check(PolicySample.Waivers(PolicySample.ImportWaiver("until:\"2026-12-01\"")), analyzed: true).Notices);

        Assert.Equal(("BVA0003", Severity.Warning), (notice.Descriptor.Id, notice.Severity));
        Assert.EndsWith("the waiver for 'acmescan' in 'App/App.csproj' under ban ends on 2026-12-01, in 11 days: remove the import, or renew the waiver", notice.Place.Message, StringComparison.Ordinal);
    }

    private static (IReadOnlyList<BannedVendorAnalyzer.Findings.Finding> Findings, IReadOnlyList<PolicyNotice> Notices) Check(string json, EvidenceItem? seen = null, bool analyzed = false)
    {
        var context = CheckContext.Parse(PolicySample.Rules, null, "2026-11-20", TestRules.Day("2026-11-20"), PolicySample.Of(json)).Context!;
        var output = new LooseInspection(new LooseItem("Output", "App.dll", "/repo/App/obj/App.dll"), [seen ?? Seen.Import("acmescan", "App.dll")], [], [], null, ScanSize.None);
        var input = new ProjectInput("/repo/App/App.csproj", "", "net10.0", new Dictionary<string, string>(), []);
        return OutputChecker.Check(PolicySample.Rules, context, input, output, analyzed);
    }
}
