using System.Text;
using BannedVendorAnalyzer.Inspection.Packages;

namespace BannedVendorAnalyzer.Tests.Packages;

public sealed class NuspecReaderTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" xmlns=\"http://schemas.microsoft.com/packaging/2010/07/nuspec.xsd\"")]
    [InlineData(" xmlns=\"http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd\"")]
    public void Nuspec_IsReadInEveryNamespace(string ns)
    {
        var nuspec = Read($"<package{ns}><metadata><id>X</id><authors>Ann, Bob &amp; Co ,, Zoë</authors><repository type=\"git\" url=\"https://github.com/x/y.git\" /></metadata></package>");

        Assert.Equal(["Ann", "Bob & Co", "Zoë"], nuspec.Authors);
        Assert.Equal("https://github.com/x/y.git", nuspec.RepositoryUrl);
    }

    [Theory]
    [InlineData("<authors><![CDATA[Ann & Bob]]></authors>")]
    [InlineData("<authors>\n  <![CDATA[Ann & Bob]]>\n</authors>")]
    [InlineData("<authors>Ann <!-- and --><![CDATA[& Bob]]></authors>")]
    public void AuthorsInPieces_AreReadWhole(string authors) => Assert.Equal(["Ann & Bob"], Read($"<package><metadata>{authors}</metadata></package>").Authors);

    [Theory]
    [InlineData("<authors /><repository />")]
    [InlineData("<authors></authors><repository url=\" \" />")]
    [InlineData("<dependencies><authors>Ann</authors><repository url=\"https://x\" /></dependencies>")]
    public void NothingSaid_IsNothingRead(string metadata)
    {
        var nuspec = Read($"<package><metadata>{metadata}</metadata></package>");

        Assert.Empty(nuspec.Authors);
        Assert.Null(nuspec.RepositoryUrl);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("id: X", 1)]
    [InlineData("<package>\n<metadata>\n<authors>Ann", 3)]
    [InlineData("<package>\n<metadata>\n</package>", 3)]
    [InlineData("<!DOCTYPE package>\n<package />", 1)]
    [InlineData("<?xml version=\"1.0\"?>\n<!DOCTYPE p [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>\n<package><metadata><authors>&a;</authors></metadata></package>", 2)]
    [InlineData("<package><metadata>\n<authors>&unknown;</authors></metadata></package>", 2)]
    [InlineData("<?xml version=\"1.0\" encoding=\"utf-99\"?><package />", 1)]
    public void BrokenNuspec_IsAProblemWithItsLine(string text, int line)
    {
        var (nuspec, problem) = NuspecReader.Parse("x.nuspec", Encoding.UTF8.GetBytes(text));

        Assert.Null(nuspec);
        Assert.Equal(("x.nuspec", line), (problem!.File, problem.Line));
        var what = text.Contains("DOCTYPE", StringComparison.Ordinal) ? "declares a document type, which no nuspec needs" : "is not well-formed XML";
        Assert.Equal($"the nuspec {what}; restore the package again from a source you trust", problem.Message);
    }

    [Fact]
    public void BytesInAnUnknownEncoding_AreAProblem()
    {
        foreach (byte[] bytes in new byte[][] { [0x4C, 0x6F, 0xA7, 0x94, 0x93], [0x3C, 0x70, 0xFF, 0xFE, 0x3E], [0x00, 0x00, 0xFE, 0xFF], [0xFF, 0xFE, 0x00] })
            Assert.NotNull(NuspecReader.Parse("x.nuspec", bytes).Problem);
    }

    [Fact]
    public void EveryTruncation_IsAProblem()
    {
        var bytes = "<?xml version=\"1.0\"?><package><metadata><authors>Ann<![CDATA[, Bob]]></authors></metadata></package>"u8.ToArray();

        Assert.DoesNotContain(Enumerable.Range(0, bytes.Length), length => NuspecReader.Parse("x.nuspec", bytes[..length]).Problem is null);
    }

    private static Nuspec Read(string text)
    {
        var (nuspec, problem) = NuspecReader.Parse("x.nuspec", Encoding.UTF8.GetBytes(text));
        Assert.Null(problem);
        return nuspec!;
    }
}
