using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BannedVendorAnalyzer.Cli.Reports;

/// <summary>JSON as every report of the tool writes it: indented, the same bytes on every platform.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options)) write(json);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }
}
