namespace BannedVendorAnalyzer.Inspection.Binaries.Archives;

/// <summary>Names of members as System V, GNU and BSD write them, and of the tables among them.</summary>
internal sealed class MemberNames(ImageBytes file)
{
    private const int FieldLength = 16;

    private bool _hasSymbols;
    private (long Offset, long Length) _longNames;

    public ArchiveMember Read(long header, long contents, long length)
    {
        var field = file.Text(header, 0, FieldLength).TrimEnd(' ');
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

        var name = "";
        if (index < _longNames.Length)
        {
            var most = (int)Math.Min(_longNames.Length - index, ImageFacts.MostTextLength);
            var text = file.Text(_longNames.Offset + index, 0, most);
            var end = text.IndexOfAny(['\n', '\0']);
            name = (end < 0 ? text : text.Substring(0, end)).TrimEnd('/');
        }

        return new ArchiveMember(MemberKind.File, name, contents, length);
    }

    // "#1/20": the name has 20 bytes and stands before the contents, filled up with NUL.
    private ArchiveMember ReadBsd(long header, long contents, long length)
    {
        var count = ArchiveReader.ReadNumber(file, header + 3, FieldLength - 3);
        if (count < 0 || count > length)
            return new ArchiveMember(MemberKind.File, "", contents, length);

        var name = file.Text(contents, 0, (int)Math.Min(count, ImageFacts.MostTextLength)).TrimEnd('\0');
        return WithKind(name, contents + count, length - count);
    }

    private static ArchiveMember WithKind(string name, long contents, long length) =>
        new(name is "__.SYMDEF" or "__.SYMDEF SORTED" ? MemberKind.BsdSymbols : MemberKind.File, name, contents, length);
}
