using System.Text;

namespace BannedVendorAnalyzer.Json;

/// <summary>
/// Forward-only, strict reader of UTF-8 JSON (RFC 8259: no comments, no trailing commas), which decodes only what is asked for.
/// Rules, policy and assets files are all read through it. Bounded by <see cref="MaxDepth"/> and the length of the bytes.
/// Every member throws <see cref="JsonFormatException"/> when the bytes do not fit.
/// </summary>
public sealed class JsonCursor
{
    /// <summary>Deepest nesting that is read; assets files need 6, rules 7.</summary>
    public const int MaxDepth = 64;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[] _utf8;

    /// <summary>One bit a depth: whether something stands before the next member or item.</summary>
    private ulong _hasPrevious;
    private int _position;
    private int _depth;
    private int _nameStart;
    private int _nameEnd;

    public JsonCursor(byte[] utf8)
    {
        _utf8 = utf8;
        if (utf8.Length >= 3 && utf8[0] == 0xEF && utf8[1] == 0xBB && utf8[2] == 0xBF) _position = 3;
    }

    /// <summary>Byte offset of the next value.</summary>
    public int Offset
    {
        get
        {
            SkipWhitespace();
            return _position;
        }
    }

    /// <summary>Byte offset of the current member's name, at its quote.</summary>
    public int NameOffset => _nameStart - 1;

    /// <summary>The current member's name, decoded anew on each call.</summary>
    public string Name => Decode(_nameStart, _nameEnd);

    public JsonKind Kind => (char)Peek() switch
    {
        '{' => JsonKind.Object,
        '[' => JsonKind.Array,
        '"' => JsonKind.String,
        't' or 'f' => JsonKind.Boolean,
        'n' => JsonKind.Null,
        '-' or (>= '0' and <= '9') => JsonKind.Number,
        _ => throw Fail("a value was expected"),
    };

    /// <summary>Compares the current member's name without decoding it; <paramref name="ascii"/> needs no escapes.</summary>
    public bool NameIs(string ascii)
    {
        if (_nameEnd - _nameStart != ascii.Length) return false;
        for (var i = 0; i < ascii.Length; i++)
            if (_utf8[_nameStart + i] != ascii[i]) return false;
        return true;
    }

    public void EnterObject() => Enter('{', "an object was expected");

    public void EnterArray() => Enter('[', "an array was expected");

    /// <summary>Moves to the next member of the entered object and stands before its value; false when the object has ended.</summary>
    public bool NextMember()
    {
        if (!Next('}')) return false;
        if (Peek() != '"') throw Fail("a member name in quotes was expected");
        _nameStart = ++_position;
        _nameEnd = ScanString();
        if (Peek() != ':') throw Fail("':' was expected");
        _position++;
        return true;
    }

    /// <summary>Moves to the next item of the entered array; false when the array has ended.</summary>
    public bool NextItem() => Next(']');

    /// <param name="likely">What the string probably is; it is then given back itself, and not made once more.</param>
    public string ReadString(string? likely = null)
    {
        if (Peek() != '"') throw Fail("a string was expected");
        var start = ++_position;
        var end = ScanString();
        return likely is not null && IsPlainly(likely, start, end) ? likely : Decode(start, end);
    }

    public bool ReadBoolean()
    {
        var value = Peek() == 't';
        Literal(value ? "true" : "false");
        return value;
    }

    /// <summary>A whole number that fits <see cref="int"/>.</summary>
    public int ReadInt32()
    {
        var start = Offset;
        SkipNumber();
        var text = Decode(start, _position);
        return int.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new JsonFormatException("a whole number was expected", start);
    }

    /// <summary>Passes over the next value, whatever it is, checking that it is well-formed.</summary>
    public void Skip()
    {
        switch (Kind)
        {
            case JsonKind.Object:
                EnterObject();
                while (NextMember()) Skip();
                break;
            case JsonKind.Array:
                EnterArray();
                while (NextItem()) Skip();
                break;
            case JsonKind.String:
                _position++;
                ScanString();
                break;
            case JsonKind.Number:
                SkipNumber();
                break;
            case JsonKind.Boolean:
                ReadBoolean();
                break;
            default:
                Literal("null");
                break;
        }
    }

    /// <summary>Only white space may follow the outermost value.</summary>
    public void EnsureEnd()
    {
        SkipWhitespace();
        if (_position < _utf8.Length) throw Fail("the file should have ended");
    }

    private void Enter(char bracket, string expectation)
    {
        if (Peek() != bracket) throw Fail(expectation);
        if (_depth == MaxDepth) throw Fail("nested too deeply");
        _position++;
        _hasPrevious &= ~(1UL << _depth++);
    }

