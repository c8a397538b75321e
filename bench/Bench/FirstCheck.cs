namespace BannedVendorAnalyzer.Bench;

/// <summary>The first check of 200 signed packages: a fresh process each time, so that JIT and loading count, and nothing kept.</summary>
internal static class FirstCheck
{
    public static bool Run(Setting setting)
    {
        var folder = Directory.CreateDirectory(Path.Combine(setting.Root, "first")).FullName;
        var project = MadeProjects.WriteSigned(folder, Setting.Packages);
        double Measure() => GateTimes.Of(setting.Shell, folder, project, "msbuild", "-t:BannedVendorCheck")[0];
        Measure();
        var times = Figures.Of(Enumerable.Range(0, 15).Select(_ => Measure()));
        Console.WriteLine("        (150 ms was set for metadata and signatures alone, which are not read apart from contents any more)");
        return Figures.Say(FormattableString.Invariant($"first check of {Setting.Packages} packages in a fresh process, contents included: {times.Text("ms")}, {times.Median / Setting.Packages:0.00} ms a package; budget 2 ms a package"), times.Median <= 2 * Setting.Packages);
    }
}
