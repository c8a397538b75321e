namespace BannedVendorAnalyzer.Rules;

/// <summary>
/// Says of most names that no rule has them. Nearly every name of a build is in no rule, and the table of a large list does not fit a
/// processor's caches; this does (a Bloom filter with the bits of a name in one word: B. Bloom, "Space/time trade-offs in hash coding with
/// allowable errors", CACM 13(7), 1970).
/// </summary>
internal sealed class NameFilter
{
    /// <summary>About one foreign name in forty passes at this size, and a larger one is slower to reach than what it would save.</summary>
    private const int BitsPerName = 8;

    private readonly ulong[] _words;

    /// <param name="names">How many names will be added at most.</param>
    public NameFilter(int names)
    {
        var words = 1;
        while (words * 64L < (long)names * BitsPerName) words *= 2;
        _words = new ulong[words];
    }

    public void Add(IndicatorKind kind, string name)
    {
        var hash = Hash(kind, name, 0, name.Length);
        _words[Word(hash)] |= Bits(hash);
    }

    /// <summary>False: this part of the text was never added as a name. True: it may have been.</summary>
    public bool MayHave(IndicatorKind kind, string text, int start, int length)
    {
        var hash = Hash(kind, text, start, length);
        var bits = Bits(hash);
        return (_words[Word(hash)] & bits) == bits;
    }

    /// <summary>Four bits of the word; their places come from the upper half of the hash, the word's from the lower.</summary>
    private static ulong Bits(ulong hash) => 1UL << (int)(hash >> 58) | 1UL << (int)(hash >> 52 & 63) | 1UL << (int)(hash >> 46 & 63) | 1UL << (int)(hash >> 40 & 63);

    /// <summary>FNV-1a over UTF-16 units, with a last step that spreads them over all bits.</summary>
    private static ulong Hash(IndicatorKind kind, string text, int start, int length)
    {
        unchecked
        {
            var hash = (14695981039346656037 ^ (ulong)kind) * 1099511628211;
            for (var i = start; i < start + length; i++) hash = (hash ^ text[i]) * 1099511628211;
            hash ^= hash >> 32;
            hash *= 0x9E3779B97F4A7C15;
            return hash ^ hash >> 29;
        }
    }

    private int Word(ulong hash) => (int)((uint)hash & (uint)(_words.Length - 1));
}
