using System.Text;
using BannedVendorAnalyzer.Inspection.Repositories;

namespace BannedVendorAnalyzer.Tests.Repositories;

/// <summary>Writes a file and says what was read of it, one line for each thing.</summary>
internal static class Reading
{
    public static FileEntries Of(string name, string text) => Of(name, Encoding.UTF8.GetBytes(text));

    public static FileEntries Of(string name, byte[] bytes)
    {
        using var folder = new TempFolder();
        return RepositoryReader.Read(File(folder.Write(name, bytes)));
    }

    /// <summary>As if a file in a folder that is not there held these bytes.</summary>
    public static FileEntries InMemory(string name, byte[] bytes) => RepositoryReader.Parse(File(Path.Combine(Path.GetTempPath(), "no-such-folder", name)), bytes);

    public static IEnumerable<string> Packages(string name, string text) => Packages(Of(name, text));

    public static IEnumerable<string> Packages(FileEntries entries)
    {
        Assert.Empty(entries.Problems);
        return entries.Packages.Select(entry => $"{string.Join(" > ", entry.Through.Append($"{entry.Id}/{entry.Version}"))} ({entry.Place.Line},{entry.Place.Column}){(entry.IsDirect ? "" : " transitive")}{(entry.IsBuildTool ? " tool" : "")}");
    }

    public static IEnumerable<string> Problems(FileEntries entries) => entries.Problems.Select(problem => $"({problem.Line},{problem.Column}) {problem.Message}");

    private static RepositoryFile File(string path) => RepositoryFile.Of(path) ?? new RepositoryFile(RepositoryFileKind.Project, path);
}
