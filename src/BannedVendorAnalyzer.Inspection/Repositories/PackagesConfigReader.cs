using BannedVendorAnalyzer.Diagnostics;

namespace BannedVendorAnalyzer.Inspection.Repositories;

/// <summary>Reads <c>packages.config</c>: every package of a project, with what they bring in, in one list.</summary>
public static class PackagesConfigReader
{
    private const string What = "packages.config";

    public static FileEntries Read(string path, byte[] bytes)
    {
        var packages = new List<PackageEntry>();
        var problems = new List<FileProblem>();
        var damage = RepositoryXml.Read(path, bytes, What, (xml, around) =>
        {
            if (around.Count != 1 || xml.LocalName != "package") return;
            var place = RepositoryXml.Place(path, xml);
            var (id, version) = (RepositoryXml.Attribute(xml, "id"), RepositoryXml.Attribute(xml, "version"));
            if (id is null || version is null) problems.Add(new FileProblem(path, place.Line, place.Column, $"the {What} names a package without id or version; add it"));
            if (id is not null) packages.Add(new PackageEntry(id, version, place));
        });
        return new FileEntries { Packages = packages, Problems = damage is null ? problems : [.. problems, damage] };
    }
}
