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

    [Theory]
    [InlineData("?", "(1,1): a value was expected")]
    [InlineData("", "(1,1): the file ends too early")]
    [InlineData("[]", "(1,1): an object was expected, an array is here")]
    [InlineData("{ \"strict\": true, }", "(1,19): a member name in quotes was expected")]
    [InlineData("{ \"strct\": true }", "(1,3): unknown member 'strct'; known here: $schema, root, extends")]
    [InlineData("{ \"strict\": true,\n \"strict\": false }", "(2,2): member 'strict' stands here twice")]
    [InlineData("{ \"strict\": \"yes\" }", "(1,13): a boolean was expected, a string is here")]
    [InlineData("{ \"audiences\": \"buyer\" }", "(1,16): an array was expected, a string is here")]
    [InlineData("{ \"audiences\": [\"buyers\"] }", "(1,17): unknown audience 'buyers'; known: agency, buyer, bystander")]
    [InlineData("{ \"audiences\": [\"bystander\"] }", "(1,17): no authority in the rules binds 'bystander' yet")]
    [InlineData("{ \"asOf\": \"2027-02-30\" }", "(1,11): '2027-02-30' is not a date of the form 2024-09-29")]
    [InlineData("{ \"noticeDays\": -1 }", "(1,17): -1 is not between 0 and 3650")]
    [InlineData("{ \"noticeDays\": 1.5 }", "(1,17): a whole number was expected")]
    [InlineData("{ \"extends\": { \"sha256\": \"00\" } }", "(1,26): '00' is not a SHA-256 hash")]
    [InlineData("{ \"mode\": \"warn\" }", "(1,11): unknown mode 'warn'; known: gate, report")]
    [InlineData("{ \"mode\": \"report\" }", "(1,11): 'mode' is 'report' where 'reportUntil' says how long, and only there")]
    [InlineData("{ \"mode\": \"gate\", \"reportUntil\": \"2027-01-01\" }", "(1,34): 'mode' is 'report' where 'reportUntil' says how long, and only there")]
    [InlineData("{ \"extends\": {} }", "(1,14): missing: file")]
    [InlineData("{ \"prohibit\": [{ \"vendor\": \"acme\" }] }", "(1,16): missing: from, reason")]
    [InlineData("{ \"prohibit\": [{ \"vendor\": \"Acme\", \"from\": \"2026-01-01\", \"reason\": \" \" }] }", "(1,28): 'Acme' is not an id")]
    [InlineData("{ \"vendors\": [{ \"id\": \"acme\", \"name\": \"A\", \"entities\": [], \"listings\": [], \"mustMatch\": [{ \"domain\": \"a.example\" }], \"mustNotMatch\": [{ \"domain\": \"b.example\" }] }] }", "(1,15): vendor 'acme' is already there")]
    public void Problem_IsToldAtItsPlace(string json, string problem)
    {
        var (_, problems) = PolicySample.Read(json);

        Assert.StartsWith($"banned-vendors.json{problem}", PolicySample.Line(problems[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void AllProblems_AreToldTogether()
    {
        Assert.Equal(3, PolicySample.Read("""{ "strict": 1, "locked": 2, "nothing": 3 }""").Problems.Count);
    }
}
