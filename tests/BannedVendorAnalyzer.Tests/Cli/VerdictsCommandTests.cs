using System.Diagnostics;

namespace BannedVendorAnalyzer.Tests.Cli;

public sealed class VerdictsCommandTests
{
    private static readonly string Page = Path.Combine(Repository.Root, "docs", "verdicts.md");

    [Fact]
    public void Page_IsWhatTheRulesComeTo()
    {
        var outcome = ToolWorkspace.Run(Repository.Root, "rules", "verdicts");

        Assert.True(File.ReadAllText(Page) == outcome.Output, "The rules come to other verdicts than docs/verdicts.md says. Look at the difference: dotnet run --project src/BannedVendorAnalyzer.Cli -- rules verdicts > docs/verdicts.md");
    }

    [Fact]
    public void Page_ShowsEveryStage()
    {
        var rows = File.ReadAllLines(Page).Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Select(line => line.Split('|')[3].Trim()).ToHashSet();

        Assert.Superset(new HashSet<string> { "before publication", "announced", "in force", "withdrawn", "superseded" }, rows);
    }

    /// <summary>The tool itself has no culture; the same code in a build or an editor has the user's. In processes of their own, because a culture is chosen when a program starts.</summary>
    [Theory]
    [InlineData("1", "C")]
    [InlineData("0", "tr_TR.UTF-8")]
    [InlineData("0", "ja_JP.UTF-8")]
    public void Verdicts_AreTheSameInEveryCulture(string invariant, string locale)
    {
        Assert.Equal((0, File.ReadAllText(Page)), Run(invariant, locale, "rules", "verdicts"));
        Assert.Equal(0, Run(invariant, locale, "rules", "verify", "rules", "--corpus", "tests/corpus").ExitCode);
    }

    private static (int ExitCode, string Output) Run(string invariant, string locale, params string[] arguments)
    {
        using var folder = new TempFolder();
        folder.Write("any.runtimeconfig.json", """{ "runtimeOptions": { "tfm": "net10.0", "framework": { "name": "Microsoft.NETCore.App", "version": "10.0.0" } } }""");
        var start = new ProcessStartInfo("dotnet", ["exec", "--runtimeconfig", folder["any.runtimeconfig.json"], Path.Combine(AppContext.BaseDirectory, "banned-vendors.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Repository.Root,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = invariant;
        start.Environment["LC_ALL"] = locale;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
