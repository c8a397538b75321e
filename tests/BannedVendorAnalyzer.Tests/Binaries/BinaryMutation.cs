namespace BannedVendorAnalyzer.Tests.Binaries;

/// <summary>Damages files the way that parsers fall for; the same seed gives the same file.</summary>
public static class BinaryMutation
{
    private static readonly ulong[] _extremes = [0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFF0, 0xFFFFFFFF, 0x7FFFFFFFFFFFFFFF, 0x8000000000000000, ulong.MaxValue];

    public static byte[] Create(int seed, IReadOnlyList<byte[]> samples)
    {
        var random = new Random(seed);
        var bytes = (byte[])samples[seed % samples.Count].Clone();
        for (var i = random.Next(1, 6); i > 0 && bytes.Length > 8; i--)
            bytes = Mutate(random, bytes, samples);

        return bytes;
    }

    private static byte[] Mutate(Random random, byte[] bytes, IReadOnlyList<byte[]> samples)
    {
        // Half of the places near the beginning, where the headers are.
        var at = random.Next(random.Next(2) == 0 ? Math.Min(bytes.Length, 0x300) : bytes.Length);
        switch (random.Next(8))
        {
            case 0:
                return bytes[..at];
            case 1:
                return Splice(bytes, at, samples[random.Next(samples.Count)], random);
            case 2:
                return [.. bytes[..at], .. bytes[random.Next(bytes.Length)..]];
            case 3:
                bytes[at] = (byte)random.Next(256);
                return bytes;
            case 4 or 5:
                bytes[at] ^= (byte)(1 << random.Next(8));
                return bytes;
            case 6:
                return Number(bytes, at & ~3, (ulong)random.Next(bytes.Length), random);
            default:
                return Number(bytes, at & ~3, _extremes[random.Next(_extremes.Length)], random);
        }
    }

    private static byte[] Splice(byte[] bytes, int at, byte[] other, Random random)
    {
        var from = random.Next(other.Length);
        var count = Math.Min(random.Next(1, 256), Math.Min(other.Length - from, bytes.Length - at));
        Array.Copy(other, from, bytes, at, count);
        return bytes;
    }

    private static byte[] Number(byte[] bytes, int at, ulong value, Random random)
    {
        var size = 1 << random.Next(1, 4);
        var isBig = random.Next(2) == 0;
        for (var i = 0; i < size && at + i < bytes.Length; i++)
            bytes[at + i] = (byte)(value >> (8 * (isBig ? size - 1 - i : i)));

        return bytes;
    }
}
