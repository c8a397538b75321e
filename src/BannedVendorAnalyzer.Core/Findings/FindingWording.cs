using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Findings;

/// <summary>The words of every finding: facts about files and who lists whom, never a judgement of a company.</summary>
public static class FindingWording
{
    private const int MostEvidence = 4;

    /// <param name="waivers">Those that answer it; empty where something is left to clear.</param>
    public static FindingText Of(Judgement judgement, PackageComponent package, IReadOnlyList<string> path, CheckContext context, IReadOnlyList<Waiver> waivers) =>
        Of(judgement, $"package '{package.Id}' {package.Version}".TrimEnd(), path, Removals(path), context, waivers);

    /// <summary>For a package that nobody references yet.</summary>
    /// <param name="path">From the package that somebody asked about.</param>
    /// <param name="clean">Versions of that one without what was found.</param>
    /// <param name="waivers">Those that answer it; empty where something is left to clear.</param>
    public static FindingText OfProposed(Judgement judgement, PackageComponent package, IReadOnlyList<string> path, IReadOnlyList<string> clean, CheckContext context, IReadOnlyList<Waiver> waivers) =>
        Of(judgement, $"package '{package.Id}' {package.Version}".TrimEnd(), path, Alternatives(path, clean), context, waivers);

    /// <param name="file">As the finding shows it.</param>
    /// <param name="waivers">Those that answer it; empty where something is left to clear.</param>
    public static FindingText OfFile(Judgement judgement, string file, IReadOnlyList<string> path, CheckContext context, IReadOnlyList<Waiver> waivers) =>
        Of(judgement, $"file '{file}'", path, [$"remove or replace '{file}'"], context, waivers);

    /// <param name="assembly">File name of what the project compiled.</param>
    /// <param name="waivers">Those that answer it; empty where something is left to clear.</param>
    public static FindingText OfOwnOutput(Judgement judgement, string assembly, IReadOnlyList<string> path, CheckContext context, IReadOnlyList<Waiver> waivers) =>
        Of(judgement, $"the project's own output '{assembly}'", path, ["remove the import from the source, or what weaves it into the output"], context, waivers);

    /// <param name="use">What in the source stands to the vendor, e.g. <c>method 'Cameras.Init'</c>.</param>
    /// <param name="change">What a developer would take out of the source, e.g. <c>the import</c>.</param>
    /// <param name="waivers">Those that answer it; empty where something is left to clear.</param>
    public static FindingText OfSource(Judgement judgement, string use, string change, CheckContext context, IReadOnlyList<Waiver> waivers) =>
        Of(judgement, use, [], [$"remove or replace {change}"], context, waivers);

    /// <param name="source">What the settings call the package source.</param>
    /// <param name="waivers">Those that answer it; empty where something is left to clear.</param>
    public static FindingText OfPackageSource(Judgement judgement, string source, IReadOnlyList<string> path, CheckContext context, IReadOnlyList<Waiver> waivers) =>
        Of(judgement, $"the restore from package source '{source}'", path, [$"remove or replace the source '{source}'"], context, waivers);

    /// <param name="load">What loads it and where.</param>
    /// <param name="why">Why its target cannot be told.</param>
    public static FindingText UnknownLoad(string load, string why) =>
        new FindingText(Sentence($"{load}, {why}"), Remedy: "write the name as a constant, or make sure by other means what is loaded").Printable();

    /// <param name="folder">That holds all of the files, as the finding shows it.</param>
    /// <param name="waivers">Those that answer it; empty where something is left to clear.</param>
    public static FindingText OfFolder(Judgement judgement, string folder, IReadOnlyList<string> path, CheckContext context, IReadOnlyList<Waiver> waivers) =>
        Of(judgement, $"folder '{folder}'", path, ["remove or replace these files"], context, waivers);

    /// <param name="place">What carries the component.</param>
    /// <param name="path">Empty for source, which is there by itself.</param>
    /// <param name="removals">Ways to be rid of it.</param>
    private static FindingText Of(Judgement judgement, string place, IReadOnlyList<string> path, List<string> removals, CheckContext context, IReadOnlyList<Waiver> waivers)
    {
        var decision = judgement.Decision!;
        return new FindingText(
            $"{Subject(decision.Match, place)} ({Evidence(judgement.Matches, decision.Match)})",
            Named(decision, judgement.Vendor, context),
            Applies(decision, context),
            Duty(decision, context),
            path.Count > 1 ? Path(path) : null,
            waivers.Count > 0 ? null : Remedy(decision, removals),
            waivers.Count > 0 ? string.Join("; ", waivers.Select(Waived)) : null).Printable();
    }

