using System.Xml;
using BannedVendorAnalyzer.Diagnostics;

namespace BannedVendorAnalyzer.Inspection.Projects;

/// <summary>Finds where a project file sets properties, without evaluating it.</summary>
public static class PropertyElements
{
    private const string Group = "PropertyGroup";

    /// <param name="names">MSBuild passes over case in them.</param>
    public static IReadOnlyList<(string Name, SourceLocation Place)> Find(string file, IReadOnlyCollection<string> names)
    {
        var found = new List<(string, SourceLocation)>();
        var groupDepth = -1;
        try
        {
            using var xml = ProjectXml.Open(file);
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element) continue;
                if (groupDepth < 0 || xml.Depth <= groupDepth) groupDepth = xml.LocalName == Group ? xml.Depth : -1;
                if (xml.Depth != groupDepth + 1 || groupDepth < 0 || names.FirstOrDefault(name => string.Equals(name, xml.LocalName, StringComparison.OrdinalIgnoreCase)) is not { } name) continue;
                var position = (IXmlLineInfo)xml;

                // The reader stands behind '<'; MSBuild points at it.
                found.Add((name, new SourceLocation(file, position.LineNumber, position.LinePosition - 1)));
            }
        }
        catch (Exception exception) when (exception is XmlException or IOException or UnauthorizedAccessException)
        {
            // MSBuild takes nothing of a file that it cannot read.
            return found;
        }

        return found;
    }
}
