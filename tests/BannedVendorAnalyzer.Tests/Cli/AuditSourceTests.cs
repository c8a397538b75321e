using System.Text.Json;
using BannedVendorAnalyzer.Cli;

namespace BannedVendorAnalyzer.Tests.Cli;

public sealed class AuditSourceTests : IDisposable
{
    private const string Url = "https://audit.example/source";
    private const string Id = "quicknv.hikvisionnetsdk";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Source_LeadsFromTheServiceIndexToTheProhibitedIds()
    {
        var outcome = Export("site");

        Assert.Equal(ExitCode.Clear, outcome.ExitCode);
        Assert.Contains("for us-federal-contractor (default) as of 2026-11-20", outcome.Output, StringComparison.Ordinal);
        var resource = Assert.Single(Json("site/index.json").GetProperty("resources").EnumerateArray());
        Assert.Equal(("VulnerabilityInfo/6.7.0", $"{Url}/vulnerabilities/index.json"), (Text(resource, "@type"), Text(resource, "@id")));
        var page = Assert.Single(Json("site/vulnerabilities/index.json").EnumerateArray());
        Assert.Equal($"{Url}/vulnerabilities/{Text(page, "@name")}.json", Text(page, "@id"));
        var advisory = Assert.Single(Ids("site").GetProperty(Id).EnumerateArray());
        Assert.Equal(($"{Url}/packages/{Id}.html", 3, "(, )"), (Text(advisory, "url"), advisory.GetProperty("severity").GetInt32(), Text(advisory, "versions")));
    }

    /// <summary>Clients, lookalikes, prefixes and what others are told do not warn anybody.</summary>
    [Theory]
    [InlineData("viennanet.kasperskyscanengine.client")]
    [InlineData("kaspersky")]
    [InlineData("aliyun.oss.sdk.netcore")]
    public void WhatIsNotProhibitedByItsId_IsLeftOut(string id) => Assert.False(Exported().TryGetProperty(id, out _));

    [Fact]
    public void AudienceAndDay_DecideWhatIsWritten()
    {
        Assert.True(Exported().TryGetProperty("kaspersky.captchamixer", out _));
        Assert.False(Exported("--as-of", "2018-09-30").TryGetProperty("kaspersky.captchamixer", out _));
        Assert.False(Exported("--audience", "us-person").TryGetProperty("kaspersky.captchamixer", out _));
    }

