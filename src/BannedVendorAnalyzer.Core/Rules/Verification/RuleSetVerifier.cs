using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Json;

namespace BannedVendorAnalyzer.Rules.Verification;

/// <summary>Everything that can be said of rules without a person: the reader's problems and what a correct file may still have wrong.</summary>
public static class RuleSetVerifier
{
    private static readonly Func<ReadVerification, IEnumerable<FileProblem>>[] Checks =
    [
        FormCheck.Find, SourceCheck.Find, WordingCheck.Find, PersonCheck.Find, DateCheck.Find, OrderCheck.Find, NameCheck.Find, MarkCheck.Find, SelfTestCheck.Find,
        UnrelatedCheck.Find, UseCheck.Find,
    ];

    /// <returns>Every problem of the files, in the order of files and lines.</returns>
    public static IReadOnlyList<FileProblem> Verify(RuleVerification input)
    {
        var own = new HashSet<string>(input.Files.Select(file => file.Path), StringComparer.Ordinal);
        var taken = input.Base.Where(file => own.Contains(file.Path)).ToList();
        var places = new JsonPlaces();
        var (rules, problems) = RuleSetReader.ReadAll([.. input.Base.Except(taken), .. input.Files], places);
        var texts = input.Files.SelectMany(RuleText.Of).ToList();
        var read = new ReadVerification(
            rules,
            [.. rules.Vendors.Where(vendor => own.Contains(places.File(vendor)))],
            [.. rules.Authorities.Where(authority => own.Contains(places.File(authority)))],
            texts,
            new HashSet<string>(problems.Select(problem => problem.File), StringComparer.Ordinal),
            input.Unrelated,
            input.Today,
            places);

        var placeholders = texts.Where(IsPlaceholder).Select(text => text.Problem($"fill in '{text.Value}'")).ToList();
        // A line with something to fill in is not looked at further: what else is wrong there follows from that.
        var open = new HashSet<(string, int)>(placeholders.Select(problem => (problem.File, problem.Line)));
        var others = problems.Concat(Checks.SelectMany(check => check(read))).Where(problem => !open.Contains((problem.File, problem.Line)));
        return
        [
            .. placeholders.Concat(others).Concat(taken.Select(file => FileProblem.Of(file.Path, "the rules of the program have this id; give the file and its id another name")))
                .Distinct()
                .OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line).ThenBy(problem => problem.Column).ThenBy(problem => problem.Message, StringComparer.Ordinal),
        ];
    }

    /// <summary>What a new file has instead of facts.</summary>
    private static bool IsPlaceholder(RuleText text) => text.Value.Length > 2 && text.Value[0] == '<' && text.Value[text.Value.Length - 1] == '>';
}
