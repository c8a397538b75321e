using System.Globalization;
using BannedVendorAnalyzer.Cli.Explaining;
using BannedVendorAnalyzer.Cli.Reports;
using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Exporting;

/// <summary>What stands behind the link of a NU1904: who is named where, since when, by which sources.</summary>
internal static class AdvisoryPage
{
    /// <param name="url">The page's own address, by which NuGet suppresses it.</param>
    public static string Of(Advisory advisory, JudgingBasis basis, string url)
    {
        var page = new HtmlPage($"Package {advisory.Id} is prohibited");
        page.Line($"For {TextReport.Basis(basis.Context, basis.Rules)}. By its id alone: nothing of the package was looked at.");
        foreach (var judgement in advisory.Judgements) Append(page, advisory, judgement, basis);
        page.Heading("If it was accepted");
        page.Line($"NuGet leaves out one advisory by its address: <NuGetAuditSuppress Include=\"{url}\" />");
        End(page, basis);
        return page.ToString();
    }

    /// <summary>What the source holds, for people who open its address.</summary>
    public static string OfAll(IReadOnlyList<Advisory> advisories, JudgingBasis basis, string url)
    {
        var page = new HtmlPage("Audit source of prohibited packages");
        page.Line(string.Create(CultureInfo.InvariantCulture, $"{TextReport.Counted(advisories.Count, "package id")}, prohibited for {TextReport.Basis(basis.Context, basis.Rules)}."));
        page.Line($"In nuget.config, among the auditSources: <add key=\"banned-vendors\" value=\"{url}{AuditSource.ServiceIndex}\" />");
        page.Heading("Packages");
        foreach (var advisory in advisories) page.Link(advisory.Id, AuditSource.PageUrl(advisory, url));
        End(page, basis);
        return page.ToString();
    }

    private static void Append(HtmlPage page, Advisory advisory, Judgement judgement, JudgingBasis basis)
    {
        var decision = judgement.Decision!;
        var package = new PackageComponent(advisory.Id, "", [new EvidenceItem(EvidenceKind.PackageId, advisory.Id)]);
        var text = FindingWording.Of(judgement, package, ["a project", advisory.Id], basis.Context, []);
        page.Heading(judgement.Vendor.Name);
        page.Line("Observed", text.Observed);
        page.Line("Named", text.Named!);
        page.Line("Applies", text.Applies!);
        if (text.Duty is { } duty) page.Line("Duty", duty);
        page.Line("To clear", text.Remedy!);
        page.Line("Says", decision.Provision.Text);
        page.Line("Listing", RuleWording.SourcedListing(decision.Listing));
        foreach (var citation in decision.Authority.Citations) page.Link($"{citation.Text} ({RuleNames.Of(citation.Grade)})", citation.Url);
        foreach (var other in ProvisionLines.Others(judgement)) page.Line($"Would decide too ({RuleNames.Of(other.Verdict)})", RuleWording.Decision(other, basis.Context.AsOf));
        page.Line("More", $"banned-vendors explain {judgement.Vendor.Id}; banned-vendors explain {decision.Authority.Id}");
    }

    private static void End(HtmlPage page, JudgingBasis basis) => page.Line($"{PageEnd.Disclaimer} Rules of {basis.Rules.Date}.");
}
