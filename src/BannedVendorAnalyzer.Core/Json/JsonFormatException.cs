namespace BannedVendorAnalyzer.Json;

/// <summary>The bytes are not the JSON (RFC 8259) that the caller asked for. Readers catch it at their boundary and return a problem.</summary>
public sealed class JsonFormatException : Exception
{
    public JsonFormatException(string message, int offset) : base(message) => Offset = offset;

    /// <summary>Byte offset of the first character that does not fit.</summary>
    public int Offset { get; }
}
