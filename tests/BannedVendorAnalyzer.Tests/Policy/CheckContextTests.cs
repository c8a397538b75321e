using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Tests.Rules;

namespace BannedVendorAnalyzer.Tests.Policy;

public sealed class CheckContextTests
{
    [Theory]
    [InlineData(null, "buyer", true)]
    [InlineData(" ; ,", "buyer", true)]
    [InlineData("buyer", "buyer", false)]
    [InlineData("agency;buyer", "agency buyer", false)]
    [InlineData(" agency , buyer ;agency", "agency buyer", false)]
    public void Audiences_AreSplitAndDefaulted(string? audiences, string expected, bool isDefault)
    {
        var context = Parse(audiences, null).Context!;

        Assert.Equal((expected, isDefault), (string.Join(' ', context.Audiences), context.AudienceIsDefault));
    }

    [Theory]
    [InlineData(null, "2026-11-20")]
    [InlineData(" ", "2026-11-20")]
    [InlineData(" 2018-10-01 ", "2018-10-01")]
    public void AsOf_IsTheDayOrToday(string? asOf, string expected) => Assert.Equal(TestRules.Day(expected), Parse("buyer", asOf).Context!.AsOf);

    [Fact]
    public void UnknownAudienceAndWrongDate_AreBothTold()
    {
        var (context, problems) = Parse("buyers;Agency", "2018-13-01");

        Assert.Null(context);
        Assert.Equal(
            ["unknown audience 'buyers'; known: agency, buyer, bystander", "unknown audience 'Agency'; known: agency, buyer, bystander", "'2018-13-01' is not a date of the form 2024-09-29"],
            problems);
    }

    [Fact]
    public void AudienceThatNoAuthorityBinds_IsAProblem()
    {
        // A clear result would say only that nobody looked.
        Assert.Equal(["no authority in the rules binds 'bystander' yet, so nothing could be found for it"], Parse("agency;bystander", null).Problems);
    }

    /// <summary>Audiences only add up, a day that is asked for counts before the policy's, and nobody can shorten the notice from outside.</summary>
    [Theory]
    [InlineData("{}", null, null, "buyer", "2026-11-20", 365, true)]
    [InlineData("{ \"audiences\": [\"agency\"] }", null, null, "agency", "2026-11-20", 365, false)]
    [InlineData("{ \"audiences\": [\"agency\"] }", "buyer;agency", null, "agency buyer", "2026-11-20", 365, false)]
    [InlineData("{ \"asOf\": \"2027-01-01\" }", null, null, "buyer", "2027-01-01", 365, true)]
    [InlineData("{ \"asOf\": \"2027-01-01\" }", null, "2026-01-01", "buyer", "2026-01-01", 365, true)]
    [InlineData("{ \"noticeDays\": 0 }", null, null, "buyer", "2026-11-20", 0, true)]
    public void Policy_ComesFirstAndOptionsAdd(string policy, string? audiences, string? asOf, string expected, string day, int noticeDays, bool isDefault)
    {
        var context = CheckContext.Parse(PolicySample.Rules, audiences, asOf, TestRules.Day("2026-11-20"), PolicySample.Of(policy)).Context!;

        Assert.Equal((expected, TestRules.Day(day), noticeDays, isDefault), (string.Join(' ', context.Audiences), context.AsOf, context.NoticeDays, context.AudienceIsDefault));
    }

    private static (CheckContext? Context, IReadOnlyList<string> Problems) Parse(string? audiences, string? asOf) =>
        CheckContext.Parse(TestRules.Read(TestRules.Vendor(), TestRules.Ban(TestRules.Provision())), audiences, asOf, TestRules.Day("2026-11-20"));
}
