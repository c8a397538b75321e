using System.Collections;
using System.Text;

namespace BannedVendorAnalyzer.Inspection.Binaries;

/// <summary>Names that a binary offers to others, each once, as they stand in it. Text is made when it is asked for.</summary>
public sealed class ExportNames : IReadOnlyList<string>
{
    private readonly byte[] _text;
    private readonly int[] _starts;

    /// <param name="starts">Where each name begins, and at last where the last one ends.</param>
    internal ExportNames(byte[] text, int[] starts, int count, bool isComplete)
    {
        _text = text;
        _starts = starts;
        Count = count;
        IsComplete = isComplete;
    }

    public int Count { get; }

    /// <summary>False when there were more than are read.</summary>
    public bool IsComplete { get; }

    public string this[int index] => Encoding.UTF8.GetString(_text, _starts[index], _starts[index + 1] - _starts[index]);

    /// <summary>
    /// Number of names that begin so, case included. C compilers for Mach-O and for 32-bit Windows put an underscore before each
    /// name; a name counts with and without it.
    /// </summary>
    public int CountStartingWith(string prefix)
    {
        var bytes = Encoding.UTF8.GetBytes(prefix);
        var count = 0;
        for (var i = 0; i < Count; i++)
        {
            var start = _starts[i];
            if (StartsWith(start, _starts[i + 1], bytes) || (start < _starts[i + 1] && _text[start] == '_' && StartsWith(start + 1, _starts[i + 1], bytes)))
                count++;
        }

        return count;
    }

    public IEnumerator<string> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private bool StartsWith(int start, int end, byte[] prefix)
    {
        if (prefix.Length > end - start)
            return false;

        for (var i = 0; i < prefix.Length; i++)
        {
            if (_text[start + i] != prefix[i])
                return false;
        }

        return true;
    }
}
