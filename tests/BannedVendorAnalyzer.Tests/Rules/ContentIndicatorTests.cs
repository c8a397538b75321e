using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Rules;
using BannedVendorAnalyzer.Tests.Rules.Verification;

namespace BannedVendorAnalyzer.Tests.Rules;

/// <summary>The kinds of indicators that only the insides of files meet.</summary>
public sealed class ContentIndicatorTests
{
    private const string Marks =
        """
        { "kind": "assembly-name", "value": "Acme.Sdk", "source": "s" },
        { "kind": "com-class", "value": "Acme.Device.1", "source": "s" },
        { "kind": "com-class", "value": "{0B6BD1B0-1111-4222-8333-444455556666}", "source": "s" },
        { "kind": "company", "value": "Acme Devices Co., Ltd.", "source": "s" },
        { "kind": "native-export-prefix", "value": "ACME_DEV_", "minimum": 20, "source": "s" },
        { "kind": "native-export-prefix", "value": "ACME_", "minimum": 50, "source": "s" },
        { "kind": "public-key-token", "value": "0123456789ABCDEF", "source": "s" },
        { "kind": "sha256", "value": "00FF", "source": "s" },
        { "kind": "signer", "value": "Acme Signing", "source": "s" },
        """;

    private static readonly RuleIndex _index = Rules(Marks).Index;

    [Theory]
    [InlineData(EvidenceKind.AssemblyName, "acme.sdk", 1, Relation.Contains)]
    [InlineData(EvidenceKind.AssemblyReference, "Acme.Sdk", 1, Relation.Binds)]
    [InlineData(EvidenceKind.AssemblyReference, "Acme.Sdk.Other", 1, null)]
    [InlineData(EvidenceKind.PublicKeyToken, "0123456789abcdef", 1, Relation.Contains)]
    [InlineData(EvidenceKind.ReferencedPublicKeyToken, "0123456789abcdef", 1, Relation.Binds)]
    [InlineData(EvidenceKind.Company, "ACME DEVICES", 1, Relation.Name)]
    [InlineData(EvidenceKind.Company, "Acme Devices Fan Club", 1, null)]
    [InlineData(EvidenceKind.NativeExport, "ACME_DEV_Init", 20, Relation.Contains)]
    [InlineData(EvidenceKind.NativeExport, "ACME_DEV_", 20, Relation.Contains)]
    [InlineData(EvidenceKind.NativeExport, "ACME_DEV_", 19, null)]
    [InlineData(EvidenceKind.NativeExport, "acme_dev_", 20, null)]
    [InlineData(EvidenceKind.NativeExport, "XACME_DEV_", 20, null)]
    [InlineData(EvidenceKind.NativeExport, "ACME", 20, null)]
    [InlineData(EvidenceKind.NativeEntryPoint, "ACME_DEV_", 20, Relation.Binds)]
    [InlineData(EvidenceKind.Sha256, "00ff", 1, Relation.Contains)]
    [InlineData(EvidenceKind.ComClass, "acme.device.1", 1, Relation.Binds)]
    [InlineData(EvidenceKind.ComClass, "0b6bd1b0-1111-4222-8333-444455556666", 1, Relation.Binds)]
    [InlineData(EvidenceKind.Signer, "Acme Signing LLC", 1, Relation.Published)]
    [InlineData(EvidenceKind.FileSigner, "Acme Signing LLC", 1, Relation.Contains)]
    public void Evidence_MeetsItsIndicator(EvidenceKind kind, string value, int count, Relation? expected)
    {
        var matches = _index.Find(new EvidenceItem(kind, value, "x.dll", count)).ToList();

        Assert.Equal(expected is null ? [] : [expected.Value], matches.Select(match => match.Relation));
    }

    [Fact]
    public void SeveralPrefixesOfOneFunction_CountEachForItself() =>
        Assert.Equal(["ACME_", "ACME_DEV_"], _index.Find(new EvidenceItem(EvidenceKind.NativeExport, "ACME_DEV_", "x.dll", 50)).Select(match => match.Indicator.Value).Order(StringComparer.Ordinal));

    [Fact]
    public void Index_TellsWhatIsWorthLookingFor()
    {
        Assert.Equal(["ACME_", "ACME_DEV_"], _index.ExportPrefixes.Order(StringComparer.Ordinal));
        Assert.True(_index.UsesHashes);
        Assert.False(Rules("").Index.UsesHashes);
    }

    [Theory]
    [InlineData("""{ "kind": "native-export-prefix", "value": "ACME_", "source": "s" }""", "a 'native-export-prefix', and nothing else, must state its 'minimum'")]
    [InlineData("""{ "kind": "sha256", "value": "00", "minimum": 2, "source": "s" }""", "a 'native-export-prefix', and nothing else, must state its 'minimum'")]
    [InlineData("""{ "kind": "native-export-prefix", "value": "ACME_", "minimum": 0, "source": "s" }""", "0 is no number of things; 1 is the least")]
    [InlineData("""{ "kind": "native-export-prefix", "value": "ACME_", "minimum": "20", "source": "s" }""", "a number was expected, a string is here")]
    public void Minimum_BelongsToPrefixesOfFunctions(string indicator, string expected)
    {
        var files = ReaderSample.With(ReaderSample.VendorPath, text => text.Replace("""{ "kind": "package-id", "value": "Acme.Core",""", indicator + """, { "kind": "package-id", "value": "Acme.Core",""", StringComparison.Ordinal));

        Assert.Contains(expected, ReaderSample.Problems(files).Select(problem => problem.Message));
    }

    [Theory]
    [InlineData("native-export", "ACME_DEV_Login")]
    [InlineData("public-key-token", "0123456789abcdef")]
    [InlineData("company", "Acme Devices")]
    [InlineData("sha256", "00FF")]
    [InlineData("com-class", "Acme.Device.1")]
    public void SelfTest_CanBeOfTheKind(string kind, string value)
    {
        IEnumerable<string> Misses(string sample)
        {
            var vendor = TestRules.VendorWith(Marks);
            var sampled = TestRules.File(vendor.Path, ReaderSample.Text(vendor).Replace("""{ "package-id": "Acme.Core" }],""", $$"""{ "{{kind}}": "{{sample}}" }],""", StringComparison.Ordinal));
            return VerifierSample.Verify([TestRules.File("audiences.json", TestRules.Audiences), sampled, TestRules.Ban(TestRules.Provision())]).Select(problem => problem.Message).Where(message => message.Contains("must match", StringComparison.Ordinal));
        }

        Assert.Empty(Misses(value));
        Assert.NotEmpty(Misses("Another"));
    }

    private static RuleSet Rules(string marks) => TestRules.Read(TestRules.VendorWith(marks), TestRules.Ban(TestRules.Provision()));
}
