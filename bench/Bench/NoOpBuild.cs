namespace BannedVendorAnalyzer.Bench;

/// <summary>What the gate takes in a build where nothing changed.</summary>
internal static class NoOpBuild
{
    public static bool Run(Setting setting)
    {
        var folder = setting.Projects("noop", 10, gate: true, build: true);
        GateTimes.Of(setting.Shell, folder, "All.slnx");
        var builds = Enumerable.Range(0, 15).Select(_ => GateTimes.Of(setting.Shell, folder, "All.slnx")).ToList();
        var first = Figures.Of(builds.Select(build => build[0]));
        var later = Figures.Of(builds.SelectMany(build => build.Skip(1)));
        return Figures.Say($"gate in a no-op build, first project of a process: {first.Text("ms")}; budget 15", first.Median <= 15)
            & Figures.Say($"gate in a no-op build, each later project: {later.Text("ms")}; budget 5", later.Median <= 5);
    }
}
