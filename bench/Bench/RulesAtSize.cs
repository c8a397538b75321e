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
        var hundredThousand = Files(100_000);
        var loadAll = Figures.Of(Enumerable.Range(0, 5).Select(_ => TimeFromCleanHeap(() => RuleSetReader.Read(hundredThousand)) / 100));
        var (small, large) = (Read(Files(100)), Read(hundredThousand));
        return Figures.Say($"loading 1,000 vendors, warm: {load.Text("ms")}; budget 10", load.Median <= 10)
            & Figures.Say($"loading 100,000 vendors, for each 1,000: {loadAll.Text("ms")}; budget 10", loadAll.Median <= 10)
            & Match(small, large)
            & Memory(small, large);
    }

    /// <summary>In turns, so that what disturbs one disturbs the other.</summary>
    private static bool Match(RuleSet small, RuleSet large)
    {
        var evidence = Evidence();
        for (var i = 0; i < WarmUps; i++) Found(small, evidence).Equals(Found(large, evidence));
        var turns = Enumerable.Range(0, 51).Select(_ => (Small: Time(() => Found(small, evidence)), Large: Time(() => Found(large, evidence)))).ToList();
        var (few, many) = (Figures.Of(turns.Select(turn => turn.Small)), Figures.Of(turns.Select(turn => turn.Large)));
        var ratio = many.Median / few.Median;
        return Figures.Say($"matching 4,000 evidences against 100 vendors {few.Text("ms")}, against 100,000 {many.Text("ms")}: {ratio:0.00}; budget 0.90 to 1.10", ratio is >= 0.9 and <= 1.1);
    }

    private static bool Memory(RuleSet small, RuleSet large)
    {
        var evidence = Evidence();
        long Allocated(RuleSet rules)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Found(rules, evidence);
            return (GC.GetAllocatedBytesForCurrentThread() - before) / evidence.Count;
        }

        var (few, many) = (Allocated(small), Allocated(large));
        return Figures.Say($"matching allocates {few} bytes an evidence against 100 vendors, {many} against 100,000", many <= few * 1.1);
    }

    private static RuleSet Read(List<RuleFile> files)
    {
        var (rules, problems) = RuleSetReader.Read(files);
        return rules ?? throw new InvalidOperationException(problems[0].ToString());
    }

    /// <summary>As many names as a build of 200 packages shows; one in a thousand is of a vendor of both lists.</summary>
    private static List<EvidenceItem> Evidence() =>
    [
        .. Enumerable.Range(0, 4_000).Select(number => (number % 1000) switch
        {
            0 => new EvidenceItem(EvidenceKind.PackageId, $"Made{number / 1000}.Core"),
            < 500 => new EvidenceItem(EvidenceKind.NativeFile, $"runtimes/linux-x64/native/libcontoso{number}.so"),
            < 800 => new EvidenceItem(EvidenceKind.PackageId, $"Contoso.Tools{number}.Core"),
            _ => new EvidenceItem(EvidenceKind.PackageOwner, $"contoso{number}"),
        }),
    ];

    private static int Found(RuleSet rules, List<EvidenceItem> evidence)
    {
        var found = evidence.Sum(item => rules.Index.Find(item).Count);
        return found == evidence.Count / 1000 ? found : throw new InvalidOperationException($"{found} of {evidence.Count / 1000} were found.");
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
