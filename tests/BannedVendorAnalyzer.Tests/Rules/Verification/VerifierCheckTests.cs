using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Rules.Verification;

namespace BannedVendorAnalyzer.Tests.Rules.Verification;

/// <summary>Each check on rules with one thing wrong: it is told alone, where <c>^</c> stands.</summary>
public sealed class VerifierCheckTests
{
    private const string Official = "[{ \"text\": \"Gazette 1\", \"url\": \"https://law.example/1\", \"grade\": \"official\" }]";
    private const string Scan = "{ \"kind\": \"native-library\", \"value\": \"acmescan\", \"source\": \"https://acme.example/scan\" }";
    private const string ProductScan = "{\n      \"id\": \"scan\",\n      \"name\": \"Acme Scan\",\n      \"class\": \"security-software\",\n      \"indicators\": [\n        " + Scan + "\n      ]";
    private const string First = "{ \"authority\": \"ban\", \"from\": \"2020-01-01\", \"status\": \"in-force\" }";

    /// <summary>Whatever the rest says: no build fails on somebody's single word.</summary>
    [Theory]
    [InlineData("[{ \"text\": \"Blog\", \"url\": \"https://blog.example/1\", \"grade\": \"secondary\" }]", false)]
    [InlineData("[{ \"text\": \"News\", \"url\": \"https://news.press.example/1\", \"grade\": \"secondary\" }, { \"text\": \"Blog\", \"url\": \"https://blog.press.example/1\", \"grade\": \"secondary\" }]", false)]
    [InlineData("[{ \"text\": \"News\", \"url\": \"https://news.co.uk/1\", \"grade\": \"secondary\" }, { \"text\": \"Press\", \"url\": \"https://press.co.uk/1\", \"grade\": \"secondary\" }]", true)]
    [InlineData(Official, true)]
    public void Prohibited_RestsOnAnOfficialCitationOrTwoIndependentOnes(string citations, bool isEnough)
    {
        foreach (var from in new[] { "2020-01-01", "2030-01-01" })
        {
            var files = VerifierSample.With(VerifierSample.Ban, Official, citations);
            files = VerifierSample.With(files, VerifierSample.Ban, "\"from\": \"2020-01-01\",\n      \"audiences\"", $"\"from\": \"{from}\",\n      \"audiences\"");

            Assert.Equal(isEnough ? [] : ["'prohibited' needs an official citation or two independent secondary ones, of different registered domains"], VerifierSample.Verify(files).Select(problem => problem.Message));
        }
    }

    [Theory]
    [InlineData(VerifierSample.Acme, "\"https://acme.example/scan\"", "^\"acme.example/scan\"", "'acme.example/scan' is no source; write an address of the web")]
    [InlineData(VerifierSample.Acme, "\"https://acme.example/scan\"", "^\"acme/sdk@main:scan.dll\"", "'acme/sdk@main:scan.dll' is no source")]
    [InlineData(VerifierSample.Acme, "\"https://acme.example/scan\"", "^\"tests/corpus/../Corpus.cs\"", "'tests/corpus/../Corpus.cs' is no source")]
    [InlineData(VerifierSample.Acme, "\"https://acme.example/scan\"", "^\"gallery page:Acme.Scan\"", "'gallery page:Acme.Scan' is no source")]
    [InlineData(VerifierSample.Acme, "\"https://acme.example/scan\"", "^\"\"", "the text is empty")]
    [InlineData(VerifierSample.Acme, "\"2021-01-01\", \"status\": \"in-force\", \"part\": \"second\", \"source\": \"https://law.example/2\"", "^\"2021-01-01\", \"status\": \"in-force\", \"part\": \"second\"", "a listing with 'seen' needs the 'source'")]
    public void Sources_AreFollowable(string path, string good, string bad, string message) => VerifierSample.AssertTold(path, good, bad, message);

