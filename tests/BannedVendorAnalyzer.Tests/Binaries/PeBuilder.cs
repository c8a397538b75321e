namespace BannedVendorAnalyzer.Tests.Binaries;

/// <summary>An image with one section; "PE Format" has the structures.</summary>
public sealed record PeBuilder
{
    public const int SectionAddress = 0x1000;
    public const int SectionOffset = 0x400;

    private const int Signature = 0x80;
    private const long ImageBase = 0x10000000;

    public bool IsPlus { get; init; } = true;

    public int Machine { get; init; } = 0x8664;

    public string[] Imports { get; init; } = [];

    public string[] DelayedImports { get; init; } = [];

    /// <summary>Delay imports with absolute addresses, as before Visual C++ 7.</summary>
    public bool HasOldDelayedImports { get; init; }

    public string? Name { get; init; }

    public string[] Exports { get; init; } = [];

    public string[] Forwarders { get; init; } = [];

    /// <summary>One table of strings for each language.</summary>
    public (string Key, string Value)[][] Version { get; init; } = [];

    public byte[][] Certificates { get; init; } = [];

    public bool IsManaged { get; init; }

    public int DirectoryAt(int index) => Signature + 24 + (IsPlus ? 112 : 96) + (8 * index);

    public int SectionTableAt => DirectoryAt(16);

    public byte[] Build()
    {
        var section = new ByteWriter();
        var directories = new (int Address, int Size)[16];
        if (Imports.Length > 0) directories[1] = WriteImports(section);
        if (DelayedImports.Length > 0) directories[13] = WriteDelayedImports(section);
        if (Exports.Length + Forwarders.Length > 0) directories[0] = WriteExports(section);
        if (Version.Length > 0) directories[2] = WriteVersion(section);
        if (IsManaged) directories[14] = (SectionAddress, 72);
        section.Align(0x200);

        var certificates = new ByteWriter();
        foreach (var certificate in Certificates)
            certificates.U32(8 + certificate.Length).U16(0x200).U16(2).Bytes(certificate).Align(8);

        if (Certificates.Length > 0) directories[4] = (SectionOffset + section.Length, certificates.Length);
        return [.. Headers(directories, section.Length), .. section.ToArray(), .. certificates.ToArray()];
    }

    private byte[] Headers((int Address, int Size)[] directories, int sectionLength)
    {
        var file = new ByteWriter().Ascii("MZ").PadTo(0x3C).U32(Signature).PadTo(Signature);
        file.Ascii("PE\0\0").U16(Machine).U16(1).U32(0).U32(0).U32(0).U16((IsPlus ? 112 : 96) + 128).U16(0x2102);
        file.U16(IsPlus ? 0x20B : 0x10B).PadTo(Signature + 24 + (IsPlus ? 24 : 28)).Word(ImageBase, IsPlus);
        file.U32(0x1000).U32(0x200).PadTo(Signature + 24 + 60).U32(SectionOffset).PadTo(DirectoryAt(0) - 4).U32(16);
        foreach (var (address, size) in directories) file.U32(address).U32(size);
        file.Ascii(".data\0\0\0").U32(sectionLength).U32(SectionAddress).U32(sectionLength).U32(SectionOffset);
        return file.PadTo(SectionOffset).ToArray();
    }

    private (int, int) WriteImports(ByteWriter section)
    {
        var names = WriteTexts(section, Imports);
        var start = Here(section.Align(4));
        foreach (var name in names) section.U32(0).U32(0).U32(0).U32(name).U32(SectionAddress);
        section.PadTo(section.Length + 20);
        return (start, 20 * (names.Length + 1));
    }

    private (int, int) WriteDelayedImports(ByteWriter section)
    {
        var names = WriteTexts(section, DelayedImports);
        var start = Here(section.Align(4));
        foreach (var name in names) section.U32(HasOldDelayedImports ? 0 : 1).U32(name + (HasOldDelayedImports ? ImageBase : 0)).PadTo(section.Length + 24);
        section.PadTo(section.Length + 32);
        return (start, 32 * (names.Length + 1));
    }

    // Forwarders are recognised by lying within the directory, so all texts follow the tables in it.
    private (int, int) WriteExports(ByteWriter section)
    {
        var start = section.Align(4).Length;
        var count = Exports.Length + Forwarders.Length;
        var addresses = start + 40;
        var pointers = addresses + (4 * count);
        section.PadTo(pointers + (4 * Exports.Length));
        section.Patch32(start + 20, count);
        section.Patch32(start + 24, Exports.Length);
        section.Patch32(start + 28, SectionAddress + addresses);
        section.Patch32(start + 32, SectionAddress + pointers);
        if (Name is not null) section.Patch32(start + 12, WriteTexts(section, Name)[0]);
        var names = WriteTexts(section, Exports);
        for (var i = 0; i < names.Length; i++) section.Patch32(pointers + (4 * i), names[i]);
        var targets = WriteTexts(section, Forwarders);
        for (var i = 0; i < targets.Length; i++) section.Patch32(addresses + (4 * (Exports.Length + i)), targets[i]);
        return (SectionAddress + start, section.Length - start);
    }

    // Type, name and language: three tables of one entry each; all translations in one resource.
    private (int, int) WriteVersion(ByteWriter section)
    {
        var start = section.Align(4).Length;
        Table(section, 16, 24, isTable: true);
        Table(section, 1, 48, isTable: true);
        Table(section, 1033, 72, isTable: false);
        var data = section.Length;
        section.PadTo(data + 16);
        section.Patch32(data, Here(section));
        var resource = Block("VS_VERSION_INFO", new byte[52], Block("StringFileInfo", [], [.. Version.Select(StringTable)]));
        section.Patch32(data + 4, resource.Length);
        section.Bytes(resource);
        return (SectionAddress + start, section.Length - start);
    }

    private static void Table(ByteWriter section, int id, int target, bool isTable) =>
        section.U32(0).U32(0).U32(0).U16(0).U16(1).U32(id).U32(target + (isTable ? 0x80000000 : 0));

    private static byte[] StringTable((string Key, string Value)[] strings) =>
        Block("040904B0", [], [.. strings.Select(pair => Block(pair.Key, new ByteWriter().Wide(pair.Value).ToArray()))]);

    private static byte[] Block(string key, byte[] value, params byte[][] children)
    {
        var block = new ByteWriter().U16(0).U16(value.Length).U16(1).Wide(key).Align(4).Bytes(value);
        foreach (var child in children) block.Align(4).Bytes(child);
        block.Patch16(0, block.Length);
        return block.ToArray();
    }

    private static int[] WriteTexts(ByteWriter section, params string[] texts) => [.. texts.Select(text =>
    {
        var at = Here(section);
        section.Text(text);
        return at;
    })];

    private static int Here(ByteWriter section) => SectionAddress + section.Length;
}
