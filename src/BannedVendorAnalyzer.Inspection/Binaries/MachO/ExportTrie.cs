namespace BannedVendorAnalyzer.Inspection.Binaries.MachO;

/// <summary>Walks the export trie (dyld_info_command in mach-o/loader.h describes it): names share their beginnings.</summary>
/// <remarks>
/// A node: ULEB128 length of what is known of the name that ends here (0 if none ends), that many bytes, the number of
/// edges in a byte, and for each edge a text and the ULEB128 offset of a node.
/// </remarks>
internal sealed class ExportTrie
{
    private const string Where = "the export trie";

    private readonly ImageBytes _bytes;
    private readonly ImageFacts _facts;
    private readonly Stack<Edges> _path = new();
    private readonly byte[] _name = new byte[ExportCollector.MostNameLength];

    private long _read;

    private ExportTrie(ImageBytes bytes, ImageFacts facts)
    {
        _bytes = bytes;
        _facts = facts;
    }

    public static void Read(ImageBytes file, long offset, long length, ImageFacts facts)
    {
        if (file.Contains(offset, length))
            new ExportTrie(file.Slice(offset, length, inBigEndian: false), facts).Walk();
        else
            facts.Outside(Where, offset);
    }

    // Own stack, because a hostile trie is a chain as long as the file.
    private void Walk()
    {
        var isSound = TryEnter(0, 0);
        while (isSound && _path.Count > 0 && !_facts.Exports.IsFull)
        {
            var edges = _path.Pop();
            if (edges.Left == 0)
                continue;

            var start = edges.Position;
            var length = AppendText(ref edges);
            isSound = length >= 0 && TryReadNumber(ref edges.Position, out var node) && TryCount(edges.Position - start) && Follow(edges, node, length);
        }

        if (!isSound)
            _facts.Problem(Where, "is damaged: it has nodes outside of it, in a circle or with too long names");
    }

    private bool Follow(Edges edges, long node, int length)
    {
        edges.Left--;
        _path.Push(edges);
        return TryEnter(node, length);
    }

    // Who reads each node once reads no more bytes than there are. So a circle ends, and n nodes that make 2^n names.
    private bool TryCount(long bytes) => (_read += bytes) <= _bytes.Length;

    private bool TryEnter(long node, int nameLength)
    {
        if (!_facts.TryTakeEntries(1, Where))
            return false;

        var position = node;
        if (!TryReadNumber(ref position, out var terminal))
            return false;

        if (terminal > 0)
            _facts.Exports.Add(_name, nameLength);

        position += terminal;
        if (!_bytes.Contains(position, 1) || !TryCount(position + 1 - node))
            return false;

        _path.Push(new Edges { Position = position + 1, Left = _bytes.U8(position), NameLength = nameLength });
        return true;
    }

    private int AppendText(ref Edges edges)
    {
        var length = _bytes.TextLength(edges.Position, _name.Length - edges.NameLength);
        if (length < 0)
            return -1;

        _bytes.CopyTo(edges.Position, _name, edges.NameLength, length);
        edges.Position += length + 1;
        return edges.NameLength + length;
    }

    private bool TryReadNumber(ref long position, out long number)
    {
        number = 0;
        for (var shift = 0; shift < 63 && _bytes.Contains(position, 1); shift += 7)
        {
            var part = _bytes.U8(position++);
            number |= (long)(part & 0x7F) << shift;
            if (part < 0x80)
                return true;
        }

        return false;
    }

    // Mutable, so that an edge can be taken off it.
    private struct Edges
    {
        public long Position;
        public int Left;
        public int NameLength;
    }
}
