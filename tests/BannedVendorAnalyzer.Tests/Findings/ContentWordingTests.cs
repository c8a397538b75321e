using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Tests.Rules;

namespace BannedVendorAnalyzer.Tests.Findings;

/// <summary>What was seen inside files, as a finding names it.</summary>
public sealed class ContentWordingTests
{
    private const string Marks =
        """
        { "kind": "assembly-name", "value": "Acme.Sdk", "source": "s" },
        { "kind": "com-class", "value": "Acme.Device.1", "source": "s" },
        { "kind": "company", "value": "Acme Devices", "source": "s" },
        { "kind": "native-export-prefix", "value": "ACME_DEV_", "minimum": 20, "source": "s" },
        { "kind": "public-key-token", "value": "0102030405060708", "source": "s" },
        { "kind": "sha256", "value": "00ff", "source": "s" },
        """;

    [Theory]
    [InlineData(EvidenceKind.AssemblyReference, "Acme.Sdk", 1, null, "is bound by package 'Contoso' 1.0.0 (reference to assembly 'Acme.Sdk' in lib/x.dll)")]
    [InlineData(EvidenceKind.PublicKeyToken, "0102030405060708", 1, null, "is contained in package 'Contoso' 1.0.0 (public key token '0102030405060708' of lib/x.dll)")]
    [InlineData(EvidenceKind.ReferencedPublicKeyToken, "0102030405060708", 1, null, "is bound by package 'Contoso' 1.0.0 (reference to an assembly with public key token '0102030405060708' in lib/x.dll)")]
    [InlineData(EvidenceKind.Company, "Acme Devices Ltd.", 1, null, "carries the name of Acme (company 'Acme Devices Ltd.' in lib/x.dll)")]
    [InlineData(EvidenceKind.NativeExport, "ACME_DEV_", 819, null, "is contained in package 'Contoso' 1.0.0 (819 exported functions 'ACME_DEV_…' in lib/x.dll)")]
    [InlineData(EvidenceKind.NativeEntryPoint, "ACME_DEV_", 25, null, "is bound by package 'Contoso' 1.0.0 (25 imported functions 'ACME_DEV_…' in lib/x.dll)")]
    [InlineData(EvidenceKind.Sha256, "00FF", 1, null, "is contained in package 'Contoso' 1.0.0 (SHA-256 of lib/x.dll)")]
    [InlineData(EvidenceKind.ComClass, "Acme.Device.1", 1, null, "is bound by package 'Contoso' 1.0.0 (COM class 'Acme.Device.1' in lib/x.dll)")]
    [InlineData(EvidenceKind.FileSigner, "Acme Devices, Inc.", 1, null, "is contained in package 'Contoso' 1.0.0 (certificate of 'Acme Devices, Inc.' in lib/x.dll)")]
    [InlineData(EvidenceKind.NativeFile, "acmescan.dll", 1, "by its version resource", "is contained in package 'Contoso' 1.0.0 (file lib/x.dll ('acmescan.dll', by its version resource))")]
    [InlineData(EvidenceKind.AssemblyReference, "Acme.Sdk", 1, "types are forwarded to it", "(reference to assembly 'Acme.Sdk' in lib/x.dll (types are forwarded to it))")]
    [InlineData(EvidenceKind.NativeImport, "acmescan", 2, "function 'Init' as Contoso.Native.Init", "is bound by package 'Contoso' 1.0.0 (import of 'acmescan' in lib/x.dll (function 'Init' as Contoso.Native.Init))")]
    public void Evidence_IsNamedWithItsFile(EvidenceKind kind, string value, int count, string? detail, string expected)
    {
        var (judgement, text) = Judge(new EvidenceItem(kind, value, "lib/x.dll", count, detail));

        Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.Equal(kind == EvidenceKind.Company ? DiagnosticCatalog.Review : DiagnosticCatalog.PackageContents, Verdicts.Descriptor(judgement, isDirect: true));
    }

    private static (Judgement Judgement, string Text) Judge(EvidenceItem item)
    {
        var rules = TestRules.Read(TestRules.VendorWith(Marks), TestRules.Ban(TestRules.Provision("""
            "published": "prohibited", "contains": "prohibited", "binds": "prohibited", "name": "review"
            """)));
        var context = new CheckContext(["buyer"], AudienceIsDefault: false, TestRules.Day(Judging.Today));
        var judgement = Assert.Single(new Judge(rules, context).Evaluate([item]));
        return (judgement, FindingWording.Of(judgement, new PackageComponent("Contoso", "1.0.0", [item]), ["App", "Contoso/1.0.0"], context, []).OnOneLine(DiagnosticCatalog.PackageContents));
    }
}
