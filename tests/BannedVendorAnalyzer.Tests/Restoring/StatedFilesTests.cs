using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Inspection.Policies;
using BannedVendorAnalyzer.Inspection.Repositories;
using BannedVendorAnalyzer.Inspection.Restoring;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Tests.Policy;
using BannedVendorAnalyzer.Tests.Rules;

namespace BannedVendorAnalyzer.Tests.Restoring;

/// <summary>What files bring in beside references, before anything is downloaded, for <c>buyer</c> on 2026-11-20.</summary>
public sealed class StatedFilesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_AreFoundFromTheProjectUpwards()
    {
        Write("Acme.Core");
        _folder.Write("global.json", """{ "msbuild-sdks": { "Acme.Sdk": "1.0.0" } }""");
        _folder.Write("App/App.nuspec", "<package><metadata><dependencies><dependency id=\"Acme.Core\" version=\"1.0.0\" /></dependencies></metadata></package>");

        Assert.Equal([".config/dotnet-tools.json", "global.json"], Stated().Select(file => file.File.Name).Order());
        Assert.True(Stated().All(file => file.MayMatter(PolicySample.Rules)));
    }

    [Theory]
    [InlineData("AcmeLike", false)]
    [InlineData("acme.core", true)]
    public void File_MattersWhereAnIndicatorIsMet(string id, bool matters)
    {
        Write(id);

        Assert.Equal(matters, Assert.Single(Stated()).MayMatter(PolicySample.Rules));
    }

    [Fact]
    public void DamagedFile_Matters()
    {
        _folder.Write(".config/dotnet-tools.json", "{");

        Assert.True(Assert.Single(Stated()).MayMatter(PolicySample.Rules));
    }

    /// <summary>As with references: the hash decides, and whether the version fits is known no earlier; what cannot help helps nothing.</summary>
    [Theory]
    [InlineData("", true)]
    [InlineData("until:\"2026-10-31\"", false)]
    [InlineData("package:\"Acme.Other\"", false)]
    public void WhatMayBeWaived_IsNotStopped(string change, bool accepted)
    {
        Write("Acme.Core");
        var (policy, problems) = OrganisationPolicy.Of("/repo", [PolicySample.File(PolicySample.Waivers(change.Length == 0 ? PolicySample.Waiver() : PolicySample.Waiver(change)))], [], PolicySample.Rules);
        Assert.Empty(problems);
        var context = CheckContext.Parse(PolicySample.Rules, null, null, TestRules.Day("2026-11-20"), policy).Context!;
        var stated = Assert.Single(Stated());
        var finding = Assert.Single(Check(stated, context));

        Assert.Equal(DiagnosticCatalog.BuildTool, finding.Descriptor);
        Assert.Equal(accepted, StatedFile.MayBeAccepted(finding, context));
    }

    private static IReadOnlyList<Finding> Check(StatedFile stated, CheckContext context) =>
        new RepositoryChecker(new PolicyBasis(PolicySample.Rules, context, new Inspection.Packages.PackageMemo(PolicySample.Rules.Index)), new InstalledPackages([])).Check(stated.File, stated.Entries).Findings;

    private IReadOnlyList<StatedFile> Stated() => StatedFiles.Of(_folder["App/App.csproj"], _folder[""].TrimEnd('/'));

    private void Write(string id) => _folder.Write(".config/dotnet-tools.json", $$"""{ "version": 1, "tools": { "{{id}}": { "version": "1.0.0", "commands": ["x"] } } }""");
}
