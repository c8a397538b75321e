using System.IO.Compression;
using System.Security;

namespace BannedVendorAnalyzer.PackageTests.Toolkit;

/// <summary>Makes stand-ins for packages: the id of the real one, none of its contents.</summary>
public static class PackageBuilder
{
    /// <param name="type">E.g. <c>DotnetTool</c>; null for a dependency.</param>
    public static void Write(string feed, string id, string version, string[]? dependencies = null, string[]? files = null, string authors = "Contoso", string? type = null, params (string Path, byte[] Bytes)[] binaries) => Put(feed, $"{id}.{version}.nupkg", archive =>
    {
        Add(archive, $"{id}.nuspec", Nuspec(id, version, dependencies ?? [], authors, type));
        Add(archive, "lib/netstandard2.0/_._", "");
        foreach (var file in files ?? []) Add(archive, file, "stand-in");
        foreach (var (path, bytes) in binaries)
        {
            using var stream = archive.CreateEntry(path).Open();
            stream.Write(bytes);
        }
    });

    /// <summary>Puts an archive into a feed whole: other tests restore from it meanwhile, and NuGet opens every package of an id.</summary>
    public static void Put(string feed, string name, Action<ZipArchive> fill)
    {
        var unfinished = Path.Combine(feed, $"{Guid.NewGuid():N}.tmp");
        using (var archive = ZipFile.Open(unfinished, ZipArchiveMode.Create)) fill(archive);
        File.Move(unfinished, Path.Combine(feed, name));
    }

    private static string Nuspec(string id, string version, string[] dependencies, string authors, string? type) => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
          <metadata>
            <id>{id}</id>
            <version>{version}</version>
            <authors>{SecurityElement.Escape(authors)}</authors>
            <description>Stand-in made by a test.</description>
            {(type is null ? "" : $"<packageTypes><packageType name=\"{type}\" /></packageTypes>")}
            <dependencies>
              <group targetFramework=".NETStandard2.0">
                {string.Concat(dependencies.Select(dependency => $"""<dependency id="{dependency.Split('/')[0]}" version="{dependency.Split('/')[1]}" />"""))}
              </group>
            </dependencies>
          </metadata>
        </package>
        """;

    private static void Add(ZipArchive archive, string path, string text)
    {
        using var writer = new StreamWriter(archive.CreateEntry(path).Open());
        writer.Write(text);
    }
}
