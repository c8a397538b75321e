using System.Diagnostics;

namespace BannedVendorAnalyzer.Bench;

/// <summary>Speed of the readers of native binaries over real ones: first pass, JIT included, and later ones; and reading every byte of the same files as the floor.</summary>
internal static class BinaryReading
{
    private const int Passes = 5;

    public static bool Run(IReadOnlyList<string> folders)
    {
        var met = true;
        foreach (var folder in folders)
        {
            var files = BinaryFiles.Find([folder]);
            if (files.Count == 0)
                continue;

            var megabytes = files.Sum(path => new FileInfo(path).Length) / 1e6;
            var first = Time(() => ReadAll(files));
            var later = Figures.Of(Enumerable.Range(0, Passes).Select(_ => Time(() => ReadAll(files))));
            var allocated = Allocated(files);
            var floor = Figures.Of(Enumerable.Range(0, Passes).Select(_ => Time(() => Hash(files))));
            Console.WriteLine($"{folder}: {files.Count} binaries, {megabytes:0} MB; at most {allocated.Most / 1e6:0.0} MB allocated for one file ({allocated.Path})");
            Console.WriteLine($"  first pass {first:0} ms, {Rate(files.Count, megabytes, first)}");
            Console.WriteLine($"  later {later.Text("ms")}, {Rate(files.Count, megabytes, later.Median)}");
            met &= Figures.Say($"SHA-512 of the same files {floor.Text("ms")}, {megabytes / floor.Median * 1000:0} MB/s; budget of reading 500 MB/s", megabytes / later.Median * 1000 >= 500);
        }

        return met;
    }

    private static string Rate(int files, double megabytes, double milliseconds) =>
        $"{files / milliseconds * 1000:0} files/s, {megabytes / milliseconds * 1000:0} MB/s";

    private static double Time(Action action)
    {
        var clock = Stopwatch.StartNew();
        action();
        return clock.Elapsed.TotalMilliseconds;
    }

    private static void ReadAll(List<string> files)
    {
        foreach (var path in files) BinaryFiles.Read(path);
    }

    private static void Hash(List<string> files)
    {
        foreach (var path in files)
        {
            using var stream = File.OpenRead(path);
            System.Security.Cryptography.SHA512.HashData(stream);
        }
    }

    private static (long Most, string Path) Allocated(List<string> files)
    {
        (long Most, string Path) worst = default;
        foreach (var path in files)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            BinaryFiles.Read(path);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            if (allocated > worst.Most) worst = (allocated, path);
        }

        return worst;
    }
}