    /// <summary>The same finding, where the baseline has it: it is still there to clear, and nothing new.</summary>
    /// <param name="file">The baseline as messages call it.</param>
    /// <param name="entries">Empty where it does not have it.</param>
    public static FindingText InBaseline(FindingText text, string? file, IReadOnlyList<BaselineEntry> entries) =>
        entries.Count == 0 ? text : (text with { Baseline = $"{file}, line {string.Join(" and ", entries.Select(entry => entry.Place.Line).OrderBy(line => line))}: it was there when the baseline was written, and is still to be reviewed" }).Printable();

    public static FindingText Unverified(string problem, IReadOnlyList<string> path) =>
        new FindingText(Sentence(problem), Path: path.Count > 1 ? Path(path) : null).Printable();

    /// <summary>The component is the subject; what carries it is only the place.</summary>
    private static string Subject(Match match, string place)
    {
        var vendor = match.Vendor.Name;
        var component = match.Product is { } product ? $"'{product.Name}' of {vendor}" : $"software of {vendor}";
        return match.Relation switch
        {
            Relation.Published => Sentence($"{place} is published by {vendor}"),
            Relation.Contains => Sentence($"{component} is contained in {place}"),
            Relation.Binds => Sentence($"{component} is bound by {place}"),
            Relation.Calls => Sentence($"{component} is called by {place}"),
            _ => Sentence($"{place} carries the name of {vendor}"),
        };
    }

    private static string Evidence(IReadOnlyList<Match> matches, Match deciding)
    {
        var texts = matches.OrderBy(match => ReferenceEquals(match, deciding) ? 0 : 1).Select(Evidence).Distinct().ToList();
        var shown = string.Join("; ", texts.Take(MostEvidence));
        return texts.Count > MostEvidence ? $"{shown}; and {texts.Count - MostEvidence} more" : shown;
    }

    /// <summary>What was seen and where.</summary>
    public static string Evidence(Match match)
    {
        var (value, file) = (match.Evidence.Value, match.Evidence.File);
        return match.Indicator.Kind switch
        {
            IndicatorKind.PackageId => $"package id recorded in the rules [{match.Indicator.Source}]",
            IndicatorKind.PackageIdPrefix => $"package id begins with '{match.Indicator.Value}'",
            IndicatorKind.PackageOwner => $"gallery account '{value}' in {file}",
            IndicatorKind.Signer => $"certificate of '{value}' in {file}",
            IndicatorKind.NuspecAuthor => $"author '{value}' in {file}",
            IndicatorKind.Repository => $"repository '{value}' in {file}",
            IndicatorKind.Domain => $"host '{value}' in {file}",
            IndicatorKind.AssemblyName => match.Evidence.Kind == EvidenceKind.AssemblyReference ? $"reference to assembly '{value}' in {file}{Detail(match.Evidence)}" : $"assembly '{value}' as {file}",
            IndicatorKind.PublicKeyToken => match.Evidence.Kind == EvidenceKind.ReferencedPublicKeyToken ? $"reference to an assembly with public key token '{value}' in {file}" : $"public key token '{value}' of {file}",
            IndicatorKind.Company => $"company '{value}' in {file}",
            IndicatorKind.NativeExportPrefix => $"{match.Evidence.Count} {(match.Evidence.Kind == EvidenceKind.NativeEntryPoint ? "imported" : "exported")} functions '{match.Indicator.Value}…' in {file}",
            IndicatorKind.Sha256 => $"SHA-256 of {file}",
            IndicatorKind.ComClass => $"COM class '{value}' in {file}",
            _ => NativeLibrary(match.Evidence),
        };
    }

    private static string NativeLibrary(EvidenceItem evidence)
    {
        if (evidence.Kind == EvidenceKind.NativeImport) return $"import of '{evidence.Value}' in {evidence.File}{Detail(evidence)}";

        // A file can be known by another name than it has.
        return evidence.Detail is { } detail ? $"file {evidence.File} ('{evidence.Value}', {detail})" : $"file {evidence.File}";
    }

    private static string Detail(EvidenceItem evidence) => evidence.Detail is null ? "" : $" ({evidence.Detail})";

