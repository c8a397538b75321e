using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Tests.Rules;

namespace BannedVendorAnalyzer.Tests.Policy;

/// <summary>What makes a waiver one that does not count, whatever the day.</summary>
public sealed class WaiverTests
{
    [Theory]
    [InlineData("reason:\"\"", "without a reason: fill in 'reason'")]
    [InlineData("reason:\" \"", "without a reason: fill in 'reason'")]
    [InlineData("approvedBy:\"\"", "approved by nobody: fill in 'approvedBy'")]
    [InlineData("package:\"Acme.*\"", "too broad: a waiver is for one vendor, one content and one authority")]
    [InlineData("version:\"*\"", "too broad: a waiver is for one vendor, one content and one authority")]
    [InlineData("version:\"[1.0.0,2.0.0)\"", "too broad: a waiver is for one vendor, one content and one authority")]
    [InlineData("vendor:\"\"", "too broad: a waiver is for one vendor, one content and one authority")]
    [InlineData("authority:\"*\"", "too broad: a waiver is for one vendor, one content and one authority")]
    [InlineData("until:\"2027-01-02\"", "too long: 2026-01-01 to 2027-01-02 is more than 366 days")]
    [InlineData("kind:\"exclusion\"", "an exclusion quotes the words of the authority: fill in 'quote'")]
    [InlineData("kind:\"government-waiver\"", "a government waiver names who granted it under which number: fill in 'grantor' and 'number'")]
    [InlineData("kind:\"remediation\"", "a remediation says by when: fill in 'removal'")]
    [InlineData("removal:\"2026-06-30\"", "too long: it is to be removed by 2026-06-30, and the waiver lasts until 2026-12-31")]
    public void Flaw_IsToldAtItsPlace(string change, string flaw)
    {
        var notice = Assert.Single(PolicySample.Of(PolicySample.Waivers(PolicySample.Waiver(change))).Notices(TestRules.Day("2026-11-20"), TestRules.Day("2026-11-01")));

        Assert.Equal((DiagnosticCatalog.BrokenWaiver, Severity.Error, 15), (notice.Descriptor, notice.Severity, notice.Place.Column));
        Assert.EndsWith($"does not count: {flaw}", notice.Place.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import:\"*\"")]
    [InlineData("import:\"\"")]
    [InlineData("project:\"*\"")]
    [InlineData("project:\"../App.csproj\"")]
    [InlineData("project:\"\"")]
    public void ImportThatIsTooBroad_DoesNotCount(string change)
    {
        var notice = Assert.Single(PolicySample.Of(PolicySample.Waivers(PolicySample.ImportWaiver(change))).Notices(TestRules.Day("2026-11-20"), TestRules.Day("2026-11-01")));

        Assert.EndsWith("does not count: too broad: a waiver is for one vendor, one content and one authority", notice.Place.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("until:\"2027-01-01\"")]
    [InlineData("kind:\"exclusion\"", "quote:\"does not apply to\"")]
    [InlineData("kind:\"government-waiver\"", "grantor:\"The agency\"", "number:\"17\"")]
    [InlineData("kind:\"remediation\"", "removal:\"2026-12-31\"")]
    [InlineData("ticket:\"\"")]
    public void Complete_HasNoFlaw(params string[] changes) => Assert.Empty(PolicySample.Of(PolicySample.Waivers(PolicySample.Waiver(changes))).Notices(TestRules.Day("2026-11-20"), TestRules.Day("2026-11-01")));

    [Theory]
    [InlineData("file:\"lib/acme.dll\"", "a waiver is for 'package', 'version' and 'sha512', for 'file' and 'sha256', or for 'import' and 'project'")]
    [InlineData("import:\"acmescan\"", "a waiver is for 'package', 'version' and 'sha512', for 'file' and 'sha256', or for 'import' and 'project'")]
    [InlineData("kind:\"because\"", "unknown kind of waiver 'because'; known: not-applicable, exclusion, government-waiver, remediation")]
    [InlineData("until:\"2025-12-31\"", "'until' is before 'from'")]
    [InlineData("from:\"soon\"", "'soon' is not a date of the form 2024-09-29")]
    [InlineData("reason:7", "a string was expected, a number is here")]
    [InlineData("approver:\"x\"", "unknown member 'approver'; known here: vendor,")]
    public void Unreadable_IsAProblemOfTheFile(string change, string problem)
    {
        Assert.StartsWith(problem, PolicySample.Read(PolicySample.Waivers(PolicySample.Waiver(change))).Problems[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vendor:\"nobody\"", "no vendor 'nobody' in the rules or under 'vendors'")]
    [InlineData("authority:\"nothing\"", "no authority 'nothing' in the rules")]
    public void UnknownVendorOrAuthority_IsAProblemOfTheFile(string change, string problem)
    {
        Assert.Contains(problem, Assert.Single(PolicySample.Problems(PolicySample.Waivers(PolicySample.Waiver(change)))), StringComparison.Ordinal);
    }
}
