using System.Globalization;
using System.Text;
using BannedVendorAnalyzer.Cli.Diffing;
using BannedVendorAnalyzer.Cli.Feeds;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Reports;

/// <summary>The report for people: the place first, so that a terminal can open it, then one line for each question.</summary>
internal static class TextReport
{
    private const int MostNotGated = 5;

    public static string Of(CheckReport report, ToolHost host, Verbosity verbosity, bool colour)
    {
        var text = new StringBuilder();
        foreach (var finding in report.Findings) Append(text, finding, host, colour);
        foreach (var notice in report.Notices) text.AppendLine(Notice(notice, host));
        if (verbosity == Verbosity.Quiet) return text.ToString();

        foreach (var recognised in report.Recognised) text.AppendLine(CultureInfo.InvariantCulture, $"recognised: {PrintableText.Of(recognised.Package)} ({recognised.Vendor}) is clear: {recognised.Why}");
        if (report.Recognised.Count > 0) text.AppendLine();
        if (NotGated(report, host, verbosity) is { } notGated) text.AppendLine(notGated);
        if (verbosity == Verbosity.Detailed)
            foreach (var (project, result) in report.Projects) text.AppendLine(CultureInfo.InvariantCulture, $"checked: {host.Relative(project)}, {result.Packages.Count} packages");
        if (verbosity == Verbosity.Detailed)
            foreach (var content in report.Contents) text.AppendLine(CultureInfo.InvariantCulture, $"checked: {PrintableText.Of(host.Relative(content.Target.Path))}, {Counted(content.Scanned.Files, "file")}");
        if (verbosity == Verbosity.Detailed)
            foreach (var package in report.Proposed.SelectMany(package => package.Result.Packages).Distinct()) text.AppendLine(CultureInfo.InvariantCulture, $"checked: {PrintableText.Of(package)}");
        if (verbosity == Verbosity.Detailed)
            foreach (var file in report.Repository) text.AppendLine(CultureInfo.InvariantCulture, $"checked: {PrintableText.Of(host.Relative(file.File))}, {Counted(file.Result.Packages.Count, "package")}");
        if (report.KnownByIdAlone.Count > 0) text.AppendLine(CultureInfo.InvariantCulture, $"judged by their ids alone, because their contents are not here: {PrintableText.Of(string.Join(", ", report.KnownByIdAlone))}");
        foreach (var package in report.Proposed) text.AppendLine(Proposed(package));
        foreach (var policy in report.Policies) text.AppendLine(CultureInfo.InvariantCulture, $"policy: {host.Relative(policy.Deciding.Path)} decided for {DecidedFor(policy, report)}");
        foreach (var project in report.NotSupported) text.AppendLine(CultureInfo.InvariantCulture, $"not checked: {project}, because projects of this kind are not supported");
        if (report.Diff is { } diff) Append(text, diff);
        text.AppendLine(Summary(report));
        return text.ToString();
    }

    /// <summary>What is left out stands all the same, and must not read as gone.</summary>
    private static void Append(StringBuilder text, DiffSummary diff)
    {
        var name = PrintableText.Of(diff.Base.Name);
        foreach (var unverified in diff.Unverified) text.AppendLine(CultureInfo.InvariantCulture, $"not compared: {PrintableText.Of(unverified)}. This could not be checked in {name}, so nothing is left out for it");
        text.AppendLine(CultureInfo.InvariantCulture, $"compared with {name} ({diff.Base.Commit}): {(diff.Known == 0 ? "nothing was left out" : $"{Counted(diff.Known, "finding")} {(diff.Known == 1 ? "was" : "were")} there before, left out here, and still {(diff.Known == 1 ? "stands" : "stand")}")}");
    }

    private static string DecidedFor(OrganisationPolicy policy, CheckReport report)
    {
        (int Count, string Noun)[] parts =
        [
            (report.Projects.Count(project => project.Result.Context?.Policy == policy), "project"),
            (report.Repository.Count(file => file.Result.Context?.Policy == policy), "other file"),
            (report.Contents.Count(content => content.Context.Policy == policy), "named path"),
            (report.Proposed.Count(package => package.Result.Context?.Policy == policy), "proposed package"),
        ];
        return string.Join(" and ", parts.Where(part => part.Count > 0).Select(part => Counted(part.Count, part.Noun)).DefaultIfEmpty(Counted(0, "project")));
    }

    /// <summary>A list of everything would say no more than that this repository uses the tool alone.</summary>
    private static string? NotGated(CheckReport report, ToolHost host, Verbosity verbosity)
    {
        var projects = report.NotGated.Select(host.Relative).ToList();
        if (projects.Count == 0) return null;
        if (!report.Projects.Any(project => project.Result.IsGated == true)) return "no project of these runs the gate itself, which alone looks at imports in source and at what is compiled";
        var named = verbosity == Verbosity.Detailed ? projects : [.. projects.Take(MostNotGated)];
        var more = projects.Count - named.Count;
        return $"not gated: {string.Join(", ", named)}{(more > 0 ? string.Create(CultureInfo.InvariantCulture, $" and {more} more") : "")}";
    }

