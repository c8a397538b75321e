using BannedVendorAnalyzer.Cli.Reports;
using BannedVendorAnalyzer.Inspection.Packages;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Explaining;

/// <summary>Through what a package came into which project, and what it brings in itself.</summary>
internal static class PlaceLines
{
    public static void Append(Page page, FoundPackage package, ToolHost host)
    {
        if (package.Places.Count > 0) page.Heading("Brought in by");
        foreach (var place in package.Places) Append(page, place, package, host);
        if (package.BringsIn.Count > 0) page.Heading("Brings in");
        foreach (var finding in package.BringsIn)
            page.Line(2, RuleNames.Of(finding.Verdict), $"{finding.Package!.Key}{(finding.Judgement is { } judgement ? $" ({judgement.Vendor.Name})" : "")}: banned-vendors explain {finding.Package.Key}");
    }

    /// <summary>As a finding shows it; a package in no project stands as somebody's own reference.</summary>
    public static IReadOnlyList<string> FirstPath(FoundPackage package) =>
        package.Places.Count == 0 ? ["a project", package.Component.Id] : Steps(package.Places[0], package.Places[0].Paths.Paths is [var first, ..] ? first : null, package);

    public static IEnumerable<IReadOnlyList<string>> Paths(PackagePlace place, FoundPackage package) => place.Paths.Paths.Select(path => Steps(place, path, package));

    private static IReadOnlyList<string> Steps(PackagePlace place, IReadOnlyList<AssetsNode>? path, FoundPackage package) =>
        [Path.GetFileNameWithoutExtension(place.Project), .. path?.Select(node => node.Step) ?? [package.Component.Key]];

    private static void Append(Page page, PackagePlace place, FoundPackage package, ToolHost host)
    {
        var frameworks = string.Join(", ", place.Frameworks.Order(StringComparer.Ordinal));
        foreach (var finding in place.Findings) page.Line(2, $"{TextReport.Place(finding.Location, host)}: {RuleNames.Of(finding.Verdict)} {finding.Descriptor.Id} [{frameworks}]{(finding.Text.Waived is { } waived ? $", waived {waived}" : "")}");
        if (place.Findings.Count == 0) page.Line(2, $"{host.Relative(place.Project)} [{frameworks}]{(package.Judgements.Any(judgement => judgement.Verdict != Verdict.Clear) ? ", reported in the project that brings it in" : "")}");
        foreach (var path in Paths(place, package)) page.Line(4, string.Join(" → ", path));
        if (place.Paths.Paths.Count == 0) page.Line(4, "no reference leads to it in the restored graph");
        if (!place.Paths.AreAll) page.Line(4, "… and by more paths than are shown");
        foreach (var remedy in place.Findings.Select(finding => finding.Text.Remedy).OfType<string>().Distinct(StringComparer.Ordinal)) page.Line(4, "to clear", remedy);
        var references = place.Paths.Paths.Select(path => path[0].Id).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (place.Findings.Any(finding => finding.Text.Remedy is not null) && references.Count > 1) page.Line(4, "", $"that goes for each reference that brings it in: {string.Join(", ", references)}");
    }
}