    private static string Named(Decision decision, Vendor vendor, CheckContext context)
    {
        var listing = decision.Listing;
        var authority = decision.Authority;
        var citation = authority.Citations.Count > 0 && authority.Citations[0].Text != authority.Title ? $" ({authority.Citations[0].Text})" : "";
        return $"{listing.Named ?? vendor.Name} is named in {authority.Title}{citation}, {Since(decision, context)}{Standing(listing)}";
    }

    private static string Since(Decision decision, CheckContext context)
    {
        if (decision.IsUpcoming(context.AsOf)) return $"{(decision.Reached == Verdict.Prohibited ? "prohibited" : "to be reviewed")} from {decision.From}";
        return decision.Listing.StartKnown || decision.From > decision.Listing.From ? $"in force since {decision.From}" : $"in force since {decision.From} at the latest (the start is not known)";
    }

    private static string Standing(Listing listing) => listing.Status switch
    {
        ListingStatus.Contested => "; the listing is contested",
        ListingStatus.Withdrawn => $"; the listing was withdrawn on {listing.Until}",
        ListingStatus.Superseded => $"; the listing was superseded on {listing.Until}",
        _ => "",
    };

    private static string Applies(Decision decision, CheckContext context)
    {
        string?[] notes = [context.AudienceIsDefault ? "default audience, none was chosen" : null, context.Policy is { } policy ? $"policy {policy.Deciding.Shown}" : null];
        var told = string.Join("; ", notes.Where(note => note is not null));
        var chosen = told.Length > 0 ? $"{decision.Audience} ({told})" : decision.Audience;
        var implied = decision.Bound == decision.Audience ? "" : $", being {decision.Bound},";
        var from = decision.IsUpcoming(context.AsOf) ? " from then on" : "";
        var provision = decision.Provision;
        return provision.Basis == Basis.Text
            ? $"to {chosen}{implied}{from} by its text: {provision.Text}"
            : $"to {chosen}{implied}{from} by interpretation: {provision.Why}";
    }

    /// <summary>Clocks start with the discovery, which is now.</summary>
    private static string? Duty(Decision decision, CheckContext context)
    {
        if (decision.Verdict != Verdict.Prohibited) return null;
        var clauses = decision.Authority.Clauses.Where(clause => clause.Report is not null && !(clause.From > context.AsOf) && !(clause.Until < context.AsOf)).ToList();
        return clauses.Count == 0 ? null : $"report within {string.Join("; within ", clauses.Select(clause => $"{clause.Report} where the contract has clause {clause.Id}"))}";
    }

    private static string Path(IReadOnlyList<string> path) => string.Join(" → ", path);

    private static List<string> Removals(IReadOnlyList<string> path)
    {
        // Steps with a version are packages; a project before them has no version to move to, only a reference of its own to change.
        var first = Math.Max(1, path.Select((step, index) => step.Contains("/") ? index : 0).FirstOrDefault(index => index > 0));
        List<string> ways = [$"remove or replace '{path[first].Split('/')[0]}'{(first > 1 ? $" in project '{path[first - 1]}'" : "")}"];
        if (path.Count > first + 1) ways.Add($"move to a version of it without '{path[path.Count - 1].Split('/')[0]}'");
        return ways;
    }

    private static List<string> Alternatives(IReadOnlyList<string> path, IReadOnlyList<string> clean)
    {
        var asked = path[0].Split('/')[0];
        List<string> ways = [$"take another package than '{asked}'"];
        if (clean.Count > 0) ways.Add($"take version {string.Join(" or ", clean)} of it, which is without this");
        else if (path.Count > 1) ways.Add($"take a version of it without '{path[path.Count - 1].Split('/')[0]}'");
        return ways;
    }

    private static string Remedy(Decision decision, List<string> removals)
    {
        List<string> ways = [.. removals];
        if (decision.Match.Relation == Relation.Name) ways.Add("record who publishes it");
        else if (decision.Provision.Remedy is { } fact) ways.Add($"obtain {fact}");
        return ways.Count == 1 ? ways[0] : $"{string.Join(", ", ways.Take(ways.Count - 1))}, or {ways[ways.Count - 1]}";
    }

    private static string Waived(Waiver waiver) =>
        $"until {waiver.Until} by {waiver.ApprovedBy} under {waiver.Authority} ({RuleNames.Of(waiver.Kind)}{(waiver.Ticket is { Length: > 0 } ticket ? $", {ticket}" : "")}): {waiver.Reason}";

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);
}
