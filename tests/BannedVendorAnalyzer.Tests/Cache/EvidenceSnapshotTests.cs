using BannedVendorAnalyzer.Inspection;
using BannedVendorAnalyzer.Inspection.Cache;
using BannedVendorAnalyzer.Inspection.Loose;
using BannedVendorAnalyzer.Inspection.Packages;
using BannedVendorAnalyzer.Inspection.Projects;

namespace BannedVendorAnalyzer.Tests.Cache;

public sealed class EvidenceSnapshotTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly string _signature;
    private readonly string _unsigned;

    public EvidenceSnapshotTests()
    {
        _signature = _folder.Write("packages/a/.signature.p7s", "signature");
        _unsigned = _folder["packages/b/.signature.p7s"];
        Directory.CreateDirectory(Path.GetDirectoryName(_unsigned)!);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void UnchangedFolders_StillHold() => Assert.True(Snapshot().StillHolds(Input()));

    [Fact]
    public void ChangedGoneOrPlantedSignature_DoesNotHold()
    {
        var snapshot = Snapshot();
        File.WriteAllText(_unsigned, "planted");
        Assert.False(snapshot.StillHolds(Input()));

        snapshot = Snapshot();
        File.WriteAllText(_signature, "signature of others");
        Assert.False(snapshot.StillHolds(Input()));

        snapshot = Snapshot();
        File.Delete(_signature);
        Assert.False(snapshot.StillHolds(Input()));
    }

    [Fact]
    public void SameLengthAtAnotherTime_DoesNotHold()
    {
        var snapshot = Snapshot();
        File.SetLastWriteTimeUtc(_signature, File.GetLastWriteTimeUtc(_signature).AddSeconds(1));

        Assert.False(snapshot.StillHolds(Input()));
    }

    [Theory]
    [InlineData("/src/Other/Other.csproj", "net10.0")]
    [InlineData("/src/App/App.csproj", "net8.0")]
    [InlineData("/src/App/App.csproj", null)]
    public void OtherProjectOrFramework_DoesNotHold(string project, string? framework) => Assert.False(Snapshot().StillHolds(Input(project, framework)));

    [Fact]
    public void NothingRelevant_IsQuiet()
    {
        Assert.True((Snapshot() with { Relevant = [] }).IsQuiet(Input("/src/App/App.csproj", "net10.0", new ResolvedItem("contoso.scan", "1.0.0", "a.dll"))));
        Assert.False(Snapshot().IsQuiet(Input()));
    }

    [Fact]
    public void FileOfAPackageThatIsNotListed_IsNotQuiet() =>
        Assert.False((Snapshot() with { Relevant = [] }).IsQuiet(Input("/src/App/App.csproj", "net10.0", new ResolvedItem("Contoso.Hidden", "1.0.0", "a.dll"))));

    [Fact]
    public void PackageThatIsNotRelevant_HasNothingToShow()
    {
        var snapshot = Snapshot();

        Assert.Equal(2, snapshot.Inspect(new AssetsLibrary("contoso.scan", "1.0.0", false, null, [])).Component.Evidence.Count);
        Assert.Empty(snapshot.Inspect(new AssetsLibrary("Contoso.Scan", "2.0.0", false, null, [])).Component.Evidence);
        Assert.Empty(snapshot.Inspect(new AssetsLibrary("Contoso.Text", "1.0.0", false, null, [])).Component.Evidence);
    }

    [Fact]
    public void LooseFileThatCarriesNothing_IsQuietUntilItChanges()
    {
        var item = new LooseItem("None", "x.dll", _signature);
        var input = Input() with { Loose = [item] };
        var snapshot = Snapshot() with { Relevant = [], Loose = new Dictionary<LooseItem, LooseInspection> { [item] = new(item, [], [], [], FileWitness.Of(_signature), ScanSize.None) } };

        Assert.True(snapshot.IsQuiet(input));
        Assert.False((snapshot with { Loose = new Dictionary<LooseItem, LooseInspection>() }).IsQuiet(input));
        File.WriteAllText(_signature, "another file");
        Assert.False(snapshot.IsQuiet(input));
    }

    private EvidenceSnapshot Snapshot()
    {
        var snapshot = EvidenceCacheTests.Snapshot("Contoso.Scan");
        return snapshot with { Witnesses = [FileWitness.Of(_signature), FileWitness.Of(_unsigned)], LibraryKeys = snapshot.LibraryKeys.ToHashSet(StringComparer.OrdinalIgnoreCase) };
    }

    private static ProjectInput Input(string project = "/src/App/App.csproj", string? framework = "net10.0", params ResolvedItem[] resolved) =>
        new(project, "/src/App/obj/project.assets.json", framework, new Dictionary<string, string>(), resolved);
}