    private static void Append(StringBuilder text, Finding finding, ToolHost host, bool colour)
    {
        var frameworks = finding.Frameworks.Count > 0 ? $" [{string.Join(", ", finding.Frameworks)}]" : "";
        text.AppendLine(CultureInfo.InvariantCulture, $"{Place(finding.Location, host)}: {Coloured(RuleNames.Of(finding.Verdict), finding.Verdict, colour && !finding.IsAccepted)}{Mark(finding)} {finding.Descriptor.Id}{frameworks}");
        Line(text, "observed", finding.Text.Observed);
        Line(text, "named", finding.Text.Named);
        Line(text, "applies", finding.Text.Applies);
        Line(text, "waived", finding.Text.Waived);
        Line(text, "baseline", finding.Text.Baseline);
        Line(text, "duty", finding.Text.Duty);
        Line(text, "path", finding.Text.Path);
        Line(text, "to clear", finding.Text.Remedy);
        Line(text, "more", finding.Descriptor.Explain);
        text.AppendLine();
    }

    private static string Mark(Finding finding)
    {
        if (finding.IsWaived) return " (waived)";
        return finding.IsInBaseline ? " (baseline)" : "";
    }

    private static void Line(StringBuilder text, string name, string? value)
    {
        if (value is not null) text.AppendLine(CultureInfo.InvariantCulture, $"  {name,-9} {value}");
    }

    /// <summary>On one line, in the form that editors and build logs know.</summary>
    public static string Notice(PolicyNotice notice, ToolHost host)
    {
        var (descriptor, severity, place) = notice;
        return $"{Place(new SourceLocation(place.File, place.Line, place.Column), host)}: {RuleNames.Of(severity)} {descriptor.Id}: {PrintableText.Of(place.Message)}. {descriptor.More}";
    }

    /// <summary>As terminals open it.</summary>
    public static string Place(SourceLocation location, ToolHost host) =>
        PrintableText.Of(host.Relative(location.File)) + (location.Line > 0 ? $"({location.Line},{location.Column})" : "");

    private static string Coloured(string word, Verdict verdict, bool colour) => !colour ? word : $"\e[{(verdict == Verdict.Review ? "33" : "31")};1m{word}\e[0m";

    /// <summary>How many findings there are, and what was looked at for whom.</summary>
    public static string Summary(CheckReport report) =>
        $"{Found(report)} {Looked(report)} checked for {Basis(report.Context, report.Rules)}.";

    /// <summary>What was looked at for a package that somebody asked about, and what could be taken instead.</summary>
    private static string Proposed(ProposedPackage package)
    {
        var place = package.Version is null ? "nothing was looked at" : $"version {package.Version} for {package.Framework} brings in {Counted(package.Result.Packages.Count, "package")} with itself, from {string.Join(", ", package.Sources.DefaultIfEmpty("no source").Select(PrintableText.Of))}";
        var instead = package.Suggested is not { } suggested ? "" : suggested.All.Any()
            ? $"; without what was found: {string.Join(" and ", new[] { suggested.Newer is { } newer ? $"{newer} (newer)" : null, suggested.Older is { } older ? $"{older} (older)" : null }.OfType<string>())}"
            : $"; no version near it is without what was found ({FeedBounds.MostCandidates} newer and {FeedBounds.MostCandidates} older ones are tried)";
        return $"proposed: {PrintableText.Of(package.Asked)}: {place}{instead}";
    }

    private static string Looked(CheckReport report)
    {
        if (report.Contents.Count + report.Proposed.Count + report.Repository.Count == 0) return $"{Counted(report.Projects.Count, "project")} and {Counted(report.Packages, "package")}";
        List<string> parts = report.Projects.Count > 0 ? [Counted(report.Projects.Count, "project")] : [];
        if (report.Repository.Count > 0) parts.Add(Counted(report.Repository.Count, "other file"));
        if (report.Packages > 0) parts.Add(Counted(report.Packages, "package"));
        if (report.Contents.Count + report.Proposed.Count > 0) parts.Add(Counted(report.Scanned.Files, "file"));
        return parts.Count == 1 ? parts[0] : $"{string.Join(", ", parts.Take(parts.Count - 1))} and {parts[^1]}";
    }

    /// <summary>For whom, as of when and by which rules.</summary>
    public static string Basis(CheckContext context, RuleSet rules) =>
        $"{string.Join(", ", context.Audiences)}{(context.AudienceIsDefault ? " (default)" : "")} as of {context.AsOf}, by rules of {rules.Date}{(context.Policy is { } policy ? $" and policy {policy.Deciding.Shown}" : "")}";

    private static string Found(CheckReport report)
    {
        if (report.Findings.Count > 0) return $"{report.Count(Verdict.Prohibited)} prohibited, {report.Count(Verdict.Unverified)} unverified, {report.Count(Verdict.Review)} to review{More(report.Waived, "waived")}{More(report.InBaseline, "in the baseline")}.";
        if (report.Diff is { Known: > 0 }) return "Nothing prohibited, unverified or to review was added.";
        return report.Recognised.Count > 0 ? "Nothing prohibited, unverified or to review." : "No indicator matched.";
    }

    private static string More(int count, string what) => count > 0 ? string.Create(CultureInfo.InvariantCulture, $", {count} {what}") : "";

    /// <summary>A number and what it counts.</summary>
    public static string Counted(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
