namespace BannedVendorAnalyzer.Bench;

/// <summary>A repository of a hundred restored projects.</summary>
internal static class ManyProjects
{
    public static bool Run(Setting setting)
    {
        var folder = setting.Projects("many", 100, gate: false, build: false);
        Ran Check() => setting.Shell.Run(folder, "dotnet", [Setting.Tool, "check", "--no-restore"]);
        Check();
        var runs = Enumerable.Range(0, 7).Select(_ => Check()).ToList();
        var (time, peak) = (Figures.Of(runs.Select(run => run.Milliseconds)), runs.Max(run => run.PeakBytes));
        return Figures.Say($"check of 100 projects with {Setting.Packages} packages each: {time.Text("ms")}; budget 2000", time.Median <= 2000)
            & Figures.Say($"peak memory of that: {peak >> 20} MB; budget 200", peak <= 200 << 20);
    }
}
