using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Tests.Rules;

namespace BannedVendorAnalyzer.Tests.Findings;

public sealed class VerdictsTests
{
    [Fact]
    public void PackageThatIsRecordedItself_IsDirectOrTransitive()
    {
        foreach (var evidence in new[] { Seen.Id("Acme.Core"), Seen.Owner("acme-gallery"), Seen.Signer("Acme Holding"), Seen.Id("Wrapper.AcmeScan") })
            Assert.Equal(("BVA1001", "BVA1002"), (Code(true, evidence), Code(false, evidence)));
    }

    [Fact]
    public void PackageThatOnlyItsContentsShow_IsOfContents()
    {
        Assert.Equal("BVA1003", Code(true, Seen.Id("Contoso.Scan"), Seen.File("acmescan.dll")));
        Assert.Equal("BVA1003", Code(false, Seen.Import("acmescan")));

        // A prefix that anybody may use does not record the package.
        Assert.Equal("BVA1003", Code(true, Seen.Id("Acme.Other"), Seen.File("acmescan.dll")));
    }

    [Fact]
    public void RecordedPackageWithContents_HasTheLowestCode() => Assert.Equal("BVA1001", Code(true, Seen.File("acmescan.dll"), Seen.Owner("acme-gallery")));

    [Fact]
    public void Review_HasOneCode()
    {
        Assert.Equal("BVA1004", Code(true, Seen.Id("Acme.Other")));
        Assert.Equal("BVA1004", Code(false, Seen.Host("acme.example")));
    }

    private static string Code(bool isDirect, params EvidenceItem[] evidence) => Verdicts.Descriptor(Judging.Under([TestRules.Provision()], evidence), isDirect).Id;
}
