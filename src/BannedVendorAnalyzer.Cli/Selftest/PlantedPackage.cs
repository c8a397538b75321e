namespace BannedVendorAnalyzer.Cli.Selftest;

/// <summary>
/// A package with nothing of a vendor's but a name. It is put where NuGet would unpack it, so that no feed is asked for it, whatever sources and mappings
/// the repository has, and nobody's feed sees the name of a prohibited vendor.
/// </summary>
/// <param name="Mark">Its id, as the rules record it.</param>
public sealed record PlantedPackage(PlantedMark Mark)
{
    /// <summary>No package of anybody's has it.</summary>
    public const string Version = "0.0.0-selftest";

    /// <summary>NuGet takes any base64 text; nobody downloaded this one.</summary>
    private const string ContentHash = "c2VsZnRlc3Q=";

    public string Id => Mark.Value;

    /// <summary>As NuGet leaves a package in its folder (NuGet.Packaging, VersionFolderPathResolver): all in lower case, and complete once the metadata file is there.</summary>
    public void Unpack(string packages)
    {
        var id = Id.ToLowerInvariant();
        var folder = Path.Combine(packages, id, Version);
        Write(folder, "lib/netstandard2.0/_._", "");
        Write(folder, $"{id}.nuspec", $"""
            <?xml version="1.0" encoding="utf-8"?>
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
              <metadata>
                <id>{Id}</id>
                <version>{Version}</version>
                <authors>banned-vendors selftest</authors>
                <description>Stand-in without contents.</description>
              </metadata>
            </package>
            """);
        Write(folder, $"{id}.{Version}.nupkg.sha512", ContentHash);
        Write(folder, ".nupkg.metadata", $$"""{ "version": 2, "contentHash": "{{ContentHash}}", "source": null }""");
    }

    private static void Write(string folder, string file, string text)
    {
        var path = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
