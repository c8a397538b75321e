using System.Security.Cryptography;
using System.Text.Json;
using BannedVendorAnalyzer.Diagnostics;

namespace BannedVendorAnalyzer.Cli.Reports;

/// <summary>Which policies decided, and what loosens them; left out where there is none.</summary>
internal static class JsonPolicy
{
    public static void Write(Utf8JsonWriter json, CheckReport report, ToolHost host)
    {
        JsonText.Objects(json, "policies", report.Policies, policy =>
        {
            json.WriteBoolean("locked", policy.Locked);
            json.WriteBoolean("strict", policy.Strict);
            JsonText.Objects(json, "files", policy.Files, file =>
            {
                json.WriteString("file", host.Relative(file.Path));
                json.WriteString("sha256", Convert.ToHexStringLower(SHA256.HashData(file.Utf8)));
            });
        });
        JsonText.Objects(json, "loosened", report.Loosenings, loosening =>
        {
            json.WriteString("code", DiagnosticCatalog.Loosened.Id);
            json.WriteString("severity", loosening.IsError ? "error" : "warning");
            json.WriteString("file", host.Relative(loosening.Place.File));
            if (loosening.Place.Line > 0) json.WriteNumber("line", loosening.Place.Line);
            json.WriteString("message", loosening.Place.Message);
        });
    }
}
