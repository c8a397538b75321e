using System.Xml;
using BannedVendorAnalyzer.Diagnostics;

namespace BannedVendorAnalyzer.Inspection.Projects;

/// <summary>Finds the element that brings something in, so that an error stands where the user has to change something.</summary>
public static class ReferenceLocator
{
    private static readonly string[] PackageElements = ["PackageReference", "GlobalPackageReference"];
    private static readonly string[] VersionElements = ["PackageVersion"];
    private static readonly string[] ProjectElements = ["ProjectReference"];

    /// <param name="framework">Of several references, one whose condition speaks of this framework is preferred.</param>
    public static SourceLocation? FindPackage(string file, string id, string? framework) => Find(file, PackageElements, include => Same(include, id), framework);

    public static SourceLocation? FindPackageVersion(string file, string id) => Find(file, VersionElements, include => Same(include, id), null);

    public static SourceLocation? FindProject(string file, string projectPath, string? framework) =>
        Find(file, ProjectElements, include => Same(Path.GetFileName(include.Replace('\\', '/')), Path.GetFileName(projectPath)), framework);

    private static SourceLocation? Find(string file, string[] elements, Func<string, bool> isWanted, string? framework)
    {
        SourceLocation? found = null;
        var conditions = new List<string>();
        try
        {
            using var xml = ProjectXml.Open(file);
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element) continue;
                Push(conditions, xml);
                if (!elements.Contains(xml.LocalName) || !Includes(xml).Any(isWanted)) continue;
                var position = (IXmlLineInfo)xml;

                // The reader stands behind '<'; MSBuild points at it.
                var here = new SourceLocation(file, position.LineNumber, position.LinePosition - 1);
                if (framework is null || conditions.Exists(condition => Mentions(condition, framework))) return here;
                found ??= here;
            }
        }
        catch (Exception exception) when (exception is XmlException or IOException or UnauthorizedAccessException)
        {
            // The error is reported all the same, only without its line.
            return found;
        }

        return found;
    }

    private static void Push(List<string> conditions, XmlReader xml)
    {
        if (conditions.Count > xml.Depth) conditions.RemoveRange(xml.Depth, conditions.Count - xml.Depth);
        conditions.Add(xml.GetAttribute("Condition") ?? "");
    }

    private static bool Mentions(string condition, string framework) => condition.IndexOf($"'{framework}'", StringComparison.OrdinalIgnoreCase) >= 0;

    private static IEnumerable<string> Includes(XmlReader xml) => (xml.GetAttribute("Include") ?? xml.GetAttribute("Update") ?? "").Split(';').Select(include => include.Trim());

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
