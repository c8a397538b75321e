using System.Text;
using System.Xml;
using BannedVendorAnalyzer.Diagnostics;

namespace BannedVendorAnalyzer.Inspection.Packages;

/// <summary>What a nuspec says of who made the package (NuGet .nuspec reference): free text that anybody can write.</summary>
public sealed record Nuspec(IReadOnlyList<string> Authors, string? RepositoryUrl)
{
    /// <summary>Null where it is missing, which NuGet does not accept.</summary>
    public string? Id { get; init; }

    /// <summary>As the nuspec writes it, not normalised; null where it is missing.</summary>
    public string? Version { get; init; }

    /// <summary>Ids of the packages that it brings in, of every framework.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];
}

public static class NuspecReader
{
    private const string Remedy = "restore the package again from a source you trust";

    /// <param name="path">Only named in problems.</param>
    public static (Nuspec? Nuspec, FileProblem? Problem) Parse(string path, byte[] bytes)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };
        try
        {
            using var xml = XmlReader.Create(new MemoryStream(bytes), settings);
            return (ReadPackage(xml), null);
        }
        catch (XmlException exception) when (exception.LineNumber > 0)
        {
            return (null, new FileProblem(path, exception.LineNumber, exception.LinePosition, $"the nuspec is not well-formed XML; {Remedy}"));
        }
        catch (XmlException)
        {
            // Some complaints come without a position: a document type that is refused, and a file without any element.
            var doctype = Encoding.UTF8.GetString(bytes).IndexOf("<!DOCTYPE", StringComparison.Ordinal);
            return (null, FileProblem.At(path, bytes, Math.Max(0, doctype), $"{(doctype < 0 ? "the nuspec is not well-formed XML" : "the nuspec declares a document type, which no nuspec needs")}; {Remedy}"));
        }
    }

    private static Nuspec ReadPackage(XmlReader xml)
    {
        string[] authors = [];
        string? repository = null, id = null, version = null;
        var (dependencies, areDependencies) = (new List<string>(), false);
        while (xml.Read())
        {
            // package/metadata/dependencies/[group/]dependency
            if (xml is { NodeType: XmlNodeType.Element, Depth: 2 }) areDependencies = xml.LocalName == "dependencies";
            else if (areDependencies && xml is { NodeType: XmlNodeType.Element, LocalName: "dependency" } && xml.GetAttribute("id") is { } dependency) dependencies.Add(dependency.Trim());

            // package/metadata/*: deeper elements of the same name are not meant.
            if (xml.NodeType != XmlNodeType.Element || xml.Depth != 2) continue;
            if (xml.LocalName == "repository") repository = xml.GetAttribute("url");
            else if (xml.IsEmptyElement) continue;
            else if (xml.LocalName == "authors") authors = Names(xml);
            else if (xml.LocalName == "id") id = Text(xml);
            else if (xml.LocalName == "version") version = Text(xml);
        }

        return new Nuspec(authors, string.IsNullOrWhiteSpace(repository) ? null : repository) { Id = id, Version = version, DependsOn = [.. dependencies.Distinct(StringComparer.OrdinalIgnoreCase)] };
    }

    private static string[] Names(XmlReader xml) => [.. (Text(xml) ?? "").Split(',').Select(author => author.Trim()).Where(author => author.Length > 0)];

    /// <returns>Null where there is none.</returns>
    private static string? Text(XmlReader xml)
    {
        var text = new StringBuilder();
        while (xml.Read() && xml.NodeType != XmlNodeType.EndElement)
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA) text.Append(xml.Value);
        return text.ToString().Trim() is { Length: > 0 } trimmed ? trimmed : null;
    }
}
