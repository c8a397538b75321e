using System.Runtime.CompilerServices;
using System.Text;
using BannedVendorAnalyzer.Inspection.Binaries;

namespace BannedVendorAnalyzer.Inspection.Assemblies;

/// <summary>
/// The files in a <c>.resources</c> set, which is what compilers make of a <c>.resx</c>: byte arrays and streams. Its format is that of
/// System.Resources.ResourceWriter, version 2 (dotnet/runtime, RuntimeResourceSet.cs).
/// </summary>
internal static class ResourceSet
{
    private const uint Magic = 0xBEEFCACE;
    private const int Version = 2;
    private const int ByteArray = 0x20;
    private const int DataStream = 0x21;
    private const int MostEntries = 65_536;
    private const int MostTypes = 4096;
    private const int MostBytesInMemory = 4 * 1024 * 1024;

    public static bool IsSet(byte[] head, int count) => count >= 4 && BitConverter.ToUInt32(head, 0) == Magic;

    /// <exception cref="BadImageFormatException">It is damaged.</exception>
    public static List<EmbeddedResource> Read(IByteSource set)
    {
        var cursor = new Cursor(InMemory(set));
        cursor.Skip(8);
        cursor.Skip(cursor.Int32());

        // Other versions hold serialised objects only.
        if (cursor.Int32() != Version) return [];
        var (entries, types) = (cursor.Int32(), cursor.Int32());
        if (entries is < 0 or > MostEntries || types is < 0 or > MostTypes) throw new BadImageFormatException();
        for (var i = 0; i < types; i++) cursor.Skip(cursor.Length());
        cursor.Skip((8 - cursor.Position % 8) % 8);
        cursor.Skip(4L * entries);
        var positions = new int[entries];
        for (var i = 0; i < entries; i++) positions[i] = cursor.Int32();
        var data = cursor.Int32();
        var names = cursor.Position;
        return [.. positions.Select(position => ReadEntry(cursor, names + position, data)).OfType<EmbeddedResource>()];
    }

    /// <summary>Sets of texts have thousands of entries of a few bytes; sets too large for this hold a few large files.</summary>
    private static IByteSource InMemory(IByteSource set)
    {
        if (set.Length > MostBytesInMemory) return set;
        var bytes = new byte[set.Length];
        var read = set.Read(0, bytes, 0, bytes.Length);
        return read == bytes.Length ? new ByteArraySource(bytes) : throw new BadImageFormatException();
    }

    [MethodImpl(CompileOnce.Well)]
    private static EmbeddedResource? ReadEntry(Cursor cursor, long name, int data)
    {
        cursor.Position = name;
        var text = cursor.Text(cursor.Length());
        cursor.Position = data + (long)cursor.Int32();
        if (cursor.Length() is not (ByteArray or DataStream)) return null;
        var length = cursor.Int32();
        return length < 0 || length > cursor.Left ? throw new BadImageFormatException() : new EmbeddedResource(text, cursor.Position, length);
    }

    private sealed class Cursor(IByteSource source)
    {
        private readonly byte[] _bytes = new byte[MetadataImage.MostNameBytes];

        public long Position { get; set; }

        public long Left => source.Length - Position;

        public int Int32()
        {
            Fill(4);
            return BitConverter.ToInt32(_bytes, 0);
        }

        /// <summary>Seven bits a byte, lowest first.</summary>
        [MethodImpl(CompileOnce.Well)]
        public int Length()
        {
            var value = 0;
            for (var shift = 0; shift < 35; shift += 7)
            {
                Fill(1);
                value |= (_bytes[0] & 0x7F) << shift;
                if (_bytes[0] < 0x80) return value;
            }

            throw new BadImageFormatException();
        }

        public string Text(int bytes)
        {
            if (bytes < 0 || bytes > _bytes.Length) throw new BadImageFormatException();
            Fill(bytes);
            return Encoding.Unicode.GetString(_bytes, 0, bytes);
        }

        public void Skip(long bytes)
        {
            if (bytes < 0 || bytes > Left) throw new BadImageFormatException();
            Position += bytes;
        }

        [MethodImpl(CompileOnce.Well)]
        private void Fill(int bytes)
        {
            if (Position < 0 || source.Read(Position, _bytes, 0, bytes) < bytes) throw new BadImageFormatException();
            Position += bytes;
        }
    }
}
