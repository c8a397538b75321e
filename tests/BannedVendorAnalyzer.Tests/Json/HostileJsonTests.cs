using System.Text.Json;
using BannedVendorAnalyzer.Json;

namespace BannedVendorAnalyzer.Tests.Json;

public sealed class HostileJsonTests
{
    private static readonly byte[] Sample = JsonWalk.Bytes(JsonWalk.Sample);

    [Fact]
    public void Sample_IsRead()
    {
        JsonWalk.Decode(Sample);
        JsonWalk.Skip(Sample);
    }

    [Fact]
    public void EveryTruncation_IsRefused()
    {
        var accepted = Enumerable.Range(0, Sample.Length).Where(length => Accepts(JsonWalk.Decode, Sample[..length]) || Accepts(JsonWalk.Skip, Sample[..length]));

        Assert.Empty(accepted);
    }

    /// <summary>The platform's reader is the measure: what it refuses, ours must not accept.</summary>
    [Fact]
    public void EveryChangedByte_IsReadOnlyWhereItIsStillJson()
    {
        var wrong = new List<string>();
        for (var position = 0; position < Sample.Length; position++)
            for (var value = 0; value < 256; value += value is >= 32 and < 128 ? 1 : 7)
            {
                byte[] changed = [.. Sample];
                changed[position] = (byte)value;
                _ = Accepts(JsonWalk.Skip, changed);
                if (Accepts(JsonWalk.Decode, changed) && !PlatformAccepts(changed)) wrong.Add($"0x{value:X2} at {position}");
            }

        Assert.Empty(wrong);
    }

    private static bool Accepts(Action<byte[]> read, byte[] utf8)
    {
        try
        {
            read(utf8);
            return true;
        }
        catch (JsonFormatException exception)
        {
            Assert.InRange(exception.Offset, 0, utf8.Length);
            return false;
        }
    }

    private static bool PlatformAccepts(byte[] utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
