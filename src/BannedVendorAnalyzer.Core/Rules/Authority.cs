namespace BannedVendorAnalyzer.Rules;

/// <summary>A legal instrument.</summary>
/// <param name="Published">When it became known to the public; nobody is told of it as of an earlier date.</param>
/// <param name="Checked">When its text was last compared with the source.</param>
public sealed record Authority(
    string Id,
    string Title,
    string Issuer,
    string Jurisdiction,
    Effect Effect,
    IsoDate Published,
    IReadOnlyList<Citation> Citations,
    IsoDate Checked,
    IReadOnlyList<Clause> Clauses,
    IReadOnlyList<Provision> Provisions)
{
    /// <summary>False for effects that are named in explanations and never make a finding.</summary>
    public bool CanDecide => Effect is not (Effect.Export or Effect.Securities or Effect.Advice);
}

/// <param name="Text">How the source is cited, e.g. <c>89 FR 52434</c>.</param>
public sealed record Citation(string Text, string Url, Grade Grade);

/// <summary>A contract clause that carries the authority.</summary>
/// <param name="Report">How soon a discovery must be reported, e.g. <c>3 business days</c>.</param>
public sealed record Clause(string Id, IsoDate? From, IsoDate? Until, string? Report);

/// <summary>One thing that an authority says.</summary>
/// <param name="Until">Last day in force, inclusive.</param>
/// <param name="Part">Where set, only listings of that part, or of none, come under it.</param>
/// <param name="Classes">Product classes covered; empty covers all but <paramref name="Except"/>.</param>
/// <param name="Why">Why an interpretation reads the text so.</param>
/// <param name="Remedy">What fact would clear a finding under it.</param>
/// <param name="Reach">Verdict by relation; a relation that is absent is not reached.</param>
public sealed record Provision(
    IsoDate From,
    IsoDate? Until,
    IReadOnlyList<string> Audiences,
    string? Part,
    IReadOnlyList<string> Classes,
    IReadOnlyList<string> Except,
    string Text,
    Basis Basis,
    string? Why,
    string? Remedy,
    IReadOnlyDictionary<Relation, Verdict> Reach)
{
    public bool CoversEveryClass => Classes.Count == 0 && Except.Count == 0;

    public bool Covers(string productClass) => Classes.Count == 0 ? !Except.Contains(productClass) : Classes.Contains(productClass);
}
