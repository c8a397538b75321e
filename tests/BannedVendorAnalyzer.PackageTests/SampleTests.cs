using BannedVendorAnalyzer.PackageTests.Toolkit;

namespace BannedVendorAnalyzer.PackageTests;

/// <summary>The commands of the README, as it writes them, on a copy of the samples below the settings that this repository has for itself.</summary>
public sealed class SampleTests(Workspace workspace)
{
    /// <summary>The text of a finding depends on the day; the README was written for this one or any later one without a change of the law.</summary>
    private const string Day = "-p:BannedVendorAsOf=2026-09-05";

    [Fact]
    public void Readme_SaysWhatTheSamplesDo()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "samples/pack-feed.sh needs bash.");
        var readme = File.ReadAllLines(Path.Combine(Workspace.Repository, "README.md"));
        var commands = readme.Where(line => line.Contains("samples/", StringComparison.Ordinal) && line.Contains(" # ", StringComparison.Ordinal)).Select(line => line.Split(" # ")[0].Trim()).ToList();
        Assert.Equal(["samples/pack-feed.sh", "dotnet build samples/Fails", "dotnet build samples/Passes"], commands);

        var folder = Copied();
        Run(folder, $"{commands[0]} '{Workspace.Repository}' --no-build --no-restore -c {Workspace.Configuration}").Expect(0);

        var fails = Run(folder, $"{commands[1]} {Day}").Expect(1);
        var finding = BuildLine.Of(fails, folder).First(line => line.Severity == "error");
        Assert.Contains($"{finding.File}({finding.Line},{finding.Column}): error {finding.Code}: {finding.Message}", readme);

        var passes = Run(folder, commands[2]).Expect(0);
        Assert.DoesNotContain("BVA", passes.Output, StringComparison.Ordinal);
        Assert.True(Directory.Exists(Path.Combine(folder, "samples", ".packages", "contoso.cameras", "2.0.0")), "The stand-ins went into a package folder that other projects use.");
    }

    private CommandResult Run(string folder, string command) => workspace.DotNet.Start("bash", folder, "-c", command);

    private string Copied()
    {
        var folder = Directory.CreateDirectory(Path.Combine(workspace.Root, "Clone")).FullName;
        foreach (var file in Directory.GetFiles(Workspace.Repository, "Directory.*")) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        CopyFiles(new DirectoryInfo(Path.Combine(Workspace.Repository, "samples")), Path.Combine(folder, "samples"));
        return folder;
    }

    /// <summary>Leaves out what the script and builds write.</summary>
    private static void CopyFiles(DirectoryInfo from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in from.GetFiles()) file.CopyTo(Path.Combine(to, file.Name));
        foreach (var sub in from.GetDirectories().Where(sub => sub.Name is not ("bin" or "obj" or "feed" or ".packages"))) CopyFiles(sub, Path.Combine(to, sub.Name));
    }
}
