using BannedVendorAnalyzer.Inspection.Binaries;

namespace BannedVendorAnalyzer.Tests.Binaries;

internal static class Binary
{
    public static NativeImage Read(byte[] bytes)
    {
        var image = NativeImageReader.Read(new ByteArraySource(bytes));
        Assert.NotNull(image);
        return image;
    }

    public static NativeImage ReadSound(byte[] bytes)
    {
        var image = Read(bytes);
        Assert.Empty(image.Problems);
        return image;
    }

    public static void AssertProblem(string expected, byte[] bytes) => Assert.Contains(Read(bytes).Problems, problem => problem.Contains(expected, StringComparison.Ordinal));

    /// <summary>A copy with a number in it replaced.</summary>
    public static byte[] With(byte[] bytes, int at, uint value)
    {
        var copy = (byte[])bytes.Clone();
        BitConverter.TryWriteBytes(copy.AsSpan(at), value);
        return copy;
    }
}
