using System.Xml;

namespace BannedVendorAnalyzer.Inspection.Projects;

/// <summary>The files in which a project's references can stand, without evaluating the project.</summary>
public static class ReferenceFiles
{
    private const int MostFiles = 64;
    private static readonly string[] Shared = ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"];

    /// <summary>The project, then what MSBuild imports from the folders above it, nearest first, each followed by the files that it imports by a path that can be read off.</summary>
    public static IReadOnlyList<string> Of(string projectPath)
    {
        var files = new List<string>();
        Add(projectPath, files);
        for (var folder = Path.GetDirectoryName(projectPath); folder is not null; folder = Path.GetDirectoryName(folder))
            foreach (var name in Shared) Add(Path.Combine(folder, name), files);
        return files;
    }

    private static void Add(string file, List<string> files)
    {
        if (files.Count >= MostFiles || files.Contains(file) || !File.Exists(file)) return;
        files.Add(file);
        foreach (var import in Imports(file)) Add(import, files);
    }

    private static List<string> Imports(string file)
    {
        var imports = new List<string>();
        var folder = Path.GetDirectoryName(file)!;
        try
        {
            using var xml = ProjectXml.Open(file);
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "Import" || xml.GetAttribute("Project") is not { Length: > 0 } project) continue;
                var path = project.Replace("$(MSBuildThisFileDirectory)", folder + "/").Replace('\\', '/');
                if (path.IndexOf('$') < 0 && path.IndexOf('*') < 0) imports.Add(Path.GetFullPath(Path.Combine(folder, path)));
            }
        }
        catch (Exception exception) when (exception is XmlException or IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            // A file that cannot be read holds no line to show.
            return imports;
        }

        return imports;
    }
}
