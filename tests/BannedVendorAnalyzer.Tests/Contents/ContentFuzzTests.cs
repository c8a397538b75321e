using BannedVendorAnalyzer.Tests.Binaries;

namespace BannedVendorAnalyzer.Tests.Contents;

public sealed class ContentFuzzTests
{
    // `bench/Bench -- fuzz-contents` runs a million.
    private const int Cases = 10_000;

    [Fact]
    public void DamagedFiles_AreAnsweredWithinBounds()
    {
        var samples = ContentSamples.All.Values.ToList();
        var faults = Enumerable.Range(0, Cases)
            .Select(seed => (Seed: seed, Fault: ContentSamples.Fault(BinaryMutation.Create(seed, samples))))
            .Where(found => found.Fault is not null)
            .Select(found => $"seed {found.Seed}: {found.Fault}");

        Assert.Empty(faults);
    }
}
