using System.Text;
using System.Text.Json.Nodes;

namespace BannedVendorAnalyzer.Tests.Packages;

/// <summary>Writes a <c>project.assets.json</c> as NuGet does, with the members that nobody reads too.</summary>
internal sealed class AssetsBuilder(string projectPath, int version = 3)
{
    private readonly List<(string Alias, string Target, string[] Roots, string[] Runtimes)> _frameworks = [];
    private readonly List<(string Key, string[] Dependencies, string[] Files, string? Project, string? Only)> _libraries = [];
    private readonly Dictionary<string, string[]> _pinned = [];
    private readonly List<(string Id, string Version)> _downloads = [];

    public string PackageFolder { get; set; } = "/packages/";

    /// <param name="target">How targets are named; the alias where nothing is said.</param>
    public AssetsBuilder Framework(string alias, string[] roots, string? target = null, string[]? runtimes = null)
    {
        _frameworks.Add((alias, target ?? alias, roots, runtimes ?? []));
        return this;
    }

    /// <param name="only">The target that has it; all where nothing is said.</param>
    public AssetsBuilder Package(string key, string[]? dependencies = null, string[]? files = null, string? only = null)
    {
        _libraries.Add((key, dependencies ?? [], files ?? [], null, only));
        return this;
    }

    public AssetsBuilder Project(string key, string path, string[]? dependencies = null)
    {
        _libraries.Add((key, dependencies ?? [], [], path, null));
        return this;
    }

    /// <summary>For every framework.</summary>
    public AssetsBuilder Download(string id, string version)
    {
        _downloads.Add((id, version));
        return this;
    }

    public AssetsBuilder Pinned(string alias, params string[] ids)
    {
        _pinned.Add(alias, ids);
        return this;
    }

    public JsonObject Json()
    {
        var json = new JsonObject
        {
            ["version"] = version,
            ["targets"] = Map(_frameworks.SelectMany(framework => framework.Runtimes.Select(runtime => $"{framework.Target}/{runtime}").Prepend(framework.Target)), Target),
            ["libraries"] = Map(_libraries.Select(library => library.Key).Distinct(), key => Library(_libraries.First(library => library.Key == key))),
            ["projectFileDependencyGroups"] = Map(_frameworks.Select(framework => framework.Target), name => Array(_frameworks.First(framework => framework.Target == name).Roots.Select(root => $"{root} >= 1.0.0"))),
            ["packageFolders"] = new JsonObject { [PackageFolder] = new JsonObject(), ["/fallback/"] = new JsonObject() },
            ["project"] = new JsonObject
            {
                ["version"] = "1.0.0",
                ["restore"] = new JsonObject
                {
                    ["projectUniqueName"] = projectPath,
                    ["projectName"] = Path.GetFileNameWithoutExtension(projectPath),
                    ["projectPath"] = projectPath,
                    ["projectStyle"] = "PackageReference",
                    ["sources"] = new JsonObject { ["https://gallery.example/v3/index.json"] = new JsonObject() },
                },
                ["frameworks"] = Map(_frameworks.Select(framework => framework.Alias), Framework),
            },
        };
        if (_pinned.Count > 0) json["centralTransitiveDependencyGroups"] = Map(_pinned.Keys, alias => Map(_pinned[alias], _ => "1.0.0"));
        return json;
    }

    private JsonObject Framework(string alias)
    {
        var framework = new JsonObject { ["targetAlias"] = alias, ["imports"] = Array(["net461"]), ["warn"] = true };
        if (_downloads.Count > 0) framework["downloadDependencies"] = new JsonArray([.. _downloads.Select(download => (JsonNode)new JsonObject { ["name"] = download.Id, ["version"] = download.Version })]);
        return framework;
    }

    public byte[] Bytes() => Encoding.UTF8.GetBytes(Json().ToJsonString(new() { WriteIndented = true }));

    private JsonObject Target(string name) => Map(
        _libraries.Where(library => library.Only is null || library.Only == name).Select(library => library.Key),
        key =>
        {
            var library = _libraries.First(library => library.Key == key && (library.Only is null || library.Only == name));
            return new JsonObject
            {
                ["type"] = library.Project is null ? "package" : "project",
                ["dependencies"] = Map(library.Dependencies, _ => "1.0.0"),
                ["build"] = Map(library.Files.Where(file => file.StartsWith("build/", StringComparison.Ordinal)), _ => new JsonObject()),
                ["compile"] = new JsonObject { ["lib/net8.0/_._"] = new JsonObject { ["related"] = ".xml" } },
            };
        });

    private static JsonObject Library((string Key, string[] Dependencies, string[] Files, string? Project, string? Only) library) => new()
    {
        ["sha512"] = "c2hhNTEy",
        ["type"] = library.Project is null ? "package" : "project",
        ["path"] = library.Project ?? library.Key.ToLowerInvariant(),
        ["files"] = Array(library.Files),
    };

    private static JsonObject Map(IEnumerable<string> keys, Func<string, JsonNode> value) => new(keys.Select(key => KeyValuePair.Create(key, (JsonNode?)value(key))));

    private static JsonArray Array(IEnumerable<string> values) => new([.. values.Select(value => (JsonNode?)value)]);
}
