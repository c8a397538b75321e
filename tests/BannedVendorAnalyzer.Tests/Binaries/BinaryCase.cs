using System.Diagnostics;
using BannedVendorAnalyzer.Inspection.Binaries;

namespace BannedVendorAnalyzer.Tests.Binaries;

/// <summary>Reads hostile bytes and holds the reader to its promises.</summary>
public static class BinaryCase
{
    private const long MostAllocated = 64L << 20;
    private const int Tries = 4;
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(1);

    /// <summary>What was promised and not kept; null when all is well.</summary>
    public static string? Fault(byte[] bytes) => Fault(bytes, hostile => NativeImageReader.Read(new ByteArraySource(hostile)));

    /// <summary>The same promises of another reader.</summary>
    public static string? Fault(byte[] bytes, Action<byte[]> read)
    {
        try
        {
            // Again, because other programs and other tests may have had the processors.
            var (time, allocated) = Measure(bytes, read);
            for (var i = 1; i < Tries && time > _longest; i++) (time, _) = Measure(bytes, read);
            return time > _longest ? $"took {time}" : allocated > MostAllocated ? $"allocated {allocated} bytes" : null;
        }
#pragma warning disable CA1031 // Do not catch general exception types. That there is none is what is tested.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return exception.ToString();
        }
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static (TimeSpan Time, long Allocated) Measure(byte[] bytes, Action<byte[]> read)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var processors = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        read(bytes);
        // Processor time of the whole process is at least that of this thread; the clock runs for other programs, too.
        var time = clock.Elapsed > _longest ? Min(clock.Elapsed, Environment.CpuUsage.TotalTime - processors) : clock.Elapsed;
        return (time, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
