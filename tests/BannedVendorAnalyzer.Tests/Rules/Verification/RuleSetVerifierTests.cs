using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Tests.Rules.Verification;

public sealed class RuleSetVerifierTests
{
    [Fact]
    public void CorrectRules_HaveNoProblem() => Assert.Empty(VerifierSample.Verify(VerifierSample.Files));

    [Fact]
    public void TenOffencesInOneFile_AreToldInOneReport()
    {
        var files = VerifierSample.Files;
        foreach (var (good, bad) in new[]
        {
            ("\"name\": \"Acme\",", "\"name\": \"Rogue Acme\", \"colour\": \"red\","),
            ("\"country\": \"RU\"", "\"country\": \"Russia\""),
            ("\"https://acme.example/about\" }\n  ]", "\"hearsay\" }\n  ]"),
            ("\"ban\", \"from\": \"2020-01-01\"", "\"ban\", \"from\": \"2018-01-01\""),
            ("\"value\": \"acme.example\", \"source\": \"https://acme.example/\"", "\"value\": \"acme.example\", \"source\": \"jo@mail.example\""),
            ("AcmeCloud", "jo-smith"),
            ("\"value\": \"acmelens\"", "\"value\": \"libacmelens.so\""),
            ("\"oemlens\", \"sharedWith\": [\"bolt\"]", "\"oemlens\", \"sharedWith\": [\"nobody\"]"),
            ("\"AcmeTools\"", "\"Acme.Core\""),
        })
            files = VerifierSample.With(files, VerifierSample.Acme, good, bad);

        string[] expected =
        [
            "(3,11) 'Rogue' judges; ",
            "(3,25) unknown member 'colour'; ",
            "(5,45) 'Russia' is not a country; ",
            "(6,45) 'hearsay' is no source; ",
            "(9,5) listed from 2018-01-01, but 'ban' was neither published nor in force before 2019-01-01; ",
            "(14,60) 'jo@mail.example' is a mail address; ",
            "(14,60) 'jo@mail.example' is no source; ",
            "(16,5) no sample of 'mustMatch' meets an indicator of the kind package-owner; ",
            "(16,5) package-owner 'jo-smith' shares no word ",
            "(24,9) write 'libacmelens.so' in the form in which it is compared: 'acmelens'",
            "(25,9) 'sharedWith' names 'nobody', which is no other vendor; ",
            "(25,9) native-library 'oemlens' is recorded for 'bolt' as well; ",
            "(40,5) native-library 'liboemlens.so.2' must match 'acme' alone ",
            "(42,5) package-owner 'acmecloud' must match 'acme' and does not; ",
            "(46,5) package-id 'Acme.Core' must not match 'acme' ",
        ];
        Assert.Collection(
            VerifierSample.Verify(files).Where(problem => problem.File == VerifierSample.Acme).Select(problem => $"({problem.Line},{problem.Column}) {problem.Message}"),
            [.. expected.Select(start => (Action<string>)(problem => Assert.StartsWith(start, problem, StringComparison.Ordinal)))]);
    }

    [Fact]
    public void Problems_AreInOrderOfFilesAndPlaces()
    {
        var files = VerifierSample.With(VerifierSample.Bolt, "\"boltlens\"", "\"Boltlens\"");
        files = VerifierSample.With(files, VerifierSample.Acme, "\"Acme Scan\"", "\"Evil Scan\"");
        files = VerifierSample.With(files, VerifierSample.Acme, "\"Acme Lens\"", "\"Evil Lens\"");
        files.Reverse();

        Assert.Equal([(VerifierSample.Acme, 21), (VerifierSample.Acme, 30), (VerifierSample.Bolt, 11)], VerifierSample.Verify(files).Select(problem => (problem.File, problem.Line)));
    }

    [Fact]
    public void FileThatIsNotJson_IsOneProblemOfTheReader()
    {
        var files = VerifierSample.With(VerifierSample.Bolt, "\"mustNotMatch\": [", "\"mustNotMatch\": [[");

        Assert.Contains(VerifierSample.Verify(files), problem => problem.File == VerifierSample.Bolt && problem.Message.StartsWith("an object was expected", StringComparison.Ordinal));
    }

    [Fact]
    public void Placeholders_AreToldAloneOnTheirLine()
    {
        var files = VerifierSample.With(VerifierSample.Acme, "\"value\": \"acmescan\", \"source\": \"https://acme.example/scan\"", "\"value\": \"acmescan\", \"source\": \"<where the mark was seen>\"");

        Assert.Equal("fill in '<where the mark was seen>'", Assert.Single(VerifierSample.Verify(files)).Message);
    }

    [Fact]
    public void OwnRules_AreVerifiedWithTheEmbeddedOnes()
    {
        var own = VerifierSample.Files.Where(file => file.Path == VerifierSample.Bolt).ToList();
        var embedded = VerifierSample.Files.Except(own).ToList();

        Assert.Empty(VerifierSample.Verify(own, embedded));
    }

    [Fact]
    public void EmbeddedRules_AreNotBlamedForOwnOnes()
    {
        var own = VerifierSample.With(VerifierSample.Bolt, ", \"sharedWith\": [\"acme\"]", "").Where(file => file.Path == VerifierSample.Bolt).ToList();
        var embedded = VerifierSample.Files.Where(file => file.Path != VerifierSample.Bolt).ToList();

        var problem = Assert.Single(VerifierSample.Verify(own, embedded));
        Assert.Equal((VerifierSample.Bolt, 12), (problem.File, problem.Line));
        Assert.StartsWith("native-library 'oemlens' is recorded for 'acme' as well", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OwnMarkThatMeetsAnEmbeddedSample_IsToldAtTheMark()
    {
        var own = VerifierSample.With(VerifierSample.Bolt, "\"value\": \"boltlens\"", "\"value\": \"acmescan\"").Where(file => file.Path == VerifierSample.Bolt).ToList();
        var embedded = VerifierSample.With(VerifierSample.Acme, "\"native-library\": \"bin/AcmeLens.dll\"", "\"native-library\": \"bin/AcmeScan.dll\"").Where(file => file.Path != VerifierSample.Bolt).ToList();

        Assert.Contains(VerifierSample.Verify(own, embedded), problem => problem is { File: VerifierSample.Bolt, Line: 11 }
            && problem.Message.StartsWith("native-library 'acmescan' meets native-library 'bin/AcmeScan.dll', which is a sample of 'acme' alone", StringComparison.Ordinal));
    }

    [Fact]
    public void OwnRuleWithAnEmbeddedId_IsRefused()
    {
        var problem = Assert.Single(VerifierSample.Verify([VerifierSample.Files[3]], VerifierSample.Files));

        Assert.Equal((VerifierSample.Bolt, "the rules of the program have this id; give the file and its id another name"), (problem.File, problem.Message));
    }

    [Fact]
    public void MissingAudiencesOfAWholeSet_AreTold() =>
        Assert.Contains(VerifierSample.Verify([.. VerifierSample.Files.Skip(1)]), problem => problem.File == RuleFile.Audiences);

    [Fact]
    public void EveryTruncation_IsVerifiedWithoutFailing()
    {
        var acme = VerifierSample.Files[2];
        for (var length = 0; length < acme.Utf8.Length; length += 7)
            Assert.NotEmpty(VerifierSample.Verify([.. VerifierSample.Files.Select(file => file == acme ? new RuleFile(file.Path, file.Utf8[..length]) : file)]));
    }
}
