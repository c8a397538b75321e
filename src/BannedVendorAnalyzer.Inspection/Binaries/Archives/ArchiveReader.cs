namespace BannedVendorAnalyzer.Inspection.Binaries.Archives;

/// <summary>
/// Reads static and import libraries: the archive of System V (ar.h) with the extensions of GNU and BSD for long names and of
/// "Archive (Library) File Format" in "PE Format". Members are named, not opened, but for import objects.
/// </summary>
internal static class ArchiveReader
{
    private const string Where = "the archive";
    private const int MagicLength = 8;

    // ar_name, ar_date, ar_uid, ar_gid, ar_mode, ar_size, ar_fmag.
    private const int HeaderLength = 60;
    private const int SizeField = 48;
    private const int SizeLength = 10;
    private const ushort HeaderEnd = 0x600A;

    public static void Read(ImageBytes bytes, ImageFacts facts)
    {
        var file = bytes.InOrder(inBigEndian: true);
        // "!<thin>": GNU archives that only name files beside them; just the tables have contents.
        var isThin = file.U8(2) == 't';
        var names = new MemberNames(file, facts);
        for (var at = (long)MagicLength; at < file.Length;)
        {
            var size = ReadNumber(file, at + SizeField, SizeLength);
            if (!facts.TryTakeMember() || !file.Contains(at, HeaderLength) || file.U16(at + HeaderLength - 2) != HeaderEnd || size < 0)
            {
                facts.Problem(Where, $"has no header of a member at 0x{at:X}, or more members than are read");
                return;
            }

            var member = names.Read(at, at + HeaderLength, size);
            var hasContents = !isThin || member.Kind != MemberKind.File;
            if (hasContents && !file.Contains(at + HeaderLength, size))
            {
                facts.Problem(Where, $"has a member that runs past its end at 0x{at:X}");
                return;
            }

            ReadMember(file, member, isThin, facts);
            // Members begin at even offsets.
            at += HeaderLength + (hasContents ? size + (size & 1) : 0);
        }
    }

    /// <summary>Decimal digits up to a space; -1 for anything else.</summary>
    public static long ReadNumber(ImageBytes file, long at, int length)
    {
        long number = 0;
        for (var i = 0; i < length; i++)
        {
            var digit = file.U8(at + i);
            if (digit == ' ' && i > 0)
                return number;

            if (digit is < (byte)'0' or > (byte)'9')
                return -1;

            number = (10 * number) + digit - '0';
        }

        return number;
    }

    private static void ReadMember(ImageBytes file, ArchiveMember member, bool isThin, ImageFacts facts)
    {
        switch (member.Kind)
        {
            case MemberKind.File:
                facts.Members.Add(member.Name);
                if (!isThin)
                    ImportObject.Read(file, member.Contents, member.Length, facts);
                break;
            case MemberKind.SystemVSymbols or MemberKind.WideSystemVSymbols:
                SymbolIndex.ReadSystemV(file, member, facts);
                break;
            case MemberKind.BsdSymbols:
                SymbolIndex.ReadBsd(file, member, facts);
                break;
        }
    }
}
