using System.Text;
using BannedVendorAnalyzer.Cli.Reports;
using BannedVendorAnalyzer.Inspection;

namespace BannedVendorAnalyzer.Cli.Exporting;

/// <summary>
/// The files of a NuGet V3 source with nothing but <c>VulnerabilityInfo</c> (learn.microsoft.com/nuget/api/vulnerability-info), and a page for each advisory. The same for the same
/// rules, audiences, day and address.
/// </summary>
internal static class AuditSource
{
    public const string ServiceIndex = "index.json";

    /// <summary>NuGet's <c>critical</c>, which restore reports as NU1904.</summary>
    private const int Critical = 3;

    /// <summary>The indicators know no versions.</summary>
    private const string EveryVersion = "(, )";

    /// <param name="url">Where the folder will be served, with <c>/</c> at the end.</param>
    /// <returns>Path, relative with <c>/</c>, and content.</returns>
    public static IReadOnlyDictionary<string, string> Files(IReadOnlyList<Advisory> advisories, JudgingBasis basis, string url)
    {
        // Clients keep what they have fetched by the name of the page: another content has another name.
        var list = List(advisories, url);
        var name = FileHash.Sha256(Encoding.UTF8.GetBytes(list))[..16];
        var page = $"vulnerabilities/{name}.json";
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [ServiceIndex] = Service($"{url}vulnerabilities/index.json"),
            ["vulnerabilities/index.json"] = Index(name, url + page, basis),
            [page] = list,
            ["index.html"] = AdvisoryPage.OfAll(advisories, basis, url),
        };
        foreach (var advisory in advisories) files[advisory.Page] = AdvisoryPage.Of(advisory, basis, PageUrl(advisory, url));
        return files;
    }

    public static string PageUrl(Advisory advisory, string url) => url + string.Join('/', advisory.Page.Split('/').Select(Uri.EscapeDataString));

    private static string Service(string index) => JsonText.Plain(json =>
    {
        json.WriteStartObject();
        json.WriteString("version", "3.0.0");
        JsonText.Objects(json, "resources", [index], id =>
        {
            json.WriteString("@id", id);
            json.WriteString("@type", "VulnerabilityInfo/6.7.0");
        });
        json.WriteEndObject();
    });

    private static string Index(string name, string page, JudgingBasis basis) => JsonText.Plain(json =>
    {
        json.WriteStartArray();
        json.WriteStartObject();
        json.WriteString("@name", name);
        json.WriteString("@id", page);
        json.WriteString("@updated", $"{basis.Context.AsOf}T00:00:00Z");
        json.WriteString("comment", $"Package ids that are prohibited for {TextReport.Basis(basis.Context, basis.Rules)}");
        json.WriteEndObject();
        json.WriteEndArray();
    });

    private static string List(IReadOnlyList<Advisory> advisories, string url) => JsonText.Plain(json =>
    {
        json.WriteStartObject();
        foreach (var advisory in advisories)
            JsonText.Objects(json, advisory.Key, [PageUrl(advisory, url)], page =>
            {
                json.WriteString("url", page);
                json.WriteNumber("severity", Critical);
                json.WriteString("versions", EveryVersion);
            });
        json.WriteEndObject();
    });
}
