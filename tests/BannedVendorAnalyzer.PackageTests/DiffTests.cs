using System.Text.Json;
using BannedVendorAnalyzer.PackageTests.Toolkit;

namespace BannedVendorAnalyzer.PackageTests;

/// <summary>The tool on a repository of git, restoring what a change is compared with.</summary>
public sealed class DiffTests(Workspace workspace)
{
    [Fact]
    public void Change_IsToldWhatItAddsAndNoMore()
    {
        var folder = Directory.CreateDirectory(Path.Combine(workspace.Root, "Diff.Repository")).FullName;
        Git(folder, "init", "--quiet", "--initial-branch=main");
        File.WriteAllText(Path.Combine(folder, ".gitignore"), "obj/\n");
        WriteSolution(folder, "Kept", "Moved", "Cleared", "Upper", "Bumped", "Failing");
        WriteProject(folder, "Kept/Kept.csproj", "Contoso.Cameras");
        WriteProject(folder, "Moved/Moved.csproj", "Kaspersky.CaptchaMixer");
        WriteProject(folder, "Cleared/Cleared.csproj", "Contoso.Scan");
        WriteProject(folder, "Upper/Upper.csproj", "../Cleared/Cleared.csproj");
        WriteProject(folder, "Bumped/Bumped.csproj", "Contoso.Scan");
        WriteProject(folder, "Failing/Failing.csproj", "Contoso.NotThere");
        Commit(folder);
        var commit = Git(folder, "rev-parse", "HEAD").Output.Trim();
        WriteProject(folder, "Kept/Kept.csproj", "Contoso.Cameras", "Kaspersky.CaptchaMixer");
        WriteProject(folder, "New/New.csproj", "Contoso.Scan");
        WriteProject(folder, "Cleared/Cleared.csproj", "Contoso.Plain");
        WriteProject(folder, "Upper/Upper.csproj", "../Cleared/Cleared.csproj", "Contoso.Scan");
        WriteProject(folder, "Bumped/Bumped.csproj", "Contoso.Scan/1.1.0");
        WriteProject(folder, "Failing/Failing.csproj", "Contoso.Scan");
        WriteSolution(folder, "Kept", "Elsewhere/Moved", "Cleared", "Upper", "Bumped", "Failing", "New");
        File.WriteAllText(Path.Combine(folder, "banned-vendors.json"), """
            { "root": true, "waivers": [{ "vendor": "hikvision", "package": "QuickNV.HikvisionNetSDK", "version": "1.0.1", "sha512": "b3RoZXI=", "authority": "us-889",
              "kind": "not-applicable", "reason": "Other contents", "approvedBy": "Compliance", "from": "2026-06-01", "until": "2027-05-01" }] }
            """);
        Directory.Move(Path.Combine(folder, "Moved"), Path.Combine(folder, "Elsewhere"));
        Commit(folder);

        var result = workspace.Tool(folder, "check", "--diff", "HEAD~1", "--format", "json").Expect(1);
        using var report = JsonDocument.Parse(result.Output);
        Assert.Equal(
            ["Bumped/Bumped.csproj Contoso.Scan", "Failing/Failing.csproj Contoso.Scan", "Kept/Kept.csproj Kaspersky.CaptchaMixer", "New/New.csproj Contoso.Scan"],
            report.RootElement.GetProperty("findings").EnumerateArray().Select(finding => $"{finding.GetProperty("project").GetString()} {finding.GetProperty("package").GetProperty("id").GetString()}").Order(StringComparer.Ordinal));
        Assert.Equal($$"""{"base":"HEAD~1","commit":"{{commit}}","known":3,"unverified":1}""", JsonSerializer.Serialize(report.RootElement.GetProperty("diff")));
        Assert.Contains("Checking 'HEAD~1'", result.Error, StringComparison.Ordinal);


        // As a hook would run it.
        Git(folder, "-c", $"alias.gate=!GIT_INDEX_FILE=.git/index '{Path.Combine(workspace.Root, "tool", "banned-vendors")}' check Kept --diff HEAD~1 || test $? = 1", "gate");
        Assert.Empty(Git(folder, "status", "--porcelain").Output);
        Assert.Contains("error BVA0005", workspace.Tool(folder, "check", "Kept").Expect(5).Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(workspace.Root, ".banned-vendors-*"));
        Assert.Single(Git(folder, "worktree", "list").Lines);
    }

    [Fact]
    public void EndedMeanwhile_LeavesNothingBehind()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the shell of Windows sends no signals");
        var above = Directory.CreateDirectory(Path.Combine(workspace.Root, "Diff.Ended")).FullName;
        var folder = Path.Combine(above, "repository");
        WriteProject(folder, "App/App.csproj", "Contoso.Scan");
        File.WriteAllText(Path.Combine(folder, "Directory.Build.targets"), """
            <Project>
              <Target Name="Wait" BeforeTargets="Restore" Condition="$(MSBuildThisFileDirectory.Contains('.banned-vendors'))"><Exec Command="for i in `seq 200`; do echo . &gt;&gt; ../../waiting; sleep 0.1; done" /></Target>
            </Project>
            """);
        Git(folder, "init", "--quiet");
        Commit(folder);

        var script = $"{Path.Combine(workspace.Root, "tool", "banned-vendors")} check App --diff HEAD & tool=$!; while kill -0 $tool && [ ! -s ../waiting ]; do sleep 0.1; done; ls -A ..; kill -TERM $tool; wait $tool; echo ended $?; written=$(wc -c < ../waiting); sleep 1; [ $written = $(wc -c < ../waiting) ] || echo working; ls -A ..";
        var result = workspace.DotNet.Start("sh", folder, "-c", script).Expect(0);

        Assert.Contains(".banned-vendors-", result.Output[..result.Output.IndexOf("ended 143", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.Equal(["repository", "waiting"], result.Lines.SkipWhile(line => line != "ended 143").Skip(1));
        Assert.Single(Git(folder, "worktree", "list").Lines);
    }

    private void Commit(string folder)
    {
        Git(folder, "add", "--all");
        Git(folder, "commit", "--quiet", "--message=change");
    }

    private CommandResult Git(string folder, params string[] arguments) => workspace.DotNet.Start("git", folder, ["-c", "user.name=Test", "-c", "user.email=test@example.org", .. arguments]).Expect(0);

    private static void WriteSolution(string folder, params string[] projects) => File.WriteAllText(
        Path.Combine(folder, "All.slnx"),
        $"<Solution>{string.Concat(projects.Select(project => $"""<Project Path="{project}{(project.Contains('/') ? "" : $"/{project}")}.csproj" />"""))}</Solution>");

    private static void WriteProject(string folder, string project, params string[] references)
    {
        var path = Path.Combine(folder, project);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup>{string.Concat(references.Select(reference => reference.EndsWith("proj", StringComparison.Ordinal) ? $"""<ProjectReference Include="{reference}" />""" : $"""<PackageReference Include="{reference.Split('/')[0]}" Version="{(reference.Contains('/') ? reference.Split('/')[1] : "1.0.0")}" />"""))}</ItemGroup>
            </Project>
            """);
    }
}
