using System.Text;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Tests.Rules;

namespace BannedVendorAnalyzer.Tests.Policy;

public sealed class PolicyReaderTests
{
    [Fact]
    public void EveryMember_IsRead()
    {
        var file = PolicySample.File(PolicySample.Everything);

        Assert.Equal((true, true, true, 400, TestRules.Day("2027-01-01")), (file.IsRoot, file.Strict!.Value, file.Locked!.Value, file.NoticeDays!.Value, file.AsOf!.Value));
        Assert.Equal(["agency"], file.Audiences);
        Assert.Equal(60, file.MaxRulesAge);
        Assert.Equal((BannedVendorAnalyzer.Policy.PolicyMode.Report, TestRules.Day("2027-03-31")), (file.Mode!.Value, file.ReportUntil!.Value));
        Assert.Equal(("eng/base.json", new string('0', 64)), (file.Extends!.File, file.Extends.Sha256));
        var entry = Assert.Single(file.Prohibit);
        Assert.Equal(("initech", "reports", "Decision 12 of the board"), (entry.Vendor, entry.Product, entry.Reason));
        var waiver = Assert.Single(file.Waivers);
        Assert.Equal(("acme", "Acme.Core", "1.0.0", "aGFzaA==", "ban"), (waiver.Vendor, waiver.Content.Name, waiver.Content.Version, waiver.Content.Hash, waiver.Authority));
        Assert.Equal((TestRules.Day("2026-01-01"), TestRules.Day("2026-12-31"), 22), (waiver.From, waiver.Until, waiver.Place.Line));
        Assert.Equal("Initech", Assert.Single(file.Vendors).Name);
    }

    [Fact]
    public void Nothing_IsAPolicy() => Assert.Null(PolicySample.File("{}").Strict);

    /// <summary>As PowerShell 5 writes a file: in an editor nothing looks wrong with it.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Utf16_IsToldAsSuch(bool bigEndian)
    {
        var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: true);
        var (_, problems) = PolicyReader.Read("/repo/banned-vendors.json", [.. encoding.GetPreamble(), .. encoding.GetBytes("{}")], PolicySample.Rules);

        Assert.Equal("banned-vendors.json(1,1): the file is UTF-16; save it as UTF-8", PolicySample.Line(Assert.Single(problems)));
    }

    [Fact]
    public void AllProblems_AreToldTogether()
    {
        Assert.Equal(3, PolicySample.Read("""{ "strict": 1, "locked": 2, "nothing": 3 }""").Problems.Count);
    }
}
