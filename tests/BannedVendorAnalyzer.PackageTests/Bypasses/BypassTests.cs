using System.Runtime.CompilerServices;

namespace BannedVendorAnalyzer.PackageTests.Bypasses;

/// <summary>Ways around the gate that somebody writes into the repository. Each project of <see cref="BypassRepository"/> is one.</summary>
public sealed class BypassTests(BypassRepository repository) : IClassFixture<BypassRepository>
{
    [Fact, Bypass("`BannedVendorCheck` other than `true`", Outcome.VisibleInTheBuild, "BVA0007")]
    public void SwitchedOff() => Expect();

    [Fact, Bypass("the same, with `MSBuildWarningsAsMessages` or `NoWarn` for BVA0007", Outcome.CaughtByTheTool, "BVA1003")]
    public void SwitchedOffAndSilenced() => Expect();

    [Fact, Bypass("`BannedVendorAsOf` in the past", Outcome.VisibleInTheBuild, "BVA0007")]
    public void PastDay() => Expect();

    [Fact, Bypass("`NoWarn` and `MSBuildWarningsAsMessages` for the code of a finding", Outcome.NoEffect, "BVA1003")]
    public void ErrorSilenced() => Expect();

    [Fact, Bypass("`BannedVendorAudiences` for which less is prohibited, where the policy names audiences", Outcome.NoEffect, "BVA1003")]
    public void OtherAudience() => Expect();

    [Fact, Bypass("`ContinueOnError=true`", Outcome.NoEffect, "BVA1003")]
    public void ErrorsPassed() => Expect();

    [Fact, Bypass("`DesignTimeBuild=true`", Outcome.NoEffect, "BVA1003")]
    public void DesignTime() => Expect();

    [Fact, Bypass("`DesignTimeBuild` and `SkipCompilerExecution`, so that nothing is compiled", Outcome.VisibleInTheBuild, "BVA1003")]
    public void DesignTimeWithoutCompiler() => Expect();

    [Fact, Bypass("the same by a target, around the gate alone, with the warning silenced", Outcome.CaughtByTheTool, "BVA1003")]
    public void SoftenedByATarget() => Expect();

    [Fact, Bypass("`ProjectAssetsFile` of another project, set by a target for the gate alone", Outcome.VisibleInTheBuild, "BVA0001")]
    public void OtherAssetsFile() => Expect();

    [Fact, Bypass("a nearer policy", Outcome.VisibleInTheBuild, "BVA0007")]
    public void NearerPolicy() => Expect();

    [Fact, Bypass("a nearer policy with `root`, which cuts off the one above", Outcome.CaughtByTheTool, "BVA1003")]
    public void CutPolicy() => Expect();

    [Fact, Bypass("`BannedVendorPolicyFile` with another policy", Outcome.VisibleInTheBuild, "BVA0007")]
    public void OtherPolicy() => Expect();

    [Fact, Bypass("a policy that is a link to one elsewhere", Outcome.VisibleInTheBuild, "BVA0002")]
    public void LinkedPolicy() => Expect();

    [Fact, Bypass("a waiver until 2099", Outcome.VisibleInTheBuild, "BVA0003")]
    public void LongWaiver() => Expect();

    [Fact, Bypass("`mode` `report` with a near `reportUntil`", Outcome.VisibleInTheBuild, "BVA0007")]
    public void ReportedOnly() => Expect();

    [Fact, Bypass("`mode` `report` until 2099", Outcome.NoEffect, "BVA1003")]
    public void ReportedForEver() => Expect();

    [Fact, Bypass("`ExcludeAssets` on the reference of the gate", Outcome.CaughtByTheTool, "BVA1003")]
    public void ExcludedAssets() => Expect();

    [Fact, Bypass("`IncludeAssets` without the build files", Outcome.CaughtByTheTool, "BVA1003")]
    public void OtherAssets() => Expect();

    [Fact, Bypass("the reference of the gate removed in a project", Outcome.CaughtByTheTool, "BVA1003")]
    public void RemovedReference() => Expect();

    [Fact, Bypass("another version of the gate, with nothing in it", Outcome.CaughtByTheTool, "BVA1003")]
    public void OtherVersion() => Expect();

    [Fact, Bypass("`ImportDirectoryBuildProps=false`, where the gate is referenced there", Outcome.CaughtByTheTool, "BVA1003")]
    public void WithoutSharedProps() => Expect();

    [Fact, Bypass("empty targets of the same names in `Directory.Build.targets`", Outcome.CaughtByTheTool, "BVA1003")]
    public void EmptyTarget() => Expect();

    [Fact, Bypass("`ImportProjectExtensionTargets=false`", Outcome.CaughtByTheTool, "BVA1003")]
    public void ClearedImports() => Expect();

    [Fact, Bypass("an import in source, with BVA2001 suppressed or analyzers off", Outcome.NoEffect, "BVA1007")]
    public void SuppressedImport() => Expect();

    [Fact, Bypass("a target that copies a library into the output", Outcome.CaughtByTheTool, "BVA1005")]
    public void CopiedByATarget() => Expect();

    private void Expect([CallerMemberName] string test = "") => repository.Built.Expect(test, $"{nameof(BypassTests)}.{test}");
}
