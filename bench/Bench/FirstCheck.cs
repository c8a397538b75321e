namespace BannedVendorAnalyzer.Bench;

/// <summary>The first check of 200 signed packages: a fresh process each time, so that JIT and loading count, and nothing kept.</summary>
internal static class FirstCheck
{
    public static bool Run(Setting setting)
    {
        var folder = Directory.CreateDirectory(Path.Combine(setting.Root, "first")).FullName;
        var project = MadeProjects.WriteSigned(folder, setting.Gate, Setting.Packages);
        double Measure() => GateTimes.Of(setting.Shell, folder, project, "msbuild", "-t:BannedVendorCheck")[0];
        Measure();
        var times = Figures.Of(Enumerable.Range(0, 15).Select(_ => Measure()));
        return Figures.Say(FormattableString.Invariant($"first check of {Setting.Packages} packages in a fresh process, by metadata and signatures: {times.Text("ms")}; budget 150"), times.Median <= 150);
    }
}
