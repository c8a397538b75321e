using System.Diagnostics;
using System.Security.Cryptography;
using BannedVendorAnalyzer.Inspection.Contents;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Bench;

/// <summary>Everything in the package folder that this repository is restored from, inspected by the shipped rules: there must be neither evidence nor problems.</summary>
internal static class ContentsOfPackages
{
    private const int MostTold = 20;

    /// <summary>As many as the runtime needs to compile most of the code for good.</summary>
    private const int WarmUps = 5;

    public static bool Run()
    {
        var (rules, _) = RuleSetReader.Read(EmbeddedRules.Files());
        var relevance = ContentRelevance.Of(rules!.Index);
        var folders = RestoredPackages.Folders();
        var cold = Inspect(folders, relevance, out var first);
        for (var i = 0; i < WarmUps; i++) Inspect(folders, relevance, out _);
        var passes = Figures.Of(Enumerable.Range(0, 9).Select(_ => Inspect(folders, relevance, out List<ContentInspection> _)));
        var warm = passes.Median;
        var floor = Hash(folders);
        var found = first.SelectMany(inspection => inspection.Evidence.Select(item => $"evidence: {item}").Concat(inspection.Problems.Concat(inspection.Damaged).Select(problem => $"problem: {problem.File}: {problem.Message}"))).ToList();
        foreach (var line in found.Take(MostTold)) Console.WriteLine($"        {line}");
        var (files, bytes) = (first.Sum(inspection => inspection.Scanned.Files), first.Sum(inspection => inspection.Scanned.Bytes));
        var megabytes = bytes / 1e6;
        Console.WriteLine(FormattableString.Invariant($"        first pass {cold:0} ms ({cold / folders.Count:0.00} ms a package, {megabytes / cold * 1000:0} MB/s, {files / cold * 1000:0} files/s)"));
        Console.WriteLine(FormattableString.Invariant($"        SHA-512 of the same files {floor:0} ms; a warm pass {warm / floor:0.00} of it"));
        return Figures.Say(FormattableString.Invariant($"{folders.Count} packages, {files} files, {megabytes:0} MB of binaries: {found.Count} evidence or problems"), found.Count == 0)
            & Figures.Say(FormattableString.Invariant($"warm passes: {passes.Text("ms")} ({warm / folders.Count:0.00} ms a package, {megabytes / warm * 1000:0} MB/s, {files / warm * 1000:0} files/s); budget 500 MB/s"), megabytes / warm * 1000 >= 500);
    }

    /// <summary>What reading every byte costs: inspection reads less.</summary>
    private static double Hash(List<string> folders)
    {
        var clock = Stopwatch.StartNew();
        folders.AsParallel().ForAll(folder =>
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) != ".nupkg"))
            {
                using var stream = File.OpenRead(file);
                SHA512.HashData(stream);
            }
        });
        return clock.Elapsed.TotalMilliseconds;
    }

    private static double Inspect(List<string> folders, ContentRelevance relevance, out List<ContentInspection> inspections)
    {
        var clock = Stopwatch.StartNew();
        inspections = [.. folders.AsParallel().AsOrdered().Select(folder => ContentInspector.Inspect(FolderContents.Of(folder), relevance))];
        return clock.Elapsed.TotalMilliseconds;
    }
}
