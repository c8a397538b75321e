using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection.Loose;
using BannedVendorAnalyzer.Inspection.Projects;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Tests.Findings;
using BannedVendorAnalyzer.Tests.Policy;
using BannedVendorAnalyzer.Tests.Rules;

namespace BannedVendorAnalyzer.Tests.Projects;

/// <summary>What a project compiled goes by the policy as well: its own output imports a library of <c>acme</c>.</summary>
public sealed class OutputUnderPolicyTests
{
    [Theory]
    [InlineData("{}", Severity.Error)]
    [InlineData("{ \"mode\": \"report\", \"reportUntil\": \"2026-12-31\" }", Severity.Warning)]
    [InlineData("{ \"mode\": \"report\", \"reportUntil\": \"2026-11-19\" }", Severity.Error)]
    public void Prohibited_CountsAsThePolicySays(string json, Severity severity)
    {
        var context = CheckContext.Parse(PolicySample.Rules, null, "2026-11-20", TestRules.Day("2026-11-20"), PolicySample.Of(json)).Context!;
        var output = new LooseInspection(new LooseItem("Output", "App.dll", "/repo/App/obj/App.dll"), [Seen.Import("acmescan", "App.dll")], [], [], null, default);
        var input = new ProjectInput("/repo/App/App.csproj", "", "net10.0", new Dictionary<string, string>(), []);

        var finding = Assert.Single(OutputChecker.Check(PolicySample.Rules, context, input, output, analyzed: false));

        Assert.Equal((DiagnosticCatalog.OwnOutput, severity), (finding.Descriptor, finding.Severity));
    }
}
