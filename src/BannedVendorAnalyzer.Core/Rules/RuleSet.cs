using System.Security.Cryptography;
using System.Text;

namespace BannedVendorAnalyzer.Rules;

/// <summary>All rules that a check judges by. Immutable.</summary>
public sealed class RuleSet
{
    private readonly Dictionary<string, Audience> _audiences;
    private readonly Dictionary<string, Authority> _authorities;
    private readonly IReadOnlyList<RuleFile> _files;

    internal RuleSet(string defaultAudience, IEnumerable<Audience> audiences, IEnumerable<Authority> authorities, IReadOnlyList<Vendor> vendors, IReadOnlyList<RuleFile> files)
    {
        DefaultAudience = defaultAudience;
        _audiences = audiences.ToDictionary(audience => audience.Id, StringComparer.Ordinal);
        _authorities = authorities.ToDictionary(authority => authority.Id, StringComparer.Ordinal);
        _files = files;
        Vendors = vendors;
        Index = new RuleIndex(vendors);
    }

    public string DefaultAudience { get; }

    public IReadOnlyList<Vendor> Vendors { get; }

    public RuleIndex Index { get; }

    public IEnumerable<Audience> Audiences => _audiences.Values;

    public IEnumerable<Authority> Authorities => _authorities.Values;

    /// <summary>The newest day on which an authority was compared with its source.</summary>
    public IsoDate Date => _authorities.Values.Select(authority => authority.Checked).DefaultIfEmpty().Max();

    public bool IsAudience(string id) => _audiences.ContainsKey(id);

    public Authority Authority(string id) => _authorities[id];

    /// <summary>SHA-256 over path and content of every rules file, in lower-case hexadecimal: two checks with one digest judged by the same rules.</summary>
    public string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in _files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Path}\n{file.Utf8.Length}\n"));
            hash.AppendData(file.Utf8);
        }

        return Hexadecimal.Of(hash.GetHashAndReset());
    }

    /// <summary>These rules with one more authority, and with <paramref name="vendors"/> in place of their own.</summary>
    public RuleSet With(Authority authority, IReadOnlyList<Vendor> vendors) => new(DefaultAudience, _audiences.Values, [.. _authorities.Values, authority], vendors, _files);

    /// <summary>Whether some provision can decide for the audience; where none can, a clear result would mean nothing.</summary>
    public bool Binds(string audience)
    {
        var closure = Closure(audience);
        return _authorities.Values.Any(authority => authority.CanDecide && authority.Provisions.Any(provision => provision.Reach.Count > 0 && provision.Audiences.Any(closure.Contains)));
    }

    /// <summary>The audience and everything it implies, however far.</summary>
    public IReadOnlyCollection<string> Closure(string audience)
    {
        var closure = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([audience]);
        while (open.Count > 0)
        {
            var id = open.Pop();
            if (!closure.Add(id)) continue;
            foreach (var implied in _audiences[id].Implies) open.Push(implied);
        }

        return closure;
    }
}
