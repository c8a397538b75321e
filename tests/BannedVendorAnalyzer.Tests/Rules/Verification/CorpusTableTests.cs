using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Rules.Verification;

namespace BannedVendorAnalyzer.Tests.Rules.Verification;

public sealed class CorpusTableTests
{
    [Fact]
    public void Package_IsEverythingThatWasSeenOfIt()
    {
        var row = Assert.Single(CorpusTable.Read("t.tsv", "id\tauthors\towners\tauthor_certificate\trepository_url\tnative_libraries\nA.B\tJo, Co\tco\tA:CN=x, O=\"Co, Ltd\", C=US\thttps://host.example/co\ta.dll;b.so\n"));

        Assert.Equal("t.tsv:2", row.Place);
        Assert.Equal(
            [
                (EvidenceKind.PackageId, "A.B"), (EvidenceKind.NuspecAuthor, "Jo"), (EvidenceKind.NuspecAuthor, "Co"), (EvidenceKind.PackageOwner, "co"), (EvidenceKind.Signer, "Co, Ltd"),
                (EvidenceKind.Repository, "https://host.example/co"), (EvidenceKind.NativeFile, "a.dll"), (EvidenceKind.NativeFile, "b.so"),
            ],
            row.Evidence.Select(evidence => (evidence.Kind, evidence.Value)));
    }

    [Theory]
    [InlineData("id\tlabel\nA\tlookalike", true)]
    [InlineData("id\tlabel\nA\tunrelated", true)]
    [InlineData("id\tlabel\nA\tvendor", false)]
    [InlineData("id\tlabel\nA", false)]
    [InlineData("id\nA", true)]
    [InlineData("module_as_written\tmatch\nA\tno", true)]
    [InlineData("module_as_written\tmatch\nA\tambiguous", true)]
    [InlineData("module_as_written\tmatch\nA\tyes", false)]
    [InlineData("package\tcase\nA\tb", false)]
    public void Label_SaysWhetherARowIsUnrelated(string table, bool isUnrelated) => Assert.Equal(isUnrelated, Assert.Single(CorpusTable.Read("t.tsv", table)).IsUnrelated);

    [Theory]
    [InlineData("")]
    [InlineData("id\tid\r\n")]
    public void TableWithoutRows_IsEmpty(string table) => Assert.Empty(CorpusTable.Read("t.tsv", table));

    [Fact]
    public void OddTables_AreReadAsFarAsTheyGo()
    {
        var row = Assert.Single(CorpusTable.Read("t.tsv", "id\tid\r\nA\tB\tC\r\n\r\n"));

        Assert.Equal(("A", ""), (row["id"], row["owners"]));
    }
}
