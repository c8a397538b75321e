using System.Text.Json;
using BannedVendorAnalyzer.Cli;
using BannedVendorAnalyzer.Rules;
using BannedVendorAnalyzer.Tests.Rules;
using BannedVendorAnalyzer.Tests.Rules.Verification;

namespace BannedVendorAnalyzer.Tests.Cli;

public sealed class RulesCommandTests : IDisposable
{
    private const string Bolt = "own/vendors/bolt.json";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void RulesOfTheRepository_AreVerifiedAlone()
    {
        var outcome = Run("rules", "verify", Path.Combine(Repository.Root, "rules"), "--corpus", Corpus.Folder);

        Assert.Matches(@"^no problem in \d+ rules files, verified against \d+ packages and modules of others\.\s+$", outcome.Output);
        Assert.Equal((ExitCode.Clear, ""), (outcome.ExitCode, outcome.Error));
    }

    [Fact]
    public void OwnRules_MayNameEmbeddedAuthorities()
    {
        Write(VerifierSample.Files[3], text => text.Replace("\"ban\"", "\"us-889\"", StringComparison.Ordinal).Replace(", \"sharedWith\": [\"acme\"]", "", StringComparison.Ordinal));

        var outcome = Run("rules", "verify", "own");

        Assert.Equal((ExitCode.Clear, $"no problem in 1 rules files, verified together with the embedded rules.{Environment.NewLine}"), (outcome.ExitCode, outcome.Output));
    }

