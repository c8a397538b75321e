namespace BannedVendorAnalyzer.Inspection.Signatures;

/// <summary>Cursor over encoded values that stand one after the other (X.690 8.1), never past its end.</summary>
/// <remarks>
/// CMS allows BER (RFC 5652 2), so lengths may be longer than needed and constructed values may have an indefinite length.
/// Strings in segments (X.690 8.21) are not put together; the grammar then meets a tag it does not expect.
/// </remarks>
internal struct DerReader(DerInput input, int position, int end)
{
    private const int Indefinite = -1;
    private const int MaxDepth = 32;

    private int _position = position;

    public readonly bool AtEnd => _position >= end || input.Problem is not null;

    public readonly bool NextIs(byte tag) => !AtEnd && input.Bytes[_position] == tag;

    public DerElement Read(byte tag, string what)
    {
        var start = _position;
        var element = Read();
        return element.Tag == tag ? element : Fail(start, $"{what} expected");
    }

    /// <summary>An empty element when the field is absent.</summary>
    public DerElement ReadOptional(byte tag) => NextIs(tag) ? Read() : new DerElement(input, tag, _position, 0);

    public DerElement Read()
    {
        if (!TryReadHeader(_position, out var element))
            return Fail(_position, "");

        if (element.ContentLength == Indefinite)
            return ReadIndefinite(element);

        _position = element.ContentOffset + element.ContentLength;
        return element;
    }

    public readonly void ExpectEnd(string what)
    {
        if (!AtEnd)
            input.Malformed(_position, $"bytes after the end of {what}");
    }

    // X.690 8.1.3.6: the contents end before the end-of-contents octets of the same level. Counting levels instead of
    // recursing keeps the stack flat; each turn moves at least two octets on.
    private DerElement ReadIndefinite(DerElement element)
    {
        var depth = 1;
        var next = element.ContentOffset;
        while (TryReadHeader(next, out var inner))
        {
            if (inner.ContentLength == Indefinite && ++depth > MaxDepth)
                return Fail(next, "nested too deeply");

            if (inner.Tag == DerTag.EndOfContents && --depth == 0)
            {
                _position = inner.ContentOffset;
                return new DerElement(input, element.Tag, element.ContentOffset, next - element.ContentOffset);
            }

            next = inner.ContentOffset + Math.Max(inner.ContentLength, 0);
        }

        return Fail(next, "");
    }

    private readonly bool TryReadHeader(int start, out DerElement header)
    {
        header = default;
        if (AtEnd || end - start < 2)
            return Refuse(start, "an element is missing");

        if (!input.TryCountElement())
            return Refuse(start, "too many elements");

        var tag = input.Bytes[start];
        if ((tag & 0x1F) == 0x1F)
            return Refuse(start, "no field of CMS has a tag number above 30");

        var offset = start + 1;
        if (!TryReadLength(ref offset, out var length))
            return Refuse(start, "length runs past the end");

        if (length == Indefinite && (tag & DerTag.Constructed) == 0)
            return Refuse(start, "indefinite length of a primitive value");

        if (tag == DerTag.EndOfContents && length != 0)
            return Refuse(start, "end-of-contents with contents");

        header = new DerElement(input, tag, offset, length);
        return true;
    }

    // X.690 8.1.3.3 to 8.1.3.6. Leading zero octets are legal in BER, so the count of octets does not bound the value.
    private readonly bool TryReadLength(ref int offset, out int length)
    {
        length = input.Bytes[offset++];
        if (length == 0x80)
        {
            length = Indefinite;
            return true;
        }

        var octets = length > 0x80 ? length & 0x7F : 0;
        if (length == 0xFF || octets > end - offset)
            return false;

        var value = octets == 0 ? length : 0L;
        for (; octets > 0 && value <= int.MaxValue; octets--)
            value = (value << 8) | input.Bytes[offset++];

        length = (int)Math.Min(value, int.MaxValue);
        return value <= end - offset;
    }

    private readonly bool Refuse(int offset, string why)
    {
        input.Malformed(offset, why);
        return false;
    }

    private DerElement Fail(int offset, string why)
    {
        input.Malformed(offset, why);
        _position = end;
        return new DerElement(input, DerTag.EndOfContents, end, 0);
    }
}
