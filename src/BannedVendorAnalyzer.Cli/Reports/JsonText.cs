using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Reports;

/// <summary>What is for programs: schema 1, additive, byte-identical for identical inputs; members without a value are left out.</summary>
internal static class JsonText
{
    private const int Schema = 1;

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One object: by which tool, rules, day and audiences, then what <paramref name="write"/> adds.</summary>
    public static string Of(RuleSet rules, CheckContext context, Action<Utf8JsonWriter> write) => Of(json =>
    {
        WriteHead(json, rules, context);
        write(json);
    });

    /// <summary>One object: by which tool and rules, for what judges nothing.</summary>
    public static string Of(RuleSet rules, Action<Utf8JsonWriter> write) => Of(json =>
    {
        WriteRules(json, rules);
        write(json);
    });

    /// <summary>One object: the number of the schema, then what <paramref name="write"/> adds.</summary>
    public static string Of(Action<Utf8JsonWriter> write) => Plain(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("schema", Schema);
        write(json);
        json.WriteEndObject();
    });

    /// <summary>One value in the form of somebody else.</summary>
    public static string Plain(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options)) write(json);

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }

    public static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    /// <summary>An array of objects.</summary>
    public static void Objects<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> writeMembers)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            writeMembers(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Left out where there is none.</summary>
    public static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }

    private static void WriteHead(Utf8JsonWriter json, RuleSet rules, CheckContext context)
    {
        WriteRules(json, rules);
        json.WriteString("asOf", context.AsOf.ToString());
        Strings(json, "audiences", context.Audiences);
    }

    private static void WriteRules(Utf8JsonWriter json, RuleSet rules)
    {
        json.WriteString("tool", Version());
        json.WriteStartObject("rules");
        json.WriteString("version", Version());
        json.WriteString("digest", $"sha256:{rules.Digest()}");
        json.WriteString("date", rules.Date.ToString());
        json.WriteEndObject();
    }

    /// <summary>The package version, without the commit that the SDK may append.</summary>
    public static string Version() =>
        typeof(JsonText).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
