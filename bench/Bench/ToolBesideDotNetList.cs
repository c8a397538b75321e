using System.Globalization;
using System.Text.Json;

namespace BannedVendorAnalyzer.Bench;

/// <summary><c>check</c> beside <c>dotnet list package --include-transitive --no-restore</c> on the same project, once both have named the same packages.</summary>
internal static class ToolBesideDotNetList
{
    private static readonly string[] Kinds = ["topLevelPackages", "transitivePackages"];
    private static readonly string[] List = ["list", "P0/P0.csproj", "package", "--include-transitive", "--no-restore"];
    private static readonly string[] Check = [Setting.Tool, "check", "P0/P0.csproj", "--no-restore"];

    public static bool Run(Setting setting)
    {
        var folder = setting.Projects("tool", 1, gate: false, build: false);
        var listed = Listed(setting.Shell.Run(folder, "dotnet", [.. List, "--format", "json"]).Output);
        using var report = JsonDocument.Parse(setting.Shell.Run(folder, "dotnet", [.. Check, "--format", "json"]).Output);
        var checkedCount = report.RootElement.GetProperty("scanned").GetProperty("packages").GetInt32();
        if (listed.Count != Setting.Packages || checkedCount != Setting.Packages) throw new InvalidOperationException($"Not the same packages: {listed.Count} listed, {checkedCount} checked.");

        List<double> ours = [], theirs = [];
        var peak = 0L;
        for (var run = 0; run < 15; run++)
        {
            var check = setting.Shell.Run(folder, "dotnet", Check);
            ours.Add(check.Milliseconds);
            peak = Math.Max(peak, check.PeakBytes);
            theirs.Add(setting.Shell.Run(folder, "dotnet", List).Milliseconds);
        }

        var (check0, list0) = (Figures.Of(ours), Figures.Of(theirs));
        var ratio = check0.Median / list0.Median;
        return Figures.Say(string.Create(CultureInfo.InvariantCulture, $"check {check0.Text("ms")} / dotnet list package {list0.Text("ms")}: {ratio:0.00}; budget 0.50"), ratio <= 0.5)
            & Figures.Say($"peak memory of check at {Setting.Packages} packages: {peak >> 20} MB; budget 100", peak <= 100 << 20);
    }

    private static HashSet<string> Listed(string json)
    {
        using var document = JsonDocument.Parse(json);
        var framework = document.RootElement.GetProperty("projects")[0].GetProperty("frameworks")[0];
        return [.. Kinds.SelectMany(kind => framework.GetProperty(kind).EnumerateArray()).Select(package => package.GetProperty("id").GetString()!)];
    }
}
