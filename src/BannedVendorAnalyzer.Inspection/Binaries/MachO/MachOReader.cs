namespace BannedVendorAnalyzer.Inspection.Binaries.MachO;

/// <summary>Reads Mach-O files of both widths and byte orders (mach-o/loader.h, structures and constants by their names there).</summary>
internal static class MachOReader
{
    private const string Where = "the load commands";

    private const uint Segment = 0x1;
    private const uint SymbolTable = 0x2;
    private const uint LoadDylib = 0xC;
    private const uint IdDylib = 0xD;
    private const uint LoadWeakDylib = 0x80000018;
    private const uint WideSegment = 0x19;
    private const uint RunPath = 0x8000001C;
    private const uint CodeSignature = 0x1D;
    private const uint ReexportDylib = 0x8000001F;
    private const uint LazyLoadDylib = 0x20;
    private const uint DyldInfo = 0x22;
    private const uint DyldInfoOnly = 0x80000022;
    private const uint LoadUpwardDylib = 0x80000023;
    private const uint ExportsTrie = 0x80000033;

    private const int CommandHeader = 8;
    private const int Program = 2;
    private const string LinkEdit = "__LINKEDIT";

    public static void Read(ImageBytes bytes, ImageFacts facts)
    {
        // mach_header, mach_header_64: MH_MAGIC or MH_CIGAM in the order of the file; the wide one ends with a reserved field.
        var isBig = bytes.U8(0) == 0xFE;
        var file = bytes.InOrder(isBig);
        var isWide = file.U32(0) == 0xFEEDFACF;
        facts.Architectures.Add(MachOProcessor.Name(file.U32(4)));
        ReadCommands(file, isWide, facts);
    }

    private static void ReadCommands(ImageBytes file, bool isWide, ImageFacts facts)
    {
        var at = isWide ? 32L : 28L;
        var count = file.U32(16);
        var end = at + file.U32(20);
        if (!facts.TryTakeEntries(count, Where))
            return;

        if (end > file.Length)
        {
            facts.Outside(Where, end);
            end = file.Length;
        }

        MachOSymbols symbols = new(isWide);
        for (var i = 0; i < count; i++)
        {
            // load_command: cmd, cmdsize.
            var length = (long)file.U32(at + 4);
            if (at + CommandHeader > end || length < CommandHeader || length > end - at)
            {
                facts.Problem(Where, $"end at 0x{at:X} before the last of {count}");
                break;
            }

            ReadCommand(file, at, length, symbols, facts);
            at += length;
        }

        symbols.Read(file, facts);
        facts.Behind = facts.End == 0 ? default : (facts.End, file.Length);
    }

    private static void ReadCommand(ImageBytes file, long at, long length, MachOSymbols symbols, ImageFacts facts)
    {
        switch (file.U32(at))
        {
            case Segment or WideSegment:
                Reach(file, at, file.U32(at) == WideSegment, facts);
                break;
            case IdDylib:
                facts.Name ??= Text(file, at, length, facts);
                break;
            case LoadDylib or LoadWeakDylib or ReexportDylib or LazyLoadDylib or LoadUpwardDylib:
                facts.Imports.Add(Text(file, at, length, facts));
                break;
            case RunPath:
                facts.RunPaths.Add(Text(file, at, length, facts));
                break;
            case SymbolTable:
                // symtab_command: symoff, nsyms, stroff, strsize.
                symbols.Table = (file.U32(at + 8), file.U32(at + 12), file.U32(at + 16), file.U32(at + 20));
                break;
            case DyldInfo or DyldInfoOnly:
                // dyld_info_command: export_off and export_size are the last of five pairs.
                symbols.Trie = (file.U32(at + 40), file.U32(at + 44));
                break;
            case ExportsTrie:
                // linkedit_data_command: dataoff, datasize.
                symbols.Trie = (file.U32(at + 8), file.U32(at + 12));
                break;
            case CodeSignature:
                AppleSignature.Read(file, file.U32(at + 8), file.U32(at + 12), facts);
                break;
        }
    }

    // segment_command, segment_command_64: segname, and fileoff and filesize behind two addresses. The last segment of a program (MH_EXECUTE) has what is to be
    // signed with it: .NET lets it reach to the end of a single-file application. So all of it counts as behind the image.
    private static void Reach(ImageBytes file, long at, bool isWide, ImageFacts facts)
    {
        if (file.U32(12) == Program && file.TextLength(at + 8, LinkEdit.Length + 1) == LinkEdit.Length && file.Text(at + 8, LinkEdit.Length) == LinkEdit)
            return;

        facts.Reaches(file.Word(at + (isWide ? 40 : 32), isWide), file.Word(at + (isWide ? 48 : 36), isWide));
    }

    // lc_str: the offset of a text from the beginning of the command, first field of dylib_command and rpath_command.
    private static string Text(ImageBytes file, long command, long length, ImageFacts facts)
    {
        var offset = file.U32(command + 8);
        if (offset >= CommandHeader && facts.FindText(file.Slice(command, length, inBigEndian: false), offset) is { } text)
            return text;

        facts.Outside("a name in the load commands", command);
        return "";
    }
}
