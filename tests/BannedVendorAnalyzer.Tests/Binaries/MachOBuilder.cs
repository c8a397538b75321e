namespace BannedVendorAnalyzer.Tests.Binaries;

/// <summary>A dynamic library; mach-o/loader.h, nlist.h and fat.h have the structures.</summary>
public sealed record MachOBuilder
{
    public const uint LoadDylib = 0xC;

    public bool IsWide { get; init; } = true;

    public bool IsBig { get; init; }

    public uint Processor { get; init; } = 0x0100000C;

    public string? Name { get; init; }

    /// <summary>With the command that loads each.</summary>
    public (uint Command, string Name)[] Imports { get; init; } = [];

    public string? RunPath { get; init; }

    public string[] Exports { get; init; } = [];

    /// <summary>Exports in a trie (LC_DYLD_EXPORTS_TRIE or, if so chosen, LC_DYLD_INFO_ONLY), else in the symbol table.</summary>
    public uint? TrieCommand { get; init; }

    public string? TeamId { get; init; }

    /// <summary>CMS message of the code signature.</summary>
    public byte[]? Signature { get; init; }

    public byte[] Build()
    {
        List<byte[]> commands = [];
        if (Name is not null) commands.Add(Dylib(0xD, Name));
        commands.AddRange(Imports.Select(import => Dylib(import.Command, import.Name)));
        if (RunPath is not null) commands.Add(Command(0x8000001C, writer => writer.U32(12).Text(RunPath)));
        var header = IsWide ? 32 : 28;
        var linkedAt = header + commands.Sum(command => command.Length) + 24 + 48 + 16;
        var linked = new ByteWriter(IsBig);

        if (TrieCommand is { } trieCommand)
        {
            var trie = Trie(Exports);
            commands.Add(Command(trieCommand, writer => writer.PadTo(trieCommand == 0x80000033 ? 8 : 40).U32(linkedAt).U32(trie.Length)));
            linked.Bytes(trie);
        }
        else
        {
            commands.Add(WriteSymbols(linked, linkedAt));
        }

        if (TeamId is not null || Signature is not null)
        {
            var signature = CodeSignature();
            commands.Add(Command(0x1D, writer => writer.U32(linkedAt + linked.Length).U32(signature.Length)));
            linked.Bytes(signature);
        }

        var file = new ByteWriter(IsBig).U32(IsWide ? 0xFEEDFACF : 0xFEEDFACE).U32(Processor).U32(0).U32(6);
        file.U32(commands.Count).U32(commands.Sum(command => command.Length)).U32(0).PadTo(header);
        foreach (var command in commands) file.Bytes(command);
        return file.PadTo(linkedAt).Bytes(linked.ToArray()).ToArray();
    }

    public static byte[] Fat(bool isWide, params byte[][] parts)
    {
        var header = new ByteWriter(bigEndian: true).U32(isWide ? 0xCAFEBABF : 0xCAFEBABE).U32(parts.Length);
        var offset = 0x100;
        foreach (var part in parts)
        {
            // The part's own processor stands behind its magic, in its own order; archives have none.
            header.Bytes(part[0] switch { (byte)'!' => [0, 0, 0, 7], 0xFE => part[4..8], _ => [part[7], part[6], part[5], part[4]] }).U32(0);
            header.Word(offset, isWide).Word(part.Length, isWide).U32(8);
            if (isWide) header.U32(0);
            offset += part.Length;
        }

        header.PadTo(0x100);
        foreach (var part in parts) header.Bytes(part);
        return header.ToArray();
    }

    // Root with one edge for each whole name.
    private static byte[] Trie(string[] names)
    {
        var leaves = 2 + names.Sum(name => name.Length + 1 + 2);
        var trie = new ByteWriter().U8(0).U8(names.Length);
        for (var i = 0; i < names.Length; i++)
        {
            var leaf = leaves + (4 * i);
            trie.Text(names[i]).U8((leaf & 0x7F) | 0x80).U8(leaf >> 7);
        }

        // Length of what is known, flags, address, edges.
        foreach (var _ in names) trie.U8(2).U8(0).U8(0).U8(0);
        return trie.ToArray();
    }

    private byte[] WriteSymbols(ByteWriter linked, int linkedAt)
    {
        var strings = new ByteWriter().U8(0);
        var count = Exports.Length + 2;
        WriteSymbol(linked, strings, "_imported", 0x01);
        WriteSymbol(linked, strings, "_hidden", 0x1F);
        foreach (var export in Exports) WriteSymbol(linked, strings, export, 0x0F);
        var stringsAt = linkedAt + linked.Length;
        linked.Bytes(strings.ToArray());
        return Command(0x2, writer => writer.U32(linkedAt).U32(count).U32(stringsAt).U32(strings.Length));
    }

    private void WriteSymbol(ByteWriter linked, ByteWriter strings, string name, int type)
    {
        linked.U32(strings.Length).U8(type).U8(1).U16(0).Word(0, IsWide);
        strings.Text(name);
    }

    private byte[] CodeSignature()
    {
        var directory = new ByteWriter(bigEndian: true).U32(0xFADE0C02).U32(52 + (TeamId?.Length ?? 0) + 1).U32(0x20200).PadTo(48).U32(TeamId is null ? 0 : 52).Text(TeamId ?? "").ToArray();
        var message = new ByteWriter(bigEndian: true).U32(0xFADE0B01).U32(8 + (Signature?.Length ?? 0)).Bytes(Signature ?? []).ToArray();
        var blobs = new ByteWriter(bigEndian: true).U32(0xFADE0CC0).U32(28 + directory.Length + message.Length).U32(2);
        blobs.U32(0).U32(28).U32(0x10000).U32(28 + directory.Length);
        return blobs.Bytes(directory).Bytes(message).ToArray();
    }

    private byte[] Dylib(uint command, string name) => Command(command, writer => writer.U32(24).U32(0).U32(0).U32(0).Text(name));

    private byte[] Command(uint command, Action<ByteWriter> write)
    {
        var writer = new ByteWriter(IsBig).U32(command).U32(0);
        write(writer);
        writer.Align(8).Patch32(4, writer.Length);
        return writer.ToArray();
    }
}
