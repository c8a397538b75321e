using System.Globalization;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Json;

namespace BannedVendorAnalyzer.Inspection.Repositories;

/// <summary>
/// Reads <c>packages.lock.json</c> versions 1 to 3 (NuGet.ProjectModel, PackagesLockFileFormat): what NuGet resolved for a project when it was restored last.
/// Versions 1 and 2 have the frameworks below <c>dependencies</c>, version 3 below the root.
/// </summary>
public static class LockFileReader
{
    private const string What = "lock file";
    private const int NewestVersion = 3;
    private static readonly string[] Types = ["Direct", "Transitive", "Project", "CentralTransitive"];

    public static FileEntries Read(string path, byte[] utf8)
    {
        var problems = new List<FileProblem>();
        var targets = new Dictionary<string, List<LockedNode>>(StringComparer.OrdinalIgnoreCase);
        int? version = null;
        var damage = LenientJson.Read(path, utf8, What, json =>
        {
            json.EnterObject();
            while (json.NextMember())
            {
                var (name, start) = (json.Name, json.NameOffset);
                if (name == "version") version = ReadVersion(path, utf8, json, problems);
                else if (name == "dependencies") ReadTargets(path, utf8, json, targets, problems);
                else if (version == NewestVersion) ReadTarget(path, utf8, json, name, targets, problems);
                else json.Skip();
            }
        });
        if (damage is not null) problems.Add(damage);
        else if (version is null) problems.Add(new FileProblem(path, 1, 1, $"the {What} has no version; restore the project again"));
        return new FileEntries { Packages = LockedGraph.Packages(targets), Problems = problems };
    }

    private static int? ReadVersion(string path, byte[] utf8, JsonCursor json, List<FileProblem> problems)
    {
        var start = json.Offset;
        var version = json.ReadInt32();
        if (version is < 1 or > NewestVersion)
            problems.Add(FileProblem.At(path, utf8, start, $"the {What} has version {version.ToString(CultureInfo.InvariantCulture)}; 1 to {NewestVersion.ToString(CultureInfo.InvariantCulture)} are known"));
        return version;
    }

    private static void ReadTargets(string path, byte[] utf8, JsonCursor json, Dictionary<string, List<LockedNode>> targets, List<FileProblem> problems)
    {
        json.EnterObject();
        while (json.NextMember()) ReadNodes(path, utf8, json, json.Name, targets, problems);
    }

    /// <summary>Of version 3: a framework's name, which may differ from the framework, and its packages one level deeper.</summary>
    private static void ReadTarget(string path, byte[] utf8, JsonCursor json, string name, Dictionary<string, List<LockedNode>> targets, List<FileProblem> problems)
    {
        json.EnterObject();
        while (json.NextMember())
        {
            if (json.NameIs("dependencies")) ReadNodes(path, utf8, json, name, targets, problems);
            else json.Skip();
        }
    }

    private static void ReadNodes(string path, byte[] utf8, JsonCursor json, string target, Dictionary<string, List<LockedNode>> targets, List<FileProblem> problems)
    {
        var nodes = new List<LockedNode>();
        json.EnterObject();
        while (json.NextMember())
        {
            var (id, start) = (json.Name, json.NameOffset);
            string? type = null, version = null, hash = null;
            var dependencies = new List<string>();
            json.EnterObject();
            while (json.NextMember())
            {
                if (json.NameIs("type")) type = json.ReadString();
                else if (json.NameIs("resolved")) version = json.ReadString();
                else if (json.NameIs("contentHash")) hash = json.ReadString();
                else if (json.NameIs("dependencies")) ReadNames(json, dependencies);
                else json.Skip();
            }

            if (type is null || !Types.Contains(type)) problems.Add(FileProblem.At(path, utf8, start, $"the {What} gives '{id}' the type '{type}'; known: {string.Join(", ", Types)}"));
            if (version is null && type != "Project") problems.Add(FileProblem.At(path, utf8, start, $"the {What} gives no version of '{id}'; restore the project again"));
            nodes.Add(new LockedNode(id, version, type == "Direct", type == "Project", hash, dependencies, LenientJson.Place(path, utf8, start)));
        }

        targets[target] = nodes;
    }

    private static void ReadNames(JsonCursor json, List<string> names)
    {
        json.EnterObject();
        while (json.NextMember())
        {
            names.Add(json.Name);
            json.Skip();
        }
    }
}
