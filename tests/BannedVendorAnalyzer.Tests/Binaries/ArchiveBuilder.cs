using System.Globalization;

namespace BannedVendorAnalyzer.Tests.Binaries;

/// <summary>Members of an archive (ar.h).</summary>
public sealed class ArchiveBuilder(string magic = "!<arch>\n")
{
    private readonly ByteWriter _file = new ByteWriter(bigEndian: true).Ascii(magic);

    public ArchiveBuilder Member(string name, byte[] contents)
    {
        _file.Ascii(name.PadRight(16)).Ascii("0".PadRight(12)).Ascii("0".PadRight(6)).Ascii("0".PadRight(6)).Ascii("644".PadRight(8));
        _file.Ascii(contents.Length.ToString(CultureInfo.InvariantCulture).PadRight(10)).Ascii("`\n").Bytes(contents).Align(2);
        return this;
    }

    public ArchiveBuilder SystemVSymbols(bool isWide, params string[] names)
    {
        var index = new ByteWriter(bigEndian: true).Word(names.Length, isWide);
        foreach (var _ in names) index.Word(8, isWide);
        foreach (var name in names) index.Text(name);
        return Member(isWide ? "/SYM64/" : "/", index.ToArray());
    }

    public ArchiveBuilder BsdSymbols(bool isBig, params string[] names)
    {
        var texts = new ByteWriter();
        var index = new ByteWriter(isBig).U32(8 * names.Length);
        foreach (var name in names)
        {
            index.U32(texts.Length).U32(8);
            texts.Text(name);
        }

        return Member("__.SYMDEF SORTED", index.U32(texts.Length).Bytes(texts.ToArray()).ToArray());
    }

    public ArchiveBuilder Import(string module, string name)
    {
        var data = new ByteWriter().Text(name).Text(module).ToArray();
        return Member(module + "/", new ByteWriter().U16(0).U16(0xFFFF).U16(0).U16(0x8664).U32(0).U32(data.Length).U16(0).U16(4).Bytes(data).ToArray());
    }

    public byte[] Build() => _file.ToArray();
}
