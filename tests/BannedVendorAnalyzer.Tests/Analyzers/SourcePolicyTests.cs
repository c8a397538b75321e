using System.Collections.Immutable;
using BannedVendorAnalyzer.Analyzers;
using BannedVendorAnalyzer.Tests.Policy;
using Microsoft.CodeAnalysis;

namespace BannedVendorAnalyzer.Tests.Analyzers;

/// <summary>The analyzer goes by the policy that the build hands over: in the rules of these tests <c>acme</c> is banned for <c>buyer</c>, and its library is <c>acmescan</c>.</summary>
public sealed class SourcePolicyTests
{
    private const string Import = """
        internal static class Native
        {
            [System.Runtime.InteropServices.DllImport("acmescan")] private static extern int Init();
            [System.Runtime.InteropServices.DllImport("acmescan")] private static extern int Close();
        }
        """;

    private const string Own = """
        "prohibit": [{ "vendor": "contoso", "from": "2026-01-01", "reason": "Decision 12" }],
        "vendors": [{ "id": "contoso", "name": "Contoso", "entities": [], "listings": [], "class": "other-software",
          "indicators": [{ "kind": "native-library", "value": "contosocam", "source": "s" }, { "kind": "domain", "value": "contoso.example", "source": "s" }],
          "mustMatch": [{ "native-library": "contosocam.dll" }], "mustNotMatch": [{ "native-library": "other.dll" }] }]
        """;

    private static readonly SourceAnalyzer Analyzer = new(PolicySample.Rules);

    [Theory]
    [InlineData("{}", "BVA2001 Error")]
    [InlineData("{ \"mode\": \"report\", \"reportUntil\": \"2026-12-31\" }", "BVA2001 Warning")]
    [InlineData("{ \"mode\": \"report\", \"reportUntil\": \"2026-11-19\" }", "BVA2001 Error")]
    [InlineData("{ \"asOf\": \"2018-06-01\" }", "")]
    [InlineData("{ \"audiences\": [\"agency\"] }", "BVA2001 Error")]
    public async Task PolicyDecides(string policy, string expected)
    {
        var diagnostics = await Diagnose(Import, policy);

        Assert.Equal(expected, string.Join(", ", diagnostics.Select(diagnostic => $"{diagnostic.Id} {diagnostic.Severity}").Distinct()));
    }

    [Fact]
    public async Task OwnVendors_AreFoundAndTheFileIsNamed()
    {
        const string Source = """
            internal static class Native { [System.Runtime.InteropServices.DllImport("contosocam")] private static extern int Init(); private const string Host = "https://api.contoso.example/v1"; }
            """;

        var diagnostics = await Diagnose(Source, $"{{ {Own} }}");

        Assert.Equal(["BVA2001 Error", "BVA2003 Warning"], diagnostics.Select(diagnostic => $"{diagnostic.Id} {diagnostic.Severity}"));
        Assert.Contains("Applies to buyer (default audience, none was chosen; policy banned-vendors.json) by its text: Decision 12", SourceTest.Message(diagnostics[0]), StringComparison.Ordinal);
        Assert.Empty(await Diagnose(Source, "{}"));
        Assert.Equal(["BVA2001 Error", "BVA2003 Error"], (await Diagnose(Source, $"{{ \"strict\": true, {Own} }}")).Select(diagnostic => $"{diagnostic.Id} {diagnostic.Severity}"));
    }

    [Fact]
    public async Task ExtendedFile_CountsAsWell()
    {
        const string Source = """internal static class Native { [System.Runtime.InteropServices.DllImport("contosocam")] private static extern int Init(); }""";

        Assert.Single(await Diagnose(Source, """{ "extends": { "file": "base.json" } }""", $"{{ {Own} }}"));
    }

    [Fact]
    public async Task WaivedImport_IsInformation()
    {
        var diagnostics = await Diagnose(Import, PolicySample.Waivers(PolicySample.ImportWaiver()));

        Assert.Equal(["BVA2001 Info", "BVA2001 Info"], diagnostics.Select(diagnostic => $"{diagnostic.Id} {diagnostic.Severity}"));
        Assert.Contains("Waived until 2026-12-31 by Compliance office under ban (not-applicable): Only run in the laboratory", SourceTest.Message(diagnostics[0]), StringComparison.Ordinal);
    }

