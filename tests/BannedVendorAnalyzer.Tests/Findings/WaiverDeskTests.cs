using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;
using BannedVendorAnalyzer.Tests.Policy;
using BannedVendorAnalyzer.Tests.Rules;

namespace BannedVendorAnalyzer.Tests.Findings;

public sealed class WaiverDeskTests
{
    private const string Error = "BVA0003 Error";

    /// <summary>A waiver from 2026-01-01 to 2026-12-31, both inclusive; its end is announced 30 days ahead.</summary>
    [Theory]
    [InlineData("2025-12-31", false, Error, "counts from 2026-01-01 only")]
    [InlineData("2026-01-01", true, "", "")]
    [InlineData("2026-11-30", true, "", "")]
    [InlineData("2026-12-01", true, "BVA0003 Warning", "ends on 2026-12-31, in 30 days: remove the package, or renew the waiver")]
    [InlineData("2026-12-30", true, "BVA0003 Warning", "ends on 2026-12-31, in 1 day: remove the package, or renew the waiver")]
    [InlineData("2026-12-31", true, "BVA0003 Warning", "ends on 2026-12-31, in 0 days: remove the package, or renew the waiver")]
    [InlineData("2027-01-01", false, Error, "ended on 2026-12-31: remove the package, or renew the waiver")]
    public void Days_AreInclusive(string asOf, bool waived, string code, string message)
    {
        var outcome = Apply(asOf, PolicySample.Waivers(PolicySample.Waiver()));

        Assert.Equal(waived, outcome.Waivers.Count == 1);
        Assert.Equal(code, string.Join(' ', outcome.Notices.Select(notice => $"{notice.Descriptor.Id} {notice.Severity}")));
        Assert.EndsWith(message, string.Join(' ', outcome.Notices.Select(notice => notice.Place.Message)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"file\": \"lib/acme.dll\", \"sha256\": \"aGFzaA==\"", "remove the file, or renew the waiver")]
    [InlineData("\"import\": \"acme\", \"project\": \"lib/acme.dll\"", "remove the import, or renew the waiver")]
    public void End_NamesWhatIsToBeRemoved(string subject, string remedy)
    {
        var policy = PolicySample.Waivers(PolicySample.Waiver().Replace("\"package\": \"Acme.Core\", \"version\": \"1.0.0\", \"sha512\": \"aGFzaA==\"", subject, StringComparison.Ordinal));
        var content = subject.Contains("import", StringComparison.Ordinal) ? WaivedContent.OfImport("lib/acme.dll", "acme") : new WaivedContent(true, "lib/acme.dll", "", "aGFzaA==");

        Assert.EndsWith(remedy, Assert.Single(Apply("2027-01-01", policy, content).Notices).Place.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Notice_IsThePolicysOwn()
    {
        var policy = $$"""{ "noticeDays": 60, "waivers": [{{PolicySample.Waiver()}}] }""";

        Assert.Empty(Apply("2026-10-31", policy).Notices);
        Assert.Single(Apply("2026-11-01", policy).Notices);
    }

    [Fact]
    public void Renewal_EndsTheAnnouncement()
    {
        var policy = PolicySample.Waivers(PolicySample.Waiver(), PolicySample.Waiver("from:\"2026-12-15\"", "until:\"2027-06-30\""));

        Assert.Empty(Apply("2026-12-20", policy).Notices);
        Assert.Single(Apply("2026-12-20", policy).Waivers);
    }

    [Theory]
    [InlineData("Acme.Core", "1.0.1", "aGFzaA==", "was approved for that version, and now it is 1.0.1: look at what has changed, and approve it anew")]
    [InlineData("Acme.Core", "1.0.0", "b3RoZXI=", "was approved for other contents; now they have the hash b3RoZXI=: look at what has changed, and approve it anew")]
    [InlineData("Acme.Core", "1.0.0", null, "was approved for other contents; now they have the hash (not known): look at what has changed, and approve it anew")]
    public void ChangedEvidence_ReopensTheFinding(string package, string version, string? sha512, string message)
    {
        var outcome = Apply("2026-06-30", PolicySample.Waivers(PolicySample.Waiver()), package, version, sha512);

        Assert.Empty(outcome.Waivers);
        Assert.Equal(Verdict.Prohibited, outcome.Judgement.Verdict);
        var notice = Assert.Single(outcome.Notices);
        Assert.Equal((DiagnosticCatalog.ChangedEvidence, Severity.Error), (notice.Descriptor, notice.Severity));
        Assert.EndsWith(message, notice.Place.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("package:\"Acme.Other\"")]
    [InlineData("authority:\"other-ban\"")]
    [InlineData("reason:\"\"")]
    public void OtherSubjectOrFlaw_IsNoMatch(string change)
    {
        var outcome = Apply("2026-06-30", PolicySample.Waivers(PolicySample.Waiver(change)), rules: TwoActs("review"), audience: "buyer");

        Assert.Empty(outcome.Waivers);
        Assert.DoesNotContain(outcome.Matched, waiver => waiver.Authority == "ban");
    }

    [Fact]
    public void CaseOfIdAndVersion_DoesNotCount() => Assert.Single(Apply("2026-06-30", PolicySample.Waivers(PolicySample.Waiver("package:\"ACME.core\""))).Waivers);

    [Fact]
    public void OneOfTwoAuthorities_LeavesTheOther()
    {
        var outcome = Apply("2026-06-30", PolicySample.Waivers(PolicySample.Waiver()), rules: TwoActs("review"), audience: "buyer");

        Assert.Empty(outcome.Waivers);
        Assert.Single(outcome.Matched);
        Judging.IsReview(outcome.Judgement, "other-ban");
    }

    [Fact]
    public void BothAuthorities_AnswerItAll()
    {
        var outcome = Apply("2026-06-30", PolicySample.Waivers(PolicySample.Waiver("authority:\"other-ban\""), PolicySample.Waiver()), rules: TwoActs("prohibited"), audience: "buyer");

        Assert.Equal(["ban", "other-ban"], outcome.Waivers.Select(waiver => waiver.Authority));
        Judging.IsProhibited(outcome.Judgement, "ban");
    }

    /// <summary>The folder and case of a library are no part of what is waived; its file name is.</summary>
    [Theory]
    [InlineData("acmescan", "acmescan", true, "")]
    [InlineData("acmescan.dll", @"C:\Program Files\ACMEScan.dll", true, "")]
    [InlineData("acmescan.dll", "sdk/acmescan.dll", true, "")]
    [InlineData("acmescan.dll", "libacmescan.so", false, "the waiver for 'acmescan.dll' in 'App/App.csproj' under ban was approved for that name, and now it is 'libacmescan.so': look at what has changed, and approve it anew")]
    [InlineData("acmeother.dll", "acmescan.dll", false, "")]
    public void Import_IsWaivedByItsName(string waived, string imported, bool isWaived, string message)
    {
        var outcome = ApplyToCode([Seen.Import(imported, "Cameras.cs")], PolicySample.ImportWaiver($"import:{System.Text.Json.JsonSerializer.Serialize(waived)}"));

        Assert.Equal(isWaived, outcome.Waivers.Count == 1);
        Assert.Equal(message, string.Join(' ', outcome.Notices.Select(notice => notice.Place.Message)));
    }

    [Fact]
    public void OneImportOfTwo_LeavesTheOther()
    {
        var outcome = ApplyToCode([Seen.Import("acmescan", "App.dll"), Seen.Import("libacmescan.so", "App.dll")], PolicySample.ImportWaiver());

        Assert.Empty(outcome.Waivers);
        Assert.Equal("libacmescan.so", outcome.Judgement.Decision!.Match.Evidence.Value);
        Assert.Equal(2, ApplyToCode([Seen.Import("acmescan", "App.dll"), Seen.Import("libacmescan.so", "App.dll")], PolicySample.ImportWaiver(), PolicySample.ImportWaiver("import:\"libacmescan.so\"")).Waivers.Count);
    }

    private static WaiverOutcome ApplyToCode(BannedVendorAnalyzer.Evidence.EvidenceItem[] evidence, params string[] waivers)
    {
        var context = CheckContext.Parse(PolicySample.Rules, null, "2026-06-30", TestRules.Day("2026-11-20"), PolicySample.Of(PolicySample.Waivers(waivers))).Context!;
        return new WaiverDesk(context).ApplyToCode(new Judge(PolicySample.Rules, context).Evaluate(evidence).Single(), "App/App.csproj");
    }

    private static RuleSet TwoActs(string verdict) => TestRules.Read(
        TestRules.Vendor($"{TestRules.Listed}, {TestRules.Listed.Replace("\"ban\"", "\"other-ban\"", StringComparison.Ordinal)}"),
        TestRules.Ban(TestRules.Provision()),
        TestRules.Authority("other-ban", "procurement", "2019-01-01", TestRules.Provision($"\"published\": \"{verdict}\"", from: "2021-01-01")));

    private static WaiverOutcome Apply(string asOf, string json, string package = "Acme.Core", string version = "1.0.0", string? sha512 = "aGFzaA==", RuleSet? rules = null, string? audience = null) =>
        Apply(asOf, json, new WaivedContent(false, package, version, sha512 ?? ""), rules, audience);

    private static WaiverOutcome Apply(string asOf, string json, WaivedContent content, RuleSet? rules = null, string? audience = null)
    {
        rules ??= PolicySample.Rules;
        var (policy, problems) = OrganisationPolicy.Of("/repo", [PolicySample.File(json)], [], rules);
        Assert.Empty(problems);
        var context = CheckContext.Parse(rules, audience, asOf, TestRules.Day("2026-11-20"), policy).Context!;
        return new WaiverDesk(context).Apply(new Judge(rules, context).Evaluate([Seen.Id("Acme.Core")]).Single(), content);
    }
}
