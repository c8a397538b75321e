using System.Xml;

namespace BannedVendorAnalyzer.Inspection.Projects;

internal static class ProjectXml
{
    /// <summary>Project files may declare a document type, which MSBuild passes over too; nothing outside the file is ever read.</summary>
    public static XmlReader Open(string file) =>
        XmlReader.Create(new StreamReader(file), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CloseInput = true });
}
