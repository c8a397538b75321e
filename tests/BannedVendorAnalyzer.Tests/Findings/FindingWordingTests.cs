using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;
using BannedVendorAnalyzer.Tests.Rules;

namespace BannedVendorAnalyzer.Tests.Findings;

/// <summary>The words as a build prints them; a change of wording is read here.</summary>
public sealed class FindingWordingTests
{
    [Fact]
    public void DirectPackageOfTheVendor() => Reads(
        Text("BVA1001", ["us-federal-contractor"], false, Judging.Today, ["App", "Kaspersky.CaptchaMixer/1.0.0-beta1"], Seen.Id("Kaspersky.CaptchaMixer")),
        "Package 'Kaspersky.CaptchaMixer' 1.0.0-beta1 is published by Kaspersky (package id recorded in the rules [gallery page: Kaspersky.CaptchaMixer])",
        "Kaspersky Lab is named in Section 1634 of the FY2018 NDAA (84 FR 47861), in force since 2018-10-01",
        "Applies to us-federal-contractor by its text: hardware, software and services that a covered entity develops or provides in whole or in part, and what contains them, may neither be provided for government use nor be used to develop what the contract delivers",
        "Duty: report within 3 business days where the contract has clause 52.204-23; within 72 hours where the contract has clause 52.240-91",
        "Path: App → Kaspersky.CaptchaMixer/1.0.0-beta1",
        "To clear: remove or replace 'Kaspersky.CaptchaMixer'",
        "More: banned-vendors explain BVA1001");

    [Fact]
    public void TransitiveBindingByInterpretation_ForTheDefaultAudience() => Reads(
        Text("BVA1002", ["us-federal-contractor"], true, Judging.Today, ["App", "Contoso.Video/2.1.0", "QuickNV.HikvisionNetSDK/2025.4.1212"], Seen.Id("QuickNV.HikvisionNetSDK"), Seen.Import("HCNetSDK.dll", "lib/net8.0/QuickNV.HikvisionNetSDK.dll")),
        "'Hikvision device network SDK (HCNetSDK)' of Hikvision is bound by package 'QuickNV.HikvisionNetSDK' 2025.4.1212 (package id recorded in the rules [gallery page: QuickNV.HikvisionNetSDK]; import of 'HCNetSDK.dll' in lib/net8.0/QuickNV.HikvisionNetSDK.dll)",
        "Hangzhou Hikvision Digital Technology Company is named in Section 889 of the FY2019 NDAA (Pub. L. 115-232), in force since 2019-08-13",
        "Applies to us-federal-contractor (default audience, none was chosen) by interpretation: it speaks of equipment and services, and software of this class exists to operate that equipment",
        "Duty: report within 1 business day, with further information within 10 business days where the contract has clause 52.204-25; within 72 hours where the contract has clause 52.240-91",
        "Path: App → Contoso.Video/2.1.0 → QuickNV.HikvisionNetSDK/2025.4.1212",
        "To clear: remove or replace 'Contoso.Video', move to a version of it without 'QuickNV.HikvisionNetSDK', or obtain a record that no covered equipment or service is provided or used",
        "More: banned-vendors explain BVA1002");

    [Fact]
    public void ContainedLibrary_ForAnImpliedAudience() => Reads(
        Text("BVA1003", ["us-federal-grantee"], false, Judging.Today, ["App", "Lib", "Contoso.Scan/1.0.0"], Seen.Id("Contoso.Scan"), Seen.File("runtimes/linux-x64/native/libkavsdk.so")),
        "'Kaspersky Anti-Virus SDK' of Kaspersky is contained in package 'Contoso.Scan' 1.0.0 (file runtimes/linux-x64/native/libkavsdk.so)",
        "Kaspersky Lab, Inc. is named in Final Determination, Case No. ICTS-2021-002, Kaspersky Lab, Inc. (89 FR 52434), in force since 2024-09-29",
        "Applies to us-federal-grantee, being us-person, by its text: no updates, no resale, no integration into other products and no licensing for that, of cybersecurity products and services and anti-virus software",
        "Path: App → Lib → Contoso.Scan/1.0.0",
        "To clear: remove or replace 'Contoso.Scan' in project 'Lib', or obtain a record that it is not cybersecurity or anti-virus software of a named entity",
        "More: banned-vendors explain BVA1003");

