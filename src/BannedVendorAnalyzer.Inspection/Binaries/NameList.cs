namespace BannedVendorAnalyzer.Inspection.Binaries;

/// <summary>Texts in the order in which they were found, each once, within a bound.</summary>
internal sealed class NameList(int most)
{
    private readonly List<string> _names = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Names => _names;

    public bool IsFull { get; private set; }

    public void Add(string name)
    {
        if (name.Length == 0 || _known.Contains(name))
            return;

        IsFull = _names.Count == most;
        if (IsFull)
            return;

        _known.Add(name);
        _names.Add(name);
    }
}
