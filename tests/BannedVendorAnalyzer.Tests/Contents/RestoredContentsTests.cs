using BannedVendorAnalyzer.Inspection.Contents;
using BannedVendorAnalyzer.Rules;
using BannedVendorAnalyzer.Tests.Packages.Signatures;

namespace BannedVendorAnalyzer.Tests.Contents;

public sealed class RestoredContentsTests
{
    [Fact]
    public void PackagesOfThisRepository_HaveNeitherEvidenceNorProblems()
    {
        var relevance = ContentRelevance.Of(RuleSetReader.Read(EmbeddedRules.Files()).Rules!.Index);
        var packages = RestoredPackages.FindSignatures().Select(signature => Path.GetDirectoryName(signature)!).ToList();
        var inspections = packages.AsParallel().Select(folder => ContentInspector.Inspect(FolderContents.Of(folder), relevance)).ToList();

        Assert.Empty(inspections.SelectMany(inspection => inspection.Problems.Concat(inspection.Damaged)));
        Assert.Empty(inspections.SelectMany(inspection => inspection.Evidence));
        Assert.True(inspections.Sum(inspection => inspection.Scanned.Files) > 500, "hardly any files");
    }
}
