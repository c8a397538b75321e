using BannedVendorAnalyzer.Cli.Explaining;

namespace BannedVendorAnalyzer.Tests.Cli;

public sealed class NearestTests
{
    [Theory]
    [InlineData("", "abc", 3)]
    [InlineData("abc", "abc", 0)]
    [InlineData("hikvisoin", "hikvision", 1)]
    [InlineData("kaspersky", "kasperski", 1)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ab", "ba", 1)]
    public void Edits_AreCounted(string left, string right, int expected)
    {
        Assert.Equal(expected, Nearest.Edits(left, right));
        Assert.Equal(expected, Nearest.Edits(right, left));
    }

    [Fact]
    public void NearestComeFirst_AndAtMostThree() =>
        Assert.Equal(["acme", "acmee", "acmes"], Of("acme", "acmee", "acmes", "Acne", "acme", "ACME", "contoso"));

    [Theory]
    [InlineData("zzzz")]
    [InlineData("ac")]
    public void FarWords_AreNotOffered(string word) => Assert.Empty(Of(word, "acme"));

    private static IEnumerable<string> Of(string word, params string[] known) => Nearest.Of(word, known.Select(name => (name, "vendor"))).Select(near => near.Word);
}
