using System.Text;
using BannedVendorAnalyzer.Policy;

namespace BannedVendorAnalyzer.Cli.Init;

/// <summary>A policy that says who the organisation is, and explains what else it can say.</summary>
internal static class FirstPolicy
{
    private static readonly string[] Comment =
    [
        "What this organisation decided about software of vendors that governments prohibit. Build and tool go by this file. What is left out has its default.",
        "root: the search for policies ends in this folder. audiences: who the organisation is; options and properties can only add to them.",
        "prohibit: what it bans whatever the law says, e.g. { vendor, product, from, reason }.",
        "waivers: exceptions, each for one content under one authority. 'banned-vendors waivers add PACKAGE' writes them; they count once 'reason' and 'approvedBy' are filled in.",
        $"{Path.GetFileName(Baseline.PathFor(PolicyFile.Name))} beside this file: what was to be reviewed at the start. 'banned-vendors baseline write' writes it.",
        "Also: strict (what is to be reviewed fails), locked (what loosens this file fails), mode 'report' with reportUntil (what is prohibited warns until a day), extends, vendors, noticeDays, maxRulesAge, asOf. docs/policy.md of BannedVendorAnalyzer describes each.",
    ];

    /// <param name="isRoot">Whether it says that the search ends with it.</param>
    public static byte[] Of(IReadOnlyList<string> audiences, bool isRoot) => Encoding.UTF8.GetBytes(
        $$"""
        {
          "comment": [
        {{string.Join(",\n", Comment.Select(line => $"    \"{line}\""))}}
          ],{{(isRoot ? "\n  \"root\": true," : "")}}
          "audiences": [{{string.Join(", ", audiences.Select(audience => $"\"{audience}\""))}}],
          "prohibit": [],
          "waivers": []
        }

        """.ReplaceLineEndings("\n"));
}
