using BannedVendorAnalyzer.Cli.Reports;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection.Policies;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Explaining;

/// <summary>
/// Explains what a word stands for. What it is by an id of ours comes first: a code, a vendor, an authority; then a package that projects have, a vendor by one
/// of its names, and a package id that only the rules know.
/// </summary>
internal sealed class ExplainCommand(ToolHost host)
{
    public int Run(ExplainOptions options)
    {
        var word = options.Word.Trim();
        if (DiagnosticCatalog.All.FirstOrDefault(known => string.Equals(known.Id, word, StringComparison.OrdinalIgnoreCase)) is { } code) return Print(CodePage.Of(code));
        if (JudgingBasis.Read(options.Audience, options.AsOf, host) is not { } basis) return ExitCode.InvalidPolicy;

        var meanings = Meanings.Of(word, basis.Rules);
        var request = new PolicyRequest(options.Policy is { } policy ? Path.GetFullPath(policy, host.WorkingFolder) : null, options.Audience, options.AsOf);
        var search = new PackageSearch(new PolicyBook(basis.Rules, host.Today), request, host, options.Restore);
        var isAsked = options.Paths.Count > 0 || !(meanings.IsId || IsCode(word));
        if (isAsked && PackageKey.Parse(word) is { } key && !search.Look(key, options.Paths)) return ExitCode.WrongUsage;
        foreach (var problem in search.PolicyProblems) host.Error.WriteLine(ProblemLine.Of(problem with { File = host.Relative(problem.File) }));
        if (search.PolicyProblems.Count > 0) return ExitCode.InvalidPolicy;
        return Answer(new Question(word, meanings, search, basis, options.Format == ReportFormat.Json));
    }

    private int Answer(Question question)
    {
        var (meanings, search, basis) = (question.Meanings, question.Search, question.Basis);
        if (meanings.ById is { } vendor) return Print(question, vendor);
        if (meanings.Authority is { } authority) return Print(question.IsForPrograms ? AuthorityJson.Of(authority, basis) : AuthorityPage.Of(authority, basis, question.Also));
        if (search.Packages.Count > 0) return Print(question, search.Packages);
        if (meanings.ByName is [var named, ..]) return Print(question, named);
        if (meanings.AsPackageId is [var match, ..]) return Print(question, [FoundPackage.OfIdAlone(match.Evidence.Value, basis)]);

        host.Error.Write(UnknownWord.Text(question.Word, basis.Rules, search, host));
        return search.NotLookedAt.Count > 0 ? ExitCode.Unverified : ExitCode.WrongUsage;
    }

    private static bool IsCode(string word) => word.StartsWith("BVA", StringComparison.OrdinalIgnoreCase) && word.Skip(3).All(char.IsAsciiDigit);

    private int Print(string page)
    {
        host.Out.Write(page);
        return ExitCode.Clear;
    }

    private int Print(Question question, Vendor vendor) => Print(question.IsForPrograms ? VendorJson.Of(vendor, question.Basis) : VendorPage.Of(vendor, question.Basis, question.Also));

    private int Print(Question question, IReadOnlyList<FoundPackage> packages)
    {
        var (search, basis) = (question.Search, question.Basis);
        host.Out.Write(question.IsForPrograms ? PackageJson.Of(packages, search, basis, host) : PackagePage.Of(packages, search, basis, host, question.Also));
        return search.NotLookedAt.Count > 0 || packages.Any(package => package.Problems.Count > 0) ? ExitCode.Unverified : ExitCode.Clear;
    }

    /// <summary>What was asked, and all that was found to answer it.</summary>
    private sealed record Question(string Word, Meanings Meanings, PackageSearch Search, JudgingBasis Basis, bool IsForPrograms)
    {
        /// <summary>What else it could mean; null where it is nothing.</summary>
        public string? Also => AlsoLine.Of(Word, Meanings, Search);
    }
}
