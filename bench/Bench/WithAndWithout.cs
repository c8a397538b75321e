using System.Globalization;

namespace BannedVendorAnalyzer.Bench;

/// <summary>Whole no-op builds with and without the gate, interleaved, beside builds with and with it: the difference must drown in that spread.</summary>
internal static class WithAndWithout
{
    private const int Pairs = 20;

    public static bool Run(Setting setting) => Run(setting, 1) & Run(setting, 10);

    private static bool Run(Setting setting, int projects)
    {
        var with = setting.Projects($"with{projects}", projects, gate: true, build: true);
        var without = setting.Projects($"without{projects}", projects, gate: false, build: true);
        double Build(string folder) => setting.Shell.Run(folder, "dotnet", ["build", "--no-restore", "All.slnx", "-tl:off", "-v:q"]).Milliseconds;
        foreach (var folder in new[] { with, without }) Build(folder);

        List<double> same = [], different = [];
        for (var pair = 0; pair < Pairs; pair++)
        {
            // The order within a pair alternates, so that a machine that grows slower or faster favours nobody.
            var (a, b, c) = pair % 2 == 0 ? (Build(with), Build(without), Build(with)) : Reversed(Build(with), Build(without), Build(with));
            same.Add(a / c);
            different.Add(a / b);
        }

        var (aa, ab) = (Figures.Of(same), Figures.Of(different));
        var text = string.Create(CultureInfo.InvariantCulture,
            $"no-op build of {projects} projects with/without: median ratio {ab.Median:0.000}; with/with {aa.Median:0.000} ({aa.Sorted[0]:0.000} to {aa.Sorted[^1]:0.000}), {Pairs} pairs");
        return Figures.Say(text, ab.Median >= aa.Sorted[0] && ab.Median <= aa.Sorted[^1]);
    }

    private static (double A, double B, double C) Reversed(double first, double second, double third) => (third, second, first);
}