    /// <summary>A prefix means no id; the packages that were seen under it do, where it is known how these stand to the vendor.</summary>
    [Fact]
    public void IdsSeenUnderAPrefix_AreWrittenWhereTheyAreProhibited()
    {
        _folder.Write("banned-vendors.json", """{ "root": true, "prohibit": [{ "vendor": "alipay", "from": "2026-01-01", "reason": "Decision 12 <of> the board" }] }""");

        Assert.True(Exported().TryGetProperty("xamarinlibrary.xamarin.ios.alipay.utils", out _));
        Assert.False(Exported().TryGetProperty("xamarinlibrary.xamarin.ios.alipay", out _));
        Assert.False(Exported().TryGetProperty("xamarinlibrary.xamarin.ios.alipay.example", out _));
        Assert.Contains("Decision 12 &lt;of&gt; the board", File.ReadAllText(_folder["site/packages/xamarinlibrary.xamarin.ios.alipay.utils.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Page_SaysWhoIsNamedWhereSinceWhenAndBySources()
    {
        Export("site");

        var page = File.ReadAllText(_folder[$"site/packages/{Id}.html"]);
        Assert.Contains("is named in Section 889 of the FY2019 NDAA (Pub. L. 115-232), in force since 2019-08-13", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://www.congress.gov/", page, StringComparison.Ordinal);
        Assert.Contains($"&lt;NuGetAuditSuppress Include=&quot;{Url}/packages/{Id}.html&quot; /&gt;", page, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"{Url}/packages/{Id}.html\">QuickNV.HikvisionNetSDK</a>", File.ReadAllText(_folder["site/index.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public void SameInput_GivesTheSameBytes()
    {
        Export("one");
        Export("two");
        Export("two");

        Assert.Equal(Files("one"), Files("two"));
        Assert.All(Files("one"), file => Assert.Equal(File.ReadAllBytes(_folder[$"one/{file}"]), File.ReadAllBytes(_folder[$"two/{file}"])));
    }

    /// <summary>What NuGet has kept of the page before is kept by its name.</summary>
    [Fact]
    public void EarlierExport_IsReplacedByAPageOfAnotherName()
    {
        Export("site");
        _folder.Write("site/CNAME", "audit.example");
        var before = Files("site");

        Assert.Equal(ExitCode.Clear, Export("site", "--audience", "us-person").ExitCode);

        var after = Files("site");
        Assert.Equal("audit.example", File.ReadAllText(_folder["site/CNAME"]));
        Assert.DoesNotContain($"packages/{Id}.html", after);
        Assert.Single(after, file => file.StartsWith("vulnerabilities/", StringComparison.Ordinal) && !before.Contains(file));
        Assert.Equal(3, after.Count(file => !file.StartsWith("packages/", StringComparison.Ordinal) && !file.StartsWith("vulnerabilities/", StringComparison.Ordinal) && file != "CNAME"));
    }

    [Fact]
    public void FolderOfSomebodyElse_IsNotTouched()
    {
        _folder.Write("site/index.html", "mine");

        var outcome = Export("site");

        Assert.Equal((ExitCode.WrongUsage, "mine"), (outcome.ExitCode, File.ReadAllText(_folder["site/index.html"])));
        Assert.Contains("holds files that no export wrote; name a new or empty folder", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(["index.html"], Files("site"));
    }

    [Fact]
    public void FileOfSomebodyElseInAnEarlierExport_IsNotOverwritten()
    {
        Export("site", "--audience", "us-person");
        _folder.Write($"site/packages/{Id}.html", "mine");

        var outcome = Export("site");

        Assert.Equal((ExitCode.WrongUsage, "mine"), (outcome.ExitCode, File.ReadAllText(_folder[$"site/packages/{Id}.html"])));
        Assert.Contains("was written by no export", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatAnEarlierExportLacks_IsWrittenAgain()
    {
        Export("site");
        Directory.Delete(_folder["site/packages"], recursive: true);

        Assert.Equal(ExitCode.Clear, Export("site", "--audience", "us-person").ExitCode);
        Assert.NotEmpty(Directory.GetFiles(_folder["site/packages"]));
    }

    [Theory]
    [InlineData("banned-vendors audit-source\n../mine.txt\n")]
    [InlineData("banned-vendors audit-source\npackages/../../mine.txt\n")]
    [InlineData("mine")]
    public void MarkerThatNoExportWrote_IsNotBelieved(string marker)
    {
        _folder.Write("mine.txt", "mine");
        _folder.Write("site/banned-vendors-export.txt", marker);

        var outcome = Export("site");

        Assert.Equal((ExitCode.WrongUsage, true), (outcome.ExitCode, File.Exists(_folder["mine.txt"])));
        Assert.Contains("is not as an export writes it", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void LinkInTheFolder_IsNotFollowed()
    {
        Export("site");
        Directory.Delete(_folder["site/packages"], recursive: true);
        Directory.CreateDirectory(_folder["mine"]);
        Directory.CreateSymbolicLink(_folder["site/packages"], _folder["mine"]);

        Assert.Equal(ExitCode.WrongUsage, Export("site").ExitCode);
        Assert.Empty(Files("mine"));
    }

    [Theory]
    [InlineData("audit")]
    [InlineData("file:///audit")]
    [InlineData("https://user:word@audit.example/")]
    [InlineData("https://user:word@audit.example:port/")]
    [InlineData("https://audit.example/?x=1")]
    [InlineData("https://audit.example/vendors/index.json")]
    public void AddressThatNuGetCannotFetchFrom_IsWrongUsage(string url)
    {
        var outcome = ToolWorkspace.Run(_folder.Root, "export", "audit-source", "site", "--url", url);

        Assert.Equal(ExitCode.WrongUsage, outcome.ExitCode);
        Assert.StartsWith("--url: ", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("word@", outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["site"]));
    }

    [Fact]
    public void AddressIsRequired() => Assert.Equal(ExitCode.WrongUsage, ToolWorkspace.Run(_folder.Root, "export", "audit-source", "site").ExitCode);

    [Theory]
    [InlineData("--audience", "nobody")]
    [InlineData("--policy", "none.json")]
    [InlineData("--as-of", "2020-01-01", """{ "root": true, "audiences": ["us-person"], "locked": true }""")]
    public void WhatCannotBeJudgedBy_WritesNothing(string option, string value, string? policy = null)
    {
        if (policy is not null) _folder.Write("banned-vendors.json", policy);

        Assert.Equal(ExitCode.InvalidPolicy, Export("site", option, value).ExitCode);
        Assert.False(Directory.Exists(_folder["site"]));
    }

    private JsonElement Exported(params string[] more)
    {
        Assert.Equal(ExitCode.Clear, Export("site", more).ExitCode);
        return Ids("site");
    }

    private ToolOutcome Export(string folder, params string[] more) => ToolWorkspace.Run(_folder.Root, ["export", "audit-source", folder, "--url", Url, .. more]);

    private JsonElement Ids(string folder) => Json($"{folder}/{Text(Json($"{folder}/vulnerabilities/index.json")[0], "@id")[(Url.Length + 1)..]}");

    private JsonElement Json(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(_folder[file]));
        return json.RootElement.Clone();
    }

    private List<string> Files(string folder) =>
        [.. Directory.GetFiles(_folder[folder], "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_folder[folder], file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
