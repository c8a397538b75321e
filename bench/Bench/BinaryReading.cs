using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace BannedVendorAnalyzer.Bench;

/// <summary>Speed of the readers of native binaries over real ones: first pass, JIT included, and later ones; and reading every byte of the same files as the floor.</summary>
internal static class BinaryReading
{
    private const int Passes = 5;

    // POSIX_FADV_DONTNEED of fcntl.h.
    private const int DontNeed = 4;

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
            var cold = Figures.Of(Enumerable.Range(0, Passes).Select(_ => Cold(files, () => ReadAll(files))));
            var floor = Figures.Of(Enumerable.Range(0, Passes).Select(_ => Time(() => Hash(files))));
            Console.WriteLine($"{folder}: {files.Count} binaries, {megabytes:0} MB; at most {allocated.Most / 1e6:0.0} MB allocated for one file ({allocated.Path})");
            Console.WriteLine($"  first pass {first:0} ms, {Rate(files.Count, megabytes, first)}");
            Console.WriteLine($"  later {later.Text("ms")}, {Rate(files.Count, megabytes, later.Median)}");
            Console.WriteLine($"  later, out of the disk cache {cold.Text("ms")}, {Rate(files.Count, megabytes, cold.Median)}");
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

    // Elsewhere than on Linux the files stay in the cache, and the figure says no more than the one before.
    private static double Cold(List<string> files, Action action)
    {
        foreach (var path in files.Where(_ => OperatingSystem.IsLinux()))
        {
            using var file = File.OpenHandle(path);
            _ = Advise(file, 0, 0, DontNeed);
        }

        return Time(action);
    }

    [DllImport("libc", EntryPoint = "posix_fadvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Advise(SafeFileHandle file, long offset, long length, int advice);

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
