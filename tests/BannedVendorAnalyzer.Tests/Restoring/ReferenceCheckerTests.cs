using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Inspection.Projects;
using BannedVendorAnalyzer.Inspection.Restoring;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;
using BannedVendorAnalyzer.Tests.Policy;
using BannedVendorAnalyzer.Tests.Rules;

namespace BannedVendorAnalyzer.Tests.Restoring;

/// <summary>What a project asks for, judged for <c>buyer</c> on 2026-11-20 before anything is downloaded.</summary>
public sealed class ReferenceCheckerTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void RecordedId_IsFoundAtItsReference()
    {
        var project = _folder.Write("App/App.csproj", "<Project>\n  <PackageReference Include=\"Acme.Core\" Version=\"[1.0.0]\" />\n</Project>");
        var finding = Assert.Single(Check(new StatedReference("acme.core", "[1.0.0]", IsDownload: false)).Findings);

        Assert.Equal((DiagnosticCatalog.DirectPackage, Verdict.Prohibited, Severity.Error), (finding.Descriptor, finding.Verdict, finding.Severity));
        Assert.Equal(["App", "acme.core/1.0.0"], finding.Path);
        Assert.Equal(new SourceLocation(project, 2, 3), finding.Location);
        Assert.StartsWith("Package 'acme.core' 1.0.0 is published by Acme", finding.Text.Observed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Acme.Core", "Acme.Core")]
    [InlineData("1.*", "Acme.Core/1.*", "1.*")]
    [InlineData("[1.0.0,2.0.0)", "Acme.Core/[1.0.0,2.0.0)", "1.0.0,2.0.0")]
    public void Version_IsShownAsItIsAskedFor(string version, string step, string shown)
    {
        var finding = Assert.Single(Check(new StatedReference("Acme.Core", version, IsDownload: false)).Findings);

        Assert.Equal(["App", step], finding.Path);
        Assert.Contains(shown, finding.Text.Observed, StringComparison.Ordinal);
    }

    [Fact]
    public void Download_IsOfTheBuildAndFoundAtItsElement()
    {
        var project = _folder.Write("App/App.csproj", "<Project>\n  <PackageReference Include=\"Acme.Core\" />\n  <PackageDownload Include=\"Acme.Core\" Version=\"[1.0.0]\" />\n</Project>");
        var finding = Assert.Single(Check(new StatedReference("Acme.Core", "[1.0.0]", IsDownload: true)).Findings);

        Assert.Equal(DiagnosticCatalog.BuildTool, finding.Descriptor);
        Assert.Equal(new SourceLocation(project, 3, 3), finding.Location);
    }

    /// <summary>A name that only resembles, a service that is called, and an id that nobody recorded.</summary>
    [Theory]
    [InlineData("Acme.Other")]
    [InlineData("Acme.Core.Client")]
    [InlineData("AcmeLike")]
    public void WhatIsNotProhibitedByItsIdAlone_WaitsUntilItIsThere(string id) => Assert.Empty(Check(new StatedReference(id, "1.0.0", IsDownload: false)).Findings);

    [Fact]
    public void StrictPolicy_StopsWhatIsToBeReviewed() =>
        Assert.Equal(DiagnosticCatalog.Review, Assert.Single(Check("""{ "strict": true }""", "Acme.Other").Findings).Descriptor);

    [Fact]
    public void PolicyThatOnlyReports_StopsNothing() => Assert.Empty(Check("""{ "mode": "report", "reportUntil": "2026-12-31" }""", "Acme.Core").Findings);

    /// <summary>The hash decides, and whether the version fits is known no earlier.</summary>
    [Theory]
    [InlineData("1.0.0")]
    [InlineData("1.1.0")]
    [InlineData("")]
    public void WhatMayBeWaived_IsJudgedWhenItIsThere(string version)
    {
        var (findings, notices) = Check(PolicySample.Waivers(PolicySample.Waiver()), "Acme.Core", version);

        Assert.Empty(findings);
        Assert.Empty(notices);
    }

    [Theory]
    [InlineData("until:\"2026-10-31\"", "BVA0003")]
    [InlineData("package:\"Acme.Other\"", "")]
    [InlineData("reason:\"\"", "")]
    public void WaiverThatCannotHelp_StopsNoError(string change, string notice)
    {
        var (findings, notices) = Check(PolicySample.Waivers(PolicySample.Waiver(change)), "Acme.Core");

        Assert.Equal(DiagnosticCatalog.DirectPackage, Assert.Single(findings).Descriptor);
        Assert.Equal(notice, string.Join(' ', notices.Select(one => one.Descriptor.Id)));
    }

    [Fact]
    public void References_MatterWhereAnIndicatorIsMet()
    {
        static bool MayMatter(params string[] ids) => ReferenceChecker.MayMatter(PolicySample.Rules, ids.Select(id => new StatedReference(id, "", IsDownload: false)));

        Assert.True(MayMatter("AcmeLike", "Acme.Other"));
        Assert.False(MayMatter("AcmeLike", "Contoso.Core"));
    }

    private (IReadOnlyList<Finding> Findings, IReadOnlyList<PolicyNotice> Notices) Check(string policy, string id, string version = "1.0.0")
    {
        var (read, problems) = OrganisationPolicy.Of("/repo", [PolicySample.File(policy)], [], PolicySample.Rules);
        Assert.Empty(problems);
        return Check(read, new StatedReference(id, version, IsDownload: false));
    }

    private (IReadOnlyList<Finding> Findings, IReadOnlyList<PolicyNotice> Notices) Check(StatedReference reference) => Check(null, reference);

    private (IReadOnlyList<Finding> Findings, IReadOnlyList<PolicyNotice> Notices) Check(OrganisationPolicy? policy, StatedReference reference)
    {
        var context = CheckContext.Parse(PolicySample.Rules, null, null, TestRules.Day("2026-11-20"), policy).Context!;
        var input = new ProjectInput(_folder["App/App.csproj"], "", "net10.0", new Dictionary<string, string>(), []);
        return new ReferenceChecker(PolicySample.Rules, context).Check(input, [reference]);
    }
}
