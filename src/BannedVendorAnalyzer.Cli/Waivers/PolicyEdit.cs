using BannedVendorAnalyzer.Cli.Reports;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Waivers;

/// <summary>Puts a changed policy in the place of the old one, whole or not at all.</summary>
internal static class PolicyEdit
{
    /// <param name="read">The file as it was read; where it has changed since, it is left alone.</param>
    /// <returns>False where it could not be written, which has been said.</returns>
    public static bool Write(PolicyFile read, byte[] changed, RuleSet rules, ToolHost host)
    {
        var problems = PolicyReader.Read(read.Path, changed, rules).Problems;
        foreach (var problem in problems) host.Error.WriteLine(ProblemLine.Of(problem with { File = host.Relative(problem.File) }));
        if (problems.Count > 0) return false;

        return WholeFile.Replace(read.Path, read.Utf8, changed, host);
    }
}
