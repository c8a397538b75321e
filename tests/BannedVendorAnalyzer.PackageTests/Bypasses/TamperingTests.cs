using System.Runtime.CompilerServices;

namespace BannedVendorAnalyzer.PackageTests.Bypasses;

/// <summary>Ways around the gate by changing what a restore and a build have left behind. Each project of <see cref="TamperedRepository"/> is one.</summary>
public sealed class TamperingTests(TamperedRepository repository) : IClassFixture<TamperedRepository>
{
    [Fact, Bypass("a signature put into the folder of an unsigned package", Outcome.VisibleInTheBuild, "BVA0001")]
    public void PlantedSignature() => Expect();

    /// <summary>NuGet verifies signatures when it unpacks, so no stand-in can have one: the assets file says that there was one.</summary>
    [Fact, Bypass("the signature taken out of the folder of a signed package", Outcome.VisibleInTheBuild, "BVA0001")]
    public void RemovedSignature() => Expect();

    [Fact, Bypass("a package taken out of the assets file, with its time kept", Outcome.VisibleInTheBuild, "BVA0001")]
    public void EditedAssetsFile() => Expect();

    [Fact, Bypass("a changed `banned-vendors.cache` in `obj`", Outcome.NoEffect, "BVA1003")]
    public void DamagedCache() => Expect();

    [Fact, Bypass("a forged `banned-vendors.cache` with all its hashes", Outcome.CaughtByTheTool, "BVA1003")]
    public void ForgedCache() => Expect();

    [Fact, Bypass("a file exchanged in the folder of an unsigned package, after a build", Outcome.CaughtByTheTool, "BVA1003")]
    public void SwappedContents() => Expect();

    [Fact, Bypass("the folder of the gate deleted but for its analyzers, and no restore", Outcome.CaughtByTheTool, "BVA1003")]
    public void DeletedGate() => Expect();

    [Fact, Bypass("the files of the gate exchanged in the package folder", Outcome.CaughtByTheTool, "BVA1003")]
    public void EmptiedGate() => Expect();

    [Fact, Bypass("the imports emptied that NuGet wrote into `obj`", Outcome.CaughtByTheTool, "BVA1003")]
    public void EmptiedImports() => Expect();

    /// <summary>Of the project the tool is told the same as the build; what is in the output it sees for itself.</summary>
    [Fact, Bypass("both: imports emptied, and the package taken out of the assets file", Outcome.CaughtByTheTool, "BVA1005")]
    public void ForgedRestore() => Expect();

    private void Expect([CallerMemberName] string test = "") => repository.Built.Expect(test, $"{nameof(TamperingTests)}.{test}");
}
