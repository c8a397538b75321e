using System.Collections.Concurrent;
using System.Diagnostics;
using BannedVendorAnalyzer.Tests.Binaries;

namespace BannedVendorAnalyzer.Bench;

/// <summary>The test of damaged binaries with fifty times as many cases; a seed that it prints becomes a test.</summary>
internal static class BinaryFuzz
{
    private const int Cases = 1_000_000;

    public static bool Run()
    {
        var samples = BinarySamples.All.Values.ToList();
        var faults = new ConcurrentBag<string>();
        var clock = Stopwatch.StartNew();
        Parallel.For(0, Cases, seed =>
        {
            if (BinaryCase.Fault(BinaryMutation.Create(seed, samples)) is { } fault) faults.Add($"seed {seed}: {fault}");
        });

        foreach (var fault in faults.Take(20)) Console.WriteLine(fault);
        return Figures.Say($"{Cases} damaged binaries of {samples.Count} kinds in {clock.Elapsed.TotalSeconds:0} s: {faults.Count} faults", faults.IsEmpty);
    }
}
