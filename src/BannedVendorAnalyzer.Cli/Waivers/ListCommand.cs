using System.Globalization;
using BannedVendorAnalyzer.Cli.Reports;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection.Policies;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Waivers;

/// <summary>Lists the waivers of the policy that counts for a folder, by their last day.</summary>
internal sealed class ListCommand(ToolHost host)
{
    /// <param name="expiringIn">Only those that are valid and end within so many days; null for all.</param>
    public int Run(WaiverScope scope, bool expired, int? expiringIn)
    {
        if (JudgingBasis.Read(null, null, host) is not { } basis) return ExitCode.InvalidPolicy;
        var policies = new PolicyBook(basis.Rules, host.Today);
        var waivers = new HashSet<Waiver>();
        foreach (var path in scope.Paths.Count == 0 ? ["."] : scope.Paths)
        {
            var full = Path.GetFullPath(path, host.WorkingFolder);
            var answer = policies.Of(Directory.Exists(full) ? Path.Combine(full, PolicyFile.Name) : full, new WaiverRun(basis, host).Request(scope));
            foreach (var problem in answer.Problems) host.Error.WriteLine(ProblemLine.Of(problem with { File = host.Relative(problem.File) }));
            if (answer.Basis is not { } found) return ExitCode.InvalidPolicy;
            waivers.UnionWith(found.Context.Policy?.Waivers ?? []);
        }

        var shown = waivers.Where(waiver => IsShown(waiver, expired, expiringIn)).OrderBy(waiver => waiver.Until).ThenBy(waiver => waiver.Place.File, StringComparer.Ordinal).ThenBy(waiver => waiver.Place.Line);
        foreach (var waiver in shown) host.Out.WriteLine(PrintableText.Of(Line(waiver)));
        return ExitCode.Clear;
    }

    private bool IsShown(Waiver waiver, bool expired, int? expiringIn)
    {
        if (!expired && expiringIn is null) return true;
        return (expired && waiver.Until < host.Today) || (expiringIn is { } days && waiver.IsValidOn(host.Today) && host.Today.DaysUntil(waiver.Until) <= days);
    }

    private string Line(Waiver waiver) => string.Create(CultureInfo.InvariantCulture,
        $"{host.Relative(waiver.Place.File)}({waiver.Place.Line},{waiver.Place.Column}): {waiver.Subject}, {waiver.From} to {waiver.Until}, {State(waiver)}; {RuleNames.Of(waiver.Kind)}, approved by {(waiver.ApprovedBy.Length > 0 ? waiver.ApprovedBy : "nobody")}: {waiver.Reason}");

    private string State(Waiver waiver)
    {
        if (waiver.Flaws().FirstOrDefault() is { } flaw) return $"does not count ({flaw})";
        if (waiver.Until < host.Today) return "expired";
        return waiver.From > host.Today ? "not yet valid" : "valid";
    }
}
