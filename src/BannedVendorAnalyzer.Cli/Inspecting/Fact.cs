using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Inspecting;

/// <summary>Something that was seen, whether or not any rule knows it.</summary>
/// <param name="Kind">Kind of the evidence as in reports, or the name of what is no evidence, as <c>export-count</c>.</param>
/// <param name="Count">Of how many functions; null where nothing was counted.</param>
/// <param name="Detail">More about the place; null when there is nothing to add.</param>
/// <param name="Matches">Indicators that it meets.</param>
internal sealed record Fact(string Kind, string Value, int? Count, string? Detail, IReadOnlyList<Match> Matches)
{
    public static Fact Plain(string kind, string value, string? detail = null) => new(kind, value, null, detail, []);
}
