using System.Text.Json;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection.Loose;

namespace BannedVendorAnalyzer.Cli.Targets;

/// <summary>Asks MSBuild what a project takes in without packages, where its files show that it may.</summary>
internal static class LooseItemFinder
{
    /// <returns>The items of all frameworks; what kept them from being known, if anything.</returns>
    public static (IReadOnlyList<LooseItem> Items, FileProblem? Problem) Of(string project)
    {
        if (!File.Exists(project) || !LooseElements.MayStandIn(project)) return ([], null);
        var items = new HashSet<LooseItem>();
        var open = new Queue<string?>([null]);
        while (open.TryDequeue(out var framework))
        {
            var (exitCode, output) = DotNet.Items(project, framework, LooseElements.All);
            if (exitCode != 0) return ([.. items], FileProblem.Of(project, $"what the project takes in without packages cannot be told, because MSBuild cannot evaluate it ({FirstLine(output)})"));
            using var json = JsonDocument.Parse(output);
            items.UnionWith(Read(json.RootElement, project));
            if (framework is not null) continue;
            foreach (var one in (json.RootElement.GetProperty("Properties").GetProperty("TargetFrameworks").GetString() ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) open.Enqueue(one);
        }

        return ([.. items.OrderBy(item => item.Type, StringComparer.Ordinal).ThenBy(item => item.Name, StringComparer.Ordinal)], null);
    }

    private static IEnumerable<LooseItem> Read(JsonElement root, string project)
    {
        var folder = Path.GetDirectoryName(project)!;
        foreach (var type in root.GetProperty("Items").EnumerateObject())
            foreach (var item in type.Value.EnumerateArray())
                if (Read(type.Name, item, folder) is { } loose) yield return loose;
    }

    private static LooseItem? Read(string type, JsonElement item, string folder)
    {
        var include = Metadata(item, "Identity");
        var hint = Metadata(item, "HintPath");
        string FullPath() => Path.GetFullPath((hint.Length > 0 ? hint : include).Replace('\\', '/'), folder);

        // A reference without a path is of the framework, or MSBuild will not find it either.
        return type == "Reference" && !File.Exists(FullPath()) ? null : LooseItem.Of(type, include, name => name == LooseItem.FullPath ? FullPath() : Metadata(item, name));
    }

    private static string Metadata(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private static string FirstLine(string output) => output.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0) ?? "no output";
}
