namespace BannedVendorAnalyzer.Inspection.Assemblies.Il;

/// <summary>The evaluation stack while the instructions are passed in order, with what jumps bring to the places ahead.</summary>
internal sealed class IlStack
{
    /// <summary>Compilers stay far below; what lies deeper is forgotten.</summary>
    private const int MostValues = 256;
    private const int MostCarried = 16;
    private const int MostTargets = 4096;

    private readonly List<IlValue> _values = [];
    private readonly Dictionary<int, IlValue[]> _carried = [];
    private bool _isReached = true;

    public void Clear()
    {
        _values.Clear();
        _carried.Clear();
        _isReached = true;
    }

    public void Push(IlValue value)
    {
        if (_values.Count == MostValues) _values.Clear();
        _values.Add(value);
    }

    /// <summary>Unknown below the bottom: handlers begin with an exception on their stack, and hostile code with anything.</summary>
    public IlValue Pop()
    {
        if (_values.Count == 0) return IlValue.Unknown;
        var top = _values[_values.Count - 1];
        _values.RemoveAt(_values.Count - 1);
        return top;
    }

    /// <summary>The next instruction is at the offset.</summary>
    public void Arrive(int offset)
    {
        if (_carried.Count > 0 && _carried.TryGetValue(offset, out var carried))
        {
            _carried.Remove(offset);
            Set(_isReached ? Merge(carried) : carried);
        }

        _isReached = true;
    }

    /// <summary>A jump ahead takes the stack with it.</summary>
    public void Jump(int from, int distance)
    {
        if (distance < 0 || _values.Count is 0 or > MostCarried || _carried.Count >= MostTargets) return;
        var target = unchecked(from + distance);
        _carried[target] = _carried.TryGetValue(target, out var carried) ? Merge(carried) : [.. _values];
    }

    /// <summary>The instruction behind is not reached from this one.</summary>
    public void Leave()
    {
        _values.Clear();
        _isReached = false;
    }

    private IlValue[] Merge(IlValue[] carried) =>
        carried.Length != _values.Count ? carried : [.. carried.Select((value, index) => value.Or(_values[index]))];

    private void Set(IlValue[] values)
    {
        _values.Clear();
        _values.AddRange(values);
    }
}
