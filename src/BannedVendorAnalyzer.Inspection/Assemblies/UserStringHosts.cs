using System.Reflection.Metadata;
using System.Runtime.CompilerServices;
using System.Text;

namespace BannedVendorAnalyzer.Inspection.Assemblies;

/// <summary>Hosts among the strings of the code: what stands in an absolute address, or begins with a host in lower case.</summary>
internal static class UserStringHosts
{
    /// <summary>DNS allows 253 (RFC 1035 2.3.4).</summary>
    private const int MostHostChars = 253;
    private const int MostSchemeChars = 8;
    private const int MostHosts = 4096;

    /// <param name="heap">The heap as it stands (ECMA-335 II.24.2.4): lengths, UTF-16, one byte of flags.</param>
    [MethodImpl(CompileOnce.Well)]
    public static List<string> Find(BlobReader heap, Func<string, bool> isHost)
    {
        var hosts = new HashSet<string>(StringComparer.Ordinal);
        var text = new StringBuilder(MostHostChars);
        while (heap.RemainingBytes > 1 && hosts.Count < MostHosts)
        {
            var length = heap.ReadCompressedInteger();
            if (length > heap.RemainingBytes) throw new BadImageFormatException();
            var next = heap.Offset + length;
            if (TryReadHost(ref heap, length / 2, text) && isHost(text.ToString())) hosts.Add(text.ToString());
            heap.Offset = next;
        }

        return [.. hosts];
    }

    /// <summary>Most strings end at their first capital, space or brace.</summary>
    [MethodImpl(CompileOnce.Well)]
    private static bool TryReadHost(ref BlobReader heap, int chars, StringBuilder text)
    {
        text.Clear();
        var (dots, afterScheme) = (0, false);
        for (var i = 0; i < chars; i++)
        {
            var character = heap.ReadChar();
            if (character == ':' && !afterScheme && dots == 0)
            {
                if (text.Length is 0 or > MostSchemeChars || chars - i < 4 || heap.ReadChar() != '/' || heap.ReadChar() != '/') return false;
                i += 2;
                afterScheme = true;
                text.Clear();
                continue;
            }

            if (character == '@' && afterScheme)
            {
                text.Clear();
                dots = 0;
                continue;
            }

            if (character is '/' or ':' or '?' or '#' && (afterScheme || dots > 0)) break;
            if (!IsOfHost(character, afterScheme) || text.Length == MostHostChars) return false;
            if (character == '.') dots++;
            text.Append(character);
        }

        return dots > 0;
    }

    /// <summary>Names of types have dots too, and capitals; a host that stands alone is written small.</summary>
    private static bool IsOfHost(char character, bool afterScheme) =>
        character is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '.' or '-' || (afterScheme && character is (>= 'A' and <= 'Z') or '_');
}
