using System.Text.Json;
using BannedVendorAnalyzer.Cli;
using BannedVendorAnalyzer.Tests.Binaries;
using BannedVendorAnalyzer.Tests.Packages.Signatures;

namespace BannedVendorAnalyzer.Tests.Feeds;

/// <summary>What a package brings in, on a source that is well.</summary>
public sealed class FeedCheckTests : IDisposable
{
    private readonly FeedWorkspace _workspace = new(hashes: true);

    public void Dispose() => _workspace.Dispose();

    /// <summary>A package of 50: a chain, to which leaves are hung; the recorded one stands deep in it, and one is the vendor's by its signature alone.</summary>
    internal static void AddFifty(LoopbackFeed feed)
    {
        for (var step = 1; step <= 8; step++)
        {
            var leaves = Enumerable.Range(1, 5).Select(leaf => $"Contoso.Leaf{step}{leaf}/1.0.0").ToArray();
            feed.Add($"Contoso.Step{step}", "1.0.0", [.. leaves, step < 8 ? $"Contoso.Step{step + 1}/1.0.0" : "QuickNV.HikvisionNetSDK/1.0.1"]);
            foreach (var leaf in leaves)
            {
                var id = leaf.Split('/')[0];
                feed.Add(id, "1.0.0", [], id == "Contoso.Leaf53" ? [(".signature.p7s", SignatureBuilder.Build("AO Kaspersky Lab", null, null))] : []);
            }
        }

        feed.Add("QuickNV.HikvisionNetSDK", "1.0.1");
        feed.Add("Contoso.App", "1.0.0", ["Contoso.Step1/1.0.0"]);
    }

    [Fact]
    public void ClosureOfFifty_IsJudgedWithItsPaths()
    {
        AddFifty(_workspace.Feed);

        var outcome = _workspace.Check("--package", "Contoso.App@1.0.0", "--format", "json");

        Assert.Equal((ExitCode.Prohibited, ""), (outcome.ExitCode, outcome.Error));
        Assert.Equal(
        [
            "BVA1002 prohibited Contoso.App/1.0.0 > Contoso.Step1/1.0.0 > Contoso.Step2/1.0.0 > Contoso.Step3/1.0.0 > Contoso.Step4/1.0.0 > Contoso.Step5/1.0.0 > Contoso.Leaf53/1.0.0",
            "BVA1002 prohibited Contoso.App/1.0.0 > Contoso.Step1/1.0.0 > Contoso.Step2/1.0.0 > Contoso.Step3/1.0.0 > Contoso.Step4/1.0.0 > Contoso.Step5/1.0.0 > Contoso.Step6/1.0.0 > Contoso.Step7/1.0.0 > Contoso.Step8/1.0.0 > QuickNV.HikvisionNetSDK/1.0.1",
        ], FeedWorkspace.Findings(outcome));
        using var report = JsonDocument.Parse(outcome.Output);
        var proposed = report.RootElement.GetProperty("proposed")[0];
        Assert.Equal("Contoso.App@1.0.0 net10.0 1.0.0", string.Join(' ', new[] { "asked", "framework", "version" }.Select(member => proposed.GetProperty(member).GetString())));
        Assert.Equal("local", Assert.Single(proposed.GetProperty("sources").EnumerateArray().ToList()).GetString());
        Assert.Equal(50, proposed.GetProperty("packages").GetArrayLength());
        Assert.Contains("package-sources", report.RootElement.GetProperty("checks").GetProperty("run").EnumerateArray().Select(run => run.GetString()));
        Assert.Equal("Contoso.App@1.0.0", report.RootElement.GetProperty("findings")[0].GetProperty("location").GetProperty("file").GetString());
    }

    [Fact]
    public void Text_TellsWhatIsProposedAndWhatWouldClearIt()
    {
        _workspace.Feed.Add("Contoso.Cameras", "1.0.0", ["QuickNV.HikvisionNetSDK/1.0.1"]);
        _workspace.Feed.Add("QuickNV.HikvisionNetSDK", "1.0.1");

        var outcome = _workspace.Check("--package", "Contoso.Cameras");

        Assert.Equal(ExitCode.Prohibited, outcome.ExitCode);
        Assert.StartsWith("Contoso.Cameras: prohibited BVA1002 [net10.0]", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("  path      Contoso.Cameras/1.0.0 → QuickNV.HikvisionNetSDK/1.0.1", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("  to clear  take another package than 'Contoso.Cameras', take a version of it without 'QuickNV.HikvisionNetSDK', or obtain", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("proposed: Contoso.Cameras: version 1.0.0 for net10.0 brings in 2 packages with itself, from local", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("1 prohibited, 0 unverified, 0 to review. 2 packages and 2 files checked for", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void CleanPackage_IsClear()
    {
        _workspace.Feed.Add("Contoso.Plain", "1.0.0", ["Contoso.Leaf/1.0.0"]);
        _workspace.Feed.Add("Contoso.Leaf", "1.0.0");

        var outcome = _workspace.Check("--package", "Contoso.Plain");

        Assert.Equal(ExitCode.Clear, outcome.ExitCode);
        Assert.Contains("No indicator matched. 2 packages and 2 files checked", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AskedPackageItself_IsTheVendors_AndContentsAreRead()
    {
        _workspace.Feed.Add("Kaspersky.CaptchaMixer", "1.0.0");
        _workspace.Feed.Add("Contoso.Capture", "1.0.0", [], ("runtimes/linux-x64/native/libhcnetsdk.so", new ElfBuilder { Name = "libcontoso.so" }.Build()));

        var outcome = _workspace.Check("--package", "Kaspersky.CaptchaMixer", "--package", "Contoso.Capture@1.0.0", "--format", "json");

        Assert.Equal(ExitCode.Prohibited, outcome.ExitCode);
        Assert.Equal(["BVA1001 prohibited Kaspersky.CaptchaMixer/1.0.0", "BVA1003 prohibited Contoso.Capture/1.0.0"], FeedWorkspace.Findings(outcome));
    }

    [Fact]
    public void NothingIsAskedTwice_AndNothingStaysOnDisk()
    {
        AddFifty(_workspace.Feed);

        _workspace.Check("--package", "Contoso.App", "--package", "Contoso.Step1");

        var requests = _workspace.Feed.Requests;
        Assert.Equal(requests.Distinct().Order(), requests.Order());
        Assert.Equal(1 + 50 * 4, requests.Count);
        Assert.Equal(["NuGet.config"], Directory.GetFileSystemEntries(_workspace.Folder.Root).Select(Path.GetFileName));
    }

    [Fact]
    public void OnATerminal_PackagesAreCounted()
    {
        AddFifty(_workspace.Feed);

        var error = _workspace.Check(FeedWorkspace.Patient, new Cli.SteppingClock(TimeSpan.FromSeconds(2)), progress: true, "--package", "Contoso.App").Error;

        Assert.Contains("\rchecking 50/50 ", error, StringComparison.Ordinal);
        Assert.EndsWith(" \r", error, StringComparison.Ordinal);
    }
}
