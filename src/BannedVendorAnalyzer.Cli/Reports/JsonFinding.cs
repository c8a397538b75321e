using System.Text.Json;
using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Reports;

/// <summary>One entry of <c>findings</c>.</summary>
internal static class JsonFinding
{
    public static void Write(Utf8JsonWriter json, Finding finding, ToolHost host)
    {
        json.WriteStartObject();
        json.WriteString("code", finding.Descriptor.Id);
        json.WriteString("verdict", RuleNames.Of(finding.Verdict));
        if (finding.Judgement is { Decision: { } decision } judgement) Write(json, judgement, decision);
        if (finding.Package is { } package)
        {
            json.WriteStartObject("package");
            json.WriteString("id", package.Id);
            json.WriteString("version", package.Version);
            json.WriteEndObject();
        }

        json.WriteString("project", host.Relative(finding.Project));
        if (finding.Frameworks.Count > 0) JsonText.Strings(json, "frameworks", finding.Frameworks);
        JsonText.Strings(json, "path", finding.Path);
        json.WriteStartObject("location");
        json.WriteString("file", host.Relative(finding.Location.File));
        if (finding.Location.Line > 0)
        {
            json.WriteNumber("line", finding.Location.Line);
            json.WriteNumber("column", finding.Location.Column);
        }

        json.WriteEndObject();
        if (finding.Waivers is [var waiver, ..]) Write(json, waiver, host);
        if (finding.Baseline is [var entry, ..])
        {
            json.WriteStartObject("baseline");
            json.WriteString("file", host.Relative(entry.Place.File));
            json.WriteNumber("line", entry.Place.Line);
            json.WriteEndObject();
        }

        json.WriteString("message", finding.Text.OnOneLine(finding.Descriptor));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Judgement judgement, Decision decision)
    {
        json.WriteString("vendor", judgement.Vendor.Id);
        json.WriteStartObject("provision");
        json.WriteString("authority", decision.Authority.Id);
        json.WriteString("audience", decision.Bound);
        json.WriteString("from", decision.From.ToString());
        json.WriteString("basis", RuleNames.Of(decision.Provision.Basis));
        json.WriteEndObject();
        json.WriteString("relation", RuleNames.Of(decision.Match.Relation));
        json.WriteStartArray("evidence");
        foreach (var evidence in judgement.Matches.Select(match => match.Evidence).Distinct()) Write(json, evidence);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Waiver waiver, ToolHost host)
    {
        json.WriteStartObject("waiver");
        json.WriteString("kind", RuleNames.Of(waiver.Kind));
        json.WriteString("authority", waiver.Authority);
        json.WriteString("reason", waiver.Reason);
        json.WriteString("approvedBy", waiver.ApprovedBy);
        JsonText.Optional(json, "ticket", waiver.Ticket);
        JsonText.Optional(json, "quote", waiver.Quote);
        JsonText.Optional(json, "grantor", waiver.Grantor);
        JsonText.Optional(json, "number", waiver.Number);
        JsonText.Optional(json, "removal", waiver.Removal?.ToString());
        json.WriteString("from", waiver.From.ToString());
        json.WriteString("until", waiver.Until.ToString());
        json.WriteString("file", host.Relative(waiver.Place.File));
        json.WriteNumber("line", waiver.Place.Line);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, EvidenceItem evidence)
    {
        json.WriteStartObject();
        WriteMembers(json, evidence);
        json.WriteEndObject();
    }

    public static void WriteMembers(Utf8JsonWriter json, EvidenceItem evidence)
    {
        json.WriteString("kind", RuleNames.Of(evidence.Kind));
        json.WriteString("value", evidence.Value);
        JsonText.Optional(json, "file", evidence.File);
    }

    /// <summary>Which indicator was met.</summary>
    public static void WriteMembers(Utf8JsonWriter json, Match match)
    {
        json.WriteString("vendor", match.Vendor.Id);
        JsonText.Optional(json, "product", match.Product?.Id);
        json.WriteString("indicator", RuleNames.Of(match.Indicator.Kind));
        json.WriteString("relation", RuleNames.Of(match.Relation));
        json.WriteString("source", match.Indicator.Source);
    }
}
