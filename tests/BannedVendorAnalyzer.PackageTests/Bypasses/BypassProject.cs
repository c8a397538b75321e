namespace BannedVendorAnalyzer.PackageTests.Bypasses;

/// <summary>A project with a prohibited package, and what somebody did to get it past the gate.</summary>
/// <param name="Name">Also that of its folder, and of its test.</param>
/// <param name="Properties">XML of properties.</param>
/// <param name="More">XML behind them.</param>
/// <param name="Files">Beside the project.</param>
public sealed record BypassProject(string Name, string Properties = "", string More = "", params (string Name, string Text)[] Files)
{
    public string Package { get; init; } = """<PackageReference Include="Contoso.Scan" Version="1.0.0" />""";

    /// <summary>With properties of its own set before those of the repository.</summary>
    public bool BeforeTheSdk { get; init; }

    public string Path => $"{Name}/{Name}.csproj";

    private string Text => BeforeTheSdk
        ? $"""<Project><PropertyGroup>{Properties}</PropertyGroup><Import Project="Sdk.props" Sdk="Microsoft.NET.Sdk" />{Body}<Import Project="Sdk.targets" Sdk="Microsoft.NET.Sdk" /></Project>"""
        : $"""<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup>{Properties}</PropertyGroup>{Body}</Project>""";

    private string Body => $"<PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup>{Package}</ItemGroup>{More}";

    /// <summary>Writes them and their solution.</summary>
    public static void WriteAll(string folder, string solution, IReadOnlyCollection<BypassProject> projects)
    {
        foreach (var project in projects)
        {
            var own = Directory.CreateDirectory(System.IO.Path.Combine(folder, project.Name)).FullName;
            File.WriteAllText(System.IO.Path.Combine(folder, project.Path), project.Text);
            foreach (var (name, text) in project.Files) File.WriteAllText(System.IO.Path.Combine(own, name), text);
        }

        File.WriteAllText(System.IO.Path.Combine(folder, solution), $"<Solution>{string.Concat(projects.Select(project => $"""<Project Path="{project.Path}" />"""))}</Solution>");
    }
}
