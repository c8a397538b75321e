using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Inspection.Contents;
using BannedVendorAnalyzer.Inspection.Packages;
using BannedVendorAnalyzer.Tests.Packages.Signatures;

namespace BannedVendorAnalyzer.Tests.Packages;

public sealed class PackageInspectorTests : IDisposable
{
    private const string Nuspec = "<package><metadata><authors>Ann,Bob</authors><repository url=\"https://github.com/x/y\" /></metadata></package>";
    private const string Signature = ".signature.p7s";
    private static readonly ContentRelevance Wanted = ContentRelevance.Of(Rules.EmbeddedRulesTests.Rules.Index);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void UnsignedPackage_HasNoProblem()
    {
        var inspection = Inspect(Written(), "contoso.scan.nuspec", "lib/net8.0/Contoso.Scan.dll", "lib/net8.0/Contoso.Scan.xml", "lib/netstandard2.0/Contoso.Scan.dll", "runtimes/linux-x64/native/libkavsdk.so", "tools/x");

        Assert.Empty(inspection.Problems);
        Assert.Equal(("Contoso.Scan", "1.0.0"), (inspection.Component.Id, inspection.Component.Version));
        Assert.Equal(
            [
                "PackageId Contoso.Scan",
                "NativeFile lib/net8.0/Contoso.Scan.dll @lib/net8.0/Contoso.Scan.dll",
                "AssemblyName Contoso.Scan @lib/net8.0/Contoso.Scan.dll",
                "NativeFile lib/netstandard2.0/Contoso.Scan.dll @lib/netstandard2.0/Contoso.Scan.dll",
                "NativeFile runtimes/linux-x64/native/libkavsdk.so @runtimes/linux-x64/native/libkavsdk.so",
                "NativeFile tools/x @tools/x",
                "NuspecAuthor Ann @contoso.scan.nuspec",
                "NuspecAuthor Bob @contoso.scan.nuspec",
                "Repository https://github.com/x/y @contoso.scan.nuspec",
            ],
            inspection.Component.Evidence.Select(Text));
        Assert.Equal((6, Nuspec.Length), (inspection.Scanned.Files, inspection.Scanned.Bytes));
    }

