using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace BannedVendorAnalyzer.Tests.Feeds;

/// <summary>Puts packages that it makes into a <see cref="LoopbackFeed"/>, as a V3 source has them.</summary>
public static class FeedPackages
{
    /// <summary>Says where everything is.</summary>
    /// <param name="hashes">Whether the source publishes hashes.</param>
    public static LoopbackFeed AsSource(this LoopbackFeed feed, bool hashes = false)
    {
        object[] resources = [Resource($"{feed.Root}/flat/", "PackageBaseAddress/3.0.0"), .. hashes ? [Resource($"{feed.Root}/registration/", "RegistrationsBaseUrl/3.6.0")] : Array.Empty<object>()];
        feed.Files["/v3/index.json"] = JsonSerializer.SerializeToUtf8Bytes(new { version = "3.0.0", resources });
        return feed;
    }

    /// <param name="dependencies">As <c>Id/range</c>.</param>
    public static void Add(this LoopbackFeed feed, string id, string version, string[]? dependencies = null, params (string Path, byte[] Bytes)[] files) =>
        feed.AddArchive(id, version, Archive(Nuspec(id, version, dependencies ?? []), id, files));

    /// <summary>Any bytes under the address of a package, with the hash that they have.</summary>
    public static void AddArchive(this LoopbackFeed feed, string id, string version, byte[] archive)
    {
        var (lowerId, lowerVersion) = (id.ToLowerInvariant(), version.ToLowerInvariant());
        var list = $"/flat/{lowerId}/index.json";
        var versions = feed.Files.TryGetValue(list, out var known) ? JsonDocument.Parse(known).RootElement.GetProperty("versions").EnumerateArray().Select(item => item.GetString()!).ToList() : [];
        feed.Files[list] = JsonSerializer.SerializeToUtf8Bytes(new { versions = versions.Append(lowerVersion) });
        feed.Files[$"/flat/{lowerId}/{lowerVersion}/{lowerId}.{lowerVersion}.nupkg"] = archive;
        feed.Files[$"/registration/{lowerId}/{lowerVersion}.json"] = JsonSerializer.SerializeToUtf8Bytes(new { catalogEntry = $"{feed.Root}/catalog/{lowerId}.{lowerVersion}.json" });
        feed.State(id, version, Convert.ToBase64String(SHA512.HashData(archive)));
    }

    /// <summary>Publishes a hash, whether it is the right one or not.</summary>
    public static void State(this LoopbackFeed feed, string id, string version, string sha512) =>
        feed.Files[$"/catalog/{id.ToLowerInvariant()}.{version.ToLowerInvariant()}.json"] = JsonSerializer.SerializeToUtf8Bytes(new { packageHash = sha512, packageHashAlgorithm = "SHA512" });

    public static byte[] Archive(string nuspec, string id, params (string Path, byte[] Bytes)[] files)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, bytes) in files.Prepend(($"{id}.nuspec", Encoding.UTF8.GetBytes(nuspec))))
            {
                using var entry = archive.CreateEntry(path).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    public static string Nuspec(string id, string version, string[] dependencies) => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
          <metadata>
            <id>{id}</id>
            <version>{version}</version>
            <authors>Contoso</authors>
            <description>Stand-in made by a test.</description>
            <dependencies>
              <group targetFramework="netstandard2.0">
                {string.Concat(dependencies.Select(dependency => $"""<dependency id="{dependency.Split('/')[0]}" version="{dependency.Split('/')[1]}" />"""))}
              </group>
            </dependencies>
          </metadata>
        </package>
        """;

    private static Dictionary<string, string> Resource(string address, string type) => new() { ["@id"] = address, ["@type"] = type };
}
