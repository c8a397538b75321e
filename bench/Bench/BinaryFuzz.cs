using System.Collections.Concurrent;
using System.Diagnostics;
using BannedVendorAnalyzer.Tests.Binaries;
using BannedVendorAnalyzer.Tests.Contents;

namespace BannedVendorAnalyzer.Bench;

/// <summary>The test of damaged binaries with fifty times as many cases; a seed that it prints becomes a test.</summary>
internal static class BinaryFuzz
{
    private const int Cases = 1_000_000;

    public static bool Run() => Run("damaged binaries", [.. BinarySamples.All.Values], BinaryCase.Fault);

    public static bool RunContents() => Run("damaged packages and assemblies", [.. ContentSamples.All.Values], ContentSamples.Fault);

    private static bool Run(string what, List<byte[]> samples, Func<byte[], string?> faultOf)
    {
        var faults = new ConcurrentBag<string>();
        var clock = Stopwatch.StartNew();
        Parallel.For(0, Cases, seed =>
        {
            if (faultOf(BinaryMutation.Create(seed, samples)) is { } fault) faults.Add($"seed {seed}: {fault}");
        });

        foreach (var fault in faults.Take(20)) Console.WriteLine(fault);
        return Figures.Say($"{Cases} {what} of {samples.Count} kinds in {clock.Elapsed.TotalSeconds:0} s: {faults.Count} faults", faults.IsEmpty);
    }
}
