using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Policy;

namespace BannedVendorAnalyzer.Inspection.Policies;

/// <summary>What was found of a policy.</summary>
/// <param name="Policy">Null where there is none, or where it has problems: nothing may be judged then.</param>
/// <param name="Problems">Of all files that were read.</param>
public sealed record PolicyReading(OrganisationPolicy? Policy, IReadOnlyList<FileProblem> Problems)
{
    public static readonly PolicyReading None = new(null, []);

    /// <summary>The deciding file, each followed by the one that it extends, as far as they could be followed; empty where there is none.</summary>
    public IReadOnlyList<PolicyFile> Files { get; init; } = [];

    /// <summary>Full path of the folder in which the search ended; empty where there is no policy.</summary>
    public string Root { get; init; } = "";

    /// <summary>Full path of a policy further up that does not count: see <see cref="CheckContext.PassedOver"/>.</summary>
    public string? PassedOver { get; init; }

    /// <summary>Those problems that whoever has the texts of <see cref="Files"/> sees as well, without looking at any other file.</summary>
    public IReadOnlyList<FileProblem> InText { get; init; } = [];
}
