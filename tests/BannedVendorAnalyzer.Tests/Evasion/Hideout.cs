using BannedVendorAnalyzer.Inspection.Loose;
using BannedVendorAnalyzer.Inspection.Projects;
using BannedVendorAnalyzer.Tests.Projects;

namespace BannedVendorAnalyzer.Tests.Evasion;

/// <summary>A project <c>App</c> that references the package <c>Contoso.Harmless/1.0.0</c>, with files in either of them.</summary>
internal sealed class Hideout : IDisposable
{
    private const string Package = "Contoso.Harmless/1.0.0";

    private readonly Workspace _workspace = new();
    private readonly List<string> _files = ["contoso.harmless.nuspec"];
    private readonly List<LooseItem> _loose = [];

    public Hideout() => _workspace.Write("packages/contoso.harmless/1.0.0/contoso.harmless.nuspec", "<package><metadata><authors>Contoso</authors></metadata></package>");

    public void Dispose() => _workspace.Dispose();

    public Hideout InPackage(string file, byte[] bytes)
    {
        _workspace.Write($"packages/contoso.harmless/1.0.0/{file}", bytes);
        _files.Add(file);
        return this;
    }

    /// <param name="type">Of the MSBuild item, which stands in line 2 of the project.</param>
    public void InProject(string type, string file, byte[] bytes)
    {
        var path = _workspace.Write($"App/{file}", bytes);
        if (LooseInspector.CanMatter(path)) _loose.Add(new LooseItem(type, file, path));
    }

    public void NameInProject(string type, string include) => _loose.Add(new LooseItem(type, include, null));

    public ProjectResult Check()
    {
        var items = string.Concat(_loose.Select(item => $"<{item.Type} Include=\"{item.Include}\" />"));
        _workspace.Restore("App", _workspace.Assets("App", "Contoso.Harmless").Package(Package, files: [.. _files]), $"<Project>\n{items}\n</Project>");
        var project = _workspace.Project("App");
        return Workspace.Check(new ProjectInput(project, AssetsLocation.Default(project), "net10.0", new Dictionary<string, string>(), []) { Loose = _loose });
    }
}
