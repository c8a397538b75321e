using BannedVendorAnalyzer.Inspection.Policies;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Selftest;

/// <summary>What is planted, so that a gate which works must stop at both.</summary>
/// <param name="Audiences">Those of the request, and the default audience where nothing is prohibited for the organisation's own.</param>
/// <param name="IsForOthers">Whether that audience had to be added.</param>
public sealed record Plants(PlantedPackage Package, PlantedMark Import, string? Audiences, bool IsForOthers)
{
    /// <param name="request">What the build files of the folder ask for.</param>
    /// <returns>Null where nothing recorded is prohibited on that day.</returns>
    public static Plants? For(string project, PolicyRequest request, PolicyBook policies, RuleSet rules)
    {
        if (Of(project, request, policies, rules) is { } own) return own;
        var added = Of(project, request with { Audiences = $"{request.Audiences};{rules.DefaultAudience}" }, policies, rules);
        return added is null ? null : added with { IsForOthers = true };
    }

    private static Plants? Of(string project, PolicyRequest request, PolicyBook policies, RuleSet rules) =>
        policies.Of(project, request).Basis is { } basis
        && PlantedMark.PackageId(rules, basis) is { } package
        && PlantedMark.ImportedLibrary(rules, basis) is { } import
            ? new Plants(new PlantedPackage(package), import, request.Audiences, IsForOthers: false)
            : null;
}
