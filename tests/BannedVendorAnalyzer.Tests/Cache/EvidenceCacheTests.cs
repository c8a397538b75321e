using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Inspection;
using BannedVendorAnalyzer.Inspection.Cache;
using BannedVendorAnalyzer.Inspection.Loose;
using BannedVendorAnalyzer.Inspection.Packages;

namespace BannedVendorAnalyzer.Tests.Cache;

public sealed class EvidenceCacheTests : IDisposable
{
    private static readonly byte[] Key = EvidenceCache.Key([1, 2, 3], []);

    private readonly TempFolder _folder = new();

    private string File => _folder["banned-vendors.cache"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Snapshot_IsReadAsItWasWritten()
    {
        var counted = new EvidenceItem(EvidenceKind.NativeExport, "KAV_", "native/x.so", 120, "a detail");
        var snapshot = Snapshot("Contoso.Scan");
        snapshot = snapshot with { Relevant = [.. snapshot.Relevant.Select(inspection => inspection with { Component = inspection.Component with { Evidence = [.. inspection.Component.Evidence, counted] } })] };
        EvidenceCache.Write(File, Key, snapshot);
        var read = EvidenceCache.Read(File, Key)!;

        Assert.Equal((snapshot.ProjectPath, snapshot.Framework), (read.ProjectPath, read.Framework));
        Assert.Equal(snapshot.LibraryKeys, read.LibraryKeys);
        Assert.Equal(snapshot.Witnesses, read.Witnesses);
        var (expected, actual) = (snapshot.Relevant[0].Component, Assert.Single(read.Relevant).Component);
        Assert.Equal((expected.Id, expected.Version), (actual.Id, actual.Version));
        Assert.Equal(expected.Evidence, actual.Evidence);
        Assert.Equal(snapshot.Loose.Values.Select(loose => (loose.Item, loose.Witness)), read.Loose.Values.Select(loose => (loose.Item, loose.Witness)));
        Assert.Equal(snapshot.Loose.Values.SelectMany(loose => loose.Evidence), read.Loose.Values.SelectMany(loose => loose.Evidence));
    }

    [Fact]
    public void AnotherAssetsFile_IsNotBelieved()
    {
        EvidenceCache.Write(File, Key, Snapshot("Contoso.Scan"));

        Assert.Null(EvidenceCache.Read(File, EvidenceCache.Key([1, 2, 4], [])));
    }

    [Fact]
    public void MissingFile_IsNoSnapshot() => Assert.Null(EvidenceCache.Read(File, Key));

    [Fact]
    public void EveryTruncationAndEveryChangedByte_IsNotBelieved()
    {
        EvidenceCache.Write(File, Key, Snapshot("Contoso.Scan"));
        var whole = System.IO.File.ReadAllBytes(File);
        for (var i = 0; i < whole.Length; i++)
        {
            System.IO.File.WriteAllBytes(File, whole[..i]);
            Assert.True(EvidenceCache.Read(File, Key) is null, $"{i} bytes were believed.");
            var changed = (byte[])whole.Clone();
            changed[i] ^= 0x10;
            System.IO.File.WriteAllBytes(File, changed);
            Assert.True(EvidenceCache.Read(File, Key) is null, $"A change of byte {i} was believed.");
        }
    }

    [Fact]
    public void SecondSnapshot_TakesThePlaceOfTheFirst()
    {
        EvidenceCache.Write(File, Key, Snapshot("Contoso.Scan"));
        EvidenceCache.Write(File, Key, Snapshot("Contoso.Video"));

        Assert.Equal("Contoso.Video", EvidenceCache.Read(File, Key)!.Relevant[0].Component.Id);
        Assert.Equal([File], Directory.GetFiles(_folder[""]));
    }

    [Fact]
    public void WritersAndReadersAtOnce_SeeWholeSnapshotsOrNone()
    {
        string[] ids = ["A", "Bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"];
        EvidenceCache.Write(File, Key, Snapshot(ids[0]));
        Parallel.For(0, 400, i =>
        {
            if (i % 2 == 0) EvidenceCache.Write(File, Key, Snapshot(ids[i / 2 % 2]));
            else if (EvidenceCache.Read(File, Key) is { } read) Assert.Contains(Assert.Single(read.Relevant).Component.Id, ids);
        });

        Assert.NotNull(EvidenceCache.Read(File, Key));
        Assert.Equal([File], Directory.GetFiles(_folder[""]));
    }

    [Fact]
    public void FolderThatIsGone_CostsOnlyTime()
    {
        EvidenceCache.Write(_folder["gone/banned-vendors.cache"], Key, Snapshot("Contoso.Scan"));

        Assert.False(Directory.Exists(_folder["gone"]));
    }

    internal static EvidenceSnapshot Snapshot(string id) => new(
        "/src/App/App.csproj",
        "net10.0",
        ["Contoso.Text/1.0.0", $"{id}/1.0.0"],
        [new FileWitness("/packages/a/.signature.p7s", 12, 638000000000000000), new FileWitness("/packages/b/.signature.p7s", -1, 0)],
        [new PackageInspection(new PackageComponent(id, "1.0.0", [new(EvidenceKind.PackageId, id), new(EvidenceKind.NativeFile, "native/libkavsdk.so", "native/libkavsdk.so")]), [], [], ScanSize.None, [])],
        new[]
        {
            new LooseInspection(new LooseItem("None", "lib/x.dll", "/src/App/lib/x.dll"), [new(EvidenceKind.NativeImport, "kavsdk", "x.dll", 3, "function 'a' as b")], [], [], new FileWitness("/src/App/lib/x.dll", 7, 638000000000000000), ScanSize.None),
            new LooseInspection(new LooseItem("COMReference", "Acme", null, "{0}"), [], [], [], null, ScanSize.None),
        }.ToDictionary(inspection => inspection.Item));
}
