using BannedVendorAnalyzer.PackageTests.Toolkit;

namespace BannedVendorAnalyzer.PackageTests;

/// <summary>What NuGet itself makes of an exported audit source, in projects without anything of ours.</summary>
public sealed class AuditSourceTests(Workspace workspace)
{
    [Fact]
    public void RestoreOfATransitiveProhibitedPackage_WarnsWithOurLink()
    {
        var folder = Directory.CreateDirectory(Path.Combine(workspace.Root, "Audited")).FullName;
        using var site = new StaticSite(Path.Combine(folder, "site"));
        workspace.Tool(folder, "export", "audit-source", "site", "--url", site.Url).Expect(0);
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""<configuration><auditSources><clear /><add key="banned-vendors" value="{site.Url}index.json" allowInsecureConnections="true" /></auditSources></configuration>""");
        WriteProject(folder, "App", "Contoso.Cameras");
        WriteProject(folder, "Clean", "Contoso.Plain");
        var link = $"{site.Url}packages/quicknv.hikvisionnetsdk.html";
        WriteProject(folder, "Accepted", "Contoso.Cameras", $"""<NuGetAuditSuppress Include="{link}" />""");

        var warned = workspace.DotNet.Run(folder, "restore", "App", "-tl:off").Expect(0);
        Assert.Contains(warned.Lines, line => line.Contains("warning NU1904: Package 'QuickNV.HikvisionNetSDK' 1.0.1 has a known critical severity vulnerability", StringComparison.Ordinal) && line.Contains(link, StringComparison.Ordinal));
        Assert.True(File.Exists(Path.Combine(folder, "site", link[site.Url.Length..])));
        Assert.DoesNotContain(site.Requests, path => path.StartsWith("/packages/", StringComparison.Ordinal));

        Assert.Contains("error NU1904", workspace.DotNet.Run(folder, "restore", "App", "-tl:off", "--force", "-p:WarningsAsErrors=NU1904").Expect(1).Output, StringComparison.Ordinal);
        foreach (var quiet in new[] { "Clean", "Accepted" }) Assert.DoesNotContain("NU190", workspace.DotNet.Run(folder, "restore", quiet, "-tl:off").Expect(0).Output, StringComparison.Ordinal);
    }

    private static void WriteProject(string folder, string name, string package, string more = "")
    {
        Directory.CreateDirectory(Path.Combine(folder, name));
        File.WriteAllText(Path.Combine(folder, name, $"{name}.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup><PackageReference Include="{package}" Version="1.0.0" />{more}</ItemGroup>
            </Project>
            """);
    }
}
