using BannedVendorAnalyzer.Cli.Reports;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Waivers;

/// <summary>Writes waivers for what is found, with their hashes. Why, and who approves it, is left empty: they count once somebody has filled it in.</summary>
internal sealed class AddCommand(ToolHost host)
{
    /// <param name="what">Id of a package, or a file as its finding shows it.</param>
    /// <param name="authority">Null for every authority that decides.</param>
    public int Run(string what, WaiverScope scope, WaiverKind kind, string? authority, IsoDate until)
    {
        if (JudgingBasis.Read(null, null, host) is not { } basis) return ExitCode.InvalidPolicy;
        var (report, exitCode) = new WaiverRun(basis, host).Check(scope);
        if (report is null) return exitCode;

        var wanted = report.Results.SelectMany(result => result.Findings.Select(finding => (Finding: finding, File: result.Context?.Policy?.Deciding)))
            .Where(one => !one.Finding.IsWaived && one.Finding.Content is { } content && Is(content.Name, what)).ToList();
        if (wanted.Count == 0) return Wrong($"No finding is about '{what}' in what was looked at; 'banned-vendors check' says what is found.");
        var entries = wanted.SelectMany(one => Entries(one.Finding, one.File, kind, authority, until)).DistinctBy(entry => (entry.File?.Path, Key: string.Join('\n', entry.Members))).ToList();
        if (entries.Count == 0) return Wrong($"'{authority}' decides no finding about '{what}'.");
        if (entries.Exists(entry => entry.File is null)) return Wrong($"No policy counts for these projects: put a file '{PolicyFile.Name}' with {{ \"root\": true }} beside the solution first.");
        return entries.GroupBy(entry => entry.File!.Path).All(group => Write(group.First().File!, [.. group.Select(entry => entry.Members)], basis.Rules)) ? ExitCode.Clear : ExitCode.WrongUsage;
    }

    private static bool Is(string left, string right) => string.Equals(left, right.Replace('\\', '/'), StringComparison.OrdinalIgnoreCase);

    private IEnumerable<(PolicyFile? File, IReadOnlyList<KeyValuePair<string, string>> Members)> Entries(Finding finding, PolicyFile? file, WaiverKind kind, string? authority, IsoDate until) =>
        finding.Judgement!.Decisions.Select(decision => decision.Authority.Id).Distinct().Where(id => authority is null || id == authority)
            .Select(id => (file, (IReadOnlyList<KeyValuePair<string, string>>)[.. Members(finding.Judgement.Vendor.Id, finding.Content!, id, kind, until)]));

    private IEnumerable<KeyValuePair<string, string>> Members(string vendor, WaivedContent content, string authority, WaiverKind kind, IsoDate until)
    {
        yield return new("vendor", vendor);
        yield return new(content.IsFile ? "file" : "package", content.Name);
        if (!content.IsFile) yield return new("version", content.Version);
        yield return new(content.IsFile ? "sha256" : "sha512", content.Hash);
        yield return new("authority", authority);
        yield return new("kind", RuleNames.Of(kind));
        if (kind == WaiverKind.Exclusion) yield return new("quote", "");
        if (kind == WaiverKind.GovernmentWaiver) yield return new("grantor", "");
        if (kind == WaiverKind.GovernmentWaiver) yield return new("number", "");
        if (kind == WaiverKind.Remediation) yield return new("removal", until.ToString());
        yield return new("reason", "");
        yield return new("approvedBy", "");
        yield return new("from", host.Today.ToString());
        yield return new("until", until.ToString());
    }

    private bool Write(PolicyFile file, IReadOnlyList<IReadOnlyList<KeyValuePair<string, string>>> entries, RuleSet rules)
    {
        if (!PolicyEdit.Write(file, PolicyText.Append(file.Utf8, entries), rules, host)) return false;
        host.Out.WriteLine($"Wrote {TextReport.Counted(entries.Count, "waiver")} into {host.Relative(file.Path)}. Fill in what is empty: until then they do not count.");
        return true;
    }

    private int Wrong(string message)
    {
        host.Error.WriteLine(message);
        return ExitCode.WrongUsage;
    }
}
