using System.Runtime.CompilerServices;
using BannedVendorAnalyzer.Diagnostics;

namespace BannedVendorAnalyzer.Json;

/// <summary>Where the objects that were read stand in their files. Equal objects at two places are two.</summary>
internal sealed class JsonPlaces
{
    private readonly Dictionary<object, (string File, byte[] Utf8, int Offset)> _places = new(new ByReference());

    public void Add(object value, string file, byte[] utf8, int offset) => _places[value] = (file, utf8, offset);

    public string File(object value) => _places[value].File;

    public FileProblem Problem(object value, string message)
    {
        var (file, utf8, offset) = _places[value];
        return FileProblem.At(file, utf8, offset, message);
    }

    private sealed class ByReference : IEqualityComparer<object>
    {
        bool IEqualityComparer<object>.Equals(object? one, object? other) => ReferenceEquals(one, other);

        int IEqualityComparer<object>.GetHashCode(object value) => RuntimeHelpers.GetHashCode(value);
    }
}
