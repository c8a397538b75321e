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
        var waivers = new HashSet<(Waiver Waiver, IsoDate Day)>();
        foreach (var path in scope.Paths.Count == 0 ? ["."] : scope.Paths)
        {
            var full = Path.GetFullPath(path, host.WorkingFolder);
            if (!Path.Exists(full))
            {
                host.Error.WriteLine(PrintableText.Of($"'{path}' does not exist"));
                return ExitCode.WrongUsage;
            }

            var answer = policies.Of(Directory.Exists(full) ? Path.Combine(full, PolicyFile.Name) : full, new WaiverRun(basis, host).Request(scope));
            foreach (var problem in answer.Problems) host.Error.WriteLine(ProblemLine.Of(problem with { File = host.Relative(problem.File) }));
            if (answer.Basis is not { } found) return ExitCode.InvalidPolicy;
            waivers.UnionWith((found.Context.Policy?.Waivers ?? []).Select(waiver => (waiver, found.Context.AsOf)));
        }

        var shown = waivers.Where(one => IsShown(one.Waiver, one.Day, expired, expiringIn)).OrderBy(one => one.Waiver.Until).ThenBy(one => one.Waiver.Place.File, StringComparer.Ordinal).ThenBy(one => one.Waiver.Place.Line);
        foreach (var (waiver, day) in shown) host.Out.WriteLine(PrintableText.Of(Line(waiver, day)));
        return ExitCode.Clear;
    }

    private static bool IsShown(Waiver waiver, IsoDate day, bool expired, int? expiringIn)
    {
        if (!expired && expiringIn is null) return true;
        return (expired && waiver.Until < day) || (expiringIn is { } days && waiver.IsValidOn(day) && day.DaysUntil(waiver.Until) <= days);
    }

    private string Line(Waiver waiver, IsoDate day) => string.Create(CultureInfo.InvariantCulture,
        $"{host.Relative(waiver.Place.File)}({waiver.Place.Line},{waiver.Place.Column}): {waiver.Subject}, {waiver.From} to {waiver.Until}, {State(waiver, day)}; {RuleNames.Of(waiver.Kind)}, approved by {(waiver.ApprovedBy.Length > 0 ? waiver.ApprovedBy : "nobody")}: {waiver.Reason}");

    private static string State(Waiver waiver, IsoDate day)
    {
        if (waiver.Flaws().FirstOrDefault() is { } flaw) return $"does not count ({flaw})";
        if (waiver.Until < day) return "expired";
        return waiver.From > day ? "not yet valid" : "valid";
    }
}
