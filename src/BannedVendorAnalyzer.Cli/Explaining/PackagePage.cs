using BannedVendorAnalyzer.Cli.Reports;
using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Inspection.Packages;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Explaining;

/// <summary>What is known of a package, for people: what is said of it, then where it comes from, then why.</summary>
internal static class PackagePage
{
    public static string Of(IReadOnlyList<FoundPackage> packages, PackageSearch search, JudgingBasis basis, ToolHost host, string? also)
    {
        var page = new Page();
        foreach (var package in packages) Append(page, package, search, host);
        NotLookedAt.Append(page, search, host);
        return PageEnd.Append(page, also, basis.Rules);
    }

    private static void Append(Page page, FoundPackage package, PackageSearch search, ToolHost host)
    {
        var component = package.Component;
        page.Heading($"{component.Id} {component.Version}: {Verdict(package)}");
        page.Line(2, $"for {TextReport.Basis(package.Basis.Context, package.Basis.Rules)}");
        if (package.Places.Count == 0) page.Line(2, $"by its id alone: {search.Scope}, and nothing of the package itself was looked at");
        foreach (var problem in package.Problems) page.Line(2, "unverified", $"{problem.Message} [{host.Relative(problem.File)}]");
        foreach (var judgement in package.Judgements.Where(judgement => judgement.Decision is not null)) AppendDecision(page, judgement, package);
        foreach (var judgement in package.Judgements.Where(judgement => judgement.Decision is null)) page.Line(2, "clear", $"{judgement.Vendor.Name} [{judgement.Vendor.Id}] was recognised: {judgement.WhyClear}");

        PlaceLines.Append(page, package, host);
        AppendSeen(page, package);
        if (package.Places.Count > 0) AppendPublisher(page, package);
        foreach (var judgement in package.Judgements) ProvisionLines.Append(page, judgement, package.Basis.Context);
    }

    private static string Verdict(FoundPackage package) => package.Verdict switch
    {
        Rules.Verdict.Unverified => "unverified, because not all of it could be looked at",
        Rules.Verdict.Clear when package.Judgements.Count == 0 => $"no indicator matched{(package.BringsIn.Count > 0 ? ", but see what it brings in" : "")}",
        var verdict => RuleNames.Of(verdict),
    };

    private static void AppendDecision(Page page, Judgement judgement, FoundPackage package)
    {
        var text = FindingWording.Of(judgement, package.Component, PlaceLines.FirstPath(package), package.Basis.Context, []);
        page.Line(2, "observed", text.Observed);
        page.Line(2, "named", text.Named!);
        page.Line(2, "applies", text.Applies!);
        if (text.Duty is { } duty) page.Line(2, "duty", duty);
        if (package.Places.Count == 0) page.Line(2, "to clear", text.Remedy!);
    }

    private static void AppendSeen(Page page, FoundPackage package)
    {
        var matches = package.Judgements.SelectMany(judgement => judgement.Matches).ToList();
        var met = matches.Select(match => match.Evidence).ToHashSet();
        var others = package.Component.Evidence.Where(evidence => !met.Contains(evidence)).ToList();
        page.Heading("Seen");
        foreach (var group in matches.GroupBy(FindingWording.Evidence)) page.Line(2, $"{group.Key}: {string.Join("; ", group.Select(Meaning).Distinct())}");
        if (others.Count > 0) page.Line(2, $"{TextReport.Counted(others.Count, met.Count == 0 ? "fact" : "other fact")} met no indicator: {string.Join(", ", others.GroupBy(evidence => evidence.Kind).Select(group => $"{group.Count()} {RuleNames.Of(group.Key)}"))}");
    }

    private static string Meaning(Match match) => $"{RuleNames.Of(match.Relation)} '{match.Product?.Name ?? match.Entity?.Name ?? match.Vendor.Name}'";

    /// <summary>Who says so matters: a gallery's account is checked by the gallery, an author in a nuspec by nobody.</summary>
    private static void AppendPublisher(Page page, FoundPackage package)
    {
        page.Heading("Published by");
        if (!package.IsSigned) page.Line(2, "unsigned: the package has no signature, so nothing shows who published it");
        else AppendSignature(page, package);
        foreach (var (kind, what) in new[] { (EvidenceKind.NuspecAuthor, "author"), (EvidenceKind.Repository, "repository") })
            if (Values(package.Component.Evidence, kind) is { Length: > 0 } values) page.Line(2, what, $"{values}, by its own nuspec, in which anybody can write anything");
    }

    private static void AppendSignature(Page page, FoundPackage package)
    {
        var (owners, signers) = (Values(package.Component.Evidence, EvidenceKind.PackageOwner), Values(package.Component.Evidence, EvidenceKind.Signer));
        if (owners.Length + signers.Length == 0 && package.Problems.Any(problem => problem.File.EndsWith(PackageInspector.SignatureFile, StringComparison.Ordinal)))
        {
            page.Line(2, "not known: its signature could not be looked at");
            return;
        }

        page.Line(2, "account", owners.Length > 0 ? $"{owners}, by the gallery's signature (read, not verified)" : "none: no gallery says whose account it is");
        page.Line(2, "signer", signers.Length > 0 ? $"{signers}, by the author's certificate (read, not verified)" : "no organisation signed it as its author");
    }

    private static string Values(IReadOnlyList<EvidenceItem> evidence, EvidenceKind kind) =>
        string.Join(", ", evidence.Where(item => item.Kind == kind).Select(item => $"'{item.Value}'"));
}
