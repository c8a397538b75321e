using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Json;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Policy;

/// <summary>Reads one policy file; what it says of others is looked at by <see cref="OrganisationPolicy.Of"/>.</summary>
public static class PolicyReader
{
    /// <summary>Longest time in days that any member of a policy may state.</summary>
    private const int MostDays = 3650;

    private static readonly string[] Optional =
        ["$schema", "root", "extends", "audiences", "asOf", "strict", "locked", "noticeDays", "maxRulesAge", "mode", "reportUntil", "prohibit", "vendors", "waivers", "comment"];

    /// <returns>The file as far as it could be read, and every problem with line and column; it may only be judged by where there is none.</returns>
    public static (PolicyFile File, IReadOnlyList<FileProblem> Problems) Read(string path, byte[] utf8, RuleSet rules)
    {
        var problems = new List<FileProblem>();
        var offsets = new Dictionary<string, int>(StringComparer.Ordinal);
        var json = new StrictJson(path, utf8, problems);
        var file = new PolicyFile(path, utf8, offsets);
        json.Read(() => json.Members([], Optional, member =>
        {
            offsets.Add(member, json.Offset);
            file = ReadMember(json, member, file, rules);
        }));
        if (problems.Count == 0 && file.Mode == PolicyMode.Report != file.ReportUntil is not null)
            problems.Add(file.At(file.ReportUntil is null ? "mode" : "reportUntil", "'mode' is 'report' where 'reportUntil' says how long, and only there"));
        return (file, problems);
    }

    private static PolicyFile ReadMember(StrictJson json, string member, PolicyFile file, RuleSet rules)
    {
        switch (member)
        {
            case "$schema": json.Text(); return file;
            case "comment": json.Comment(); return file;
            case "root": return file with { IsRoot = json.Flag() == true };
            case "extends": return file with { Extends = ReadExtension(json) };
            case "audiences": return file with { Audiences = ReadAudiences(json, rules) };
            case "asOf": return file with { AsOf = json.Date() };
            case "strict": return file with { Strict = json.Flag() };
            case "locked": return file with { Locked = json.Flag() };
            case "noticeDays": return file with { NoticeDays = json.Number(0, MostDays) };
            case "maxRulesAge": return file with { MaxRulesAge = json.Number(1, MostDays) };
            case "mode": return file with { Mode = json.Name<PolicyMode>("mode") };
            case "reportUntil": return file with { ReportUntil = json.Date() };
            case "prohibit": return file with { Prohibit = json.Items(() => ReadProhibition(json, file)) };
            case "waivers": return file with { Waivers = json.Items(() => WaiverReader.Read(json, offset => FileProblem.At(file.Path, file.Utf8, offset, ""))) };
            default: return file with { Vendors = ReadVendors(json, rules) };
        }
    }

    private static PolicyExtension? ReadExtension(StrictJson json)
    {
        string? file = null, sha256 = null;
        json.Members(["file"], ["sha256", "comment"], member =>
        {
            if (member == "file") file = json.Text();
            else if (member == "sha256") sha256 = json.Sha256();
            else json.Comment();
        });
        return file is null ? null : new PolicyExtension(file, sha256);
    }

    private static IReadOnlyList<string> ReadAudiences(StrictJson json, RuleSet rules)
    {
        var known = new HashSet<string>(rules.Audiences.Select(audience => audience.Id), StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return json.Items(() =>
        {
            var offset = json.Offset;
            if (json.Known("audience", known) is not { } id) return null;
            if (rules.Binds(id) && seen.Add(id)) return id;
            json.Problem(offset, rules.Binds(id) ? $"'{id}' stands here twice" : CheckContext.Unbound(id));
            return null;
        });
    }

    private static Prohibition? ReadProhibition(StrictJson json, PolicyFile file)
    {
        string? vendor = null, product = null, reason = null;
        IsoDate? from = null;
        var start = json.Offset;
        json.Members(["vendor", "from", "reason"], ["product", "comment"], member =>
        {
            switch (member)
            {
                case "vendor": vendor = json.Id(); break;
                case "product": product = json.Id(); break;
                case "from": from = json.Date(); break;
                case "comment": json.Comment(); break;
                default: reason = json.Text(); break;
            }
        });
        return vendor is null || from is null || reason is null ? null : new Prohibition(vendor, product, from.Value, reason, FileProblem.At(file.Path, file.Utf8, start, ""));
    }

    private static IReadOnlyList<Vendor> ReadVendors(StrictJson json, RuleSet rules)
    {
        var authorities = new HashSet<string>(rules.Authorities.Select(authority => authority.Id), StringComparer.Ordinal);
        var ids = new HashSet<string>(rules.Vendors.Select(vendor => vendor.Id), StringComparer.Ordinal);
        return json.Items(() =>
        {
            var start = json.Offset;
            var vendor = VendorReader.ReadVendor(json, authorities);
            if (vendor is null || ids.Add(vendor.Id)) return vendor;
            json.Problem(start, $"vendor '{vendor.Id}' is already there, in the rules or in this file; take another id, or name it in 'prohibit'");
            return null;
        });
    }
}
