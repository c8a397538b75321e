using System.Text.Json;
using BannedVendorAnalyzer.Inspection;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Reports;

/// <summary>Which policies decided, and what is to be said of them; left out where there is none.</summary>
internal static class JsonPolicy
{
    public static void Write(Utf8JsonWriter json, CheckReport report, ToolHost host)
    {
        JsonText.Objects(json, "policies", report.Policies, policy =>
        {
            json.WriteBoolean("locked", policy.Locked);
            json.WriteBoolean("strict", policy.Strict);
            JsonText.Optional(json, "reportUntil", policy.ReportUntil?.ToString());
            JsonText.Objects(json, "files", policy.Files, file =>
            {
                json.WriteString("file", host.Relative(file.Path));
                json.WriteString("sha256", FileHash.Sha256(file.Utf8));
            });
            if (policy.Baseline is not { } baseline) return;
            json.WriteStartObject("baseline");
            json.WriteString("file", host.Relative(baseline.Path));
            json.WriteString("sha256", FileHash.Sha256(baseline.Utf8));
            json.WriteNumber("entries", baseline.Entries.Count);
            json.WriteEndObject();
        });
        JsonText.Objects(json, "notices", report.Notices, notice =>
        {
            json.WriteString("code", notice.Descriptor.Id);
            json.WriteString("severity", RuleNames.Of(notice.Severity));
            json.WriteString("file", host.Relative(notice.Place.File));
            if (notice.Place.Line > 0)
            {
                json.WriteNumber("line", notice.Place.Line);
                json.WriteNumber("column", notice.Place.Column);
            }

            json.WriteString("message", notice.Place.Message);
        });
    }
}
