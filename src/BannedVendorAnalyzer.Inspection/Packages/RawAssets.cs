using BannedVendorAnalyzer.Json;

namespace BannedVendorAnalyzer.Inspection.Packages;

/// <summary>The members of an assets file that matter, as they are written; everything else is passed over undecoded.</summary>
internal sealed class RawAssets
{
    private static readonly string[] RangeOperators = [" >= ", " > ", " <= ", " < ", " = "];

    public int? Version { get; private set; }
    public bool HasTargets { get; private set; }
    public bool HasLibraries { get; private set; }
    public string? ProjectPath { get; private set; }
    public string? ProjectName { get; private set; }

    /// <summary>The first error that restore ended with, as <c>NU1101: text</c>.</summary>
    public string? RestoreError { get; private set; }
    public List<AssetsTarget> Targets { get; } = [];
    public Dictionary<string, AssetsLibrary> Libraries { get; } = new(StringComparer.OrdinalIgnoreCase);
    public List<(string Framework, List<string> Names)> Roots { get; } = [];
    public List<(string Framework, List<string> Names)> Pinned { get; } = [];
    public List<string> PackageFolders { get; } = [];
    public List<(string Key, string? Alias, List<AssetsDownload> Downloads)> Frameworks { get; } = [];

    public void Read(JsonCursor json)
    {
        json.EnterObject();
        while (json.NextMember())
        {
            if (json.NameIs("version")) Version = json.ReadInt32();
            else if (json.NameIs("targets")) ReadTargets(json);
            else if (json.NameIs("libraries")) ReadLibraries(json);
            else if (json.NameIs("projectFileDependencyGroups")) ReadRoots(json);
            else if (json.NameIs("centralTransitiveDependencyGroups")) ReadPinned(json);
            else if (json.NameIs("packageFolders")) ReadKeys(json, PackageFolders);
            else if (json.NameIs("project")) ReadProject(json);
            else if (json.NameIs("logs")) ReadLogs(json);
            else json.Skip();
        }
    }

    private void ReadTargets(JsonCursor json)
    {
        HasTargets = true;
        json.EnterObject();
        while (json.NextMember())
        {
            var name = json.Name;
            var nodes = new Dictionary<string, AssetsNode>(StringComparer.OrdinalIgnoreCase);
            json.EnterObject();
            while (json.NextMember())
            {
                var start = json.NameOffset;
                var node = ReadNode(json);
                if (nodes.ContainsKey(node.Id)) throw new JsonFormatException($"'{node.Id}' stands in one target twice", start);
                nodes.Add(node.Id, node);
            }

            Targets.Add(new AssetsTarget(name, nodes));
        }
    }

    private static AssetsNode ReadNode(JsonCursor json)
    {
        var (id, _, key) = Split(json);
        var isProject = false;
        var dependencies = new List<string>();
        var buildFiles = new List<string>();
        json.EnterObject();
        while (json.NextMember())
        {
            if (json.NameIs("type")) isProject = json.ReadString() == "project";
            else if (json.NameIs("dependencies")) ReadKeys(json, dependencies);
            else if (json.NameIs("build")) ReadKeys(json, buildFiles);
            else json.Skip();
        }

        return new AssetsNode(key, id, isProject, dependencies) { ImportsTargets = buildFiles.Exists(file => file.EndsWith(".targets", StringComparison.OrdinalIgnoreCase)) };
    }

    private void ReadLibraries(JsonCursor json)
    {
        HasLibraries = true;
        json.EnterObject();
        while (json.NextMember())
        {
            var (id, version, key) = Split(json);
            var isProject = false;
            string? path = null, sha512 = null;
            var files = new List<string>();
            json.EnterObject();
            while (json.NextMember())
            {
                if (json.NameIs("type")) isProject = json.ReadString() == "project";
                else if (json.NameIs("path")) path = ReadPath(json);
                else if (json.NameIs("files")) ReadStrings(json, files);
                else if (json.NameIs("sha512")) sha512 = json.ReadString();
                else json.Skip();
            }

            Libraries[key] = new AssetsLibrary(id, version, isProject, path, files, sha512);
        }
    }

