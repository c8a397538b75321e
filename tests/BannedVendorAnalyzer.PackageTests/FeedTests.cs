using System.IO.Compression;
using System.Text.Json;
using BannedVendorAnalyzer.PackageTests.Toolkit;
using BannedVendorAnalyzer.Tests.Feeds;

namespace BannedVendorAnalyzer.PackageTests;

/// <summary>The installed tool on a package source, beside a real restore from it.</summary>
public sealed class FeedTests(Workspace workspace) : IDisposable
{
    private readonly LoopbackFeed _feed = new LoopbackFeed().AsSource();

    public void Dispose() => _feed.Dispose();

    [Fact]
    public void SamePackagesAsARestore()
    {
        var folder = Folder("feed-restored");
        foreach (var version in new[] { "1.0.0", "1.5.0", "2.0.0", "3.0.0" }) _feed.Add("Contoso.Net.Leaf", version, version == "1.0.0" ? ["Contoso.Net.OnlyOfALoser/1.0.0"] : []);
        _feed.Add("Contoso.Net.OnlyOfALoser", "1.0.0");
        _feed.Add("Contoso.Net.Deep", "1.0.0", ["Contoso.Net.Leaf/1.1.0", "Contoso.Net.Nearer/2.0.0"]);
        _feed.Add("Contoso.Net.Deep", "1.1.0", ["Contoso.Net.Leaf/2.0.0"]);
        _feed.Add("Contoso.Net.Nearer", "1.0.0");
        _feed.Add("Contoso.Net.Nearer", "2.0.0", ["QuickNV.HikvisionNetSDK/1.0.1"]);
        _feed.Add("QuickNV.HikvisionNetSDK", "1.0.1");
        _feed.Add("Contoso.Net.A", "1.0.0", ["Contoso.Net.Deep/1.0.0", "Contoso.Net.Leaf/[1.0.0,3.0.0)"]);
        _feed.Add("Contoso.Net.B", "1.0.0", ["Contoso.Net.Deep/1.1.0", "Contoso.Net.A/0.5.0"]);
        _feed.Add("Contoso.Net.App", "1.0.0", ["Contoso.Net.A/1.0.0", "Contoso.Net.B/1.0.0", "Contoso.Net.Nearer/1.0.0"]);
        File.WriteAllText(Path.Combine(folder, "App.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><NoWarn>$(NoWarn);NU1605;NU1603</NoWarn></PropertyGroup>
              <ItemGroup><PackageReference Include="Contoso.Net.App" Version="1.0.0" /></ItemGroup>
            </Project>
            """);

        var tool = workspace.Tool(folder, "check", "--package", "Contoso.Net.App@1.0.0", "--format", "json").Expect(0);
        Assert.Equal(["NuGet.config", "App.csproj"], Directory.GetFileSystemEntries(folder).Select(Path.GetFileName).OrderDescending(StringComparer.Ordinal));
        workspace.DotNet.Run(folder, "restore", "-tl:off").Expect(0);

        using var assets = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "obj", "project.assets.json")));
        using var report = JsonDocument.Parse(tool.Output);
        Assert.Equal(
            assets.RootElement.GetProperty("libraries").EnumerateObject().Select(library => library.Name).Order(StringComparer.Ordinal),
            report.RootElement.GetProperty("proposed")[0].GetProperty("packages").EnumerateArray().Select(package => package.GetString()!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void PathAndExitCode_AreThoseOfTheClosure()
    {
        _feed.Add("QuickNV.HikvisionNetSDK", "1.0.1");
        _feed.Add("Contoso.Net.Cameras", "1.0.0", ["QuickNV.HikvisionNetSDK/1.0.1"]);
        var folder = Folder("feed-cameras");

        Assert.Contains("  path      Contoso.Net.Cameras/1.0.0 → QuickNV.HikvisionNetSDK/1.0.1", workspace.Tool(folder, "check", "--package", "Contoso.Net.Cameras").Expect(1).Output, StringComparison.Ordinal);

        // Whatever SDK the folder wants, the report alone is on its stream.
        File.WriteAllText(Path.Combine(folder, "global.json"), """{ "sdk": { "version": "8.0.404", "rollForward": "disable" } }""");
        using var report = JsonDocument.Parse(workspace.Tool(folder, "check", "--package", "Contoso.Net.Cameras", "--format", "json").Expect(1).Output);
        Assert.Equal("prohibited", report.RootElement.GetProperty("verdict").GetString());

        _feed.Instead = _ => FeedAnswer.Refusal(401);
        Assert.Contains("BVA0001", workspace.Tool(folder, "check", "--package", "Contoso.Net.Cameras").Expect(2).Output, StringComparison.Ordinal);
    }

    /// <summary>With what finds NuGet broken, everything else works, so nothing else ever loads it.</summary>
    [Fact]
    public void ProjectIsChecked_WithoutNuGet()
    {
        var package = Directory.GetFiles(workspace.Feed, "BannedVendorAnalyzer.Tool.*.nupkg").Single();
        var broken = Path.Combine(workspace.Root, "without-nuget");
        ZipFile.ExtractToDirectory(package, broken);
        var tool = Directory.GetFiles(broken, "banned-vendors.dll", SearchOption.AllDirectories).Single();
        var beside = Path.GetDirectoryName(tool)!;
        Assert.Empty(Directory.GetFiles(beside, "NuGet*.dll"));
        File.WriteAllText(Path.Combine(beside, "Microsoft.Build.Locator.dll"), "broken");

        var projects = workspace.Built("Packages").Folder;
        Assert.Equal(
            workspace.Tool(projects, "check", "DirectCSharp", "--no-restore").Expect(1).Output,
            workspace.DotNet.Run(projects, tool, "check", "DirectCSharp", "--no-restore").Expect(1).Output);
        workspace.DotNet.Run(Folder("feed-broken"), tool, "check", "--package", "Contoso.Net.Cameras").Expect(70);
    }

    [Fact]
    public void EndedMeanwhile_LeavesNothingBehind()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the shell of Windows sends no signals");
        _feed.Add("Contoso.Net.Slow", "1.0.0");
        _feed.Instead = path => path.EndsWith(".nupkg", StringComparison.Ordinal) ? FeedAnswer.Silence : null;
        var folder = Folder("feed-ended");

        var script = $"mkdir temporary; TMPDIR=$PWD/temporary {Path.Combine(workspace.Root, "tool", "banned-vendors")} check --package Contoso.Net.Slow & tool=$!; while kill -0 $tool && ! ls temporary/banned-vendors-*/*.nupkg 2> /dev/null; do sleep 0.1; done; kill -TERM $tool; wait $tool; echo ended $?; ls temporary";
        var result = workspace.DotNet.Start("sh", folder, "-c", script).Expect(0);

        Assert.Contains(".nupkg", result.Output[..result.Output.IndexOf("ended 143", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.DoesNotContain(result.Lines.SkipWhile(line => line != "ended 143"), line => line.StartsWith("banned-vendors-", StringComparison.Ordinal));
    }

    private string Folder(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(workspace.Root, name)).FullName;
        File.WriteAllText(Path.Combine(folder, "NuGet.config"), $"""<configuration><packageSources><clear /><add key="local" value="{_feed.Index}" allowInsecureConnections="true" /></packageSources></configuration>""");
        return folder;
    }
}