    private bool Next(char end)
    {
        var next = Peek();
        if (next == end)
        {
            _position++;
            _depth--;
            return false;
        }

        var bit = 1UL << (_depth - 1);
        if ((_hasPrevious & bit) != 0)
        {
            if (next != ',') throw Fail($"',' or '{end}' was expected");
            _position++;
        }

        _hasPrevious |= bit;
        return true;
    }

    private byte Peek()
    {
        SkipWhitespace();
        return _position < _utf8.Length ? _utf8[_position] : throw Fail("the file ends too early");
    }

    private void SkipWhitespace()
    {
        while (_position < _utf8.Length && _utf8[_position] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t') _position++;
    }

    /// <summary>From behind the opening quote to behind the closing one; returns where the content ends.</summary>
    private int ScanString()
    {
        for (; _position < _utf8.Length; _position++)
        {
            var value = _utf8[_position];
            if (value == '"') return _position++;
            if (value < 0x20) throw Fail("a control character stands in a string");
            if (value == '\\') _position++;
        }

        _position = _utf8.Length;
        throw Fail("the file ends within a string");
    }

    /// <summary>RFC 8259, section 6: minus, digits without a leading zero, fraction, exponent.</summary>
    private void SkipNumber()
    {
        SkipWhitespace();
        TakeAny('-', '-');
        if (!TakeAny('0', '0')) SkipDigits();
        if (TakeAny('.', '.')) SkipDigits();
        if (!TakeAny('e', 'E')) return;
        TakeAny('+', '-');
        SkipDigits();
    }

    private void SkipDigits()
    {
        var start = _position;
        while (_position < _utf8.Length && _utf8[_position] is >= (byte)'0' and <= (byte)'9') _position++;
        if (_position == start) throw Fail("a number was expected");
    }

    private bool TakeAny(char one, char other)
    {
        if (_position >= _utf8.Length || (_utf8[_position] != one && _utf8[_position] != other)) return false;
        _position++;
        return true;
    }

    private void Literal(string literal)
    {
        SkipWhitespace();
        foreach (var character in literal)
        {
            if (_position >= _utf8.Length || _utf8[_position] != character) throw Fail($"'{literal}' was expected");
            _position++;
        }
    }

    /// <summary>Whether the bytes are this text, letter by letter, without escapes.</summary>
    private bool IsPlainly(string text, int start, int end)
    {
        if (end - start != text.Length) return false;
        for (var i = 0; i < text.Length; i++)
            if (_utf8[start + i] != text[i] || text[i] is '\\' or > '\x7F') return false;
        return true;
    }

    private string Decode(int start, int end)
    {
        if (Array.IndexOf(_utf8, (byte)'\\', start, end - start) >= 0) return Unescape(start, end);
        return DecodeUtf8(start, end);
    }

    private string DecodeUtf8(int start, int end)
    {
        try
        {
            return StrictUtf8.GetString(_utf8, start, end - start);
        }
        catch (DecoderFallbackException)
        {
            throw new JsonFormatException("the text is not UTF-8", start);
        }
    }

    private string Unescape(int start, int end)
    {
        var text = new StringBuilder(end - start);
        while (start < end)
        {
            var backslash = Array.IndexOf(_utf8, (byte)'\\', start, end - start);
            if (backslash < 0) backslash = end;
            text.Append(DecodeUtf8(start, backslash));
            if (backslash == end) break;
            start = AppendEscape(text, backslash, end);
        }

        return text.ToString();
    }

    private int AppendEscape(StringBuilder text, int backslash, int end)
    {
        const string Escapes = "\"\\/bfnrt";
        const string Meanings = "\"\\/\b\f\n\r\t";
        var escape = (char)_utf8[backslash + 1];
        if (escape != 'u')
        {
            var index = Escapes.IndexOf(escape);
            if (index < 0) throw new JsonFormatException("an unknown escape stands in a string", backslash);
            text.Append(Meanings[index]);
            return backslash + 2;
        }

        if (backslash + 6 > end) throw new JsonFormatException("an escape is cut short", backslash);
        var hex = DecodeUtf8(backslash + 2, backslash + 6);
        if (!ushort.TryParse(hex, System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out var unit))
            throw new JsonFormatException("an escape is not four hexadecimal digits", backslash);
        text.Append((char)unit);
        return backslash + 6;
    }

    private JsonFormatException Fail(string message) => new(message, Math.Min(_position, _utf8.Length));
}
