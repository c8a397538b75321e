using System.Diagnostics;
using System.Text;
using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Bench;

/// <summary>Loading grows with the rules, matching does not.</summary>
internal static class RulesAtSize
{
    /// <summary>As many as the runtime needs to compile the code for good.</summary>
    private const int WarmUps = 100;

    public static bool Run()
    {
        var thousand = Files(1000);
        for (var i = 0; i < WarmUps; i++) RuleSetReader.Read(thousand);
        var load = Figures.Of(Enumerable.Range(0, 15).Select(_ => TimeFromCleanHeap(() => RuleSetReader.Read(thousand))));
        var small = Match(10);
        var large = Match(100_000);
        return Figures.Say($"loading 1,000 vendors, warm: {load.Text("ms")}; budget 10", load.Median <= 10)
            & Figures.Say($"matching 10,000 names against 10 vendors {small.Text("ms")}, against 100,000 {large.Text("ms")}", large.Median <= small.Median * 1.5);
    }

    private static Figures Match(int vendors)
    {
        var (rules, problems) = RuleSetReader.Read(Files(vendors));
        if (rules is null) throw new InvalidOperationException(problems[0].ToString());
        var evidence = Enumerable.Range(0, 10_000).Select(number => new EvidenceItem(EvidenceKind.NativeFile, $"runtimes/linux-x64/native/libcontoso{number}.so")).ToList();
        int Found() => evidence.Sum(item => rules.Index.Find(item).Count());
        for (var i = 0; i < WarmUps; i++) Found();
        return Figures.Of(Enumerable.Range(0, 15).Select(_ => Time(() => Found())));
    }

    /// <summary>What earlier runs left is not this one's to clear away.</summary>
    private static double TimeFromCleanHeap(Action action)
    {
        GC.Collect();
        return Time(action);
    }

    private static double Time(Action action)
    {
        var clock = Stopwatch.StartNew();
        action();
        return clock.Elapsed.TotalMilliseconds;
    }

    private static List<RuleFile> Files(int vendors) =>
    [
        .. EmbeddedRules.Files().Where(file => !file.Path.StartsWith("vendors/", StringComparison.Ordinal)),
        .. Enumerable.Range(0, vendors).Select(number => new RuleFile($"vendors/made-{number}.json", Encoding.UTF8.GetBytes($$"""
            { "id": "made-{{number}}", "name": "Made {{number}}", "class": "other-software",
              "entities": [{ "name": "Made {{number}} Ltd", "source": "made" }],
              "listings": [{ "authority": "us-889", "from": "2019-08-13", "status": "in-force" }],
              "indicators": [
                { "kind": "native-library", "value": "made{{number}}", "source": "made" },
                { "kind": "package-id-prefix", "value": "Made{{number}}", "source": "made" },
                { "kind": "package-owner", "value": "made{{number}}", "source": "made" }],
              "mustMatch": [{ "package-id": "Made{{number}}.Core" }], "mustNotMatch": [{ "package-id": "Made" }] }
            """))),
    ];
}
