using BannedVendorAnalyzer.Cli.Reports;
using BannedVendorAnalyzer.Cli.Targets;
using BannedVendorAnalyzer.Inspection.Projects;

namespace BannedVendorAnalyzer.Cli.Ci;

/// <summary>Prints the environment variables with which MSBuild imports the gate into a repository that does not reference it.</summary>
internal sealed class CiCommand(ToolHost host)
{
    /// <summary>What MSBuild imports by itself where they are set: after the targets of a project, of one with several frameworks, and of a solution.</summary>
    private static readonly string[] Hooks = ["CustomAfterMicrosoftCommonTargets", "CustomAfterMicrosoftCommonCrossTargetingTargets", "DirectorySolutionTargetsPath"];

    /// <summary>The tool carries the gate's package, unpacked.</summary>
    private static readonly string Targets = Path.Combine(AppContext.BaseDirectory, "gate", "Sdk", "Environment.targets");

    public int Run(string[] paths, Shell shell)
    {
        if (Unfit(Targets) is { } unfit)
        {
            host.Error.WriteLine($"The tool is installed in '{AppContext.BaseDirectory}', and {unfit}; install it elsewhere (dotnet tool install --tool-path).");
            return ExitCode.InternalError;
        }

        var found = TargetFinder.Find(paths, host.WorkingFolder);
        foreach (var problem in paths.Length == 0 ? [] : found.Problems) host.Error.WriteLine(problem);
        if (paths.Length > 0 && found.Problems.Count > 0) return ExitCode.WrongUsage;

        foreach (var hook in Hooks) host.Out.WriteLine(shell.Setting(hook, Targets));
        var missed = found.Targets.SelectMany(target => ReferenceFiles.Of(target.ProjectPath)).Distinct(StringComparer.Ordinal).SelectMany(file => PropertyElements.Find(file, Hooks)).ToList();
        foreach (var (name, place) in missed)
            host.Error.WriteLine($"{host.Relative(place.File)}({place.Line},{place.Column}): sets {name} itself, so these settings do not reach what this file belongs to; import the SDK {ReportedElsewhere.GateId} there");
        foreach (var unread in found.Unreadable) host.Error.WriteLine(ProblemLine.Of(unread with { File = host.Relative(unread.File) }));
        return missed.Count + found.Unreadable.Count > 0 ? ExitCode.Unverified : ExitCode.Clear;
    }

    /// <summary>What keeps the path from being imported as it is, as a sentence without a full stop; null where nothing does.</summary>
    private static string? Unfit(string path)
    {
        if (!File.Exists(path)) return "the gate that belongs to it is missing";
        return path.IndexOfAny(['%', ';', '*', '?', '$', '@', '\n', '\r']) < 0 ? null : "MSBuild reads a character of this path as something else";
    }
}