    [Fact]
    public void ExampleOfTheContributionGuide_WorksAsItStands()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "CONTRIBUTING.md")).SkipWhile(line => line != "   ```json").Skip(1).TakeWhile(line => line != "   ```");
        _folder.Write("own/vendors/acme.json", string.Join('\n', lines));

        Assert.Equal((ExitCode.Clear, ""), (Run("rules", "verify", "own", "--corpus", Corpus.Folder).ExitCode, Run("rules", "verify", "own").Error));
    }

    [Fact]
    public void EveryProblem_IsALineWithItsPlace()
    {
        Write(VerifierSample.Files[3], text => text.Replace("\"ban\"", "\"us-888\"", StringComparison.Ordinal).Replace("boltlens", "hcnetsdk", StringComparison.Ordinal));

        var outcome = Run("rules", "verify", "own");
        var lines = outcome.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(ExitCode.InvalidPolicy, outcome.ExitCode);
        Assert.StartsWith($"{Bolt}(8,20): error BVA0002: unknown authority 'us-888'; known: ", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(". More: banned-vendors explain BVA0002", lines[0], StringComparison.Ordinal);
        Assert.Equal(
            $"{Bolt}(11,5): error BVA0002: native-library 'hcnetsdk' is recorded for 'hikvision' as well; keep it at the vendor it belongs to, or name each other in 'sharedWith'. More: banned-vendors explain BVA0002",
            lines.First(line => line.StartsWith($"{Bolt}(11,5)", StringComparison.Ordinal)));
        Assert.Equal($"{lines.Length - 1} problems in 1 rules files, verified together with the embedded rules.", lines[^1]);
        Assert.All(lines[..^1], line => Assert.StartsWith(Bolt, line, StringComparison.Ordinal));
    }

    [Fact]
    public void Json_HoldsTheSameProblems()
    {
        Write(VerifierSample.Files[3], text => text.Replace("\"ban\"", "\"us-888\"", StringComparison.Ordinal));

        var text = Run("rules", "verify", "own").Output;
        using var report = JsonDocument.Parse(Run("rules", "verify", "own", "--format", "json").Output);
        var problems = report.RootElement.GetProperty("problems").EnumerateArray().Select(problem =>
            $"{problem.GetProperty("file").GetString()}({problem.GetProperty("line").GetInt32()},{problem.GetProperty("column").GetInt32()}): error {problem.GetProperty("code").GetString()}: {problem.GetProperty("message").GetString()}. ").ToList();

        Assert.Equal((1, true, 1), (report.RootElement.GetProperty("schema").GetInt32(), report.RootElement.GetProperty("withEmbeddedRules").GetBoolean(), report.RootElement.GetProperty("files").GetInt32()));
        Assert.NotEmpty(problems);
        Assert.All(problems, problem => Assert.Contains(problem, text, StringComparison.Ordinal));
    }

    [Fact]
    public void FileThatIsTooLarge_IsToldAndTheOthersAreVerified()
    {
        Write(VerifierSample.Files[3], text => text.Replace("\"ban\"", "\"us-888\"", StringComparison.Ordinal));
        _folder.Write("own/vendors/huge.json", new byte[(4 * 1024 * 1024) + 1]);

        var outcome = Run("rules", "verify", "own");

        Assert.Equal(ExitCode.InvalidPolicy, outcome.ExitCode);
        Assert.Contains("own/vendors/huge.json: error BVA0002: the rules file has 4194305 bytes; more than 4194304 are not read. ", outcome.Output, StringComparison.Ordinal);
        Assert.Contains($"{Bolt}(8,20): error BVA0002: unknown authority 'us-888'", outcome.Output, StringComparison.Ordinal);
        Assert.Contains(" in 2 rules files", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gone", "'gone' is not a folder")]
    [InlineData("empty", "'empty' has neither a folder 'vendors' nor 'authorities'; 'banned-vendors rules new' starts rules")]
    public void FolderWithoutRules_IsWrongUsage(string folder, string message)
    {
        _folder.Write("empty/readme.txt", "");

        var outcome = Run("rules", "verify", folder);

        Assert.Equal((ExitCode.WrongUsage, message), (outcome.ExitCode, outcome.Error.Trim()));
    }

    [Theory]
    [InlineData("gone", "'gone' is not a folder")]
    [InlineData("own", "--corpus: no table of 'own' lists anything that no rule may meet")]
    public void CorpusWithoutTables_IsWrongUsage(string corpus, string message)
    {
        Write(VerifierSample.Files[3], text => text);

        var outcome = Run("rules", "verify", "own", "--corpus", corpus);

        Assert.Equal((ExitCode.WrongUsage, message), (outcome.ExitCode, outcome.Error.Trim()));
    }

    [Fact]
    public void RuleThatMeetsTheCorpus_IsTold()
    {
        Write(VerifierSample.Files[3], text => text);
        _folder.Write("corpus/packages.tsv", "id\tnative_libraries\tlabel\nTheirs\tlib/boltlens.dll\tvendor\nOthers\tlib/boltlens.dll\tlookalike\n");

        Assert.Contains("(11,5): error BVA0002: native-library 'boltlens' meets what is not of this vendor: 'Others' (packages.tsv:3); ", Run("rules", "verify", "own", "--corpus", "corpus").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vendor", "vendors")]
    [InlineData("authority", "authorities")]
    public void NewFile_IsRefusedUntilItIsFilledIn(string noun, string part)
    {
        var started = Run("rules", "new", noun, "contoso", "--folder", "own");
        var verified = Run("rules", "verify", "own").Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries)[..^1];
        var placeholders = File.ReadAllText(_folder[$"own/{part}/contoso.json"]).Split("\"<").Length - 1;

        Assert.Equal(ExitCode.Clear, started.ExitCode);
        Assert.StartsWith($"Started own/{part}/contoso.json{Environment.NewLine}Fill in everything that stands in < >: ", started.Output, StringComparison.Ordinal);
        Assert.EndsWith($"Then run: banned-vendors rules verify own{Environment.NewLine}", started.Output, StringComparison.Ordinal);
        Assert.Equal(placeholders, verified.Count(line => line.Contains("error BVA0002: fill in '<", StringComparison.Ordinal)));
        Assert.All(verified, line => Assert.True(line.Contains(": fill in '<", StringComparison.Ordinal) || line.Contains("no vendor is listed under 'contoso'", StringComparison.Ordinal), line));
    }

    [Fact]
    public void NewFile_IsInRulesUnlessAFolderIsNamed() =>
        Assert.Equal((ExitCode.Clear, true), (Run("rules", "new", "vendor", "contoso").ExitCode, File.Exists(_folder["rules/vendors/contoso.json"])));

    [Fact]
    public void NewFile_NeverReplacesOne()
    {
        _folder.Write("rules/vendors/contoso.json", "mine");

        Assert.Equal((ExitCode.WrongUsage, "mine"), (Run("rules", "new", "vendor", "contoso").ExitCode, File.ReadAllText(_folder["rules/vendors/contoso.json"])));
    }

    [Theory]
    [InlineData("Contoso", "'Contoso' is not an id")]
    [InlineData("", "'' is not an id")]
    [InlineData("contoso-", "'contoso-' is not an id")]
    [InlineData("../contoso", "'../contoso' is not an id")]
    [InlineData("hikvision", "The rules of the program have the vendor 'hikvision' already")]
    public void NewFileWithAWrongId_IsWrongUsage(string id, string message)
    {
        var outcome = Run("rules", "new", "vendor", id);

        Assert.Equal(ExitCode.WrongUsage, outcome.ExitCode);
        Assert.StartsWith(message, outcome.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Root));
    }

    [Fact]
    public void List_NamesEveryVendorAndAuthority()
    {
        var lines = Run("rules", "list").Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        var files = EmbeddedRules.Files().Select(file => Path.GetFileNameWithoutExtension(file.Path)).Where(id => id != "audiences").ToList();

        Assert.All(files, id => Assert.Contains(lines, line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1] == id));
        Assert.Equal(files.Count + 1, lines.Length);
        Assert.Contains(lines, line => line == "authority  us-889                   Section 889 of the FY2019 NDAA: US, procurement, published 2018-08-13");
        Assert.Matches(@"^vendor     hikvision                Hikvision: \d+ listings, \d+ indicators$", lines.First(line => line.Contains("hikvision", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("kaspersky", "vendors/kaspersky.json")]
    [InlineData("US-889", "authorities/us-889.json")]
    public void Show_PrintsTheFileAsItIs(string id, string path) =>
        Assert.Equal(ReaderSample.Text(EmbeddedRules.Files().Single(file => file.Path == path)), Run("rules", "show", id).Output);

    [Fact]
    public void ShowOfAnUnknownId_IsWrongUsage()
    {
        var outcome = Run("rules", "show", "contoso");

        Assert.Equal((ExitCode.WrongUsage, "'contoso' is no vendor and no authority of this version. 'banned-vendors rules list' names them all."), (outcome.ExitCode, outcome.Error.Trim()));
    }

    private void Write(RuleFile file, Func<string, string> change) => _folder.Write($"own/{file.Path}", change(ReaderSample.Text(file)));

    private ToolOutcome Run(params string[] arguments) => ToolWorkspace.Run(_folder.Root, arguments);
}