    /// <summary>Both imports need it, and it is told once, where it stands.</summary>
    [Theory]
    [InlineData("until:\"2026-11-19\"", "BVA0003", "ended on 2026-11-19: remove the import, or renew the waiver")]
    [InlineData("import:\"acmescan.dll\"", "BVA0005", "was approved for that name, and now it is 'acmescan'")]
    public async Task WaiverThatDoesNotHold_IsToldOnce(string change, string code, string message)
    {
        var diagnostics = await Diagnose(Import, PolicySample.Waivers(PolicySample.ImportWaiver(change)));

        Assert.Equal(2, diagnostics.Count(diagnostic => diagnostic is { Id: "BVA2001", Severity: DiagnosticSeverity.Error }));
        var told = Assert.Single(diagnostics, diagnostic => diagnostic.Id != "BVA2001");
        Assert.Equal((code, DiagnosticSeverity.Error, "/repo/banned-vendors.json", (0, 14)), (told.Id, told.Severity, told.Location.GetLineSpan().Path, Start(told)));
        Assert.Contains(message, SourceTest.Message(told), StringComparison.Ordinal);
    }

    /// <summary>What is in the output is announced by its check.</summary>
    [Fact]
    public async Task ComingEnd_IsToldOfHostsAlone()
    {
        var policy = PolicySample.Waivers(
            PolicySample.ImportWaiver("until:\"2026-12-01\""),
            PolicySample.ImportWaiver("until:\"2026-12-01\"", "vendor:\"contoso\"", "authority:\"organisation-policy\"", "import:\"api.contoso.example\"")).Replace("{ \"waivers\"", $"{{ {Own}, \"waivers\"", StringComparison.Ordinal);

        var diagnostics = await Diagnose(Import + "\ninternal static class Hosts { private const string Host = \"https://api.contoso.example/v1\"; }", policy);

        Assert.Equal(["BVA0003 Warning", "BVA2001 Info", "BVA2001 Info", "BVA2003 Info"], diagnostics.Select(diagnostic => $"{diagnostic.Id} {diagnostic.Severity}").Order());
    }

    /// <summary>In a build the gate has said so, and nothing is compiled; in an editor this is who says it.</summary>
    [Theory]
    [InlineData("{\n  \"strct\": true }", "unknown member 'strct'", 1, 2)]
    [InlineData("{ \"a\\u001bb\\n\": true }", "unknown member 'a?b?'", 0, 2)]
    [InlineData("{ \"locked\": true }", "a locked policy names its 'audiences'", 0, 12)]
    [InlineData("", "the file ends too early", 0, 0)]
    public async Task ProblemOfThePolicy_IsToldInItsTextAndNothingIsJudged(string policy, string message, int line, int character)
    {
        var told = Assert.Single(await Diagnose(Import, policy));

        Assert.Equal(("BVA0002", DiagnosticSeverity.Error, "/repo/banned-vendors.json", (line, character)), (told.Id, told.Severity, told.Location.GetLineSpan().Path, Start(told)));
        Assert.Contains(message, SourceTest.Message(told), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExtendedFileThatWasNotHandedOver_LeavesNothingToJudge() => Assert.Empty(await Diagnose(Import, """{ "extends": { "file": "gone.json" } }"""));

    /// <summary>An editor takes the extension away before the next build does.</summary>
    [Fact]
    public async Task FileThatIsNoLongerExtended_DoesNotCount()
    {
        const string Source = """internal static class Native { [System.Runtime.InteropServices.DllImport("contosocam")] private static extern int Init(); }""";

        Assert.Empty(await Diagnose(Source, "{}", $"{{ {Own} }}"));
    }

    private static (int Line, int Character) Start(Diagnostic diagnostic) => (diagnostic.Location.GetLineSpan().StartLinePosition.Line, diagnostic.Location.GetLineSpan().StartLinePosition.Character);

    private static Task<ImmutableArray<Diagnostic>> Diagnose(string source, params string[] policies) => (SourceTest.CSharp with
    {
        Analyzer = Analyzer,
        Properties = new Dictionary<string, string> { ["_BannedVendorToday"] = "2026-11-20", ["_BannedVendorProject"] = "App/App.csproj" },
        Policies = [.. policies.Select((text, index) => ($"/repo/{(index == 0 ? "banned-vendors" : "base")}.json", text))],
    }).Diagnose(source);
}
