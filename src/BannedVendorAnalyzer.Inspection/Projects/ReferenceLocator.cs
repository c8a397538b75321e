using System.Xml;
using BannedVendorAnalyzer.Diagnostics;

namespace BannedVendorAnalyzer.Inspection.Projects;

/// <summary>
/// Finds the element that brings something in, so that an error stands where the user has to change something. Projects are read, not
/// evaluated: of several elements the one that most likely holds for the framework is taken, and of equal ones the first.
/// </summary>
public static class ReferenceLocator
{
    private const int NoMatch = 0;
    private const int SameName = 1;
    private const int SameThing = 2;

    private static readonly string[] PackageElements = ["PackageReference", "GlobalPackageReference"];
    private static readonly string[] VersionElements = ["PackageVersion"];
    private static readonly string[] DownloadElements = ["PackageDownload"];
    private static readonly string[] ProjectElements = ["ProjectReference"];

    /// <param name="framework">As the project writes it; null where conditions do not matter.</param>
    public static SourceLocation? FindPackage(string file, string id, string? framework) => Find(file, PackageElements, include => Same(include, id), framework);

    /// <param name="framework">As the project writes it.</param>
    public static SourceLocation? FindDownload(string file, string id, string framework) => Find(file, DownloadElements, include => Same(include, id), framework);

    public static SourceLocation? FindPackageVersion(string file, string id) => Find(file, VersionElements, include => Same(include, id), null);

    /// <param name="projectPath">Full path; one that only ends in the same file name is taken where none leads to it, since properties in paths are not evaluated.</param>
    public static SourceLocation? FindProject(string file, string projectPath, string? framework)
    {
        var folder = Path.GetDirectoryName(file)!;
        return Find(file, ProjectElements, include => SameProject(include.Replace('\\', '/'), folder, projectPath), framework);
    }

    private static SourceLocation? Find(string file, string[] elements, Func<string, int> match, string? framework)
    {
        SourceLocation? best = null;
        var bestRank = (Match: NoMatch, IsInclude: 0, Condition: ConditionFit.Excludes);
        var conditions = new List<string>();
        try
        {
            using var xml = ProjectXml.Open(file);
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element) continue;
                Push(conditions, xml);
                if (!elements.Contains(xml.LocalName)) continue;
                var include = xml.GetAttribute("Include");
                var matched = (include ?? xml.GetAttribute("Update") ?? "").Split(';').Max(name => match(name.Trim()));
                var rank = (Match: matched, IsInclude: include is null ? 0 : 1, Condition: ConditionFits.Of(conditions, framework));
                if (matched == NoMatch || (best is not null && rank.CompareTo(bestRank) <= 0)) continue;
                var position = (IXmlLineInfo)xml;

                // The reader stands behind '<'; MSBuild points at it.
                best = new SourceLocation(file, position.LineNumber, position.LinePosition - 1);
                bestRank = rank;
            }
        }
        catch (Exception exception) when (exception is XmlException or IOException or UnauthorizedAccessException)
        {
            // The error is reported all the same, only without its line.
            return best;
        }

        return best;
    }

    private static void Push(List<string> conditions, XmlReader xml)
    {
        if (conditions.Count > xml.Depth) conditions.RemoveRange(xml.Depth, conditions.Count - xml.Depth);
        conditions.Add(xml.GetAttribute("Condition") ?? "");
    }

    private static int Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase) ? SameThing : NoMatch;

    private static int SameProject(string include, string folder, string projectPath)
    {
        if (Same(include.Substring(include.LastIndexOf('/') + 1), Path.GetFileName(projectPath)) == NoMatch) return NoMatch;
        return PathComparison.AreSame(Path.Combine(folder, include), projectPath) ? SameThing : SameName;
    }
}
