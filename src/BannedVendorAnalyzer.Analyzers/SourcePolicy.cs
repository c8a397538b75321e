using System.Globalization;
using System.Text;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using RuleSet = BannedVendorAnalyzer.Rules.RuleSet;

namespace BannedVendorAnalyzer.Analyzers;

/// <summary>The policy as the build hands it to the compiler: its files as texts, each with its place in the order in which they extend each other.</summary>
/// <param name="Policy">Null where there is none, or none that may be judged by.</param>
/// <param name="Problems">Of the texts, with their full paths.</param>
/// <param name="MayJudge">Whether nothing is wrong or missing. What is missing is the build's to tell: the way to a file cannot be seen here.</param>
internal sealed record SourcePolicy(OrganisationPolicy? Policy, IReadOnlyList<FileProblem> Problems, bool MayJudge)
{
    private const string Mark = "build_metadata.AdditionalFiles.BannedVendorPolicy";

    private Dictionary<string, AdditionalText> Texts { get; init; } = [];

    public static SourcePolicy Read(AnalyzerOptions options, RuleSet rules, CancellationToken cancellation)
    {
        var marked = options.AdditionalFiles.Select(text => Marked(text, options)).OfType<(int Index, string Shown, AdditionalText Text)>().GroupBy(one => one.Index).Select(same => same.First()).OrderBy(one => one.Index).ToList();
        if (marked.Count == 0) return new SourcePolicy(null, [], true);

        var problems = new List<FileProblem>();
        var files = new List<PolicyFile>();
        foreach (var (_, shown, text) in marked)
        {
            // An editor may have taken the extension away that the build saw.
            if (files.Count > 0 && files[files.Count - 1].Extends is null) break;
            if (text.GetText(cancellation) is not { } content) return new SourcePolicy(null, [], false);
            var (file, wrong) = PolicyReader.Read(text.Path, Encoding.UTF8.GetBytes(content.ToString()), rules);
            files.Add(file with { Shown = shown });
            problems.AddRange(wrong);
        }

        OrganisationPolicy? policy = null;
        if (problems.Count == 0 && files[files.Count - 1].Extends is null)
        {
            (policy, var contradictions) = OrganisationPolicy.Of("", files, [], rules);
            problems.AddRange(contradictions);
        }

        return new SourcePolicy(policy, problems, policy is not null) { Texts = marked.ToDictionary(one => one.Text.Path, one => one.Text, StringComparer.Ordinal) };
    }

    /// <summary>A place in one of the policy files, for the compiler.</summary>
    public Location Locate(FileProblem place, CancellationToken cancellation)
    {
        var position = new LinePosition(Math.Max(0, place.Line - 1), Math.Max(0, place.Column - 1));
        var lines = Texts.TryGetValue(place.File, out var text) ? text.GetText(cancellation)?.Lines : null;
        var start = position.Line < lines?.Count ? Math.Min(lines[position.Line].Start + position.Character, lines[position.Line].End) : 0;
        return Location.Create(place.File, new TextSpan(start, 0), new LinePositionSpan(position, position));
    }

    private static (int, string, AdditionalText)? Marked(AdditionalText text, AnalyzerOptions options)
    {
        if (!options.AnalyzerConfigOptionsProvider.GetOptions(text).TryGetValue(Mark, out var value) || string.IsNullOrWhiteSpace(value)) return null;
        var colon = value.IndexOf(':');
        return colon > 0 && int.TryParse(value.Substring(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? (index, value.Substring(colon + 1), text) : null;
    }
}
