using BannedVendorAnalyzer.Json;

namespace BannedVendorAnalyzer.Tests.Json;

public sealed class JsonCursorTests
{
    [Theory]
    [InlineData("""  "" """, "")]
    [InlineData(""" "\"\\\/\b\f\n\r\t" """, "\"\\/\b\f\n\r\t")]
    [InlineData(""" "\u00e9\u00C9" """, "éÉ")]
    [InlineData(""" "x\ud83d\ude00y" """, "x😀y")]
    [InlineData(""" "华 😀 АО" """, "华 😀 АО")]
    public void String_IsDecoded(string json, string expected) => Assert.Equal(expected, Cursor(json).ReadString());

    [Fact]
    public void ByteOrderMark_IsPassedOver() => Assert.Equal("a", new JsonCursor([0xEF, 0xBB, 0xBF, .. "\"a\""u8]).ReadString());

    [Theory]
    [InlineData("0", 0)]
    [InlineData("-17", -17)]
    [InlineData("2147483647", int.MaxValue)]
    public void WholeNumber_IsRead(string json, int expected) => Assert.Equal(expected, Cursor(json).ReadInt32());

    [Theory]
    [InlineData("1.5")]
    [InlineData("2147483648")]
    [InlineData("1e2")]
    [InlineData("+1")]
    [InlineData("\"1\"")]
    [InlineData("-")]
    public void OtherThanWholeNumber_IsRefused(string json) => Assert.Throws<JsonFormatException>(() => Cursor(json).ReadInt32());

    [Fact]
    public void Members_AreReadInOrderWithTheirOffsets()
    {
        var json = Cursor("""{ "one": true, "tw\u006f": [1, "x"] , "three": null }""");
        json.EnterObject();

        Assert.True(json.NextMember());
        Assert.True(json.NameIs("one"));
        Assert.False(json.NameIs("two"));
        Assert.Equal((2, 9), (json.NameOffset, json.Offset));
        Assert.True(json.ReadBoolean());
        Assert.True(json.NextMember());
        Assert.Equal("two", json.Name);
        json.EnterArray();
        Assert.True(json.NextItem());
        json.Skip();
        Assert.True(json.NextItem());
        Assert.Equal("x", json.ReadString());
        Assert.False(json.NextItem());
        Assert.True(json.NextMember());
        Assert.Equal(JsonKind.Null, json.Kind);
        json.Skip();
        Assert.False(json.NextMember());
        json.EnsureEnd();
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("{ \"a\" 1 }", 6)]
    [InlineData("{ \"a\": 1, }", 10)]
    [InlineData("{ \"a\": 1 \"b\": 2 }", 9)]
    [InlineData("{ a: 1 }", 2)]
    [InlineData("{ // no\n }", 2)]
    [InlineData("[1, ]", 4)]
    [InlineData("[1}", 2)]
    [InlineData("[01]", 2)]
    [InlineData("[1-2]", 2)]
    [InlineData("[.5]", 1)]
    [InlineData("[5.]", 3)]
    [InlineData("[1e]", 3)]
    [InlineData("truE", 3)]
    [InlineData("nul", 3)]
    [InlineData("{} {}", 3)]
    [InlineData("\"\\x\"", 1)]
    [InlineData("\"\\u12\"", 1)]
    [InlineData("\"\\u12g4\"", 1)]
    [InlineData("\"a\nb\"", 2)]
    [InlineData("\"abc", 4)]
    public void NotJson_IsRefusedWhereItStands(string json, int offset) =>
        Assert.Equal(offset, Assert.Throws<JsonFormatException>(() => JsonWalk.Decode(JsonWalk.Bytes(json))).Offset);

    [Fact]
    public void BytesThatAreNotUtf8_AreRefused() =>
        Assert.Throws<JsonFormatException>(() => JsonWalk.Decode([(byte)'"', 0xC3, 0x28, (byte)'"']));

    [Fact]
    public void Depth_IsBounded()
    {
        JsonWalk.Skip(Nested(JsonCursor.MaxDepth));
        Assert.Throws<JsonFormatException>(() => JsonWalk.Skip(Nested(JsonCursor.MaxDepth + 1)));
        Assert.Throws<JsonFormatException>(() => JsonWalk.Skip(Nested(1_000_000)));
    }

    private static byte[] Nested(int depth) => JsonWalk.Bytes(new string('[', depth) + new string(']', depth));

    private static JsonCursor Cursor(string json) => new(JsonWalk.Bytes(json));

    [Theory]
    [InlineData("abc", "abc", true)]
    [InlineData("abc", "abd", false)]
    [InlineData("abc", "abcd", false)]
    [InlineData("a\\tb", "a\\tb", false)]
    [InlineData("é", "é", false)]
    public void LikelyText_IsGivenBackOnlyWhereItIsTheText(string raw, string likely, bool isSame)
    {
        var json = System.Text.Encoding.UTF8.GetBytes($"\"{raw}\"");
        var read = new JsonCursor(json).ReadString(likely);

        Assert.Equal(new JsonCursor(json).ReadString(), read);
        Assert.Equal(isSame, ReferenceEquals(likely, read));
    }
}
