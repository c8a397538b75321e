using BannedVendorAnalyzer.Diagnostics;

namespace BannedVendorAnalyzer.Inspection.Repositories;

/// <summary>
/// Reads the MSBuild SDKs that a project, or a file that it imports, names with a version: in <c>Project</c>, <c>Sdk</c> and <c>Import</c>. One without is given its
/// version, and reported, by a global.json, or is no package but one of the .NET SDK's own.
/// </summary>
public static class ProjectSdkReader
{
    public static FileEntries Read(string path, byte[] bytes)
    {
        var sdks = new List<PackageEntry>();
        var problem = RepositoryXml.Read(path, bytes, "project file", (xml, around) =>
        {
            var place = RepositoryXml.Place(path, xml);
            if (around.Count == 0 && xml.LocalName == "Project" && RepositoryXml.Attribute(xml, "Sdk") is { } list) sdks.AddRange(list.Split(';').Select(sdk => Entry(sdk.Trim(), null, place)));
            else if (xml.LocalName == "Import" && RepositoryXml.Attribute(xml, "Sdk") is { } imported) sdks.Add(Entry(imported, RepositoryXml.Attribute(xml, "Version") ?? RepositoryXml.Attribute(xml, "MinimumVersion"), place));
            else if (around.Count == 1 && xml.LocalName == "Sdk" && RepositoryXml.Attribute(xml, "Name") is { } name) sdks.Add(Entry(name, RepositoryXml.Attribute(xml, "Version") ?? RepositoryXml.Attribute(xml, "MinimumVersion"), place));
        });
        return new FileEntries { Packages = [.. sdks.Where(sdk => sdk.Id.Length > 0 && sdk.Version is not null)], Problems = problem is null ? [] : [problem] };
    }

    private static PackageEntry Entry(string sdk, string? version, SourceLocation place)
    {
        var parts = sdk.Split('/');
        var written = parts.Length > 1 && parts[1].Length > 0 ? parts[1].Trim() : null;
        return new PackageEntry(parts[0].Trim(), version ?? written, place) { IsBuildTool = true };
    }
}
