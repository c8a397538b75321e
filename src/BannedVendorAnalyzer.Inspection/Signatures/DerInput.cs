namespace BannedVendorAnalyzer.Inspection.Signatures;

/// <summary>The bytes of one signature, and the first problem found in them.</summary>
/// <remarks>
/// The problem sticks: after it every reader is at its end and every element is empty. So the grammar reads straight through,
/// without a check after each field and without exceptions, and the caller asks once at the end.
/// </remarks>
internal sealed class DerInput(byte[] bytes)
{
    // Real signatures hold up to 1,400 elements, of which a read visits a part.
    private const int MaxElements = 20_000;

    private int _elements;

    public byte[] Bytes => bytes;

    public string? Problem { get; private set; }

    public bool TryCountElement() => ++_elements <= MaxElements;

    public void Malformed(int offset, string why) =>
        Reject($"not a DER-encoded CMS SignedData (offset {offset}: {why})");

    public void Reject(string problem) => Problem ??= problem;
}
