using System.IO.Compression;
using BannedVendorAnalyzer.PackageTests.Toolkit;

namespace BannedVendorAnalyzer.PackageTests;

/// <summary>What is shipped: nothing that another process would have to resolve.</summary>
public sealed class PackageContentTests(Workspace workspace)
{
    [Fact]
    public void GatePackage_HoldsTheTaskAndTheAnalyzerAndNoDependency()
    {
        using var package = ZipFile.OpenRead(Path.Combine(workspace.Feed, $"BannedVendorAnalyzer.{workspace.Version}.nupkg"));
        string[] bookkeeping = ["_rels/", "package/", "[Content_Types].xml"];
        var files = package.Entries.Select(entry => entry.FullName).Where(name => !bookkeeping.Any(name.StartsWith)).Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "BannedVendorAnalyzer.nuspec",
                "README.md",
                "Sdk/Environment.targets",
                "Sdk/Project.targets",
                "Sdk/Sdk.props",
                "Sdk/Sdk.targets",
                "Sdk/Solution.targets",
                "analyzers/dotnet/roslyn4.8/BannedVendorAnalyzer.Analyzers.dll",
                "analyzers/dotnet/roslyn4.8/BannedVendorAnalyzer.Core.dll",
                "build/BannedVendorAnalyzer.props",
                "build/BannedVendorAnalyzer.targets",
                "buildMultiTargeting/BannedVendorAnalyzer.targets",
                "tasks/linux-x64/BannedVendorAnalyzer.Core.dll",
                "tasks/linux-x64/BannedVendorAnalyzer.Inspection.dll",
                "tasks/linux-x64/BannedVendorAnalyzer.MSBuild.dll",
                "tasks/netstandard2.0/BannedVendorAnalyzer.Core.dll",
                "tasks/netstandard2.0/BannedVendorAnalyzer.Inspection.dll",
                "tasks/netstandard2.0/BannedVendorAnalyzer.MSBuild.dll",
            ],
            files);
        using var nuspec = new StreamReader(package.GetEntry("BannedVendorAnalyzer.nuspec")!.Open());
        var text = nuspec.ReadToEnd();
        Assert.Contains("<developmentDependency>true</developmentDependency>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<dependency ", text, StringComparison.Ordinal);
    }
}
