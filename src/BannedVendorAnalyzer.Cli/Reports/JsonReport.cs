using System.Reflection;
using System.Text.Json;
using BannedVendorAnalyzer.Cli.Targets;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Reports;

/// <summary>The report for programs: schema 1, additive, byte-identical for identical inputs; members without a value are left out.</summary>
internal static class JsonReport
{
    private const int Schema = 1;

    /// <summary>What this version looks at, and what it does not: silence about it would read as clear.</summary>
    private static readonly string[] Run = ["package-ids", "package-file-names", "nuspecs", "package-signatures"];
    private static readonly string[] NotRun = ["binary-contents", "loose-files", "build-tools", "source-imports", "own-output"];

    public static string Of(CheckReport report, ToolHost host) => JsonText.Of(json => Write(json, report, host));

    private static void Write(Utf8JsonWriter json, CheckReport report, ToolHost host)
    {
        json.WriteStartObject();
        json.WriteNumber("schema", Schema);
        json.WriteString("tool", Version());
        json.WriteStartObject("rules");
        json.WriteString("version", Version());
        json.WriteString("digest", $"sha256:{report.Rules.Digest()}");
        json.WriteString("date", report.Rules.Date.ToString());
        json.WriteEndObject();
        json.WriteString("asOf", report.Context.AsOf.ToString());
        Strings(json, "audiences", report.Context.Audiences);
        json.WriteString("verdict", RuleNames.Of(report.Verdict));
        json.WriteStartObject("counts");
        json.WriteNumber("prohibited", report.Count(Verdict.Prohibited));
        json.WriteNumber("review", report.Count(Verdict.Review));
        json.WriteNumber("unverified", report.Count(Verdict.Unverified));
        json.WriteNumber("waived", 0);
        json.WriteNumber("recognised", report.Recognised.Count);
        json.WriteEndObject();
        json.WriteStartArray("findings");
        foreach (var finding in report.Findings) JsonFinding.Write(json, finding, host);
        json.WriteEndArray();
        WriteRecognised(json, report.Recognised);
        WriteProjects(json, report, host);
        WriteScope(json, report);
        json.WriteEndObject();
    }

    private static void WriteRecognised(Utf8JsonWriter json, IReadOnlyList<Recognised> recognised)
    {
        json.WriteStartArray("recognised");
        foreach (var item in recognised)
        {
            json.WriteStartObject();
            json.WriteString("package", item.Package);
            json.WriteString("vendor", item.Vendor);
            json.WriteString("why", item.Why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Solutions and folders that could not be read are findings, not projects.</summary>
    private static void WriteProjects(Utf8JsonWriter json, CheckReport report, ToolHost host)
    {
        json.WriteStartArray("projects");
        foreach (var (path, result) in report.Projects.Where(project => project.Result.IsGated is not null || TargetFinder.IsProject(project.Project)).OrderBy(project => host.Relative(project.Project), StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("path", host.Relative(path));
            if (result.IsGated is { } gated) json.WriteBoolean("gated", gated);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteScope(Utf8JsonWriter json, CheckReport report)
    {
        json.WriteStartObject("scanned");
        json.WriteNumber("projects", report.Projects.Count);
        json.WriteNumber("packages", report.Packages);
        json.WriteNumber("files", report.Scanned.Files);
        json.WriteNumber("bytes", report.Scanned.Bytes);
        json.WriteEndObject();
        json.WriteStartObject("checks");
        Strings(json, "run", Run);
        Strings(json, "notRun", [.. NotRun, .. report.NotSupported.Select(project => $"project:{project}")]);
        json.WriteEndObject();
    }

    public static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    /// <summary>The package version, without the commit that the SDK may append.</summary>
    private static string Version() =>
        typeof(JsonReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
