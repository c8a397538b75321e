using System.Text.Json;
using BannedVendorAnalyzer.Cli;
using BannedVendorAnalyzer.Tests.Projects;

namespace BannedVendorAnalyzer.Tests.Cli;

public sealed class ExplainJsonTests : IDisposable
{
    private readonly ToolWorkspace _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void Package_HasEvidencePathsAndProvisions()
    {
        _tool.Files.Restore("App", _tool.Files.Assets("App", "Contoso.Video").Video("Contoso.Scan").Scan());

        var root = Explain("Contoso.Scan", "App");
        var package = root.GetProperty("packages")[0];

        Assert.Equal("package", Text(root, "explained"));
        Assert.Equal(("1.0.0", "prohibited", false, false), (Text(package, "version"), Text(package, "verdict"), package.GetProperty("byIdAlone").GetBoolean(), package.GetProperty("signed").GetBoolean()));
        Assert.Equal("kaspersky", Text(package.GetProperty("evidence").EnumerateArray().Single(item => item.TryGetProperty("matches", out _)).GetProperty("matches")[0], "vendor"));
        Assert.Equal(["us-ndaa18-1634", "us-icts-kaspersky"], package.GetProperty("judgements")[0].GetProperty("decides").EnumerateArray().Select(decision => Text(decision, "authority")));
        Assert.Contains("au-pspf-002-2025", package.GetProperty("judgements")[0].GetProperty("doesNotDecide").EnumerateArray().Select(miss => Text(miss, "authority")));
        Assert.Equal(["App", "Contoso.Video/1.0.0", "Contoso.Scan/1.0.0"], package.GetProperty("places")[0].GetProperty("paths")[0].EnumerateArray().Select(step => step.GetString()));
        Assert.Equal("BVA1003", Text(package.GetProperty("places")[0].GetProperty("findings")[0], "code"));
    }

    [Fact]
    public void RecordedIdInNoProject_HasNoVersion()
    {
        var package = Explain("Hik.Api").GetProperty("packages")[0];

        Assert.True(package.GetProperty("byIdAlone").GetBoolean());
        Assert.False(package.TryGetProperty("version", out _));
    }

    [Fact]
    public void Vendor_HasVerdictsListingsAndMarksWithWholeSources()
    {
        var root = Explain("hikvision");

        Assert.Equal(("vendor", "hikvision"), (Text(root, "explained"), Text(root, "id")));
        Assert.Equal("prohibited", Text(root.GetProperty("published")[0].GetProperty("verdicts")[0], "verdict"));
        Assert.Equal("us-889", Text(root.GetProperty("listings")[0], "authority"));
        var marks = root.GetProperty("products").EnumerateArray().SelectMany(product => product.GetProperty("indicators").EnumerateArray());
        Assert.Contains("gallery page: QuickNV.HikvisionNetSDK", marks.Select(mark => Text(mark, "source")));
    }

    [Fact]
    public void Authority_HasProvisionsClausesAndVendors()
    {
        var root = Explain("us-889");

        Assert.Equal(("authority", "us-889"), (Text(root, "explained"), Text(root, "id")));
        Assert.Equal("prohibited", Text(root.GetProperty("provisions")[0].GetProperty("reach"), "binds"));
        Assert.Contains("72 hours", root.GetProperty("clauses").EnumerateArray().Select(clause => clause.TryGetProperty("report", out var report) ? report.GetString() : null));
        Assert.Contains("hikvision", root.GetProperty("vendors").EnumerateArray().Select(vendor => Text(vendor, "id")));
    }

    [Theory]
    [InlineData("kaspersky")]
    [InlineData("us-icts-kaspersky")]
    public void Json_IsTheSameToTheByte(string word) => Assert.Equal(_tool.Explain(word, "--format", "json").Output, _tool.Explain(word, "--format", "json").Output);

    private JsonElement Explain(params string[] arguments)
    {
        var outcome = _tool.Explain([.. arguments, "--format", "json"]);
        Assert.Equal((ExitCode.Clear, ""), (outcome.ExitCode, outcome.Error));
        using var document = JsonDocument.Parse(outcome.Output);
        var root = document.RootElement.Clone();
        Assert.Equal(1, root.GetProperty("schema").GetInt32());
        return root;
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
