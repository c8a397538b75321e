using System.Text.Json;
using BannedVendorAnalyzer.Cli.Diffing;
using BannedVendorAnalyzer.Cli.Feeds;
using BannedVendorAnalyzer.Cli.Targets;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Reports;

/// <summary>The report of a check for programs.</summary>
internal static class JsonReport
{
    /// <summary>What this version looks at, and what it does not: silence about it would read as clear.</summary>
    private static readonly string[] Run = ["package-ids", "package-file-names", "nuspecs", "package-signatures", "package-contents", "loose-files", "build-tools", "repository-files"];
    private static readonly string[] NotRun = ["source-imports", "own-output"];

    private static readonly string[] NamedContents = ["named-contents"];
    private static readonly string[] PackageSources = ["package-sources"];

    public static string Of(CheckReport report, ToolHost host) => JsonText.Of(report.Rules, report.Context, json => Write(json, report, host));

    private static void Write(Utf8JsonWriter json, CheckReport report, ToolHost host)
    {
        json.WriteString("verdict", RuleNames.Of(report.Verdict));
        json.WriteStartObject("counts");
        json.WriteNumber("prohibited", report.Count(Verdict.Prohibited));
        json.WriteNumber("review", report.Count(Verdict.Review));
        json.WriteNumber("unverified", report.Count(Verdict.Unverified));
        json.WriteNumber("waived", report.Waived);
        json.WriteNumber("baseline", report.InBaseline);
        json.WriteNumber("recognised", report.Recognised.Count);
        json.WriteEndObject();
        json.WriteStartArray("findings");
        foreach (var finding in report.Findings) JsonFinding.Write(json, finding, host);
        json.WriteEndArray();
        WriteRecognised(json, report.Recognised);
        WriteProjects(json, report, host);
        if (report.Policies.Count > 0) JsonPolicy.Write(json, report, host);
        if (report.Repository.Count > 0) WriteRepository(json, report, host);
        if (report.Contents.Count > 0) WriteContents(json, report, host);
        if (report.Proposed.Count > 0) WriteProposed(json, report.Proposed);
        if (report.Diff is { } diff) Write(json, diff);
        WriteScope(json, report);
    }

    private static void Write(Utf8JsonWriter json, DiffSummary diff)
    {
        json.WriteStartObject("diff");
        json.WriteString("base", diff.Base.Name);
        json.WriteString("commit", diff.Base.Commit);
        json.WriteNumber("known", diff.Known);
        json.WriteNumber("unverified", diff.Unverified.Count);
        json.WriteEndObject();
    }

    private static void WriteRecognised(Utf8JsonWriter json, IReadOnlyList<Recognised> recognised)
    {
        json.WriteStartArray("recognised");
        foreach (var item in recognised)
        {
            json.WriteStartObject();
            json.WriteString(item.IsFile ? "file" : "package", item.Package);
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
            if (result.Context is { Policy: { } policy } context) WritePolicy(json, policy, context, host);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>By what it was judged.</summary>
    private static void WritePolicy(Utf8JsonWriter json, OrganisationPolicy policy, CheckContext context, ToolHost host)
    {
        json.WriteString("policy", host.Relative(policy.Deciding.Path));
        json.WriteString("asOf", context.AsOf.ToString());
        JsonText.Strings(json, "audiences", context.Audiences);
    }

    private static void WriteRepository(Utf8JsonWriter json, CheckReport report, ToolHost host) =>
        JsonText.Objects(json, "repositoryFiles", report.Repository.OrderBy(file => host.Relative(file.File), StringComparer.Ordinal), file =>
        {
            json.WriteString("path", host.Relative(file.File));
            json.WriteNumber("packages", file.Result.Packages.Count);
        });

    private static void WriteContents(Utf8JsonWriter json, CheckReport report, ToolHost host) =>
        JsonText.Objects(json, "contents", report.Contents.OrderBy(content => content.Target.Path, StringComparer.Ordinal), content =>
        {
            json.WriteString("path", host.Relative(content.Target.Path));
            json.WriteString("kind", RuleNames.Of(content.Target.Kind));
            json.WriteNumber("files", content.Scanned.Files);
            if (content.Context is { Policy: { } policy } context) WritePolicy(json, policy, context, host);
        });

    private static void WriteProposed(Utf8JsonWriter json, IReadOnlyList<ProposedPackage> proposed) => JsonText.Objects(json, "proposed", proposed, package =>
    {
        json.WriteString("asked", package.Asked);
        if (package.Framework.Length > 0) json.WriteString("framework", package.Framework);
        JsonText.Optional(json, "version", package.Version);
        JsonText.Strings(json, "packages", package.Result.Packages);
        JsonText.Strings(json, "sources", package.Sources);
        if (package.Suggested is not { } suggested) return;
        json.WriteStartObject("suggested");
        JsonText.Optional(json, "newer", suggested.Newer);
        JsonText.Optional(json, "older", suggested.Older);
        json.WriteEndObject();
    });

    private static void WriteScope(Utf8JsonWriter json, CheckReport report)
    {
        json.WriteStartObject("scanned");
        json.WriteNumber("projects", report.Projects.Count);
        json.WriteNumber("packages", report.Packages);
        json.WriteNumber("files", report.Scanned.Files);
        json.WriteNumber("bytes", report.Scanned.Bytes);
        json.WriteEndObject();
        json.WriteStartObject("checks");
        JsonText.Strings(json, "run", [.. Run, .. report.Contents.Count > 0 ? NamedContents : [], .. report.Proposed.Count > 0 ? PackageSources : []]);
        JsonText.Strings(json, "notRun", [.. NotRun, .. report.KnownByIdAlone.Select(package => $"package-contents:{package}"), .. report.NotSupported.Select(project => $"project:{project}")]);
        json.WriteEndObject();
    }
}
