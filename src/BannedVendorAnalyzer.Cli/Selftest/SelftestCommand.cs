using System.CommandLine;
using BannedVendorAnalyzer.Cli.Reports;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection.Policies;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Selftest;

/// <summary>Tries the gate of a folder on something prohibited, by real builds.</summary>
internal sealed class SelftestCommand(ToolHost host)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    public static Command Create(ToolHost host)
    {
        var path = new Argument<string>("path") { Description = "A folder of the repository; this folder if none is given", DefaultValueFactory = _ => "." };
        var command = new Command("selftest", "Plants a prohibited package and a prohibited import below a folder, builds them as the repository builds, and says whether the gate stops both. Leaves nothing behind. Exit code: 0 both are caught, 1 one is not, 2 it could not be tried, 4 policy or rules invalid, 64 wrong usage.") { path };
        command.SetAction(parsed => new SelftestCommand(host).Run(parsed.GetValue(path)!));
        return command;
    }

    private int Run(string path)
    {
        var folder = Path.GetFullPath(path, host.WorkingFolder);
        if (!Directory.Exists(folder))
        {
            host.Error.WriteLine($"'{path}' is not a folder: name one of the repository, with the projects whose gate is to be tried below it");
            return ExitCode.WrongUsage;
        }

        if (RuleReading.Read(host) is not { } rules) return ExitCode.InvalidPolicy;
        using var stop = new StopSignals(Limit);
        try
        {
            using var planted = PlantedProjects.In(folder);
            return Run(planted, folder, rules, stop.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            host.Error.WriteLine(stop.IsWanted ? "Stopped; what was planted is gone again." : $"Stopped: the builds took more than {Limit.TotalMinutes} minutes. What was planted is gone again.");
            return ExitCode.Unverified;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            host.Error.WriteLine($"Nothing can be planted in '{host.Relative(folder)}', or it cannot be removed again ({exception.Message})");
            return ExitCode.Unverified;
        }
    }

    private async Task<int> Run(PlantedProjects planted, string folder, RuleSet rules, CancellationToken stop)
    {
        host.Error.WriteLine($"Asking MSBuild what applies in '{host.Relative(folder)}' …");
        var (settings, output) = await PlantedSettings.Read(planted, stop);
        if (settings is null)
        {
            host.Error.WriteLine($"A project in '{host.Relative(folder)}' cannot be evaluated:\n{output.Trim()}");
            return ExitCode.Unverified;
        }

        var policies = new PolicyBook(rules, host.Today);
        var answer = policies.Of(planted.PackageProject, settings.Request);
        foreach (var problem in answer.Problems) host.Error.WriteLine(ProblemLine.Of(problem with { File = host.Relative(problem.File) }));
        foreach (var mistake in answer.Mistakes) host.Error.WriteLine($"error {DiagnosticCatalog.InvalidRules.Id}: BannedVendorAudiences or BannedVendorAsOf: {mistake}. {DiagnosticCatalog.InvalidRules.More}");
        if (answer.Basis?.Context is not { } context) return ExitCode.InvalidPolicy;
        if (Plants.For(planted.PackageProject, settings.Request, policies, rules) is not { } plants)
        {
            host.Error.WriteLine($"Nothing can be planted: on {context.AsOf} no recorded package, or no recorded library, is prohibited");
            return ExitCode.Unverified;
        }

        if (plants.IsForOthers) host.Error.WriteLine($"For {string.Join(", ", context.Audiences)} too little is prohibited to plant, so the builds are for {rules.DefaultAudience} as well.");
        planted.Write(plants);
        host.Error.WriteLine($"Building two planted projects in '{host.Relative(planted.Folder)}' …");
        var builds = await Task.WhenAll(new[] { planted.PackageProject, planted.ImportProject }.Select(project => GateBuild.Run(planted, project, settings with { Request = settings.Request with { Audiences = plants.Audiences } }, stop)));
        var (package, import) = (plants.Package, plants.Import);
        return Say(folder,
            ($"Package '{package.Id}' ({package.Mark.Vendor.Name})", PlantOutcome.Of(builds[0], package.Id, DiagnosticCatalog.DirectPackage)),
            ($"Import of '{import.Value}' ({import.Vendor.Name})", PlantOutcome.Of(builds[1], import.Value, DiagnosticCatalog.SourceImport, DiagnosticCatalog.OwnOutput)));
    }

    private int Say(string folder, params (string What, PlantOutcome Outcome)[] plants)
    {
        foreach (var (what, outcome) in plants)
        {
            host.Out.WriteLine($"{what}: {outcome.Verdict}.");
            foreach (var reason in outcome.Reasons) host.Out.WriteLine($"  {PrintableText.Of(reason.Trim())}");
        }

        var exitCode = plants.Aggregate(ExitCode.Clear, (code, plant) => code | plant.Outcome.ExitCode);
        if (exitCode == ExitCode.Clear) host.Out.WriteLine($"The gate works in '{host.Relative(folder)}'.");
        return exitCode;
    }
}
