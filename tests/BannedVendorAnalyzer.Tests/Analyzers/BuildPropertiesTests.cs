namespace BannedVendorAnalyzer.Tests.Analyzers;

/// <summary>For whom and as of when the analyzer judges.</summary>
public sealed class BuildPropertiesTests
{
    private const string Kaspersky = """
        internal static class Native { [System.Runtime.InteropServices.DllImport("kavehost")] private static extern int Init(); }
        """;

    [Fact]
    public async Task WithoutProperties_TheDefaultAudienceAndTheDayOfTheRulesCount()
    {
        var message = await Message();

        Assert.Contains("Applies to us-federal-contractor (default audience, none was chosen) ", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("us-person", "2024-08-01", "", "BVA1004", "prohibited from 2024-09-29")]
    [InlineData("us-person", "2024-08-01", "2024-09-29", "BVA2001", "in force since 2024-09-29")]
    [InlineData("us-texas-state, us-person", "2026-11-20", "", "BVA2001", "in force since ")]
    public async Task AudienceAndDay_Decide(string audiences, string today, string asOf, string code, string standing)
    {
        var diagnostic = Assert.Single(await Diagnose(("_BannedVendorAudienceList", audiences), ("_BannedVendorToday", today), ("BannedVendorAsOf", asOf)));

        Assert.Equal(code, diagnostic.Id);
        Assert.Contains(standing, SourceTest.Message(diagnostic), StringComparison.Ordinal);
    }

    /// <summary>The gate has said so by then (BVA0002, BVA0007).</summary>
    [Theory]
    [InlineData("_BannedVendorAudienceList", "us-contractor")]
    [InlineData("BannedVendorAsOf", "yesterday")]
    [InlineData("BannedVendorCheck", "false")]
    public async Task WrongOptionsAndASwitch_LeaveNothingToJudge(string property, string value) => Assert.Empty(await Diagnose((property, value)));

    private static async Task<string> Message(params (string, string)[] properties) => SourceTest.Message(Assert.Single(await Diagnose(properties)));

    private static Task<System.Collections.Immutable.ImmutableArray<Microsoft.CodeAnalysis.Diagnostic>> Diagnose(params (string Name, string Value)[] properties) =>
        (SourceTest.CSharp with { Properties = properties.ToDictionary(property => property.Name, property => property.Value) }).Diagnose(Kaspersky);
}
