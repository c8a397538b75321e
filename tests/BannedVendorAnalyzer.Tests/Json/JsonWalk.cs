using System.Text;
using BannedVendorAnalyzer.Json;

namespace BannedVendorAnalyzer.Tests.Json;

/// <summary>Reads a whole text, decoding everything that can be decoded.</summary>
internal static class JsonWalk
{
    /// <summary>Has every kind of value, escapes of every kind, letters of one to four bytes and some depth.</summary>
    public const string Sample =
        """
        { "text": "a\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00 – 华 😀", "числа": [0, -1, 1.5, 2e10, 3.25E-7], "yes": true, "no": false,
          "none": null, "empty": {}, "list": [], "deep": [[{ "a": [{ "b": "c" }] }]] }
        """;

    public static void Decode(byte[] utf8) => Walk(utf8, DecodeValue);

    public static void Skip(byte[] utf8) => Walk(utf8, json => json.Skip());

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static void Walk(byte[] utf8, Action<JsonCursor> value)
    {
        var json = new JsonCursor(utf8);
        value(json);
        json.EnsureEnd();
    }

    private static void DecodeValue(JsonCursor json)
    {
        switch (json.Kind)
        {
            case JsonKind.Object:
                json.EnterObject();
                while (json.NextMember())
                {
                    _ = json.Name;
                    DecodeValue(json);
                }

                break;
            case JsonKind.Array:
                json.EnterArray();
                while (json.NextItem()) DecodeValue(json);
                break;
            case JsonKind.String: json.ReadString(); break;
            case JsonKind.Boolean: json.ReadBoolean(); break;
            default: json.Skip(); break;
        }
    }
}
