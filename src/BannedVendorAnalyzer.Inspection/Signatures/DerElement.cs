namespace BannedVendorAnalyzer.Inspection.Signatures;

/// <summary>Identifier and contents of one encoded value (X.690 8.1.1); a view, nothing is copied.</summary>
internal readonly struct DerElement(DerInput input, byte tag, int contentOffset, int contentLength)
{
    public DerInput Input => input;

    public byte Tag => tag;

    public int ContentOffset => contentOffset;

    public int ContentLength => contentLength;

    public DerReader Contents => new(input, contentOffset, contentOffset + contentLength);

    public DerReader Open(byte expected, string what)
    {
        if (tag != expected)
            input.Malformed(contentOffset, $"{what} expected");

        return Contents;
    }

    public bool ContentIs(byte[] expected) => ContentEquals(expected, 0, expected.Length);

    public bool ContentIs(DerElement other) =>
        ContentEquals(other.Input.Bytes, other.ContentOffset, other.ContentLength);

    private bool ContentEquals(byte[] other, int offset, int length)
    {
        if (length != contentLength)
            return false;

        for (var i = 0; i < length; i++)
        {
            if (input.Bytes[contentOffset + i] != other[offset + i])
                return false;
        }

        return true;
    }
}