    [Fact]
    public void ReviewByPrefix_OfAListingWhoseStartIsNotKnown() => Reads(
        Text("BVA1004", ["us-texas-state"], false, Judging.Today, ["App", "Kaspersky.Adapter/3.0.0"], Seen.Id("Kaspersky.Adapter"), Seen.Author("Kaspersky Lab")),
        "Package 'Kaspersky.Adapter' 3.0.0 carries the name of Kaspersky (package id begins with 'Kaspersky'; author 'Kaspersky Lab' in x.nuspec)",
        "Kaspersky is named in Texas list of covered applications and prohibited technologies (Texas DIR), in force since 2023-01-26 at the latest (the start is not known)",
        "Applies to us-texas-state by its text: named software, applications and developers, with any subsidiary or affiliate, may not be used on state-owned devices and networks nor on personal devices used for state business",
        "Path: App → Kaspersky.Adapter/3.0.0",
        "To clear: remove or replace 'Kaspersky.Adapter', or record who publishes it",
        "More: banned-vendors explain BVA1004");

    [Fact]
    public void AnnouncedProhibition() => Reads(
        Text("BVA1004", ["us-person"], false, "2024-08-01", ["App", "Contoso.Scan/1.0.0"], Seen.Id("Contoso.Scan"), Seen.File("libkavsdk.so")),
        "'Kaspersky Anti-Virus SDK' of Kaspersky is contained in package 'Contoso.Scan' 1.0.0 (file libkavsdk.so)",
        "Kaspersky Lab, Inc. is named in Final Determination, Case No. ICTS-2021-002, Kaspersky Lab, Inc. (89 FR 52434), prohibited from 2024-09-29",
        "Applies to us-person from then on by its text: no updates, no resale, no integration into other products and no licensing for that, of cybersecurity products and services and anti-virus software",
        "Path: App → Contoso.Scan/1.0.0",
        "To clear: remove or replace 'Contoso.Scan', or obtain a record that it is not cybersecurity or anti-virus software of a named entity",
        "More: banned-vendors explain BVA1004");

    [Fact]
    public void SignedByAnEntity_SaysWhomTheAuthorityNames() => Reads(
        Text("BVA1001", ["us-federal-contractor"], false, Judging.Today, ["App", "Threats/1.0.0"], Seen.Id("Threats"), Seen.Signer("KASPERSKY LABS LIMITED")),
        "Package 'Threats' 1.0.0 is published by Kaspersky (certificate of 'KASPERSKY LABS LIMITED' in .signature.p7s)",
        "Kaspersky Lab is named in Section 1634 of the FY2018 NDAA (84 FR 47861), in force since 2018-10-01",
        "Applies to us-federal-contractor by its text: hardware, software and services that a covered entity develops or provides in whole or in part, and what contains them, may neither be provided for government use nor be used to develop what the contract delivers",
        "Duty: report within 3 business days where the contract has clause 52.204-23; within 72 hours where the contract has clause 52.240-91",
        "Path: App → Threats/1.0.0",
        "To clear: remove or replace 'Threats'",
        "More: banned-vendors explain BVA1001");

    [Fact]
    public void Unverified() => Reads(
        FindingWording.Unverified("the folder of package 'Contoso.Scan/1.0.0' is gone from every package folder; restore the project again", ["App", "Contoso.Scan/1.0.0"]).OnOneLine(DiagnosticCatalog.NotChecked),
        "The folder of package 'Contoso.Scan/1.0.0' is gone from every package folder; restore the project again",
        "Path: App → Contoso.Scan/1.0.0",
        "More: banned-vendors explain BVA0001");

    [Fact]
    public void ControlCharactersOfAPackage_DoNotReachALog()
    {
        var text = Text("BVA1003", ["us-person"], false, Judging.Today, ["App", "Contoso.Scan/1.0.0"], Seen.File("native/x\n##vso[task]\u001b[2J/libkavsdk.so"));

        Assert.Contains("(file native/x?##vso[task]?[2J/libkavsdk.so)", text, StringComparison.Ordinal);
        Assert.DoesNotContain(text, char.IsControl);
    }

