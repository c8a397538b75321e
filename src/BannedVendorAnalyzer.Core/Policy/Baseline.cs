using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Policy;

/// <summary>Findings to review that an organisation took over as they were; it lies beside the policy that decides.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Utf8">The file as it is.</param>
public sealed record Baseline(string Path, byte[] Utf8, IReadOnlyList<BaselineEntry> Entries)
{
    /// <summary>How messages call it: see <see cref="PolicyFile.Shown"/>.</summary>
    public string Shown { get; init; } = System.IO.Path.GetFileName(Path);

    /// <summary>By the name of their content, for all projects that go by it.</summary>
    internal ILookup<string, BaselineEntry> ByName { get; } = Entries.ToLookup(entry => entry.Content.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Where the baseline of a policy lies: <c>banned-vendors.baseline.json</c> beside <c>banned-vendors.json</c>.</summary>
    public static string PathFor(string policyPath) => System.IO.Path.ChangeExtension(policyPath, ".baseline.json");
}

/// <summary>One question about one content that stays open: the verdict is still review.</summary>
/// <param name="Vendor">Id of the vendor.</param>
/// <param name="Authority">Id of the authority that asks.</param>
/// <param name="From">From when its provision counts; another provision of the same authority is another question.</param>
/// <param name="Place">Where it stands; without a message.</param>
public sealed record BaselineEntry(string Vendor, WaivedContent Content, string Authority, IsoDate From, FileProblem Place)
{
    /// <summary>What it is for, as messages call it.</summary>
    public string Subject => $"{Content} of {Vendor} under {Authority} since {From}";
}
