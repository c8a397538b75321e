using BannedVendorAnalyzer.Diagnostics;

namespace BannedVendorAnalyzer.Rules.Verification;

/// <summary>Every fact says where it was read, in a form that somebody else can follow.</summary>
internal static class SourceCheck
{
    public static IEnumerable<FileProblem> Find(ReadVerification read)
    {
        var wrong = read.Texts.Where(text => IsSource(text.Member) && text.Value.Trim().Length > 0 && !SourceForm.IsSource(text.Value)).Select(text => text.Problem($"'{text.Value}' is no source; write {SourceForm.Known}"));
        var sourced = new HashSet<(string, int)>(read.Texts.Where(text => text.Member == "listings.source").Select(text => (text.File.Path, text.Object)));
        var unsourced = read.Texts.Where(text => text.Member == "listings.seen" && !sourced.Contains((text.File.Path, text.Object)))
            .Select(text => text.Problem("a listing with 'seen' needs the 'source' that has this date"));
        return wrong.Concat(unsourced);
    }

    private static bool IsSource(string member) => member == "source" || member.EndsWith(".source", StringComparison.Ordinal);
}
