using System.Xml;
using System.Xml.Linq;
using BannedVendorAnalyzer.Diagnostics;

namespace BannedVendorAnalyzer.Cli.Targets;

/// <summary>Lists the projects of a solution, .sln or .slnx (see docs/decisions for why by hand).</summary>
internal static class SolutionFile
{
    private const string SolutionFolder = "{2150E333-8FDC-42A3-9474-1A3956D46DE8}";

    public static bool IsSolution(string path) => Path.GetExtension(path).ToLowerInvariant() is ".sln" or ".slnx";

    /// <returns>Full paths of everything listed that is a file, or what is wrong with the solution.</returns>
    public static (IReadOnlyList<string> Projects, FileProblem? Problem) Read(string path)
    {
        try
        {
            var listed = path.EndsWith(".slnx", StringComparison.OrdinalIgnoreCase) ? ReadSlnx(path) : ReadSln(path);
            var folder = Path.GetDirectoryName(path)!;
            return ([.. listed.Select(project => Path.GetFullPath(project.Replace('\\', '/'), folder)).Distinct()], null);
        }
        catch (XmlException exception)
        {
            return ([], new FileProblem(path, Math.Max(1, exception.LineNumber), Math.Max(1, exception.LinePosition), "the solution is not well-formed XML, or declares a document type"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return ([], FileProblem.Of(path, $"the solution cannot be read ({exception.Message})"));
        }
    }

    private static List<string> ReadSlnx(string path)
    {
        using var xml = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        return [.. XDocument.Load(xml).Descendants("Project").Select(project => (string?)project.Attribute("Path")).OfType<string>()];
    }

    /// <summary>Lines read <c>Project("{type}") = "name", "path", "{id}"</c>.</summary>
    private static List<string> ReadSln(string path)
    {
        var lines = File.ReadAllLines(path);
        if (!lines.Any(line => line.StartsWith("Microsoft Visual Studio Solution File", StringComparison.Ordinal))) throw new IOException("it is not a Visual Studio solution file");
        return [.. lines
            .Where(line => line.StartsWith("Project(", StringComparison.Ordinal) && !line.Contains(SolutionFolder, StringComparison.OrdinalIgnoreCase))
            .Select(line => line.Split('"'))
            .Where(parts => parts.Length > 5)
            .Select(parts => parts[5])];
    }
}
