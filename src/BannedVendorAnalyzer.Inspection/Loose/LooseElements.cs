using System.Xml;
using BannedVendorAnalyzer.Inspection.Projects;

namespace BannedVendorAnalyzer.Inspection.Loose;

/// <summary>Tells without evaluating a project whether it can take in anything without a package: most projects do not.</summary>
public static class LooseElements
{
    private const string Reference = "Reference";

    /// <summary>Item types other than <c>Reference</c>.</summary>
    private static readonly string[] Types = ["None", "Content", "EmbeddedResource", "NativeReference", "NativeLibrary", "DirectPInvoke", "COMReference", LooseItem.Analyzer];

    /// <summary>Every item type that is looked at.</summary>
    public static IEnumerable<string> All => Types.Prepend(Reference);

    public static bool MayStandIn(string projectPath) => Directory.Exists(Path.Combine(Path.GetDirectoryName(projectPath)!, "wwwroot")) || ReferenceFiles.Of(projectPath).Any(HasElement);

    private static bool HasElement(string file)
    {
        try
        {
            using var xml = ProjectXml.Open(file);
            while (xml.Read())
                if (xml.NodeType == XmlNodeType.Element && (xml.LocalName == Reference || Types.Contains(xml.LocalName))) return true;
            return false;
        }
        catch (Exception exception) when (exception is XmlException or IOException or UnauthorizedAccessException)
        {
            // MSBuild will say what is wrong with it.
            return true;
        }
    }
}
