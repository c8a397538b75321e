namespace BannedVendorAnalyzer.Tests.Binaries;

public sealed class BinaryFuzzTests
{
    // `bench/Bench -- fuzz` runs a million.
    private const int Cases = 20_000;

    public static TheoryData<string> Samples => [.. BinarySamples.All.Keys];

    [Fact]
    public void Damaged_files_are_read_without_exception_within_bounds()
    {
        var samples = BinarySamples.All.Values.ToList();
        var faults = Enumerable.Range(0, Cases)
            .Select(seed => (Seed: seed, Fault: BinaryCase.Fault(BinaryMutation.Create(seed, samples))))
            .Where(found => found.Fault is not null)
            .Select(found => $"seed {found.Seed}: {found.Fault}");

        Assert.Empty(faults);
    }

    [Theory, MemberData(nameof(Samples))]
    public void Files_cut_off_anywhere_are_read_without_exception(string sample)
    {
        var bytes = BinarySamples.All[sample];
        // Every length of headers, then every 97th.
        var lengths = Enumerable.Range(0, bytes.Length).Where(length => length < 4096 || length % 97 == 0);
        Assert.Empty(lengths.Select(length => BinaryCase.Fault(bytes[..length])).OfType<string>());
    }
}
