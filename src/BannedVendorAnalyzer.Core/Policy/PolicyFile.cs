using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Policy;

/// <summary>One <c>banned-vendors.json</c> as it stands, without what it extends. Members that it does not have are null or empty.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Utf8">The file as it is.</param>
/// <param name="Offsets">Where the members of the outermost object stand, by name.</param>
public sealed record PolicyFile(string Path, byte[] Utf8, IReadOnlyDictionary<string, int> Offsets)
{
    /// <summary>How the file is called where it is searched for.</summary>
    public const string Name = "banned-vendors.json";

    /// <summary>How messages call it: relative to the folder in which the search ended, with <c>/</c>; the file name where it lies elsewhere.</summary>
    public string Shown { get; init; } = System.IO.Path.GetFileName(Path);

    /// <summary>Whether the search ends with its folder.</summary>
    public bool IsRoot { get; init; }

    public PolicyExtension? Extends { get; init; }

    public IReadOnlyList<string> Audiences { get; init; } = [];

    public IsoDate? AsOf { get; init; }

    public bool? Strict { get; init; }

    public bool? Locked { get; init; }

    public int? NoticeDays { get; init; }

    /// <summary>How old the rules may be, in days.</summary>
    public int? MaxRulesAge { get; init; }

    public PolicyMode? Mode { get; init; }

    /// <summary>The last day of <see cref="PolicyMode.Report"/>, inclusive; null in any other mode.</summary>
    public IsoDate? ReportUntil { get; init; }

    public IReadOnlyList<Prohibition> Prohibit { get; init; } = [];

    /// <summary>Vendors that the rules do not have.</summary>
    public IReadOnlyList<Vendor> Vendors { get; init; } = [];

    public IReadOnlyList<Waiver> Waivers { get; init; } = [];

    /// <summary>A problem at a member, or with the file as a whole where it does not have it.</summary>
    public FileProblem At(string member, string message) =>
        Offsets.TryGetValue(member, out var offset) ? FileProblem.At(Path, Utf8, offset, message) : FileProblem.Of(Path, message);
}

/// <summary>Another policy file that this one goes by.</summary>
/// <param name="File">Path from the folder of the file that extends it.</param>
/// <param name="Sha256">Lower-case hexadecimal hash of the other file; null where it is not pinned.</param>
public sealed record PolicyExtension(string File, string? Sha256);

/// <summary>A vendor or product that the organisation bans, whatever the law says.</summary>
/// <param name="Product">Null for everything of the vendor.</param>
/// <param name="From">The first day on which it counts.</param>
/// <param name="Reason">Why, in the organisation's own words.</param>
/// <param name="Place">Where it stands; without a message.</param>
public sealed record Prohibition(string Vendor, string? Product, IsoDate From, string Reason, FileProblem Place);
