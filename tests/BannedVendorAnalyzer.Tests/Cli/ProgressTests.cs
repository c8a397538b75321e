namespace BannedVendorAnalyzer.Tests.Cli;

public sealed class ProgressTests : IDisposable
{
    private readonly ToolWorkspace _workspace = new();

    public ProgressTests()
    {
        foreach (var number in Enumerable.Range(1, 60)) _workspace.Clean($"P{number:00}");
    }

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void OnATerminal_AfterASecond_OneLineIsWrittenOverAndErased()
    {
        var error = _workspace.Check(new SteppingClock(TimeSpan.FromSeconds(2)), progress: true).Error;
        Assert.DoesNotContain('\n', error);
        Assert.Contains("\rchecking 60/60 P", error, StringComparison.Ordinal);
        Assert.EndsWith($"\r{new string(' ', "checking 60/60 P60.csproj".Length)}\r", error, StringComparison.Ordinal);
    }

    [Fact]
    public void FilesOfAFolder_AreCounted()
    {
        foreach (var number in Enumerable.Range(1, 60)) _workspace.Files.Write($"publish/{number:00}.dll", "text");

        var error = _workspace.Check(new SteppingClock(TimeSpan.FromSeconds(2)), progress: true, "publish").Error;
        Assert.Contains("\rchecking 60/60 ", error, StringComparison.Ordinal);
        Assert.EndsWith(" \r", error, StringComparison.Ordinal);
    }

    [Fact]
    public void WithinASecond_NothingIsShown()
    {
        Assert.Empty(_workspace.Check(new SteppingClock(TimeSpan.FromMilliseconds(1)), progress: true).Error);
    }

    [Fact]
    public void AtMostTenTimesASecond_ItIsWritten()
    {
        var clock = new SteppingClock(TimeSpan.FromMilliseconds(40));
        var shown = _workspace.Check(clock, progress: true).Error.Split("checking ").Length - 1;
        Assert.InRange(shown, 2, (clock.Elapsed.TotalMilliseconds - 1000) / 100 + 1);
    }

    [Fact]
    public void RedirectedOrQuiet_NothingIsShown()
    {
        Assert.Empty(_workspace.Check(new SteppingClock(TimeSpan.FromSeconds(2)), progress: false).Error);
        Assert.Empty(_workspace.Check(new SteppingClock(TimeSpan.FromSeconds(2)), progress: true, "--verbosity", "quiet").Error);
    }

    [Fact]
    public void LongNames_AreCutBeforeTheyWrap()
    {
        var name = new string('L', 120);
        _workspace.Clean(name);
        var error = _workspace.Check(new SteppingClock(TimeSpan.FromSeconds(2)), progress: true, name).Error;
        Assert.All(error.Split('\r'), line => Assert.InRange(line.Length, 0, 79));
        Assert.Contains("checking 1/1 LLL", error, StringComparison.Ordinal);
    }
}