    [Theory]
    [InlineData(VerifierSample.Ban, "\"jurisdiction\": \"US\"", "\"jurisdiction\": ^\"Texas\"", "'Texas' is not a jurisdiction")]
    [InlineData(VerifierSample.Acme, "\"RU\"", "^\"Russia\"", "'Russia' is not a country")]
    [InlineData(VerifierSample.Acme, Scan, "^{ \"kind\": \"native-library\", \"value\": \"AcmeScan.dll\", \"source\": \"https://acme.example/scan\" }", "write 'AcmeScan.dll' in the form in which it is compared: 'acmescan'")]
    [InlineData(VerifierSample.Acme, ProductScan, "^{\n      \"id\": \"scan\",\n      \"name\": \"Acme Scan\",\n      \"class\": \"security-software\",\n      \"indicators\": []", "product 'scan' has no indicator")]
    public void Forms_AreExact(string path, string good, string bad, string message) => VerifierSample.AssertTold(path, good, bad, message);

    [Theory]
    [InlineData("\"published\": \"2019-01-01\"", "\"published\": ^\"1919-01-01\"", "1919-01-01 cannot be meant")]
    [InlineData("\"checked\": \"2026-01-01\"", "\"checked\": ^\"2026-11-21\"", "2026-11-21 is in the future")]
    [InlineData("{ \"id\": \"52.1\", \"from\": \"2020-01-01\"", "{ \"id\": \"52.1\", \"from\": ^\"2204-01-01\"", "2204-01-01 cannot be meant: years are 1990 to 2046")]
    [InlineData("{ \"id\": \"52.1\", \"from\": \"2020-01-01\"", "^{ \"id\": \"52.1\", \"from\": \"2020-01-01\", \"until\": \"2019-01-01\"", "'until' is before 'from'")]
    public void DatesOfAuthorities_ArePossible(string good, string bad, string message) => VerifierSample.AssertTold(VerifierSample.Ban, good, bad, message);

    [Fact]
    public void Checked_IsNotBeforePublished()
    {
        var problem = Assert.Single(VerifierSample.Verify(VerifierSample.With(VerifierSample.Ban, "\"checked\": \"2026-01-01\"", "\"checked\": \"2018-12-31\"")));

        Assert.Equal((1, "'checked' (2018-12-31) is before 'published' (2019-01-01); nobody can have compared it by then"), (problem.Line, problem.Message));
    }

    [Theory]
    [InlineData(First, "^{ \"authority\": \"ban\", \"from\": \"2018-12-31\", \"status\": \"in-force\" }", "listed from 2018-12-31, but 'ban' was neither published nor in force before 2019-01-01")]
    [InlineData(First, "^{ \"authority\": \"ban\", \"from\": \"2020-01-01\", \"until\": \"2019-12-31\", \"status\": \"withdrawn\" }", "'until' is before the first day")]
    [InlineData("\"seen\": \"2021-01-01\"", "\"seen\": ^\"2026-11-21\"", "2026-11-21 is in the future")]
    public void DatesOfListings_ArePossible(string good, string bad, string message) => VerifierSample.AssertTold(VerifierSample.Acme, good, bad, message);

