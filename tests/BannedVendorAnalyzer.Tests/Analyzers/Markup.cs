using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace BannedVendorAnalyzer.Tests.Analyzers;

/// <summary>A diagnostic at a place of a source.</summary>
internal sealed record Marked(string Id, TextSpan Span);

/// <summary>Source with expected diagnostics in it, as Microsoft.CodeAnalysis.Testing writes them: <c>{|BVA2002:…|}</c>, and <c>[|…|]</c> for BVA2001.</summary>
internal sealed partial record Markup(string Source, IReadOnlyList<Marked> Expected)
{
    private const string Default = "BVA2001";

    public static Markup Parse(string markup)
    {
        var source = new StringBuilder();
        var expected = new List<Marked>();
        var open = new Stack<(string Id, int Start)>();
        var position = 0;
        foreach (Match mark in Mark().Matches(markup))
        {
            source.Append(markup, position, mark.Index - position);
            position = mark.Index + mark.Length;
            if (mark.Groups["end"].Success)
            {
                var (id, start) = open.Pop();
                expected.Add(new Marked(id, TextSpan.FromBounds(start, source.Length)));
            }
            else
            {
                open.Push((mark.Groups["id"].Success ? mark.Groups["id"].Value : Default, source.Length));
            }
        }

        Assert.Empty(open);
        return new Markup(source.Append(markup, position, markup.Length - position).ToString(), expected);
    }

    /// <summary>The opposite: what a reader of a failure wants to see.</summary>
    public static string Annotate(string source, IEnumerable<Marked> marks)
    {
        var text = new StringBuilder(source);
        foreach (var mark in marks.OrderByDescending(mark => mark.Span.Start).ThenBy(mark => mark.Id, StringComparer.Ordinal)) text.Insert(mark.Span.End, "|}").Insert(mark.Span.Start, $"{{|{mark.Id}:");
        return text.ToString();
    }

    [GeneratedRegex(@"\[\||\{\|(?<id>BVA\d{4}):|(?<end>\|[\]}])")]
    private static partial Regex Mark();
}
