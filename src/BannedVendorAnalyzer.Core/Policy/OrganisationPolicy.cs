using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Policy;

/// <summary>What an organisation decided: the policy file that decides, with everything that it extends.</summary>
/// <param name="Root">Full path of the folder in which the search for it ended.</param>
/// <param name="Files">The deciding one first, each followed by the one that it extends.</param>
/// <param name="Loosenings">Where a file asks for less than the one that it extends, or than one above that it does not extend.</param>
public sealed record OrganisationPolicy(string Root, IReadOnlyList<PolicyFile> Files, IReadOnlyList<PolicyNotice> Loosenings)
{
    /// <summary>Longest time in days for which what is prohibited may be only reported: an adoption that lasts longer is none.</summary>
    private const int MostReportDays = 366;

    private const int DefaultMaxRulesAge = 90;

    public PolicyFile Deciding => Files[0];

    /// <summary>Beside the deciding file; null where there is none.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>Of all files: whoever extends a policy can only be bound by more.</summary>
    public IReadOnlyList<string> Audiences { get; } = [.. Files.SelectMany(file => file.Audiences).Distinct()];

    public IsoDate? AsOf { get; } = Files.Select(file => file.AsOf).FirstOrDefault(day => day is not null);

    /// <summary>Whether what has to be reviewed fails as well.</summary>
    public bool Strict { get; } = Files.Select(file => file.Strict).FirstOrDefault(flag => flag is not null) == true;

    /// <summary>Whether loosening is an error.</summary>
    public bool Locked { get; } = Files.Any(file => file.Locked == true);

    public int? NoticeDays { get; } = Files.Select(file => file.NoticeDays).FirstOrDefault(days => days is not null);

    /// <summary>How old the rules may be on the day of the check, in days.</summary>
    public int MaxRulesAge { get; } = Files.Select(file => file.MaxRulesAge).FirstOrDefault(days => days is not null) ?? DefaultMaxRulesAge;

    /// <summary>The file that says what is done with what is prohibited; null where none does, which means the gate.</summary>
    private PolicyFile? Moded { get; } = Files.FirstOrDefault(file => file.Mode is not null);

    /// <summary>The last day on which what is prohibited is only reported; null where it fails.</summary>
    public IsoDate? ReportUntil => Moded?.ReportUntil;

    public IReadOnlyList<Prohibition> Prohibit { get; } = [.. Files.SelectMany(file => file.Prohibit)];

    public IReadOnlyList<Waiver> Waivers { get; } = [.. Files.SelectMany(file => file.Waivers)];

    /// <summary>Whether what is prohibited is only reported on that day.</summary>
    public bool IsReporting(IsoDate day) => ReportUntil is { } until && day <= until && day.DaysUntil(until) < MostReportDays;

    /// <summary>What is to be said of the policy on that day, whatever project is judged by it.</summary>
    /// <param name="rules">The day on which the rules were last compared with their sources.</param>
    public IEnumerable<PolicyNotice> Notices(IsoDate day, IsoDate rules) =>
        [.. Loosenings, .. ReportNotices(day), .. AgeNotices(day, rules), .. Waivers.SelectMany(waiver => waiver.Flaws().Select(flaw => new PolicyNotice(DiagnosticCatalog.BrokenWaiver, Severity.Error, waiver.Place with { Message = $"the waiver for {waiver.Subject} does not count: {flaw}" })))];

    public IReadOnlyList<Vendor> Vendors { get; } = [.. Files.SelectMany(file => file.Vendors)];

    private IEnumerable<PolicyNotice> AgeNotices(IsoDate day, IsoDate rules)
    {
        if (rules.DaysUntil(day) <= MaxRulesAge) yield break;
        var place = (Files.FirstOrDefault(file => file.MaxRulesAge is not null) ?? Deciding).At("maxRulesAge", $"the rules are of {rules}, {rules.DaysUntil(day)} days before {day}, and may be {MaxRulesAge} days old: update BannedVendorAnalyzer");
        yield return new PolicyNotice(DiagnosticCatalog.OldRules, Severity.Warning, place);
    }

    private IEnumerable<PolicyNotice> ReportNotices(IsoDate day)
    {
        if (IsReporting(day)) yield return PolicyNotice.Loosened(Moded!.At("mode", $"what is prohibited is only reported, until {ReportUntil}; it fails from then on"), isError: false);
        else if (ReportUntil is { } until && day <= until) yield return PolicyNotice.Loosened(Moded!.At("reportUntil", $"{until} is more than {MostReportDays} days away, so what is prohibited fails now; name a nearer day"), isError: true);
    }

