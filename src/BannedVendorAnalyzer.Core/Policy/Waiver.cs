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

/// <summary>What is waived: one content of a package, or of a file that comes without one, or what the code of a project imports.</summary>
/// <param name="Name">Id of the package; path of the file or project from the folder in which the search for the policy ended, with <c>/</c>.</param>
/// <param name="Version">Exactly, as the assets file writes it; empty for files and imports.</param>
/// <param name="Hash">SHA-512 of the package's content in base64, as the assets file writes it; SHA-256 of the file in lower-case hexadecimal. Empty where it is not known, which no waiver fits, and for imports.</param>
public sealed record WaivedContent(bool IsFile, string Name, string Version, string Hash)
{
    /// <summary>Library, COM class, host or beginning of function names, as the code writes it; null for packages and files.</summary>
    public string? Import { get; init; }

    /// <param name="project">As <see cref="Name"/>.</param>
    /// <param name="import">As <see cref="Import"/>.</param>
    public static WaivedContent OfImport(string project, string import) => new(false, project, "", "") { Import = import };

    public bool HasNameOf(WaivedContent other) => IsFile == other.IsFile && Same(Name, other.Name) && ImportForm(NameMatcher.NativeLibrary) == other.ImportForm(NameMatcher.NativeLibrary);

    public bool Fits(WaivedContent other) => HasNameOf(other) && HasVersionOf(other) && Hash == other.Hash && ImportForm(NameMatcher.FileName) == other.ImportForm(NameMatcher.FileName);

    public bool HasVersionOf(WaivedContent other) => Same(Version, other.Version);

    public override string ToString()
    {
        if (Import is not null) return $"'{Import}' in '{Name}'";
        return IsFile ? $"'{Name}'" : $"'{Name}' {Version}";
    }

    /// <summary>Braces around a CLSID do not count, whatever else it is.</summary>
    private string? ImportForm(Func<string, string> form) => Import is null ? null : form(NameMatcher.ComClass(Import));

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A reviewed, dated and reasoned exception for one content under one authority.</summary>
/// <param name="Quote">The words of the authority; null where the kind has none.</param>
/// <param name="Grantor">Who granted it; null where the kind has none.</param>
/// <param name="Number">Under which number it was granted; null where the kind has none.</param>
/// <param name="Removal">By when it will be removed; null where the kind has none.</param>
/// <param name="From">The first day, inclusive.</param>
/// <param name="Until">The last day, inclusive.</param>
/// <param name="Place">Where it stands; without a message.</param>
public sealed record Waiver(
    string Vendor,
    WaivedContent Content,
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
    public string Subject => $"{Content} under {Authority}";

    /// <summary>What keeps it from being accepted whatever the day, as sentences without a full stop.</summary>
    public IEnumerable<string> Flaws()
    {
        if (IsPattern(Vendor) || IsPattern(Content) || IsPattern(Authority)) yield return "too broad: a waiver is for one vendor, one content and one authority";
        if (From.DaysUntil(Until) >= MostDays) yield return $"too long: {From} to {Until} is more than {MostDays} days";
        if (Until > Removal) yield return $"too long: it is to be removed by {Removal}, and the waiver lasts until {Until}";
        if (IsEmpty(Reason)) yield return "without a reason: fill in 'reason'";
        if (IsEmpty(ApprovedBy)) yield return "approved by nobody: fill in 'approvedBy'";
        if (Kind == WaiverKind.Exclusion && IsEmpty(Quote)) yield return "an exclusion quotes the words of the authority: fill in 'quote'";
        if (Kind == WaiverKind.GovernmentWaiver && (IsEmpty(Grantor) || IsEmpty(Number))) yield return "a government waiver names who granted it under which number: fill in 'grantor' and 'number'";
        if (Kind == WaiverKind.Remediation && Removal is null) yield return "a remediation says by when: fill in 'removal'";
    }

    /// <summary>Names of files may hold brackets, and none leads out of the folder that the policy is for.</summary>
    private static bool IsPattern(WaivedContent content)
    {
        if (content.Import is { } import) return IsPatternOfFile(content.Name) || IsEmpty(import) || import.IndexOfAny(['*', '?']) >= 0;
        return IsEmpty(content.Hash) || (content.IsFile ? IsPatternOfFile(content.Name) : IsPattern(content.Name) || IsPattern(content.Version));
    }

    private static bool IsPatternOfFile(string path) => IsEmpty(path) || path.IndexOfAny(['*', '?', '\\']) >= 0 || path.Split('/').Any(step => step is "" or "." or "..");

    private static bool IsEmpty(string? text) => string.IsNullOrWhiteSpace(text);

    private static bool IsPattern(string text) => IsEmpty(text) || text.IndexOfAny(['*', '?', '[', ']', '(', ')', ',', ';']) >= 0;
}
