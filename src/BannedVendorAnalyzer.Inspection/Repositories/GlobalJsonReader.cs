using BannedVendorAnalyzer.Json;

namespace BannedVendorAnalyzer.Inspection.Repositories;

/// <summary>Reads the MSBuild SDKs of a <c>global.json</c>, which are packages that MSBuild fetches before it evaluates a project.</summary>
public static class GlobalJsonReader
{
    public static FileEntries Read(string path, byte[] utf8)
    {
        var sdks = new List<PackageEntry>();
        var damage = LenientJson.Read(path, utf8, "global.json", json =>
        {
            json.EnterObject();
            while (json.NextMember())
            {
                if (json.NameIs("msbuild-sdks")) ReadSdks(path, utf8, json, sdks);
                else json.Skip();
            }
        });
        return new FileEntries { Packages = sdks, Problems = damage is null ? [] : [damage] };
    }

    private static void ReadSdks(string path, byte[] utf8, JsonCursor json, List<PackageEntry> sdks)
    {
        json.EnterObject();
        while (json.NextMember())
        {
            var (id, start) = (json.Name, json.NameOffset);
            sdks.Add(new PackageEntry(id, LenientJson.Text(json), LenientJson.Place(path, utf8, start)) { IsBuildTool = true });
        }
    }
}
