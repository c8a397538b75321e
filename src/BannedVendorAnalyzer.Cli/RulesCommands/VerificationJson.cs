using BannedVendorAnalyzer.Cli.Reports;
using BannedVendorAnalyzer.Diagnostics;

namespace BannedVendorAnalyzer.Cli.RulesCommands;

/// <summary>What <c>rules verify</c> found, for programs: schema 1, additive, byte-identical for identical inputs.</summary>
internal static class VerificationJson
{
    public static string Of(IReadOnlyList<FileProblem> problems, RuleFolder rules, int unrelated, ToolHost host) => JsonText.Of(json =>
    {
        json.WriteString("today", host.Today.ToString());
        json.WriteNumber("files", rules.Files.Count + rules.Unreadable.Count);
        json.WriteBoolean("withEmbeddedRules", !rules.IsWhole);
        json.WriteNumber("unrelated", unrelated);
        JsonText.Objects(json, "problems", problems, problem =>
        {
            json.WriteString("code", DiagnosticCatalog.InvalidRules.Id);
            json.WriteString("file", problem.File);
            if (problem.Line > 0)
            {
                json.WriteNumber("line", problem.Line);
                json.WriteNumber("column", problem.Column);
            }

            json.WriteString("message", problem.Message);
        });
    });
}
