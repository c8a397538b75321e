using System.Diagnostics;
using BannedVendorAnalyzer.Inspection.Binaries;

namespace BannedVendorAnalyzer.Tests.Binaries;

/// <summary>Reads hostile bytes and holds the reader to its promises.</summary>
public static class BinaryCase
{
    private const long MostAllocated = 64L << 20;
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(1);

    /// <summary>What was promised and not kept; null when all is well.</summary>
    public static string? Fault(byte[] bytes) => Fault(bytes, hostile => NativeImageReader.Read(new ByteArraySource(hostile)));

    /// <summary>The same promises of another reader.</summary>
    public static string? Fault(byte[] bytes, Action<byte[]> read)
    {
        try
        {
            // Twice, because another program may have had the processor for a second.
            var (time, allocated) = Measure(bytes, read);
            if (time > _longest) (time, _) = Measure(bytes, read);
            return time > _longest ? $"took {time}" : allocated > MostAllocated ? $"allocated {allocated} bytes" : null;
        }
#pragma warning disable CA1031 // Do not catch general exception types. That there is none is what is tested.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return exception.ToString();
        }
    }

    private static (TimeSpan Time, long Allocated) Measure(byte[] bytes, Action<byte[]> read)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        read(bytes);
        return (clock.Elapsed, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
