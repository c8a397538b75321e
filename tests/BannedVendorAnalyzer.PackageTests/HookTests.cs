using BannedVendorAnalyzer.PackageTests.Toolkit;

namespace BannedVendorAnalyzer.PackageTests;

/// <summary>A repository that knows nothing of us, with the settings that <c>banned-vendors ci</c> prints.</summary>
public sealed class HookTests(Workspace workspace)
{
    [Fact]
    public void Settings_DecideWhetherARepositoryIsJudged()
    {
        var without = Untouched("HookOff", []);
        without.Run("restore", "Direct.slnx").Expect(0);
        without.Run("build", "App/App.csproj").Expect(0);

        var settings = without.Tool("ci", "--shell", "github").Expect(0).Lines.Select(line => line.Split('=', 2)).ToDictionary(parts => parts[0], parts => parts[1]);
        var with = Untouched("HookOn", settings);
        Assert.Contains("BVA1001 error Direct/Direct.csproj(6,5) Direct.csproj", with.Fails("restore", "Direct.slnx"));
        Assert.Empty(with.Packages);

        string[] transitive = ["BVA1002 error Library/Library.csproj(6,5) Library.csproj", "BVA1003 error Contents/Contents.csproj(6,5) Contents.csproj"];
        Assert.Equal(transitive, with.Fails("restore", "Transitive.slnx"));
        Assert.Equal([transitive[0]], with.Fails("build", "App/App.csproj"));
        Assert.Equal([transitive[1]], with.Fails("build", "Contents/Contents.csproj", "--no-restore"));

        // Also beside a package reference, and the review of a library is not repeated above it.
        var clean = with.Run("build", "Clean.slnx").Expect(0);
        Assert.Equal(
            Repository.CleanWarnings,
            Repository.Printed(clean, with.Folder));
        Assert.DoesNotContain(clean.Lines, line => line.Contains("warning MSB", StringComparison.Ordinal));
    }

    [Fact]
    public void Bash_TakesTheSettingsAsTheyArePrinted()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no bash to be relied on.");
        var repository = Untouched("HookBash", []);
        var result = repository.Shell($"eval \"$('{workspace.ToolPath}' ci)\" && dotnet restore Direct/Direct.csproj -tl:off").Expect(1);

        Assert.Equal(["BVA1001 error Direct/Direct.csproj(6,5) Direct.csproj"], BuildLine.Sorted(result, repository.Folder));
    }

    private Repository Untouched(string name, Dictionary<string, string> settings)
    {
        var repository = new Repository(workspace, name, settings);
        foreach (var targets in Directory.GetFiles(repository.Folder, "*.targets")) File.Delete(targets);
        return repository;
    }
}
