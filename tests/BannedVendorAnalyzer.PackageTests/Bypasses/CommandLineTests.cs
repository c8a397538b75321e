using System.Runtime.CompilerServices;
using BannedVendorAnalyzer.PackageTests.Toolkit;

namespace BannedVendorAnalyzer.PackageTests.Bypasses;

/// <summary>Ways around the gate that stand in no file of the repository, each in a build of its own.</summary>
public sealed class CommandLineTests(Workspace workspace)
{
    private const string Project = "Prohibited";

    [Fact, Bypass("`-p:BannedVendorCheck=false`", Outcome.VisibleInTheBuild, "BVA0007")]
    public void SwitchedOff() => Expect(["-p:BannedVendorCheck=false"]);

    [Fact, Bypass("`-p:BannedVendorAsOf` in the past", Outcome.VisibleInTheBuild, "BVA0007")]
    public void PastDay() => Expect(["-p:BannedVendorAsOf=2010-01-01"]);

    [Fact, Bypass("`-p:NoWarn`, `-p:MSBuildWarningsAsMessages` and `-p:ContinueOnError=true`", Outcome.NoEffect, "BVA1003")]
    public void ErrorSilenced() => Expect(["-p:NoWarn=BVA1003", "-p:MSBuildWarningsAsMessages=BVA1003", "-p:ContinueOnError=true"]);

    [Fact, Bypass("`-p:_BannedVendorSoften=true`, by which the gate tells itself that nothing is compiled", Outcome.NoEffect, "BVA1003")]
    public void Softened() => Expect(["-p:_BannedVendorSoften=true"]);

    [Fact, Bypass("`-p:ImportProjectExtensionTargets=false`", Outcome.CaughtByTheTool, "BVA1003")]
    public void ClearedImports() => Expect(["-p:ImportProjectExtensionTargets=false"]);

    /// <summary>By its time nobody would restore it; NuGet goes by what stands in it.</summary>
    [Fact, Bypass("a reference added to a restored project whose time is kept", Outcome.NoEffect, "BVA1003")]
    public void StaleAssetsFile()
    {
        var folder = workspace.Copy("Switches", $"CommandLine.{nameof(StaleAssetsFile)}");
        var project = Path.Combine(folder, Project, $"{Project}.csproj");
        var (written, text) = (File.GetLastWriteTimeUtc(project), File.ReadAllText(project));
        File.WriteAllText(project, text.Replace("Contoso.Scan", "Contoso.Plain", StringComparison.Ordinal));
        workspace.DotNet.Run(folder, "restore", project, $"-p:GateVersion={workspace.Version}", "-tl:off").Expect(0);
        File.WriteAllText(project, text);
        File.SetLastWriteTimeUtc(project, written);
        Expect([], folder);
    }

    private void Expect(string[] arguments, string? prepared = null, [CallerMemberName] string test = "")
    {
        var folder = prepared ?? workspace.Copy("Switches", $"CommandLine.{test}");
        var path = $"{Project}/{Project}.csproj";
        var build = workspace.Build(folder, path, arguments);
        new Bypass(folder, BuildLine.Of(build, folder), () => Bypass.Read(workspace.Tool(folder, "check", path, "--no-restore", "--format", "json"))).Expect(Project, $"{nameof(CommandLineTests)}.{test}");
    }
}
