using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Tests.Rules;

public sealed class NameMatcherTests
{
    [Theory]
    [InlineData("https://github.com/KasperskyLab/CaptchaMixer")]
    [InlineData("https://github.com/KasperskyLab/CaptchaMixer/")]
    [InlineData("https://github.com/KasperskyLab/CaptchaMixer.git")]
    [InlineData("http://www.GitHub.com/kasperskylab/captchamixer.git/")]
    [InlineData("git://github.com/KasperskyLab/CaptchaMixer.git")]
    [InlineData("git+ssh://git@github.com/KasperskyLab/CaptchaMixer.git")]
    [InlineData("ssh://git@github.com/KasperskyLab/CaptchaMixer.git")]
    [InlineData("git@github.com:KasperskyLab/CaptchaMixer.git")]
    [InlineData("https://user:token@github.com/KasperskyLab/CaptchaMixer")]
    [InlineData("  github.com/KasperskyLab/CaptchaMixer  ")]
    public void Repository_IsHostOwnerAndName(string url) => Assert.Equal("github.com/kasperskylab/captchamixer", NameMatcher.Repository(url));

    [Theory]
    [InlineData("https://github.com/acme/at@sign", "github.com/acme/at@sign")]
    [InlineData("", "")]
    public void OddRepository_IsLeftReadable(string url, string expected) => Assert.Equal(expected, NameMatcher.Repository(url));

    [Theory]
    [InlineData("opentip.kaspersky.com")]
    [InlineData("OpenTip.Kaspersky.COM.")]
    [InlineData("https://opentip.kaspersky.com/api/v1?x=a:b")]
    [InlineData("wss://opentip.kaspersky.com:443/")]
    [InlineData("opentip.kaspersky.com#top")]
    [InlineData("https://user:token@opentip.kaspersky.com/")]
    public void Host_IsTheNameAlone(string value) => Assert.Equal("opentip.kaspersky.com", NameMatcher.Host(value));

    [Fact]
    public void ShorterAtSegment_GoesOverWholeSegmentsFromTheLongest()
    {
        Assert.Equal(["a.bc.d", "a.bc", "a"], Forms("a.bc.d"));
        Assert.Equal(["abc"], Forms("abc"));
        Assert.Equal([".a"], Forms(".a"));
        Assert.Empty(Forms(""));

        static IEnumerable<string> Forms(string value)
        {
            for (var length = value.Length; length > 0; length = NameMatcher.ShorterAtSegment(value, length, '.')) yield return value[..length];
        }
    }

    [Fact]
    public void ParentLabel_GoesOverWholeLabelsFromTheLongest()
    {
        Assert.Equal(["a.bc.d", "bc.d", "d"], Forms("a.bc.d"));
        Assert.Equal(["localhost"], Forms("localhost"));
        Assert.Empty(Forms(""));

        static IEnumerable<string> Forms(string host)
        {
            for (var start = 0; start < host.Length; start = NameMatcher.ParentLabel(host, start)) yield return host[start..];
        }
    }

    [Fact]
    public void Identifier_PassesOverCaseAndSpace() => Assert.Equal("acme.core", NameMatcher.Identifier(" Acme.CORE "));
}
