using System.Xml;
using BannedVendorAnalyzer.Inspection.Projects;

namespace BannedVendorAnalyzer.Inspection.Repositories;

/// <summary>Finds the nuspec that a project is packed by, where it names one by a path that can be read off.</summary>
internal static class NuspecLocator
{
    public static IEnumerable<string> Of(string projectPath)
    {
        var folder = Path.GetDirectoryName(projectPath)!;
        return Names(projectPath)
            .Select(name => name.Replace("$(MSBuildProjectName)", Path.GetFileNameWithoutExtension(projectPath)).Replace("$(MSBuildProjectDirectory)", folder).Replace("$(MSBuildThisFileDirectory)", folder + "/").Replace('\\', '/').Trim())
            .Where(name => name.IndexOf('$') < 0 && name.IndexOfAny(Path.GetInvalidPathChars()) < 0)
            .Select(name => Path.GetFullPath(Path.Combine(folder, name)))
            .Where(File.Exists);
    }

    private static List<string> Names(string projectPath)
    {
        var names = new List<string>();
        try
        {
            using var xml = ProjectXml.Open(projectPath);
            while (xml.Read())
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "NuspecFile" && xml.ReadString() is { Length: > 0 } name) names.Add(name);
        }
        catch (Exception exception) when (exception is XmlException or IOException or UnauthorizedAccessException)
        {
            // The project itself is read once more, and what is wrong with it is then told.
            return names;
        }

        return names;
    }
}