    /// <param name="root">As <see cref="Root"/>.</param>
    /// <param name="files">As <see cref="Files"/>; each without a problem of its own.</param>
    /// <param name="notExtended">Policies further up that the search came past, and that none of the files extends; nearest first.</param>
    /// <returns>The policy, or null and what its files say that cannot be together.</returns>
    public static (OrganisationPolicy? Policy, IReadOnlyList<FileProblem> Problems) Of(string root, IReadOnlyList<PolicyFile> files, IReadOnlyList<PolicyFile> notExtended, RuleSet rules)
    {
        List<PolicyNotice> loosenings =
        [
            .. files.SelectMany((file, index) => Loosens(file, [.. files.Skip(index + 1)])),
            .. notExtended.Select(above => PolicyNotice.Loosened(FileProblem.Of(files[0].Path, $"this policy takes the place of '{above.Shown}' and does not extend it"), above.Locked == true)),
        ];
        var policy = new OrganisationPolicy(root, files, loosenings);
        var problems = policy.Problems(rules).ToList();
        return problems.Count > 0 ? (null, problems) : (policy, problems);
    }

    private static IEnumerable<PolicyNotice> Loosens(PolicyFile file, IReadOnlyList<PolicyFile> extended)
    {
        if (extended.Count == 0) yield break;
        var below = new OrganisationPolicy("", extended, []);
        var by = $"'{below.Deciding.Shown}', which this policy extends";
        if (file.Strict == false && below.Strict) yield return PolicyNotice.Loosened(file.At("strict", $"{by}, is strict"), below.Locked);
        if (file.Locked == false && below.Locked) yield return PolicyNotice.Loosened(file.At("locked", $"{by}, is locked, and so is this one"), below.Locked);
        if (file.Mode == PolicyMode.Report && !(file.ReportUntil <= below.ReportUntil)) yield return PolicyNotice.Loosened(file.At("mode", $"{by}, fails earlier"), below.Locked);
        if (file.MaxRulesAge > below.MaxRulesAge) yield return PolicyNotice.Loosened(file.At("maxRulesAge", $"{by}, asks for newer rules"), below.Locked);
        if (file.NoticeDays < (below.NoticeDays ?? CheckContext.DefaultNoticeDays)) yield return PolicyNotice.Loosened(file.At("noticeDays", $"{by}, gives more notice"), below.Locked);
    }

    private IEnumerable<FileProblem> Problems(RuleSet rules)
    {
        if (Locked && Audiences.Count == 0) yield return Files.First(file => file.Locked == true).At("locked", "a locked policy names its 'audiences'");
        var vendors = rules.Vendors.Concat(Vendors).ToLookup(vendor => vendor.Id, StringComparer.Ordinal);
        foreach (var file in Files.Where(file => file.Vendors.Any(vendor => vendors[vendor.Id].Count() > 1)))
            yield return file.At("vendors", "a vendor of this file is also in one that it extends, or that extends it");

        foreach (var prohibition in Prohibit)
        {
            var vendor = vendors[prohibition.Vendor].FirstOrDefault();
            if (vendor is null) yield return prohibition.Place with { Message = $"no vendor '{prohibition.Vendor}' in the rules or under 'vendors'; banned-vendors rules list names those of the rules" };
            else if (prohibition.Product is { } product && !vendor.Products.Any(known => known.Id == product))
                yield return prohibition.Place with { Message = $"'{vendor.Id}' has no product '{product}'; it has: {string.Join(", ", vendor.Products.Select(known => known.Id))}" };
        }

        var known = new HashSet<string>(rules.Authorities.Select(authority => authority.Id).Append(PolicyRules.AuthorityId), StringComparer.Ordinal);
        foreach (var waiver in Waivers.Where(waiver => !waiver.Flaws().Any()))
        {
            if (!vendors.Contains(waiver.Vendor)) yield return waiver.Place with { Message = $"no vendor '{waiver.Vendor}' in the rules or under 'vendors'; banned-vendors rules list names those of the rules" };
            if (!known.Contains(waiver.Authority)) yield return waiver.Place with { Message = $"no authority '{waiver.Authority}' in the rules; banned-vendors rules list names them, and {PolicyRules.AuthorityId} is this policy's own" };
        }

        foreach (var twice in Prohibit.GroupBy(prohibition => (prohibition.Vendor, prohibition.Product)).SelectMany(same => same.Skip(1)))
            yield return twice.Place with { Message = "the same stands here, or in an extended policy, once more" };

        foreach (var file in Files)
            foreach (var idle in file.Vendors.Where(vendor => vendor.Listings.Count == 0 && !Prohibit.Any(prohibition => prohibition.Vendor == vendor.Id)))
                yield return file.At("vendors", $"nothing names vendor '{idle.Id}', so it would never be reported: list it under 'prohibit', or under an authority");
    }
}
