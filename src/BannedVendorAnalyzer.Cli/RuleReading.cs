using BannedVendorAnalyzer.Cli.Reports;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli;

/// <summary>The rules that a command goes by.</summary>
internal static class RuleReading
{
    /// <returns>The rules; null where they are invalid, which has been told.</returns>
    public static RuleSet? Read(ToolHost host)
    {
        var (rules, problems) = RuleSetReader.Read(host.Rules);
        foreach (var problem in problems) host.Error.WriteLine(ProblemLine.Of(problem));
        return rules;
    }
}
