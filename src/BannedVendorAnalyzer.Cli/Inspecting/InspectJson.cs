using System.Text.Json;
using BannedVendorAnalyzer.Cli.Reports;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Inspecting;

/// <summary>What was seen, for programs.</summary>
internal static class InspectJson
{
    public static string Of(Inspected inspected, RuleSet rules, ToolHost host) => JsonText.Of(rules, json =>
    {
        json.WriteString("inspected", host.Relative(inspected.Target.Path));
        json.WriteString("kind", RuleNames.Of(inspected.Target.Kind));
        if (inspected.Package is { } package)
        {
            json.WriteStartObject("package");
            json.WriteString("id", package.Id);
            json.WriteString("version", package.Version);
            JsonText.Objects(json, "facts", package.Facts, fact => Write(json, fact));
            json.WriteEndObject();
        }

        JsonText.Objects(json, "files", inspected.Files, file => Write(json, file));
        json.WriteStartObject("counts");
        json.WriteNumber("files", inspected.Count);
        json.WriteNumber("binaries", inspected.Binaries);
        json.WriteNumber("archives", inspected.Archives);
        json.WriteNumber("notShown", inspected.Hidden);
        json.WriteEndObject();
        JsonText.Objects(json, "problems", inspected.Problems, problem =>
        {
            json.WriteString("file", host.Relative(problem.File));
            json.WriteString("message", problem.Message);
        });
        json.WriteString("judgedBy", InspectPage.JudgedBy(inspected, host));
    });

    private static void Write(Utf8JsonWriter json, InspectedFile file)
    {
        json.WriteString("file", file.File);
        if (file.Seen is { } seen)
        {
            json.WriteString("format", seen.Image is { } image ? RuleNames.Of(image.Format) : RuleNames.Of(seen.Format));
            if (seen.Image is not null)
            {
                JsonText.Strings(json, "architectures", seen.Image.Architectures);
                json.WriteBoolean("managed", seen.Image.IsManaged);
            }

            json.WriteNumber("length", seen.Length);
            if (seen.Entries is { } entries) json.WriteNumber("entries", entries);
        }

        JsonText.Objects(json, "facts", file.Facts, fact => Write(json, fact));
        if (file.Damage.Count > 0) JsonText.Strings(json, "damage", file.Damage);
    }

    private static void Write(Utf8JsonWriter json, Fact fact)
    {
        json.WriteString("kind", fact.Kind);
        json.WriteString("value", fact.Value);
        if (fact.Count is { } count) json.WriteNumber("count", count);
        JsonText.Optional(json, "detail", fact.Detail);
        if (fact.Matches.Count > 0) JsonText.Objects(json, "matches", fact.Matches, match => JsonFinding.WriteMembers(json, match));
    }
}
