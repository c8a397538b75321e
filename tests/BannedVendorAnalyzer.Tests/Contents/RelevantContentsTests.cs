using BannedVendorAnalyzer.Inspection.Binaries;
using BannedVendorAnalyzer.Inspection.Contents;
using BannedVendorAnalyzer.Rules;
using BannedVendorAnalyzer.Tests.Assemblies;
using BannedVendorAnalyzer.Tests.Binaries;
using BannedVendorAnalyzer.Tests.Rules;

namespace BannedVendorAnalyzer.Tests.Contents;

/// <summary>From the bytes of a package without any telling name to the indicators that they meet.</summary>
public sealed class RelevantContentsTests
{
    private static readonly RuleIndex _index = Rules().Index;

    [Fact]
    public void ExportsUnderAnotherName_AreContained() => AssertMeets(["contains native-export-prefix"], new ElfBuilder { Name = "libharmless.so", Exports = [.. Functions(100)] }.Build());

    [Fact]
    public void FewExports_SayNothing() => AssertMeets([], new ElfBuilder { Exports = [.. Functions(19)] }.Build());

    [Fact]
    public void ImportOfTheLibrary_Binds() => AssertMeets(["binds native-library"], new AssemblyImage { Imports = [(@"sub\AcmeScan.dll", "Init")] }.Build());

    [Fact]
    public void NativeImport_Binds() => AssertMeets(["binds native-library"], new ElfBuilder { Needed = ["libacmescan.so.6"] }.Build());

    [Fact]
    public void ImportedFunctionsOfARenamedLibrary_Bind() => AssertMeets(["binds native-export-prefix"], new AssemblyImage { Imports = [.. Functions(20).Select(function => ("camera", (string?)function))] }.Build());

    /// <summary>Whose these are is said by the name, and a waiver for the name answers all of it; functions of another library count by themselves.</summary>
    [Fact]
    public void ImportedFunctionsOfTheLibraryItself_SayNoMoreThanItsName()
    {
        var own = Functions(20).Select(function => ("acmescan", (string?)function)).ToList();
        AssertMeets(["binds native-library"], new AssemblyImage { Imports = own }.Build());
        AssertMeets(["binds native-library"], new AssemblyImage { Imports = [.. own, .. Functions(19).Select(function => ("camera", (string?)function))] }.Build());
        AssertMeets(["binds native-library", "binds native-export-prefix"], new AssemblyImage { Imports = [.. own, .. Functions(20).Select(function => ("camera", (string?)function))] }.Build());
    }

    [Fact]
    public void OwnNameOfARenamedFile_IsContained() => AssertMeets(["contains native-library"], new ElfBuilder { Name = "libacmescan.so.6" }.Build());

    [Fact]
    public void OriginalNameInTheVersionResource_IsContained() => AssertMeets(["contains native-library"], new PeBuilder { Version = [[("OriginalFilename", "AcmeScan.dll")]] }.Build());

    [Fact]
    public void SignerOfAFile_IsContained() => AssertMeets(["contains signer"], new PeBuilder { Certificates = [Signatures("Acme Holding AO")] }.Build());

    [Fact]
    public void CompanyOfAFile_IsAName() => AssertMeets(["name company"], new PeBuilder { Version = [[("LegalCopyright", "Copyright (c) 2019-2024 Acme Devices Ltd. All rights reserved.")]] }.Build());

    [Fact]
    public void ForwardedAssembly_Binds() => AssertMeets(["binds assembly-name"], new AssemblyImage { Forwards = ["Acme.Sdk"] }.Build());

    [Fact]
    public void ReferencedStrongName_Binds() => AssertMeets(["binds public-key-token"], new AssemblyImage { References = [("Renamed", [1, 2, 3, 4, 5, 6, 7, 8], false)] }.Build());

    [Fact]
    public void LibraryInAResource_IsContained() => AssertMeets(["contains native-export-prefix"], new AssemblyImage { Resources = [("data", RawZip.Deflate(new ElfBuilder { Exports = [.. Functions(100)] }.Build()))] }.Build());

    [Fact]
    public void NameOfAnEncryptedResource_IsContained() => AssertMeets(["contains native-library"], new AssemblyImage { Resources = [("App.x64.AcmeScan.dll", new byte[100])] }.Build());

    [Fact]
    public void LoadedLibrary_Binds() => AssertMeets(["binds native-library"], new AssemblyImage { Loads = ["acmescan"] }.Build());

    [Fact]
    public void OtherMakersFile_MeetsNothing() => AssertMeets([], new PeBuilder { Name = "other.dll", Imports = ["KERNEL32.dll"], Exports = ["Other_Init"] }.Build());

    private static void AssertMeets(string[] expected, byte[] file)
    {
        var contents = ZipContents.Of("contoso.1.0.0.nupkg", new ByteArraySource(new RawZip().Add("content/table.dat", file).Build()));
        var inspection = ContentInspector.Inspect(contents, ContentRelevance.Of(_index));

        Assert.Empty(inspection.Problems);
        Assert.All(inspection.Evidence, item => Assert.StartsWith("content/table.dat", item.File, StringComparison.Ordinal));
        Assert.Equal(expected, inspection.Evidence.SelectMany(_index.Find).Select(match => $"{RuleNames.Of(match.Relation)} {RuleNames.Of(match.Indicator.Kind)}").Distinct());
    }

    private static IEnumerable<string> Functions(int count) => Enumerable.Range(0, count).Select(number => $"ACME_DEV_Function{number}");

    private static byte[] Signatures(string organisation) => Packages.Signatures.SignatureBuilder.Build(organisation, "999", owners: null);

    private static RuleSet Rules() => TestRules.Read(
        TestRules.VendorWith(
            """
            { "kind": "assembly-name", "value": "Acme.Sdk", "source": "s" },
            { "kind": "company", "value": "Acme Devices", "source": "s" },
            { "kind": "native-export-prefix", "value": "ACME_DEV_", "minimum": 20, "source": "s" },
            { "kind": "public-key-token", "value": "0102030405060708", "source": "s" },
            """),
        TestRules.Ban(TestRules.Provision()));
}
