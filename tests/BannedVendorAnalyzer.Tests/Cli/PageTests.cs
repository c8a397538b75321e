using BannedVendorAnalyzer.Cli.Explaining;

namespace BannedVendorAnalyzer.Tests.Cli;

public sealed class PageTests
{
    private readonly Page _page = new();

    [Fact]
    public void LongText_WrapsBelowItsFirstWord()
    {
        _page.Line(2, "label", string.Join(' ', Enumerable.Repeat("eight888", 20)));

        Assert.Equal(["  label       eight888", "              eight888", "              eight888"], Lines.Select(line => line[..22]));
        Assert.All(Lines, line => Assert.InRange(line.Length, 22, 100));
    }

    [Fact]
    public void WideLetters_CountTwice()
    {
        _page.Line(0, $"{new string('杭', 30)} {new string('州', 30)}");

        Assert.Equal(2, Lines.Length);
    }

    [Fact]
    public void Address_IsNeverBroken()
    {
        var address = "https://law.example/" + new string('a', 200);
        _page.Line(2, $"source {address}");

        Assert.Equal(["  source", $"    {address}"], Lines);
    }

    [Fact]
    public void ControlCharacters_DoNotReachATerminal()
    {
        _page.Heading("a\u001b[2Jb");
        _page.Line(2, "x\n", "y\r\nz");

        Assert.Equal(["a?[2Jb", "  x?          y??z"], Lines);
    }

    private string[] Lines => _page.ToString().TrimEnd().Split(Environment.NewLine);
}