    /// <summary>Entries read <c>Contoso.Scan &gt;= 1.0.0</c>; the name alone is needed.</summary>
    private void ReadRoots(JsonCursor json)
    {
        json.EnterObject();
        while (json.NextMember())
        {
            var framework = json.Name;
            var entries = new List<string>();
            ReadStrings(json, entries);
            Roots.Add((framework, [.. entries.Select(WithoutRange)]));
        }
    }

    /// <summary>Names of projects may hold spaces, so the operator ends the name.</summary>
    private static string WithoutRange(string entry)
    {
        var end = RangeOperators.Select(mark => entry.IndexOf(mark, StringComparison.Ordinal)).Where(index => index > 0).DefaultIfEmpty(entry.Length).Min();
        return entry.Substring(0, end);
    }

    private void ReadPinned(JsonCursor json)
    {
        json.EnterObject();
        while (json.NextMember())
        {
            var framework = json.Name;
            var ids = new List<string>();
            ReadKeys(json, ids);
            Pinned.Add((framework, ids));
        }
    }

    private void ReadLogs(JsonCursor json)
    {
        json.EnterArray();
        while (json.NextItem())
        {
            string? code = null, level = null, message = null;
            json.EnterObject();
            while (json.NextMember())
            {
                if (json.NameIs("code")) code = json.ReadString();
                else if (json.NameIs("level")) level = json.ReadString();
                else if (json.NameIs("message")) message = json.ReadString();
                else json.Skip();
            }

            if (level == "Error") RestoreError ??= $"{code}: {message}";
        }
    }

    private void ReadProject(JsonCursor json)
    {
        json.EnterObject();
        while (json.NextMember())
        {
            if (json.NameIs("restore")) ReadRestore(json);
            else if (json.NameIs("frameworks")) ReadFrameworks(json);
            else json.Skip();
        }
    }

    private void ReadRestore(JsonCursor json)
    {
        json.EnterObject();
        while (json.NextMember())
        {
            if (json.NameIs("projectPath")) ProjectPath = ReadPath(json);
            else if (json.NameIs("projectName")) ProjectName = json.ReadString();
            else json.Skip();
        }
    }

    private void ReadFrameworks(JsonCursor json)
    {
        json.EnterObject();
        while (json.NextMember())
        {
            var key = json.Name;
            string? alias = null;
            var downloads = new List<AssetsDownload>();
            json.EnterObject();
            while (json.NextMember())
            {
                if (json.NameIs("targetAlias")) alias = json.ReadString();
                else if (json.NameIs("downloadDependencies")) ReadDownloads(json, downloads);
                else json.Skip();
            }

            Frameworks.Add((key, alias is "" ? null : alias, downloads));
        }
    }

    private static void ReadDownloads(JsonCursor json, List<AssetsDownload> downloads)
    {
        json.EnterArray();
        while (json.NextItem())
        {
            var start = json.Offset;
            string? name = null, version = null;
            json.EnterObject();
            while (json.NextMember())
            {
                if (json.NameIs("name")) name = json.ReadString();
                else if (json.NameIs("version")) version = json.ReadString();
                else json.Skip();
            }

            if (name is null || version is null) throw new JsonFormatException("a downloaded package has no name or no version", start);

            // Several versions of one package stand in one entry.
            downloads.AddRange(version.Split(';').Select(one => new AssetsDownload(name, one.Trim())));
        }
    }

    private static (string Id, string Version, string Key) Split(JsonCursor json)
    {
        var key = json.Name;
        var slash = key.IndexOf('/');
        return slash > 0 ? (key.Substring(0, slash), key.Substring(slash + 1), key) : throw new JsonFormatException($"'{key}' is not of the form Id/Version", json.NameOffset);
    }

    /// <summary>A path that no file system of this platform can hold would make every later use of it throw.</summary>
    private static string ReadPath(JsonCursor json)
    {
        var offset = json.Offset;
        var path = json.ReadString();
        return path.IndexOfAny(Path.GetInvalidPathChars()) < 0 ? path : throw new JsonFormatException("a path holds a character that no path can hold", offset);
    }

    private static void ReadKeys(JsonCursor json, List<string> keys)
    {
        json.EnterObject();
        while (json.NextMember())
        {
            keys.Add(json.Name);
            json.Skip();
        }
    }

    private static void ReadStrings(JsonCursor json, List<string> strings)
    {
        json.EnterArray();
        while (json.NextItem()) strings.Add(json.ReadString());
    }
}
