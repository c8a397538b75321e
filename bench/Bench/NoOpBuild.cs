namespace BannedVendorAnalyzer.Bench;

/// <summary>What the gate takes in a build where nothing changed, without a policy and with one.</summary>
internal static class NoOpBuild
{
    private const string Policy = """
        { "root": true, "maxRulesAge": 3650, "audiences": ["us-federal-contractor"], "locked": true,
          "prohibit": [{ "vendor": "contoso", "from": "2026-01-01", "reason": "Decision 12 of the board" }],
          "vendors": [{ "id": "contoso", "name": "Contoso", "entities": [], "listings": [],
            "indicators": [{ "kind": "package-id", "value": "Contoso.Video", "relation": "published", "source": "our own inventory" }],
            "mustMatch": [{ "package-id": "Contoso.Video" }], "mustNotMatch": [{ "package-id": "Contoso.Text" }] }] }
        """;

    public static bool Run(Setting setting)
    {
        var folder = setting.Projects("noop", 10, gate: true, build: true);
        var met = Run(setting, folder, "no-op build");
        File.WriteAllText(Path.Combine(folder, "banned-vendors.json"), Policy);
        return met & Run(setting, folder, "no-op build under a policy");
    }

    private static bool Run(Setting setting, string folder, string what)
    {
        GateTimes.Of(setting.Shell, folder, "All.slnx");
        var builds = Enumerable.Range(0, 15).Select(_ => GateTimes.Of(setting.Shell, folder, "All.slnx")).ToList();
        var first = Figures.Of(builds.Select(build => build[0]));
        var later = Figures.Of(builds.SelectMany(build => build.Skip(1)));
        return Figures.Say($"gate in a {what}, first project of a process: {first.Text("ms")}; budget 15", first.Median <= 15)
            & Figures.Say($"gate in a {what}, each later project: {later.Text("ms")}; budget 5", later.Median <= 5);
    }
}
