using BannedVendorAnalyzer.Cli.Reports;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Waivers;

/// <summary>Writes waivers for what is found, with their hashes. Why, and who approves it, is left empty: they count once somebody has filled it in.</summary>
internal sealed class AddCommand(ToolHost host)
{
    /// <param name="what">Id of a package, a file as its finding shows it, or what the code of one project imports.</param>
    /// <param name="isImport">Whether it is the last of these.</param>
    /// <param name="authority">Null for every authority that decides.</param>
    public int Run(string what, bool isImport, WaiverScope scope, WaiverKind kind, string? authority, IsoDate until)
    {
        if (JudgingBasis.Read(null, null, host) is not { } basis) return ExitCode.InvalidPolicy;
        var (wanted, exitCode) = isImport ? new ImportRun(basis, host).Look(what, scope) : Found(what, scope, basis);
        if (wanted is null) return exitCode;
        if (wanted.Count == 0) return Wrong(isImport ? $"The rules say nothing of an import of '{what}' in that project." : $"No finding is about '{what}' in what was looked at; 'banned-vendors check' says what is found.");
        var entries = wanted.SelectMany(one => Entries(one, kind, authority, until)).DistinctBy(entry => (entry.File?.Path, Key: string.Join('\n', entry.Members))).ToList();
        if (entries.Count == 0) return Wrong($"'{authority}' decides no finding about '{what}'.");
        if (entries.Exists(entry => entry.File is null)) return Wrong($"No policy counts for these projects: put a file '{PolicyFile.Name}' with {{ \"root\": true }} beside the solution first.");
        return entries.GroupBy(entry => entry.File!.Path).All(group => Write(group.First().File!, [.. group.Select(entry => entry.Members)], basis.Rules)) ? ExitCode.Clear : ExitCode.WrongUsage;
    }

    private (IReadOnlyList<Waivable>? Found, int ExitCode) Found(string what, WaiverScope scope, JudgingBasis basis)
    {
        var (report, exitCode) = new WaiverRun(basis, host).Check(scope);
        return report is null ? (null, exitCode) : ([.. Waivable.Of(report, what, host)], exitCode);
    }

    private IEnumerable<(PolicyFile? File, IReadOnlyList<KeyValuePair<string, string>> Members)> Entries(Waivable waivable, WaiverKind kind, string? authority, IsoDate until) =>
        waivable.Judgement.Decisions.Select(decision => decision.Authority.Id).Distinct().Where(id => authority is null || id == authority)
            .Select(id => (waivable.File, (IReadOnlyList<KeyValuePair<string, string>>)[.. Members(waivable.Judgement.Vendor.Id, waivable.Content, id, kind, until)]));

    private IEnumerable<KeyValuePair<string, string>> Members(string vendor, WaivedContent content, string authority, WaiverKind kind, IsoDate until)
    {
        yield return new("vendor", vendor);
        foreach (var member in Subject(content)) yield return member;
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

    private static KeyValuePair<string, string>[] Subject(WaivedContent content)
    {
        if (content.Import is { } import) return [new("import", import), new("project", content.Name)];
        return content.IsFile ? [new("file", content.Name), new("sha256", content.Hash)] : [new("package", content.Name), new("version", content.Version), new("sha512", content.Hash)];
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
