using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
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

    private const int FreshProcesses = 9;

    public static bool Run(Setting setting)
    {
        var relevance = Relevance();
        var folders = RestoredPackages.Folders();
        Inspect(folders, relevance, out _, out var first);
        for (var i = 0; i < WarmUps; i++) Inspect(folders, relevance, out _, out _);
        var passes = Figures.Of(Enumerable.Range(0, 9).Select(pass => Inspect(folders, relevance, out _, out _)));
        var warm = passes.Median;
        var floor = Hash(folders);
        var found = first.SelectMany(inspection => inspection.Evidence.Select(item => $"evidence: {item}").Concat(inspection.Problems.Concat(inspection.Damaged).Select(problem => $"problem: {problem.File}: {problem.Message}"))).ToList();
        foreach (var line in found.Take(MostTold)) Console.WriteLine($"        {line}");
        var (files, bytes) = (first.Sum(inspection => inspection.Scanned.Files), first.Sum(inspection => inspection.Scanned.Bytes));
        var megabytes = bytes / 1e6;
        Console.WriteLine(FormattableString.Invariant($"        SHA-512 of the same files {floor:0} ms; a warm pass {warm / floor:0.00} of it"));
        return Figures.Say(FormattableString.Invariant($"{folders.Count} packages, {files} files, {megabytes:0} MB of binaries: {found.Count} evidence or problems"), found.Count == 0)
            & Figures.Say(FormattableString.Invariant($"warm passes: {passes.Text("ms")} ({warm / folders.Count:0.00} ms a package, {megabytes / warm * 1000:0} MB/s, {files / warm * 1000:0} files/s); budget 500 MB/s"), megabytes / warm * 1000 >= 500)
            & SayFirst(setting, megabytes, files, folders.Count);
    }

    /// <summary>One pass in this process, which has done nothing else: the time of all, then the time of the package in the middle, in milliseconds.</summary>
    public static bool RunOnce()
    {
        var relevance = Relevance();
        var folders = RestoredPackages.Folders();
        var all = Inspect(folders, relevance, out var times, out _);
        Console.WriteLine(FormattableString.Invariant($"{all} {Figures.Of(times).Median}"));
        return true;
    }

    private static bool SayFirst(Setting setting, double megabytes, int files, int packages)
    {
        var program = AsShipped(setting);
        var runs = Enumerable.Range(0, FreshProcesses)
            .Select(_ => setting.Shell.Run(Setting.Repository, Environment.ProcessPath!, [program, "contents-once"]).Output.TrimEnd().Split('\n')[^1].Split(' '))
            .Select(line => (All: double.Parse(line[0], CultureInfo.InvariantCulture), Middle: double.Parse(line[1], CultureInfo.InvariantCulture)))
            .ToList();
        var (all, middle) = (Figures.Of(runs.Select(run => run.All)), Figures.Of(runs.Select(run => run.Middle)));
        return Figures.Say(FormattableString.Invariant($"in fresh processes: {all.Text("ms")} ({all.Median / packages:0.00} ms a package of {megabytes / packages:0.0} MB, the one in the middle {middle.Median:0.0} ms; {megabytes / all.Median * 1000:0} MB/s, {files / all.Median * 1000:0} files/s); 500 MB/s, as warm"), megabytes / all.Median * 1000 >= 500);
    }

    /// <summary>This program with the assemblies that the gate loads, which have machine code beside their IL on some systems.</summary>
    private static string AsShipped(Setting setting)
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "as-shipped")).FullName;
        var compiled = Path.Combine(setting.Gate, "tasks", OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64 ? "linux-x64" : "netstandard2.0");
        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory).Concat(Directory.GetFiles(compiled))) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        return Path.Combine(folder, Path.GetFileName(typeof(ContentsOfPackages).Assembly.Location));
    }

    private static ContentRelevance Relevance()
    {
        var (rules, _) = RuleSetReader.Read(EmbeddedRules.Files());
        return ContentRelevance.Of(rules!.Index);
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

    /// <summary>As a check does: one package after the other on every processor.</summary>
    private static double Inspect(List<string> folders, ContentRelevance relevance, out double[] times, out ContentInspection[] inspections)
    {
        var (each, all) = (new double[folders.Count], new ContentInspection[folders.Count]);
        var clock = Stopwatch.StartNew();
        Parallel.For(0, folders.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            var start = clock.Elapsed;
            all[i] = ContentInspector.Inspect(FolderContents.Of(folders[i]), relevance);
            each[i] = (clock.Elapsed - start).TotalMilliseconds;
        });
        (times, inspections) = (each, all);
        return clock.Elapsed.TotalMilliseconds;
    }
}
