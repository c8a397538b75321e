using BannedVendorAnalyzer.Json;

namespace BannedVendorAnalyzer.Tests.Json;

public sealed class TextPositionTests
{
    /// <summary>The place is where <c>^</c> stands.</summary>
    [Theory]
    [InlineData("^", 1, 1)]
    [InlineData("ab^c", 1, 3)]
    [InlineData("a\n^b", 2, 1)]
    [InlineData("a\r\nbc^", 2, 3)]
    [InlineData("a\r\n\r\n^b", 3, 1)]
    [InlineData("é华😀^x", 1, 4)]
    [InlineData("華\néé^", 2, 3)]
    [InlineData("\uFEFFa^b", 1, 2)]
    [InlineData("\uFEFF^ab", 1, 1)]
    public void Place_IsCountedInLinesAndCharacters(string marked, int line, int column)
    {
        var before = JsonWalk.Bytes(marked[..marked.IndexOf('^', StringComparison.Ordinal)]);

        Assert.Equal(new TextPosition(line, column), TextPosition.Of(JsonWalk.Bytes(marked.Replace("^", "", StringComparison.Ordinal)), before.Length));
    }

    [Fact]
    public void OffsetBehindTheEnd_IsTheEnd() => Assert.Equal(new TextPosition(2, 2), TextPosition.Of("a\nb"u8.ToArray(), 99));
}
