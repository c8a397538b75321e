namespace BannedVendorAnalyzer.Inspection.Repositories;

/// <summary>Reads the package sources of a <c>NuGet.config</c>, and where it has packages unpacked.</summary>
public static class NugetConfigReader
{
    private const int MostBytes = 4 * 1024 * 1024;
    private const string What = "NuGet.config";
    private static readonly string[] SourceSections = ["packageSources", "auditSources"];

    public static FileEntries Read(string path, byte[] bytes)
    {
        var sources = new List<(string Key, SourceEntry Entry)>();
        var disabled = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var problem = RepositoryXml.Read(path, bytes, What, (xml, around) =>
        {
            if (around.Count != 2 || xml.LocalName != "add" || RepositoryXml.Attribute(xml, "key") is not { } key || RepositoryXml.Attribute(xml, "value") is not { } value) return;
            if (SourceSections.Contains(around[1], StringComparer.OrdinalIgnoreCase) && Host(value) is { } host) sources.Add((key, new SourceEntry(Named(key), host, RepositoryXml.Place(path, xml))));
            else if (Is(around[1], "disabledPackageSources") && Is(value, "true")) disabled.Add(key);
        });
        return new FileEntries { Sources = [.. sources.Where(source => !disabled.Contains(source.Key)).Select(source => source.Entry)], Problems = problem is null ? [] : [problem] };
    }

    /// <summary>Where the file has PackageReference packages unpacked; empty where it does not say.</summary>
    public static IEnumerable<string> PackageFolders(string path) => Folders(path, "globalPackagesFolder");

    /// <summary>Where the file has packages of packages.config unpacked; empty where it does not say.</summary>
    public static IEnumerable<string> ConfigPackageFolders(string path) => Folders(path, "repositoryPath");

    private static List<string> Folders(string path, string setting)
    {
        var folders = new List<string>();
        if (BoundedFile.Read(path, What, MostBytes).Bytes is not { } bytes) return folders;
        RepositoryXml.Read(path, bytes, What, (xml, around) =>
        {
            if (around.Count == 2 && Is(around[1], "config") && xml.LocalName == "add" && Is(RepositoryXml.Attribute(xml, "key") ?? "", setting) && RepositoryXml.Attribute(xml, "value") is { } value && IsPath(value))
                folders.Add(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, value.Replace('\\', '/'))));
        });
        return folders;
    }

    /// <summary>Variables of the environment are not looked up.</summary>
    private static bool IsPath(string value) => value.IndexOfAny(Path.GetInvalidPathChars()) < 0 && value.IndexOf('%') < 0;

    /// <summary>Many sources are named by their address, which can hold user names, passwords and keys.</summary>
    private static string Named(string key)
    {
        if (Uri.TryCreate(key, UriKind.Absolute, out var address) && address.Host.Length > 0) return address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);
        return key.Contains("://") && key.IndexOf('@') >= 0 ? "(an address)" : key;
    }

    /// <returns>Null where the source is a folder, or its host is known only in another environment.</returns>
    private static string? Host(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https") && uri.Host.Length > 0 ? uri.Host : null;

    private static bool Is(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
