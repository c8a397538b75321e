using System.Net;
using System.Text;
using BannedVendorAnalyzer.Diagnostics;

namespace BannedVendorAnalyzer.Cli.Exporting;

/// <summary>A static page of text and links. Names come from rules and policies of anybody, so nothing is written that is not escaped here.</summary>
internal sealed class HtmlPage
{
    private readonly StringBuilder _html = new();

    public HtmlPage(string title) => _html.Append($"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>{Text(title)}</title>\n</head>\n<body>\n<h1>{Text(title)}</h1>\n");

    public void Heading(string text) => _html.Append($"<h2>{Text(text)}</h2>\n");

    public void Line(string text) => _html.Append($"<p>{Text(text)}</p>\n");

    /// <summary>A name and what belongs to it.</summary>
    public void Line(string name, string text) => _html.Append($"<p><b>{Text(name)}</b>: {Text(text)}</p>\n");

    public void Link(string text, string url) => _html.Append(IsAddress(url) ? $"<p><a href=\"{Text(url)}\">{Text(text)}</a></p>\n" : $"<p>{Text(text)}: {Text(url)}</p>\n");

    public override string ToString() => $"{_html}</body>\n</html>\n";

    /// <summary>A link of another scheme could run something.</summary>
    private static bool IsAddress(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);

    private static string Text(string text) => WebUtility.HtmlEncode(PrintableText.Of(text));
}
