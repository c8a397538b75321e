using System.Text.Json;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Tests.Policy;

namespace BannedVendorAnalyzer.Tests.Rules;

/// <summary>Schemas complete in editors what the reader accepts; the reader says itself what that is.</summary>
public sealed class SchemaTests
{
    private const string Authority = ReaderSample.AuthorityPath;
    private const string Vendor = ReaderSample.VendorPath;

    [Theory]
    [InlineData("audiences", "", "audiences.json", "\"default\"")]
    [InlineData("audiences", "properties/audiences/items", "audiences.json", "\"id\": \"bystander\"")]
    [InlineData("authority", "", Authority, "\"id\": \"ban\"")]
    [InlineData("authority", "properties/citations/items", Authority, "\"text\": \"Gazette 1\"")]
    [InlineData("authority", "properties/clauses/items", Authority, "\"id\": \"52.1\"")]
    [InlineData("authority", "$defs/provision", Authority, "\"classes\"")]
    [InlineData("authority", "$defs/provision/properties/reach", Authority, "\"published\": \"prohibited\"")]
    [InlineData("vendor", "", Vendor, "\"id\": \"acme\"")]
    [InlineData("vendor", "properties/entities/items", Vendor, "\"name\": \"Acme AO\"")]
    [InlineData("vendor", "properties/listings/items", Vendor, "\"authority\": \"ban\"")]
    [InlineData("vendor", "properties/products/items", Vendor, "\"id\": \"scan\"")]
    [InlineData("vendor", "$defs/indicator", Vendor, "\"kind\": \"package-id\"")]
    [InlineData("vendor", "$defs/example", Vendor, "\"package-id\": \"AcmeLike\"")]
    public void Members_AreThoseThatTheReaderKnows(string schema, string pointer, string path, string member)
    {
        var node = Node(schema, pointer);

        Assert.Equal(KnownToReader(path, member, $"\"unheard-of\": \"x\", {member}"), Sorted(node.GetProperty("properties").EnumerateObject().Select(property => property.Name)));
        Assert.False(node.GetProperty("additionalProperties").GetBoolean());
    }

    [Theory]
    [InlineData("authority", "properties/effect", Authority, "\"procurement\"")]
    [InlineData("authority", "properties/citations/items/properties/grade", Authority, "\"official\"")]
    [InlineData("authority", "$defs/class", Authority, "\"cloud-sdk\"")]
    [InlineData("authority", "$defs/provision/properties/basis", Authority, "\"basis\": \"text\"")]
    [InlineData("authority", "$defs/provision/properties/reach/properties/published", Authority, "\"prohibited\"")]
    [InlineData("vendor", "properties/listings/items/properties/status", Vendor, "\"in-force\"")]
    [InlineData("vendor", "$defs/class", Vendor, "\"security-software\"")]
    [InlineData("vendor", "$defs/indicator/properties/kind", Vendor, "\"kind\": \"package-id\"")]
    [InlineData("vendor", "$defs/indicator/properties/relation", Vendor, "\"published\"")]
    public void Choices_AreThoseThatTheReaderKnows(string schema, string pointer, string path, string value)
    {
        var wrong = value.Contains(": ", StringComparison.Ordinal) ? value[..value.IndexOf(": ", StringComparison.Ordinal)] + ": \"unheard-of\"" : "\"unheard-of\"";

        Assert.Equal(KnownToReader(path, value, wrong), Sorted(Node(schema, pointer).GetProperty("enum").EnumerateArray().Select(choice => choice.GetString()!)));
    }

    [Theory]
    [InlineData("", "\"$schema\"")]
    [InlineData("properties/extends", "\"file\"")]
    [InlineData("properties/prohibit/items", "\"vendor\": \"initech\"")]
    [InlineData("properties/waivers/items", "\"authority\": \"ban\"")]
    public void PolicyMembers_AreThoseThatTheReaderKnows(string pointer, string member)
    {
        var node = Node("banned-vendors", pointer);
        var (_, problems) = PolicySample.Read(PolicySample.Everything.Replace(member, $"\"unheard-of\": \"x\", {member}", StringComparison.Ordinal));
        var message = problems[0].Message;

        Assert.Equal(Sorted(message[(message.LastIndexOf(": ", StringComparison.Ordinal) + 2)..].Split(", ")), Sorted(node.GetProperty("properties").EnumerateObject().Select(property => property.Name)));
        Assert.False(node.GetProperty("additionalProperties").GetBoolean());
    }

    [Theory]
    [InlineData("", "{ \"unheard-of\": 1 }")]
    [InlineData("properties/findings/items", "{ \"findings\": [{ \"unheard-of\": 1 }] }")]
    public void BaselineMembers_AreThoseThatTheReaderKnows(string pointer, string json)
    {
        var node = Node("banned-vendors.baseline", pointer);
        var message = BaselineReader.Read("/repo/banned-vendors.baseline.json", System.Text.Encoding.UTF8.GetBytes(json)).Problems[0].Message;

        Assert.Equal(Sorted(message[(message.LastIndexOf(": ", StringComparison.Ordinal) + 2)..].Split(", ")), Sorted(node.GetProperty("properties").EnumerateObject().Select(property => property.Name)));
        Assert.False(node.GetProperty("additionalProperties").GetBoolean());
    }

    [Fact]
    public void KindsOfWaiver_AreThoseThatTheReaderKnows() => Assert.Equal(
        Sorted(BannedVendorAnalyzer.Rules.RuleNames.All<WaiverKind>()),
        Sorted(Node("banned-vendors", "properties/waivers/items/properties/kind").GetProperty("enum").EnumerateArray().Select(choice => choice.GetString()!)));

    private static List<string> KnownToReader(string path, string good, string bad)
    {
        var files = ReaderSample.With(path, text =>
        {
            Assert.Contains(good, text, StringComparison.Ordinal);
            return text.Replace(good, bad, StringComparison.Ordinal);
        });
        var message = ReaderSample.Problems(files).First(problem => problem.Message.Contains("'unheard-of'", StringComparison.Ordinal)).Message;
        return Sorted(message[(message.LastIndexOf(": ", StringComparison.Ordinal) + 2)..].Split(", "));
    }

    private static JsonElement Node(string schema, string pointer)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "rules", $"{schema}.schema.json")));
        return pointer.Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(document.RootElement, (node, step) => node.GetProperty(step)).Clone();
    }

    private static List<string> Sorted(IEnumerable<string> names) => [.. names.Order(StringComparer.Ordinal)];
}
