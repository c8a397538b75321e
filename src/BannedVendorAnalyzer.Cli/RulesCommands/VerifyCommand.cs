using System.Globalization;
using BannedVendorAnalyzer.Cli.Reports;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Rules.Verification;

namespace BannedVendorAnalyzer.Cli.RulesCommands;

/// <summary>Verifies a folder of rules and prints every problem.</summary>
internal static class VerifyCommand
{
    public static int Run(string folder, string? corpus, ReportFormat format, ToolHost host)
    {
        var missing = new[] { folder, corpus }.OfType<string>().FirstOrDefault(path => path.Length == 0 || !Directory.Exists(Path.GetFullPath(path, host.WorkingFolder)));
        if (missing is not null) return WrongUsage(host, $"'{missing}' is not a folder");
        RuleFolder? rules;
        List<UnrelatedEvidence> unrelated;
        try
        {
            rules = RuleFolder.Read(Path.GetFullPath(folder, host.WorkingFolder));
            unrelated = corpus is null ? [] : UnrelatedTables.Read(Path.GetFullPath(corpus, host.WorkingFolder));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return WrongUsage(host, $"a folder cannot be read ({exception.Message})");
        }

        if (rules is null) return WrongUsage(host, $"'{folder}' has neither a folder 'vendors' nor 'authorities'; 'banned-vendors rules new' starts rules");
        if (corpus is not null && unrelated.Count == 0) return WrongUsage(host, $"--corpus: no table of '{corpus}' lists anything that no rule may meet");
        var found = RuleSetVerifier.Verify(new RuleVerification(rules.Files, rules.IsWhole ? [] : host.Rules, unrelated, host.Today));
        List<FileProblem> problems = [.. rules.Unreadable.Concat(found).Select(problem => problem with { File = host.Relative(Path.Combine(folder, problem.File)) })];
        host.Out.Write(format == ReportFormat.Json ? VerificationJson.Of(problems, rules, unrelated.Count, host) : Text(problems, rules, unrelated.Count));
        return problems.Count == 0 ? ExitCode.Clear : ExitCode.InvalidPolicy;
    }

    private static string Text(List<FileProblem> problems, RuleFolder rules, int unrelated)
    {
        var lines = problems.Select(ProblemLine.Of);
        var with = (rules.IsWhole ? "" : " together with the embedded rules") + (unrelated > 0 ? string.Create(CultureInfo.InvariantCulture, $" against {unrelated} packages and modules of others") : "");
        var found = problems.Count switch { 0 => "no problem", 1 => "1 problem", _ => string.Create(CultureInfo.InvariantCulture, $"{problems.Count} problems") };
        return string.Concat(lines.Append(string.Create(CultureInfo.InvariantCulture, $"{found} in {rules.Files.Count + rules.Unreadable.Count} rules files, verified{with}.")).Select(line => line + Environment.NewLine));
    }

    private static int WrongUsage(ToolHost host, string message)
    {
        host.Error.WriteLine(message);
        return ExitCode.WrongUsage;
    }
}
