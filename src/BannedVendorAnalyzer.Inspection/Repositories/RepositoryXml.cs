using System.Xml;
using BannedVendorAnalyzer.Diagnostics;

namespace BannedVendorAnalyzer.Inspection.Repositories;

/// <summary>Reads XML element by element, with nothing outside the file.</summary>
internal static class RepositoryXml
{
    /// <summary>Far deeper than any of these files nests.</summary>
    private const int MostDepth = 256;

    /// <param name="what">How a problem calls the file, e.g. <c>packages.config</c>.</param>
    /// <param name="element">Told of each element, and of the names of those around it, outermost first.</param>
    /// <returns>What is wrong with it; what was read before that counts all the same.</returns>
    public static FileProblem? Read(string path, byte[] bytes, string what, Action<XmlReader, IReadOnlyList<string>> element)
    {
        // Projects may declare a document type, which MSBuild passes over too.
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };
        try
        {
            var around = new List<string>();
            using var xml = XmlReader.Create(new MemoryStream(bytes), settings);
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element) continue;
                if (xml.Depth > MostDepth) return Damage(path, (IXmlLineInfo)xml, what, "it nests too deeply");
                if (around.Count > xml.Depth) around.RemoveRange(xml.Depth, around.Count - xml.Depth);
                element(xml, around);
                around.Add(xml.LocalName);
            }

            return null;
        }
        catch (XmlException exception)
        {
            return new FileProblem(path, Math.Max(1, exception.LineNumber), Math.Max(1, exception.LinePosition), $"the {what} is not well-formed XML, so what it brings in is not all known; correct it");
        }
    }

    /// <summary>Of the element on which the reader stands.</summary>
    public static SourceLocation Place(string path, XmlReader xml)
    {
        // The reader stands behind '<'; MSBuild points at it.
        var position = (IXmlLineInfo)xml;
        return new SourceLocation(path, position.LineNumber, Math.Max(1, position.LinePosition - 1));
    }

    /// <summary>An attribute, whatever the case of its name; null where it is missing or empty.</summary>
    public static string? Attribute(XmlReader xml, string name)
    {
        string? value = null;
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
            if (string.Equals(xml.LocalName, name, StringComparison.OrdinalIgnoreCase)) value = xml.Value.Trim();
        xml.MoveToElement();
        return string.IsNullOrEmpty(value) ? null : value;
    }

    private static FileProblem Damage(string path, IXmlLineInfo position, string what, string why) =>
        new(path, position.LineNumber, position.LinePosition, $"the {what} cannot be read ({why}), so what it brings in is not all known");
}
