using BannedVendorAnalyzer.Diagnostics;

namespace BannedVendorAnalyzer.Inspection.Repositories;

/// <summary>Reads what a nuspec that somebody wrote by hand gives to everybody who installs the package: its dependencies and files.</summary>
public static class NuspecEntriesReader
{
    private const string What = "nuspec";

    public static FileEntries Read(string path, byte[] bytes)
    {
        var packages = new List<PackageEntry>();
        var files = new List<PackedEntry>();
        var problems = new List<FileProblem>();
        var folder = Path.GetDirectoryName(path)!;
        var damage = RepositoryXml.Read(path, bytes, What, (xml, around) =>
        {
            var place = RepositoryXml.Place(path, xml);
            if (xml.LocalName == "dependency" && around.Count >= 3 && around[2] == "dependencies")
            {
                if (RepositoryXml.Attribute(xml, "id") is { } id) packages.Add(new PackageEntry(id, RepositoryXml.Attribute(xml, "version"), place));
                else problems.Add(new FileProblem(path, place.Line, place.Column, $"the {What} names a dependency without id; add it"));
            }
            else if (xml.LocalName == "file" && around.Count == 2 && around[1] == "files")
            {
                foreach (var source in (RepositoryXml.Attribute(xml, "src") ?? "").Split(';').Select(name => name.Trim()).Where(name => name.Length > 0))
                {
                    var (found, problem) = PackedFiles.Of(folder, source.Replace('\\', '/'));
                    files.AddRange(found.Select(file => new PackedEntry(file, file.IndexOf('$') < 0 ? Path.Combine(folder, file) : null, place)));
                    if (problem is not null) problems.Add(new FileProblem(path, place.Line, place.Column, problem));
                }
            }
        });
        return new FileEntries { Packages = packages, Files = files, Problems = damage is null ? problems : [.. problems, damage] };
    }
}
