using BannedVendorAnalyzer.Cli.Reports;
using BannedVendorAnalyzer.Cli.Targets;
using BannedVendorAnalyzer.Inspection.Projects;

namespace BannedVendorAnalyzer.Cli.Ci;

/// <summary>Prints the environment variables with which MSBuild imports the gate into a repository that does not reference it.</summary>
internal sealed class CiCommand(ToolHost host)
{
    /// <summary>What MSBuild imports by itself where they are set: after the targets of a project, of one with several frameworks, and of a solution.</summary>
    private static readonly string[] Hooks = ["CustomAfterMicrosoftCommonTargets", "CustomAfterMicrosoftCommonCrossTargetingTargets", "DirectorySolutionTargetsPath"];

    public int Run(string[] paths, Shell shell)
    {
        if (CarriedGate.Unfit(CarriedGate.Targets) is { } unfit)
        {
            host.Error.WriteLine($"The tool is installed in '{AppContext.BaseDirectory}', and {unfit}; install it elsewhere (dotnet tool install --tool-path).");
            return ExitCode.InternalError;
        }

        var found = TargetFinder.Find(paths, host.WorkingFolder);
        foreach (var problem in paths.Length == 0 ? [] : found.Problems) host.Error.WriteLine(problem);
        if (paths.Length > 0 && found.Problems.Count > 0) return ExitCode.WrongUsage;

        // A carriage return would be part of the value in a shell on Windows.
        foreach (var hook in Hooks) host.Out.Write(shell.Setting(hook, CarriedGate.Targets) + "\n");
        var missed = found.Targets.SelectMany(target => ReferenceFiles.Of(target.ProjectPath)).Distinct(StringComparer.Ordinal).SelectMany(file => PropertyElements.Find(file, Hooks)).ToList();
        foreach (var (name, place) in missed)
            host.Error.WriteLine($"{host.Relative(place.File)}({place.Line},{place.Column}): sets {name} itself, so these settings do not reach what this file belongs to; import the SDK {ReportedElsewhere.GateId} there");
        foreach (var unread in found.Unreadable) host.Error.WriteLine(ProblemLine.Of(unread with { File = host.Relative(unread.File) }));
        return missed.Count + found.Unreadable.Count > 0 ? ExitCode.Unverified : ExitCode.Clear;
    }
}
