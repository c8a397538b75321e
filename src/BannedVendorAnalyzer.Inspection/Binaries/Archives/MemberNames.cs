namespace BannedVendorAnalyzer.Inspection.Binaries.Archives;

/// <summary>Names of members as System V, GNU and BSD write them, and of the tables among them.</summary>
internal sealed class MemberNames(ImageBytes file, ImageFacts facts)
{
    private const int FieldLength = 16;

    private bool _hasSymbols;
    private (long Offset, long Length) _longNames;

    public ArchiveMember Read(long header, long contents, long length)
    {
        var field = file.Text(header, FieldLength).TrimEnd(' ');
        if (field.StartsWith("#1/", StringComparison.Ordinal))
            return ReadBsd(header, contents, length);

        if (field.Length == 0 || field[0] != '/')
            return WithKind(field.TrimEnd('/'), contents, length);

        switch (field)
        {
            // "Second Linker Member": Microsoft's, with the same names in another order.
            case "/" when _hasSymbols:
                return new ArchiveMember(MemberKind.Other, field, contents, length);
            case "/":
                _hasSymbols = true;
                return new ArchiveMember(MemberKind.SystemVSymbols, field, contents, length);
            case "/SYM64/":
                return new ArchiveMember(MemberKind.WideSystemVSymbols, field, contents, length);
            case "//":
                _longNames = file.Contains(contents, length) ? (contents, length) : default;
                return new ArchiveMember(MemberKind.Other, field, contents, length);
            default:
                return ReadLong(header, field, contents, length);
        }
    }

    // "/123": place in the member "//". GNU ends names there with "/\n", Microsoft with NUL. Other names, "/<ECSYMBOLS>/", are tables.
    private ArchiveMember ReadLong(long header, string field, long contents, long length)
    {
        var index = ArchiveReader.ReadNumber(file, header + 1, FieldLength - 1);
        if (index < 0)
            return new ArchiveMember(MemberKind.Other, field, contents, length);

        var most = facts.HasRoomForText ? Math.Min(_longNames.Length - index, ExportCollector.MostNameLength) : 0;
        var count = 0;
        while (count < most && file.U8(_longNames.Offset + index + count) is not ((byte)'\n' or 0))
            count++;

        var name = most > 0 ? facts.Text(file, _longNames.Offset + index, count) ?? "" : "";
        return new ArchiveMember(MemberKind.File, name.TrimEnd('/'), contents, length);
    }

    // "#1/20": the name has 20 bytes and stands before the contents, filled up with NUL.
    private ArchiveMember ReadBsd(long header, long contents, long length)
    {
        var count = ArchiveReader.ReadNumber(file, header + 3, FieldLength - 3);
        if (count < 0 || count > length)
            return new ArchiveMember(MemberKind.File, "", contents, length);

        var name = facts.Text(file, contents, (int)Math.Min(count, int.MaxValue)) ?? "";
        return WithKind(name.TrimEnd('\0'), contents + count, length - count);
    }

    private static ArchiveMember WithKind(string name, long contents, long length) =>
        new(name is "__.SYMDEF" or "__.SYMDEF SORTED" ? MemberKind.BsdSymbols : MemberKind.File, name, contents, length);
}
