using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Json;

namespace BannedVendorAnalyzer.Inspection.Repositories;

/// <summary>Reads <c>dotnet-tools.json</c>: the tools that <c>dotnet tool restore</c> installs.</summary>
public static class ToolManifestReader
{
    private const string What = "tool manifest";

    public static FileEntries Read(string path, byte[] utf8)
    {
        var tools = new List<PackageEntry>();
        var problems = new List<FileProblem>();
        var isRoot = false;
        var damage = LenientJson.Read(path, utf8, What, json =>
        {
            json.EnterObject();
            while (json.NextMember())
            {
                if (json.NameIs("isRoot") && json.Kind == JsonKind.Boolean) isRoot = json.ReadBoolean();
                else if (json.NameIs("tools")) ReadTools(path, utf8, json, tools, problems);
                else json.Skip();
            }
        });
        return new FileEntries { Packages = tools, Problems = damage is null ? problems : [.. problems, damage], IsRoot = isRoot };
    }

    private static void ReadTools(string path, byte[] utf8, JsonCursor json, List<PackageEntry> tools, List<FileProblem> problems)
    {
        json.EnterObject();
        while (json.NextMember())
        {
            var (id, start) = (json.Name, json.NameOffset);
            string? version = null;
            json.EnterObject();
            while (json.NextMember())
            {
                if (json.NameIs("version")) version = LenientJson.Text(json);
                else json.Skip();
            }

            if (version is null) problems.Add(FileProblem.At(path, utf8, start, $"the {What} gives no version of '{id}', which dotnet refuses; add it"));
            tools.Add(new PackageEntry(id, version, LenientJson.Place(path, utf8, start)) { IsBuildTool = true });
        }
    }
}
