using System.Text.RegularExpressions;
using BannedVendorAnalyzer.Diagnostics;

namespace BannedVendorAnalyzer.Rules.Verification;

/// <summary>
/// Software is judged by organisations, not by people. An account or author name must share a word with what the file says of the
/// company. That keeps most personal names out and not all: a person may be called like a company, and only a reviewer sees that.
/// </summary>
internal static class PersonCheck
{
    private const int ShortestPart = 3;

    private static readonly IndicatorKind[] MayBePersons = [IndicatorKind.NuspecAuthor, IndicatorKind.PackageOwner, IndicatorKind.Repository];

    /// <summary>Words that many companies and people have in their names.</summary>
    private static readonly HashSet<string> Common = new(
        [
            "and", "api", "app", "apps", "beijing", "china", "client", "cloud", "com", "communication", "communications", "core", "data", "dev", "device", "digital", "electronics", "for", "github", "gitee", "gitlab",
            "global", "group", "hangzhou", "holding", "holdings", "international", "internet", "lab", "labs", "library", "mobile", "moscow", "net", "network", "networks", "open", "org", "platform", "russia", "sdk",
            "security", "service", "services", "shanghai", "shenzhen", "smart", "software", "solution", "solutions", "source", "system", "systems", "team", "tech", "technologies", "technology", "the", "tools", "web",
        ],
        StringComparer.Ordinal);

    // git@ is how repositories are addressed over SSH.
    private static readonly Regex MailAddress = new(@"\b(?!git@)[\w.%+-]+@([a-z0-9-]+\.)+[a-z]{2,}\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    public static IEnumerable<FileProblem> Find(ReadVerification read)
    {
        var addresses = read.Texts.Where(text => MailAddress.IsMatch(text.Value)).Select(text => text.Problem($"'{MailAddress.Match(text.Value).Value}' is a mail address; rules name no persons: take it out"));
        return addresses.Concat(read.Vendors.SelectMany(vendor => Accounts(read, vendor)));
    }

    private static IEnumerable<FileProblem> Accounts(ReadVerification read, Vendor vendor)
    {
        var words = new HashSet<string>(Words(vendor).Where(word => word.Length > 1 && !Common.Contains(word)), StringComparer.Ordinal);
        return ReadVerification.Indicators(vendor).Where(indicator => MayBePersons.Contains(indicator.Kind) && !IsTied(Account(indicator), words))
            .Select(indicator => read.Problem(indicator, $"{RuleNames.Of(indicator.Kind)} '{indicator.Value}' shares no word with the names, products and domains of '{vendor.Id}' and may be a person's; add the name that ties it to the company, or take it out"));
    }

    private static IEnumerable<string> Words(Vendor vendor)
    {
        var domains = ReadVerification.Indicators(vendor).Where(indicator => indicator.Kind == IndicatorKind.Domain).Select(indicator => NameMatcher.Host(indicator.Value)).ToList();
        var names = vendor.Entities.SelectMany(entity => entity.Names).Concat(vendor.Products.Select(product => product.Name)).Append(vendor.Name).Append(vendor.Id);
        return names.SelectMany(Parts).Concat(names.Select(Joined))
            .Concat(domains.Select(Joined)).Concat(domains.SelectMany(host => host.Split('.').Reverse().Skip(1)).SelectMany(Parts));
    }

    /// <summary>A long word may be part of a longer one (<c>AcmeCloud</c>) or be cut short; a short one must stand by itself.</summary>
    private static bool IsTied(string account, HashSet<string> words)
    {
        var joined = Joined(account);
        return Parts(account).Any(words.Contains)
            || words.Any(word => word.Length >= ShortestPart && joined.IndexOf(word, StringComparison.Ordinal) >= 0)
            || (joined.Length >= ShortestPart && !Common.Contains(joined) && words.Any(word => word.StartsWith(joined, StringComparison.Ordinal)));
    }

    /// <summary>Of a repository the host and its owner: anybody may name a project after a company.</summary>
    private static string Account(Indicator indicator) =>
        indicator.Kind == IndicatorKind.Repository ? string.Join(" ", NameMatcher.Repository(indicator.Value).Split('/').Take(2)) : indicator.Value;

    private static IEnumerable<string> Parts(string name) => OrganisationName.Words(name);

    private static string Joined(string name) => NameMatcher.Organisation(name);
}
