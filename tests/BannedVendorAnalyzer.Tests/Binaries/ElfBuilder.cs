namespace BannedVendorAnalyzer.Tests.Binaries;

/// <summary>A shared library; chapters 4 and 5 of the System V gABI have the structures. Addresses are <see cref="Base"/> above offsets.</summary>
public sealed record ElfBuilder
{
    public const int Base = 0x10000;

    public bool IsWide { get; init; } = true;

    public bool IsBig { get; init; }

    public int Machine { get; init; } = 62;

    public string? Name { get; init; }

    public string[] Needed { get; init; } = [];

    public string? RunPath { get; init; }

    public string[] Exports { get; init; } = [];

    public string? Comment { get; init; }

    public bool HasSections { get; init; } = true;

    /// <summary>Zeros fill it up to here; the sections stand behind it.</summary>
    public int LoadedLength { get; init; }

    public ElfHash Hash { get; init; } = ElfHash.Gnu;

    private int HeaderLength => IsWide ? 64 : 52;

    private int ProgramHeaderLength => IsWide ? 56 : 32;

    public byte[] Build()
    {
        var strings = new ByteWriter().U8(0);
        int Put(string text)
        {
            strings.Text(text);
            return strings.Length - text.Length - 1;
        }

        List<(long Tag, long Value)> dynamic = [.. Needed.Select(module => (1L, (long)Put(module)))];
        if (Name is not null) dynamic.Add((14, Put(Name)));
        if (RunPath is not null) dynamic.Add((29, Put(RunPath)));
        int[] names = [0, Put("imported"), .. Exports.Select(Put)];

        var file = new ByteWriter(IsBig).PadTo(HeaderLength + (2 * ProgramHeaderLength)).Align(8);
        var symbols = file.Length;
        for (var i = 0; i < names.Length; i++) WriteSymbol(file, names[i], isDefined: i > 1);
        // Strings right behind the symbols, as linkers lay it out.
        dynamic.Add((6, Base + symbols));
        dynamic.Add((5, Base + file.Length));
        file.Bytes(strings.ToArray()).Align(8);
        if (Hash == ElfHash.Gnu) dynamic.Add((0x6FFFFEF5, Base + file.Length));
        if (Hash == ElfHash.SystemV) dynamic.Add((4, Base + file.Length));
        WriteHash(file, names.Length);
        var dynamicAt = file.Align(8).Length;
        foreach (var (tag, value) in dynamic) file.Word(tag, IsWide).Word(value, IsWide);
        file.Word(0, IsWide).Word(0, IsWide);
        var dynamicLength = file.Length - dynamicAt;
        var loaded = file.PadTo(LoadedLength).Length;
        var sections = HasSections ? WriteSections(file) : 0;

        byte[] head = [.. Header(sections), .. ProgramHeader(1, 0, loaded), .. ProgramHeader(2, dynamicAt, dynamicLength)];
        return [.. head, .. file.ToArray().Skip(head.Length)];
    }

    private byte[] Header(int sections)
    {
        var header = new ByteWriter(IsBig).Bytes(0x7F, 0x45, 0x4C, 0x46).U8(IsWide ? 2 : 1).U8(IsBig ? 2 : 1).U8(1).PadTo(16);
        header.U16(3).U16(Machine).U32(1).Word(0, IsWide).Word(HeaderLength, IsWide).Word(sections, IsWide).U32(0);
        return header.U16(HeaderLength).U16(ProgramHeaderLength).U16(2).U16(IsWide ? 64 : 40).U16(sections == 0 ? 0 : 3).U16(sections == 0 ? 0 : 2).ToArray();
    }

    private byte[] ProgramHeader(int type, int offset, int length)
    {
        var header = new ByteWriter(IsBig).U32(type);
        if (IsWide) header.U32(5);
        header.Word(offset, IsWide).Word(Base + offset, IsWide).Word(0, IsWide).Word(length, IsWide).Word(length, IsWide);
        return header.PadTo(ProgramHeaderLength).ToArray();
    }

    private void WriteSymbol(ByteWriter file, int name, bool isDefined)
    {
        const int GlobalFunction = 0x12;
        file.U32(name);
        if (IsWide) file.U8(GlobalFunction).U8(0).U16(isDefined ? 7 : 0).U64(0).U64(0);
        else file.U32(0).U32(0).U8(GlobalFunction).U8(0).U16(isDefined ? 7 : 0);
    }

    // GNU: one bucket whose chain begins with the first export (2); System V: one bucket, and a chain entry for each symbol.
    private void WriteHash(ByteWriter file, int count)
    {
        var isWideHash = IsWide && Machine is 22 or 0x9026;
        if (Hash == ElfHash.SystemV) file.Word(1, isWideHash).Word(count, isWideHash);
        if (Hash != ElfHash.Gnu) return;

        file.U32(1).U32(2).U32(1).U32(0).Word(0, IsWide).U32(count > 2 ? 2 : 0);
        for (var i = 2; i < count; i++) file.U32(i == count - 1 ? 1 : 0);
    }

    private int WriteSections(ByteWriter file)
    {
        var comment = file.Length;
        file.Text(Comment ?? "");
        var names = file.Length;
        file.U8(0).Text(".comment");
        var namesLength = file.Length - names;
        var table = file.Align(8).Length;
        file.PadTo(table + (IsWide ? 64 : 40));
        WriteSection(file, 1, 1, comment, names - comment);
        WriteSection(file, 0, 3, names, namesLength);
        return table;
    }

    private void WriteSection(ByteWriter file, int name, int type, int offset, int length)
    {
        var end = file.Length + (IsWide ? 64 : 40);
        file.U32(name).U32(type).Word(0, IsWide).Word(0, IsWide).Word(offset, IsWide).Word(length, IsWide).PadTo(end);
    }
}
