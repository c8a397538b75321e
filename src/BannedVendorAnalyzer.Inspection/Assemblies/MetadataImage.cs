using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;
using System.Text;

namespace BannedVendorAnalyzer.Inspection.Assemblies;

/// <summary>The metadata of one image for readers that look at rows one by one: a broken row is a problem and hides no other.</summary>
internal sealed class MetadataImage
{
    /// <summary>Of a name or text; more is cut. The longest names that compilers write are generic ones of a few hundred.</summary>
    public const int MostNameBytes = 2048;

    /// <summary>Exceptions are slow: after so many broken rows of all tables, each table ends at its next one.</summary>
    private const int MostFaults = 64;

    private readonly PEMemoryBlock _metadata;
    private readonly int _strings;
    private readonly int _stringBytes;
    private readonly int _userStrings;
    private readonly int _userStringBytes;
    private readonly List<string> _problems;
    private readonly Dictionary<int, PEMemoryBlock> _sections = [];
    private int _faults;

    public MetadataImage(PEReader pe, List<string> problems)
    {
        Pe = pe;

        // No projections of Windows metadata: rows are wanted as they stand in the file.
        Reader = pe.GetMetadataReader(MetadataReaderOptions.None);
        _problems = problems;
        _metadata = pe.GetMetadata();
        (_strings, _stringBytes) = Heap(HeapIndex.String);
        (_userStrings, _userStringBytes) = Heap(HeapIndex.UserString);
    }

    public PEReader Pe { get; }

    public MetadataReader Reader { get; }

    /// <summary>Whether the exception says that the image is damaged; System.Reflection.Metadata documents the first, hostile images bring out the others.</summary>
    public static bool IsFault(Exception exception) =>
        exception is BadImageFormatException or ArgumentException or InvalidOperationException or InvalidCastException or OverflowException or IndexOutOfRangeException or IOException or UnauthorizedAccessException;

    public void Problem(string message) => _problems.Add(message);

    /// <param name="what">Names the rows in problems.</param>
    /// <param name="most">More rows are a problem and not looked at.</param>
    [MethodImpl(CompileOnce.Well)]
    public void Each<T>(string what, IReadOnlyCollection<T> rows, int most, Action<T> look)
    {
        var (row, faults, first) = (0, 0, 0);
        foreach (var handle in rows)
        {
            if (row++ == most)
            {
                Problem($"it has {rows.Count} {what}; the first {most} were looked at");
                break;
            }

            try
            {
                look(handle);
            }
            catch (Exception exception) when (IsFault(exception))
            {
                if (faults++ == 0) first = row;
                if (++_faults >= MostFaults) break;
            }
        }

        if (faults > 0) Problem($"{faults} of {rows.Count} {what} cannot be read, the first at row {first}{(_faults >= MostFaults ? "; no more were looked at" : "")}");
    }

    public void Try(string what, Action look)
    {
        try
        {
            if (_faults < MostFaults) look();
        }
        catch (Exception exception) when (IsFault(exception))
        {
            _faults++;
            Problem($"its {what} cannot be read");
        }
    }

    /// <summary>Up to the bound: rows of a hostile image may all name one string as long as the heap.</summary>
    public string Text(StringHandle handle)
    {
        var offset = Reader.GetHeapOffset(handle);
        var text = _metadata.GetReader(_strings + offset, Math.Min(MostNameBytes, _stringBytes - offset));
        var end = text.IndexOf(0);
        return text.ReadUTF8(end < 0 ? text.Length : end);
    }

    /// <summary>A string of the code (ECMA-335 II.24.2.4); null when it is longer than the bound.</summary>
    public string? UserString(int offset)
    {
        if (offset <= 0 || offset >= _userStringBytes) throw new BadImageFormatException();
        var text = _metadata.GetReader(_userStrings + offset, _userStringBytes - offset);
        var length = text.ReadCompressedInteger();
        return length > 2 * MostNameBytes ? null : text.ReadUTF16(length & ~1);
    }

    /// <summary>
    /// The instructions of a method (ECMA-335 II.25.4). <c>PEReader.GetMethodBody</c> makes objects of its exception table too, and in the versions of
    /// some hosts it reads the whole section again for every method.
    /// </summary>
    [MethodImpl(CompileOnce.Well)]
    public BlobReader Code(int relativeVirtualAddress)
    {
        const int tinyFormat = 2, fatFormat = 3, fatHeaderBytes = 12;
        var headers = Pe.PEHeaders;
        var section = headers.GetContainingSectionIndex(relativeVirtualAddress);
        if (section < 0) throw new BadImageFormatException();
        var start = headers.SectionHeaders[section].VirtualAddress;
        if (!_sections.TryGetValue(section, out var code)) _sections.Add(section, code = Pe.GetSectionData(start));
        var offset = relativeVirtualAddress - start;
        var header = code.GetReader(offset, code.Length - offset);
        var first = header.ReadByte();
        if ((first & 3) == tinyFormat) return code.GetReader(offset + 1, first >> 2);
        if ((first & 3) != fatFormat) throw new BadImageFormatException();
        header.Offset = 4;
        return code.GetReader(offset + fatHeaderBytes, header.ReadInt32());
    }

    /// <summary>The whole heap of user strings; empty where the image has none.</summary>
    public BlobReader UserStrings() => _userStringBytes == 0 ? default : _metadata.GetReader(_userStrings, _userStringBytes);

    /// <summary><c>Namespace.Outer+Inner.Method</c>.</summary>
    public string Place(MethodDefinition method) => $"{TypeName(method.GetDeclaringType())}.{Text(method.Name)}";

    private string TypeName(TypeDefinitionHandle handle)
    {
        // Types that enclose each other in a circle would never end.
        const int deepest = 8;
        var name = new StringBuilder();
        for (var depth = 0; depth < deepest && !handle.IsNil; depth++)
        {
            var type = Reader.GetTypeDefinition(handle);
            var space = Text(type.Namespace);
            name.Insert(0, $"{(space.Length > 0 ? space + "." : "")}{Text(type.Name)}{(depth > 0 ? "+" : "")}");
            handle = type.GetDeclaringType();
        }

        return name.ToString();
    }

    private (int Offset, int Bytes) Heap(HeapIndex heap) => (Reader.GetHeapMetadataOffset(heap), Reader.GetHeapSize(heap));
}