    [Theory]
    [InlineData("""{ "version": 2, "contentHash": "c2hhNTEy" }""", null)]
    [InlineData("""{ "version": 1 }""", null)]
    [InlineData("""{ "version": 2, "contentHash": "b3RoZXI=" }""", "holds other contents than were restored for this project; restore it again (dotnet restore --force)")]
    [InlineData("""{ "version": 2,\n """, "the package's metadata is damaged: ")]
    public void ContentOfTheFolder_IsWhatWasRestored(string metadata, string? problem)
    {
        // An emptied package folder can be filled again from another feed, while the assets file still lists the old files.
        Written();
        _folder.Write("contoso.scan/1.0.0/.nupkg.metadata", metadata);
        var problems = PackageInspector.Inspect(new AssetsLibrary("Contoso.Scan", "1.0.0", false, "contoso.scan/1.0.0", ["contoso.scan.nuspec"], "c2hhNTEy"), [_folder[""]], Wanted).Problems;

        Assert.Equal(problem is null ? 0 : 1, problems.Count);
        Assert.All(problems, found => Assert.Contains(problem!, found.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void OwnersAndAuthorOfTheSignature_AreEvidence()
    {
        var written = Written();
        _folder.Write($"contoso.scan/1.0.0/{Signature}", SignatureBuilder.Build("Acme GmbH", "HRB 12345", ["acme", "zoe"]));
        var inspection = Inspect(written, Signature);

        Assert.Empty(inspection.Problems);
        Assert.Equal(
            [$"PackageOwner acme @{Signature}", $"PackageOwner zoe @{Signature}", $"Signer Acme GmbH @{Signature}", $"Signer HRB 12345 @{Signature}"],
            inspection.Component.Evidence.Where(item => item.Kind is EvidenceKind.PackageOwner or EvidenceKind.Signer).Select(Text));
    }

    [Fact]
    public void SignatureThatIsGone_IsAProblem() =>
        Assert.Equal("package 'Contoso.Scan/1.0.0' was signed when it was restored and its signature is gone; restore the package again", Problem(Inspect(Written(), Signature)));

    [Fact]
    public void SignatureThatWasNotThere_IsAProblem()
    {
        var written = Written();
        _folder.Write($"contoso.scan/1.0.0/{Signature}", "x");

        Assert.Equal("a signature stands here that package 'Contoso.Scan/1.0.0' did not have when it was restored; restore the package again", Problem(Inspect(written)));
    }

    [Fact]
    public void SignatureThatIsNone_IsAProblem()
    {
        var written = Written();
        _folder.Write($"contoso.scan/1.0.0/{Signature}", "x");

        Assert.StartsWith("the signature cannot be read: ", Problem(Inspect(written, Signature)), StringComparison.Ordinal);
    }

    [Fact]
    public void BrokenNuspec_IsAProblemThatLeavesTheRest()
    {
        _folder.Write("contoso.scan/1.0.0/contoso.scan.nuspec", "<package>");
        var inspection = Inspect("contoso.scan/1.0.0", "lib/kavsdk.dll");

        Assert.EndsWith("contoso.scan.nuspec", Assert.Single(inspection.Problems).File, StringComparison.Ordinal);
        Assert.Contains(inspection.Component.Evidence, item => item.Value == "lib/kavsdk.dll");
    }

    [Fact]
    public void MissingNuspec_IsAProblem()
    {
        _folder.Write("contoso.scan/1.0.0/other.txt", "x");

        Assert.Equal("the nuspec is missing", Problem(Inspect("contoso.scan/1.0.0")));
    }

    [Theory]
    [InlineData("contoso.gone/1.0.0")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("../outside")]
    [InlineData("contoso.scan/1.0.0/../../../outside")]
    [InlineData(@"contoso.scan\..\..\outside")]
    [InlineData("/")]
    public void FolderThatIsNotThereOrLiesElsewhere_IsAProblem(string? path)
    {
        Written();
        var inspection = Inspect(path, "lib/kavsdk.dll");

        Assert.Equal("the folder of package 'Contoso.Scan/1.0.0' is gone from every package folder; restore the project again", Problem(inspection));
        Assert.Equal(["PackageId Contoso.Scan", "NativeFile lib/kavsdk.dll @lib/kavsdk.dll", "AssemblyName kavsdk @lib/kavsdk.dll"], inspection.Component.Evidence.Select(Text));
    }

    [Fact]
    public void FallbackFolder_IsLookedAtNext()
    {
        Written();
        var library = new AssetsLibrary("Contoso.Scan", "1.0.0", IsProject: false, "contoso.scan/1.0.0", []);

        Assert.Empty(PackageInspector.Inspect(library, [_folder["nothing"], _folder.Root], Wanted).Problems);
    }

    [Fact]
    public void NuspecOutsideTheFolder_IsNotRead()
    {
        var written = Written();
        _folder.Write("evil.nuspec", "<package><metadata><authors>Evil</authors></metadata></package>");
        var inspection = Inspect(written, "../../evil.nuspec", @"..\..\evil.nuspec");

        Assert.Equal(["Ann", "Bob"], inspection.Component.Evidence.Where(item => item.Kind == EvidenceKind.NuspecAuthor).Select(item => item.Value));
    }

    private string Written()
    {
        _folder.Write("contoso.scan/1.0.0/contoso.scan.nuspec", Nuspec);
        return "contoso.scan/1.0.0";
    }

    private PackageInspection Inspect(string? path, params string[] files) =>
        PackageInspector.Inspect(new AssetsLibrary("Contoso.Scan", "1.0.0", IsProject: false, path, files), [_folder.Root], Wanted);

    private static string Problem(PackageInspection inspection) => Assert.Single(inspection.Problems).Message;

    private static string Text(EvidenceItem item) => $"{item.Kind} {item.Value}{(item.File is null ? "" : $" @{item.File}")}";
}
