using System.Text;

namespace BannedVendorAnalyzer.Diagnostics;

/// <summary>Texts of other programs repeat addresses as they were configured, and these can hold user names, passwords and keys.</summary>
public static class AddressText
{
    private const string Scheme = "://";
    private static readonly char[] EndOfAddress = [' ', '\t', '\r', '\n', '"', '<', '>'];
    private static readonly char[] EndOfHost = ['/', '?', '#', '\''];

    /// <summary>The text with its addresses, of these without user and query.</summary>
    public static string WithoutSecrets(string text)
    {
        if (text.IndexOf(Scheme, StringComparison.Ordinal) < 0) return text;
        var told = new StringBuilder();
        var from = 0;
        for (var at = 0; (at = text.IndexOf(Scheme, at, StringComparison.Ordinal)) >= 0;)
        {
            var start = at + Scheme.Length;
            var end = Next(text, EndOfAddress, start, text.Length);
            var endOfHost = Next(text, EndOfHost, start, end);
            var user = endOfHost > start ? text.LastIndexOf('@', endOfHost - 1, endOfHost - start) : -1;
            var query = Next(text, ['?'], start, end);
            told.Append(text, from, start - from);
            var host = user < 0 ? start : user + 1;
            told.Append(text, host, query - host);
            if (query < end) told.Append("?…");
            (from, at) = (end, end);
        }

        return told.Append(text, from, text.Length - from).ToString();
    }

    private static int Next(string text, char[] any, int from, int end) => text.IndexOfAny(any, from, end - from) is >= 0 and var found ? found : end;
}
