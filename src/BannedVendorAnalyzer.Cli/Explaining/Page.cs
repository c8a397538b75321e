using System.Text;
using BannedVendorAnalyzer.Diagnostics;

namespace BannedVendorAnalyzer.Cli.Explaining;

/// <summary>Text for people: sections of indented lines, wrapped at blanks, without control characters of anybody. An address is never broken.</summary>
public sealed class Page
{
    /// <summary>In cells of a terminal; the same everywhere, so that two runs can be compared.</summary>
    private const int Width = 100;

    private const int LabelWidth = 12;

    private readonly StringBuilder _text = new();

    public override string ToString() => _text.ToString();

    /// <summary>Begins a section.</summary>
    public void Heading(string text)
    {
        if (_text.Length > 0) _text.AppendLine();
        Wrap("", "", text);
    }

    public void Line(int indent, string text) => Wrap(new string(' ', indent), new string(' ', indent + 2), text);

    /// <summary>A name in a column of its own, and beside it what belongs to it.</summary>
    public void Line(int indent, string label, string text) => Wrap(new string(' ', indent) + label.PadRight(LabelWidth), new string(' ', indent + LabelWidth), text);

    private static int Cells(string text) => text.Sum(character => character is (>= '\u1100' and <= '\u115F') or (>= '\u2E80' and <= '\uD7A3') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF01' and <= '\uFF60') ? 2 : 1);

    private void Wrap(string first, string next, string text)
    {
        var (prefix, line, cells) = (first, new StringBuilder(), 0);
        foreach (var word in PrintableText.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && prefix.Length + cells + 1 + Cells(word) > Width)
            {
                _text.Append(prefix).Append(line).AppendLine();
                (prefix, cells) = (next, 0);
                line.Clear();
            }

            cells += Cells(word) + (line.Length > 0 ? 1 : 0);
            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        _text.Append(PrintableText.Of(prefix)).Append(line).AppendLine();
    }
}
