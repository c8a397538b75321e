using System.Collections.Concurrent;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection.Packages;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Inspection.Policies;

/// <summary>What somebody asks for beside the policy; null or empty where he does not.</summary>
/// <param name="File">Full path of a policy file.</param>
/// <param name="Audiences">Audience ids, separated by <c>;</c> or <c>,</c>.</param>
/// <param name="AsOf">ISO date.</param>
public sealed record PolicyRequest(string? File, string? Audiences, string? AsOf);

/// <summary>By what a project is judged.</summary>
/// <param name="Packages">Packages as read by these rules; projects with the same rules share it.</param>
public sealed record PolicyBasis(RuleSet Rules, CheckContext Context, PackageMemo Packages);

/// <summary>The basis, or why there is none.</summary>
/// <param name="Basis">Null where there are problems or mistakes.</param>
/// <param name="Reading">Of the policy files.</param>
/// <param name="Mistakes">In what was asked for, as sentences without a full stop.</param>
public sealed record PolicyAnswer(PolicyBasis? Basis, PolicyReading Reading, IReadOnlyList<string> Mistakes)
{
    public IReadOnlyList<FileProblem> Problems => Reading.Problems;
}

/// <summary>Says by what each project is judged: rules, policy, audiences and day. Safe for several threads.</summary>
/// <param name="today">The day of the check where neither a policy nor a request names one (UTC).</param>
public sealed class PolicyBook(RuleSet rules, IsoDate today)
{
    private readonly PolicySearch _search = new(rules);
    private readonly ConcurrentDictionary<(OrganisationPolicy?, string?, PolicyRequest), Lazy<PolicyAnswer>> _answers = new();
    private readonly PackageMemo _packages = new(rules.Index);

    public PolicyAnswer Of(string projectPath, PolicyRequest request)
    {
        var reading = _search.Of(Path.GetDirectoryName(projectPath)!, string.IsNullOrWhiteSpace(request.File) ? null : request.File);
        return reading.Problems.Count > 0
            ? new PolicyAnswer(null, reading, [])
            : _answers.GetOrAdd((reading.Policy, reading.PassedOver, request), key => new Lazy<PolicyAnswer>(() => Answer(reading, key.Item3))).Value;
    }

    /// <summary>Full path of the folder in which a search for policies ends that begins in this folder: the root of the repository, where there is one.</summary>
    public string Boundary(string folder) => _search.Boundary(folder);

    private PolicyAnswer Answer(PolicyReading reading, PolicyRequest request)
    {
        var policy = reading.Policy;
        var (context, mistakes) = CheckContext.Parse(rules, request.Audiences, request.AsOf, today, policy);
        if (context is null) return new PolicyAnswer(null, reading, mistakes);
        context = context with { PassedOver = reading.PassedOver };
        var extended = policy is null ? rules : PolicyRules.Extend(rules, policy, context.Audiences);
        return new PolicyAnswer(new PolicyBasis(extended, context, ReferenceEquals(extended, rules) ? _packages : new PackageMemo(extended.Index)), reading, []);
    }
}
