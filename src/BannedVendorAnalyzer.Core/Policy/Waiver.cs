using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Policy;

/// <summary>On what a waiver rests.</summary>
public enum WaiverKind
{
    /// <summary>The authority does not reach this use; the reason says why.</summary>
    NotApplicable,

    /// <summary>The authority excludes it, in words that are quoted.</summary>
    Exclusion,

    /// <summary>A government granted it.</summary>
    GovernmentWaiver,

    /// <summary>It will be removed by a day.</summary>
    Remediation,
}

/// <summary>A reviewed, dated and reasoned exception for one content of one package under one authority.</summary>
/// <param name="Version">Exactly, as the assets file writes it.</param>
/// <param name="Sha512">Base64 hash of the package's content, as the assets file writes it.</param>
/// <param name="Quote">The words of the authority; null where the kind has none.</param>
/// <param name="Grantor">Who granted it; null where the kind has none.</param>
/// <param name="Number">Under which number it was granted; null where the kind has none.</param>
/// <param name="Removal">By when it will be removed; null where the kind has none.</param>
/// <param name="From">The first day, inclusive.</param>
/// <param name="Until">The last day, inclusive.</param>
/// <param name="Place">Where it stands; without a message.</param>
public sealed record Waiver(
    string Vendor,
    string Package,
    string Version,
    string Sha512,
    string Authority,
    WaiverKind Kind,
    string Reason,
    string ApprovedBy,
    string? Ticket,
    string? Quote,
    string? Grantor,
    string? Number,
    IsoDate? Removal,
    IsoDate From,
    IsoDate Until,
    FileProblem Place)
{
    /// <summary>Longest time in days: whoever answers for an exception looks at it again once a year.</summary>
    public const int MostDays = 366;

    /// <summary>How many days ahead the end is announced where the policy gives no notice of its own.</summary>
    public const int DefaultNoticeDays = 30;

    public bool IsValidOn(IsoDate day) => From <= day && day <= Until;

    /// <summary>What it is for, as messages call it.</summary>
    public string Subject => $"'{Package}' {Version} under {Authority}";

    /// <summary>What keeps it from being accepted whatever the day, as sentences without a full stop.</summary>
    public IEnumerable<string> Flaws()
    {
        if (IsPattern(Vendor) || IsPattern(Package) || IsPattern(Version) || IsPattern(Authority)) yield return "too broad: a waiver is for one vendor, one package, one version and one authority";
        if (From.DaysUntil(Until) >= MostDays) yield return $"too long: {From} to {Until} is more than {MostDays} days";
        if (Until > Removal) yield return $"too long: it is to be removed by {Removal}, and the waiver lasts until {Until}";
        if (IsEmpty(Reason)) yield return "without a reason: fill in 'reason'";
        if (IsEmpty(ApprovedBy)) yield return "approved by nobody: fill in 'approvedBy'";
        if (Kind == WaiverKind.Exclusion && IsEmpty(Quote)) yield return "an exclusion quotes the words of the authority: fill in 'quote'";
        if (Kind == WaiverKind.GovernmentWaiver && (IsEmpty(Grantor) || IsEmpty(Number))) yield return "a government waiver names who granted it under which number: fill in 'grantor' and 'number'";
        if (Kind == WaiverKind.Remediation && Removal is null) yield return "a remediation says by when: fill in 'removal'";
    }

    private static bool IsEmpty(string? text) => string.IsNullOrWhiteSpace(text);

    private static bool IsPattern(string text) => IsEmpty(text) || text.IndexOfAny(['*', '?', '[', ']', '(', ')', ',', ';']) >= 0;
}