    [Fact]
    public void ImportInSource_HasNoPath()
    {
        var context = new CheckContext(["us-person"], false, TestRules.Day(Judging.Today));
        var judgement = Assert.Single(new Judge(EmbeddedRulesTests.Rules, context).Evaluate([Seen.Import("kavsdk.dll", "Scan.cs")]));
        var code = Verdicts.Descriptor(judgement, DiagnosticCatalog.SourceImport);

        Reads(
            FindingWording.OfSource(judgement, "method 'Scan.Open'", "the import", context, []).OnOneLine(code),
            "'Kaspersky Anti-Virus SDK' of Kaspersky is bound by method 'Scan.Open' (import of 'kavsdk.dll' in Scan.cs)",
            "Kaspersky Lab, Inc. is named in Final Determination, Case No. ICTS-2021-002, Kaspersky Lab, Inc. (89 FR 52434), in force since 2024-09-29",
            "Applies to us-person by its text: no updates, no resale, no integration into other products and no licensing for that, of cybersecurity products and services and anti-virus software",
            "To clear: remove or replace the import, or obtain a record that it is not cybersecurity or anti-virus software of a named entity",
            "More: banned-vendors explain BVA2001");
    }

    [Fact]
    public void UnknownLoad_SaysWhatToDo() => Reads(
        FindingWording.UnknownLoad("the load", "the name of which is known only when it runs").OnOneLine(DiagnosticCatalog.UnknownLoad),
        "The load, the name of which is known only when it runs",
        "To clear: write the name as a constant, or make sure by other means what is loaded",
        "More: banned-vendors explain BVA2004");

    [Fact]
    public void MuchEvidence_IsCounted()
    {
        var files = Enumerable.Range(1, 6).Select(number => Seen.File($"native/{number}/libkavsdk.so")).ToArray();

        Assert.Contains(
            "(file native/1/libkavsdk.so; file native/2/libkavsdk.so; file native/3/libkavsdk.so; file native/4/libkavsdk.so; and 2 more). ",
            Text("BVA1003", ["us-person"], false, Judging.Today, ["App", "Contoso.Scan/1.0.0"], files), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("contested", "", "in force since 2020-01-01; the listing is contested. ")]
    [InlineData("withdrawn", ", \"until\": \"2022-03-31\"", "in force since 2020-01-01; the listing was withdrawn on 2022-03-31. ")]
    [InlineData("superseded", ", \"until\": \"2022-03-31\"", "in force since 2020-01-01; the listing was superseded on 2022-03-31. ")]
    public void StandingOfTheListing_IsSaid(string status, string until, string expected)
    {
        var rules = TestRules.Read(TestRules.Vendor($$"""{ "authority": "ban", "from": "2018-01-01", "status": "{{status}}"{{until}} }"""), TestRules.Ban(TestRules.Provision()));

        Assert.Contains(expected, Text(rules, "BVA1001", new CheckContext(["buyer"], false, TestRules.Day("2022-03-31")), ["App", "Acme.Core/1.0.0"], [Seen.Id("Acme.Core")]), StringComparison.Ordinal);
    }

    private static void Reads(string text, params string[] sentences) => Assert.Equal(string.Join(". ", sentences), text);

    private static string Text(string code, string[] audiences, bool isDefault, string asOf, string[] path, params EvidenceItem[] evidence) =>
        Text(EmbeddedRulesTests.Rules, code, new CheckContext(audiences, isDefault, TestRules.Day(asOf)), path, evidence);

    private static string Text(RuleSet rules, string code, CheckContext context, string[] path, EvidenceItem[] evidence)
    {
        var judgement = Assert.Single(new Judge(rules, context).Evaluate(evidence));
        var package = path[^1].Split('/');
        var descriptor = Verdicts.Descriptor(judgement, isDirect: path.Length == 2);
        Assert.Equal(code, descriptor.Id);
        return FindingWording.Of(judgement, new PackageComponent(package[0], package[1], evidence), path, context, []).OnOneLine(descriptor);
    }
}
