using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Findings;

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
        var search = new PackageSearch(basis, host, options.Restore);
        var isAsked = options.Paths.Count > 0 || !(meanings.IsId || IsCode(word));
        if (isAsked && PackageKey.Parse(word) is { } key && !search.Look(key, options.Paths)) return ExitCode.WrongUsage;
        return Answer(word, meanings, search, basis);
    }

    private int Answer(string word, Meanings meanings, PackageSearch search, JudgingBasis basis)
    {
        var also = AlsoLine.Of(word, meanings, search);
        if (meanings.ById is { } vendor) return Print(VendorPage.Of(vendor, basis, also));
        if (meanings.Authority is { } authority) return Print(AuthorityPage.Of(authority, basis, also));
        if (search.Packages.Count > 0) return Print(search.Packages, search, basis, also);
        if (meanings.ByName is [var named, ..]) return Print(VendorPage.Of(named, basis, also));
        if (meanings.AsPackageId is [var match, ..]) return Print([FoundPackage.OfIdAlone(match.Evidence.Value, new Judge(basis.Rules, basis.Context))], search, basis, also);

        host.Error.Write(UnknownWord.Text(word, basis.Rules, search, host));
        return search.NotLookedAt.Count > 0 ? ExitCode.Unverified : ExitCode.WrongUsage;
    }

    private static bool IsCode(string word) => word.StartsWith("BVA", StringComparison.OrdinalIgnoreCase) && word.Skip(3).All(char.IsAsciiDigit);

    private int Print(string page)
    {
        host.Out.Write(page);
        return ExitCode.Clear;
    }

    private int Print(IReadOnlyList<FoundPackage> packages, PackageSearch search, JudgingBasis basis, string? also)
    {
        host.Out.Write(PackagePage.Of(packages, search, basis, host, also));
        return search.NotLookedAt.Count > 0 || packages.Any(package => package.Problems.Count > 0) ? ExitCode.Unverified : ExitCode.Clear;
    }
}
