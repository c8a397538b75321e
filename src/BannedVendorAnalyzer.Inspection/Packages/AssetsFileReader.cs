using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Json;

namespace BannedVendorAnalyzer.Inspection.Packages;

/// <summary>
/// Reads <c>project.assets.json</c> versions 3 and 4 (NuGet.ProjectModel LockFileFormat). In version 3 targets are named by framework
/// (<c>.NETStandard,Version=v2.0</c>), in version 4 by the name that the project gives the framework.
/// </summary>
public static class AssetsFileReader
{
    private const int MostBytes = 256 * 1024 * 1024;
    private const string Remedy = "restore the project again";

    public static (AssetsFile? Assets, FileProblem? Problem) Read(string path)
    {
        var (content, problem) = ReadContent(path);
        return content is null ? (null, problem! with { Message = $"{problem.Message}; {Remedy}" }) : Parse(path, content);
    }

    /// <summary>The bytes, for who must know that what is judged is what was read.</summary>
    public static (byte[]? Content, FileProblem? Problem) ReadContent(string path) => BoundedFile.Read(path, "assets file", MostBytes);

    public static (AssetsFile? Assets, FileProblem? Problem) Parse(string path, byte[] utf8)
    {
        try
        {
            var json = new JsonCursor(utf8);
            var raw = new RawAssets();
            raw.Read(json);
            json.EnsureEnd();
            var (assets, message) = Link(path, raw);
            return (assets, message is null ? null : FileProblem.Of(path, $"{message}; {Remedy}"));
        }
        catch (JsonFormatException exception)
        {
            return (null, FileProblem.At(path, utf8, exception.Offset, $"the assets file is damaged: {exception.Message}; {Remedy}"));
        }
    }

    private static (AssetsFile? Assets, string? Message) Link(string path, RawAssets raw)
    {
        if (raw.Version is not (3 or 4)) return (null, $"the assets file has version {raw.Version?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"}; 3 and 4 are known");
        if (raw.ProjectPath is null || !raw.HasTargets || !raw.HasLibraries || raw.Frameworks.Count == 0 || raw.PackageFolders.Count == 0)
            return (null, "the assets file lacks one of: targets, libraries, packageFolders, project.restore.projectPath, project.frameworks");

        var frameworks = raw.Frameworks.Select(framework => Link(framework, raw)).ToList();
        if (frameworks.Find(framework => framework.Targets.Count == 0) is { } empty) return (null, $"the assets file holds no target for '{empty.Name}'");
        if (raw.RestoreError is { } error) return (null, $"the last restore of the project failed, so its packages are not all known ({AddressText.WithoutSecrets(error)})");
        var unlisted = frameworks.SelectMany(framework => framework.Targets).SelectMany(target => target.Nodes.Values).FirstOrDefault(node => !raw.Libraries.TryGetValue(node.Key, out var library) || library.IsProject != node.IsProject);
        if (unlisted is not null) return (null, $"the assets file resolves '{unlisted.Key}' and lists no library of that name and type");
        return (new AssetsFile(path, raw.ProjectPath, raw.ProjectName ?? Path.GetFileNameWithoutExtension(raw.ProjectPath), raw.PackageFolders, frameworks, raw.Libraries), null);
    }

    private static AssetsFramework Link((string Key, string? Alias, List<AssetsDownload> Downloads) framework, RawAssets raw)
    {
        bool IsSame(string name) =>
            string.Equals(name, framework.Key, StringComparison.OrdinalIgnoreCase)
            || string.Equals(name, framework.Alias, StringComparison.OrdinalIgnoreCase)
            || string.Equals(FrameworkName.Short(name), FrameworkName.Short(framework.Key), StringComparison.OrdinalIgnoreCase);

        return new AssetsFramework(
            framework.Alias ?? framework.Key,
            [.. raw.Roots.Where(group => IsSame(group.Framework)).SelectMany(group => group.Names)],
            [.. raw.Pinned.Where(group => IsSame(group.Framework)).SelectMany(group => group.Names)],
            [.. raw.Targets.Where(target => IsSame(target.Name.Split('/')[0]))])
        {
            Downloads = framework.Downloads,
        };
    }
}