    /// <summary>An order may bind whom it is addressed to before it is published.</summary>
    [Fact]
    public void ListingOfTheFirstDayOfAProvision_IsPossible()
    {
        var files = VerifierSample.With(VerifierSample.Ban, "\"from\": \"2020-01-01\",\n      \"audiences\"", "\"from\": \"2018-06-01\",\n      \"audiences\"");

        Assert.Empty(VerifierSample.Verify(VerifierSample.With(files, VerifierSample.Acme, First, First.Replace("2020-01-01", "2018-06-01", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("\"seen\": \"2021-01-01\"", "\"seen\": \"2019-06-01\"", "    { \"authority\": \"ban\", \"seen\"", "sort listings by authority, then 'from', ordinally: 'ban 2019-06-01 second' belongs before 'ban 2020-01-01'")]
    [InlineData("\"id\": \"scan\"", "\"id\": \"beam\"", "    {\n      \"id\": \"beam\"", "sort products by id, ordinally: 'beam' belongs before 'lens'")]
    [InlineData("\"acmelens\", \"source\"", "\"rawlens\", \"source\"", "        { \"kind\": \"native-library\", \"value\": \"oemlens\"", "sort indicators by kind, then value, ordinally: 'native-library oemlens' belongs before 'native-library rawlens'")]
    [InlineData("bin/AcmeLens.dll", "win/AcmeLens.dll", "    { \"native-library\": \"liboemlens.so.2\" }", "sort samples by kind, then value, ordinally: 'native-library liboemlens.so.2' belongs before 'native-library win/AcmeLens.dll'")]
    [InlineData("{ \"package-id\": \"AcmeTools\" }", "{ \"package-id\": \"AcmeTools\" },\n    { \"package-id\": \"AcmeTools\" }", "    { \"repository\"", "'package-id AcmeTools' stands here twice")]
    public void Entries_AreSortedAndUnique(string good, string bad, string at, string message)
    {
        var files = VerifierSample.With(VerifierSample.Acme, good, bad);
        var text = ReaderSample.Text(files[2]);
        var line = text[..text.IndexOf(at, StringComparison.Ordinal)].Split('\n').Length;

        var problem = Assert.Single(VerifierSample.Verify(files), problem => problem.Message.StartsWith(message, StringComparison.Ordinal));
        Assert.Equal(message.EndsWith("twice", StringComparison.Ordinal) ? line - 1 : line, problem.Line);
    }

    [Theory]
    [InlineData(VerifierSample.Acme, "{ \"name\": \"Acme Cameras AO\", \"country\": \"RU\", \"aliases\": [\"Акме\"]", "^{ \"name\": \"Acme Cameras AO\", \"country\": \"RU\", \"aliases\": [\"ACME-Cameras A.O.\", \"Акме\"]", "the name 'ACME-Cameras A.O.' stands here twice but for case")]
    [InlineData(VerifierSample.Bolt, "{ \"name\": \"Bolt Inc.\"", "^{ \"name\": \"Acme Devices\"", "'acmedevices' is also the name of an entity of 'acme'")]
    public void Names_StandOnceAndAtOneVendor(string path, string good, string bad, string message)
    {
        var problems = VerifierSample.Verify(VerifierSample.With(path, good, bad.Replace("^", "", StringComparison.Ordinal)));

        Assert.StartsWith(message, Assert.Single(problems, problem => problem.File == path).Message, StringComparison.Ordinal);
    }

    /// <summary>Companies of one group often differ in nothing but the legal form.</summary>
    [Fact]
    public void NamesThatDifferInTheLegalForm_AreTwo() => Assert.Empty(VerifierSample.Verify(VerifierSample.With(VerifierSample.Acme, "Acme Devices Ltd", "Acme Cameras Ltd")));

    [Theory]
    [InlineData("{ \"kind\": \"native-library\", \"value\": \"oemlens\", \"sharedWith\": [\"bolt\"],", "{ \"kind\": \"native-library\", \"value\": \"oemlens\",", "native-library 'oemlens' is recorded for 'bolt' as well; keep it at the vendor it belongs to, or name each other in 'sharedWith'")]
    [InlineData("{ \"kind\": \"native-library\", \"value\": \"acmelens\",", "{ \"kind\": \"native-library\", \"value\": \"acmelens\", \"sharedWith\": [\"bolt\"],", "'sharedWith' names 'bolt', where native-library 'acmelens' is not recorded")]
    [InlineData("{ \"kind\": \"native-library\", \"value\": \"acmelens\",", "{ \"kind\": \"native-library\", \"value\": \"acmelens\", \"sharedWith\": [\"nobody\"],", "'sharedWith' names 'nobody', which is no other vendor")]
    [InlineData("{ \"kind\": \"native-library\", \"value\": \"acmelens\",", "{ \"kind\": \"native-library\", \"value\": \"acmelens\", \"sharedWith\": [\"acme\"],", "'sharedWith' names 'acme', which is no other vendor")]
    [InlineData("        " + Scan, "        { \"kind\": \"native-library\", \"value\": \"acmelens\", \"source\": \"https://acme.example/scan\" }", "native-library 'acmelens' is recorded twice for this vendor")]
    [InlineData("        " + Scan, "        " + Scan + ",\n        { \"kind\": \"signer\", \"value\": \"AO Acme Cameras\", \"source\": \"https://acme.example/scan\" }", "signer 'AO Acme Cameras' counts already, as the name of an entity")]
    public void Marks_BelongToOneVendorOrAreShared(string good, string bad, string message) =>
        Assert.Contains(VerifierSample.Verify(VerifierSample.With(VerifierSample.Acme, good, bad)), problem => problem.File == VerifierSample.Acme && problem.Message.StartsWith(message, StringComparison.Ordinal));

    [Theory]
    [InlineData("{ \"package-id\": \"acme.core\" }", "^{ \"package-id\": \"acme.cores\" }", "package-id 'acme.cores' must match 'acme' and does not")]
    [InlineData("{ \"native-library\": \"liboemlens.so.2\" }", "^{ \"native-library\": \"libboltlens.so.2\" }", "native-library 'libboltlens.so.2' must match 'acme' alone and meets native-library 'boltlens' of 'bolt'")]
    [InlineData("{ \"package-id\": \"AcmeTools\" }", "^{ \"package-id\": \"Acme.CORE\" }", "package-id 'Acme.CORE' must not match 'acme' and meets its package-id 'Acme.Core'")]
    public void Samples_HoldInBothDirections(string good, string bad, string message)
    {
        var problems = VerifierSample.Verify(VerifierSample.With(VerifierSample.Acme, good, bad.Replace("^", "", StringComparison.Ordinal)));

        Assert.Contains(problems, problem => problem.File == VerifierSample.Acme && problem.Message.StartsWith(message, StringComparison.Ordinal));
    }

    [Fact]
    public void EveryKindOfIndicator_HasASample() => VerifierSample.AssertTold(
        VerifierSample.Acme,
        "        " + Scan,
        "        " + Scan + ",\n        ^{ \"kind\": \"repository\", \"value\": \"github.com/acme\", \"source\": \"https://acme.example/scan\" }",
        "no sample of 'mustMatch' meets an indicator of the kind repository");

    [Fact]
    public void AuthorityWithoutAListing_IsTold()
    {
        var other = TestRules.Authority("idle", "use", "2019-01-01", TestRules.Provision());

        var problem = Assert.Single(VerifierSample.Verify([.. VerifierSample.Files, other]));
        Assert.Equal(("authorities/idle.json", "no vendor is listed under 'idle'; add the listing or take the authority out"), (problem.File, problem.Message));
    }

    [Fact]
    public void AuthorityWhoseOnlyVendorCannotBeRead_IsNotToldAsWell()
    {
        var other = TestRules.Authority("idle", "use", "2019-01-01", TestRules.Provision());

        var problems = VerifierSample.Verify([.. VerifierSample.With(VerifierSample.Bolt, "\"listings\": [", "\"listings\": [,"), other]);
        Assert.Contains(problems, problem => problem.File == VerifierSample.Bolt);
        Assert.DoesNotContain(problems, problem => problem.File == "authorities/idle.json");
    }

    [Theory]
    [InlineData("\"listings\": [\n    { \"authority\": \"ban\", \"from\": \"2020-01-01\", \"status\": \"in-force\" }\n  ]", "\"listings\": []", "'bolt' has no listing")]
    [InlineData("\"entities\": [\n    { \"name\": \"Bolt Inc.\", \"source\": \"https://bolt.example/\" }\n  ]", "\"entities\": []", "'bolt' has no entity")]
    public void VendorWithoutTheNecessary_IsTold(string good, string bad, string message) =>
        Assert.StartsWith(message, Assert.Single(VerifierSample.Verify(VerifierSample.With(VerifierSample.Bolt, good, bad))).Message, StringComparison.Ordinal);

    [Fact]
    public void IndicatorThatMeetsAnUnrelatedPackage_IsTold()
    {
        UnrelatedEvidence[] unrelated = [.. Enumerable.Range(2, 5).Select(line => new UnrelatedEvidence($"packages.tsv:{line}", $"Other{line}", [new EvidenceItem(EvidenceKind.NativeFile, "lib/AcmeScan.dll")]))];

        var problem = Assert.Single(VerifierSample.Verify(VerifierSample.Files, null, unrelated));
        Assert.Equal((VerifierSample.Acme, 33), (problem.File, problem.Line));
        Assert.Equal(
            "native-library 'acmescan' meets what is not of this vendor: 'Other2' (packages.tsv:2), 'Other3' (packages.tsv:3), 'Other4' (packages.tsv:4) and 2 more; make it more specific or take it out",
            problem.Message);
    }

    [Fact]
    public void NameThatMeetsAnUnrelatedSigner_IsToldAtTheEntity()
    {
        var unrelated = new UnrelatedEvidence("packages.tsv:2", "Other", [new EvidenceItem(EvidenceKind.Signer, "ACME Devices Limited")]);

        Assert.Equal(6, Assert.Single(VerifierSample.Verify(VerifierSample.Files, null, unrelated)).Line);
    }
}
