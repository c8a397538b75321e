using System.Xml;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection.Projects;

namespace BannedVendorAnalyzer.Inspection.Loose;

/// <summary>Finds the element of a project that names a loose item. Projects are read, not evaluated; an item that a pattern brings in has no line of its own.</summary>
internal static class LooseLocator
{
    public static SourceLocation Find(LooseItem item, string projectPath) =>
        ReferenceFiles.Of(projectPath).Select(file => FindIn(file, item)).FirstOrDefault(found => found is not null) ?? new SourceLocation(projectPath);

    private static SourceLocation? FindIn(string file, LooseItem item)
    {
        try
        {
            SourceLocation? element = null;
            using var xml = ProjectXml.Open(file);
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element) continue;
                if (xml.LocalName == item.Type)
                {
                    // The reader stands behind '<'; MSBuild points at it.
                    element = new SourceLocation(file, ((IXmlLineInfo)xml).LineNumber, ((IXmlLineInfo)xml).LinePosition - 1);
                    if (Names(xml.GetAttribute("Include") ?? xml.GetAttribute("Update"), file, item) || Names(xml.GetAttribute("HintPath"), file, item)) return element;
                }
                else if (xml.LocalName == "HintPath" && element is not null && Names(xml.ReadString(), file, item))
                {
                    return element;
                }
            }
        }
        catch (Exception exception) when (exception is XmlException or IOException or UnauthorizedAccessException)
        {
            // The finding is reported all the same, only without its line.
            return null;
        }

        return null;
    }

    private static bool Names(string? text, string file, LooseItem item)
    {
        if (text is null) return false;
        var folder = Path.GetDirectoryName(file)!;
        return text.Split(';').Select(name => name.Trim()).Any(name => name.Length > 0 && (name == item.Include || (item.Path is not null && IsPathOf(name, folder, item.Path))));
    }

    private static bool IsPathOf(string name, string folder, string path)
    {
        var relative = name.Replace("$(MSBuildThisFileDirectory)", folder + "/").Replace("$(MSBuildProjectDirectory)", folder).Replace('\\', '/');
        return relative.IndexOfAny(['$', '*', '?']) < 0 && PathComparison.AreSame(Path.Combine(folder, relative), path);
    }
}
