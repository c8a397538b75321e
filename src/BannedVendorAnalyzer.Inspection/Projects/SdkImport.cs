using System.Xml;

namespace BannedVendorAnalyzer.Inspection.Projects;

/// <summary>Tells without evaluating a project whether it imports a package as an MSBuild SDK, which leaves no trace in its assets file.</summary>
internal static class SdkImport
{
    /// <summary>Conditions are not evaluated: an import that stands there counts.</summary>
    public static bool StandsFor(string projectPath, string sdk) => ReferenceFiles.Of(projectPath).Any(file => StandsIn(file, sdk));

    private static bool StandsIn(string file, string sdk)
    {
        try
        {
            using var xml = ProjectXml.Open(file);
            while (xml.Read())
                if (xml.NodeType == XmlNodeType.Element && Named(xml).Any(name => string.Equals(name.Trim(), sdk, StringComparison.OrdinalIgnoreCase))) return true;
            return false;
        }
        catch (Exception exception) when (exception is XmlException or IOException or UnauthorizedAccessException)
        {
            // MSBuild imports nothing of a file that it cannot read.
            return false;
        }
    }

    /// <summary>A project can name several SDKs, each with its version: <c>Some.Sdk;Other.Sdk/1.0.0</c>.</summary>
    private static IEnumerable<string> Named(XmlReader xml) => xml.LocalName switch
    {
        "Import" => [xml.GetAttribute("Sdk") ?? ""],
        "Sdk" => [xml.GetAttribute("Name") ?? ""],
        "Project" => (xml.GetAttribute("Sdk") ?? "").Split(';').Select(name => name.Split('/')[0]),
        _ => [],
    };
}
