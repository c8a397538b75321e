using System.Text.Json;

namespace BannedVendorAnalyzer.PackageTests.Toolkit;

/// <summary>A finding of the tool's JSON report, in the form in which it is compared with what the build prints.</summary>
/// <param name="Project">Relative to the folder of the check.</param>
/// <param name="Line">Code, place and message.</param>
internal sealed record ToolFinding(string Project, string Line)
{
    public static IEnumerable<ToolFinding> Of(JsonDocument report) => report.RootElement.GetProperty("findings").EnumerateArray().Select(Of);

    public static string LineOf(BuildLine line) => $"{line.Code} {line.File}({line.Line},{line.Column}) {line.Message}";

    private static ToolFinding Of(JsonElement finding)
    {
        var location = finding.GetProperty("location");
        var place = location.TryGetProperty("line", out var line) ? $"({line.GetInt32()},{location.GetProperty("column").GetInt32()})" : "(0,0)";
        return new ToolFinding(Text(finding, "project"), $"{Text(finding, "code")} {Text(location, "file")}{place} {Text(finding, "message")}");
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
