using System.Globalization;
using BannedVendorAnalyzer.Cli.Explaining;
using BannedVendorAnalyzer.Cli.Reports;
using BannedVendorAnalyzer.Cli.Targets;
using BannedVendorAnalyzer.Inspection.Binaries;
using BannedVendorAnalyzer.Inspection.Contents;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Inspecting;

/// <summary>What was seen, for people: files as a tree, and behind what an indicator knows, which one.</summary>
internal static class InspectPage
{
    /// <summary>Of one kind; the report for programs has all.</summary>
    private const int MostValues = 24;

    /// <summary>How people call what the reports for programs name by its kind, in the order in which it is shown.</summary>
    private static readonly (string Kind, string Label)[] Labels =
    [
        ("package-owner", "account"), ("signer", "signer"), ("nuspec-author", "author"), ("repository", "repository"), ("package-id", "id"),
        ("assembly-name", "assembly"), ("public-key-token", "key token"), ("native-file", "name"), ("company", "company"), ("product", "product"), ("file-signer", "signer"), ("signer-name", "signed as"),
        ("native-import", "imports"), ("native-entry-point", "functions"), ("assembly-reference", "references"), ("referenced-public-key-token", "by keys"), ("com-class", "COM class"), ("domain", "hosts"),
        ("export-count", "exports"), ("native-export", "exports"), ("resource", "resource"), ("run-path", "looks in"), ("comment", "made by"), ("sha256", "SHA-256"),
    ];

    public static string Of(Inspected inspected, RuleSet rules, ToolHost host)
    {
        var page = new Page();
        if (inspected.Package is { } package)
        {
            page.Heading($"package '{package.Id}' {package.Version} in {host.Relative(inspected.Target.Path)}");
            Append(page, 2, package.Facts);
        }

        foreach (var file in inspected.Files) Append(page, file);
        if (inspected.Problems.Count > 0) page.Heading("Could not be looked at");
        foreach (var problem in inspected.Problems) page.Line(2, $"{host.Relative(problem.File)}: {problem.Message}");
        page.Heading(Counts(inspected));
        page.Line(0, $"This is what was seen, by rules of {rules.Date}. Judged by: {JudgedBy(inspected, host)}");
        return page.ToString();
    }

    public static string JudgedBy(Inspected inspected, ToolHost host) => $"banned-vendors check {host.Relative(inspected.Target.Path)}";

    private static void Append(Page page, InspectedFile file)
    {
        // What lies inside another file stands below it.
        var depth = 2 * (file.File.Split("!/").Length - 1);
        if (depth == 0) page.Heading($"{file.File}: {Kind(file.Seen)}");
        else page.Line(depth, $"{file.File}: {Kind(file.Seen)}");
        Append(page, depth + 2, file.Facts);
        foreach (var damage in file.Damage) page.Line(depth + 2, "damaged", damage);
    }

    private static string Kind(SeenFile? seen) => seen switch
    {
        null => "no binary or archive, shown for its name",
        { Image: { } image } => string.Create(CultureInfo.InvariantCulture, $"{Format(image.Format)}{(image.Architectures.Count > 0 ? $" for {string.Join(", ", image.Architectures)}" : "")}{(image.IsManaged ? ", managed" : "")}, {seen.Length:N0} bytes"),
        { Format: SeenFormat.Zip } => $"zip archive, {TextReport.Counted(seen.Entries ?? 0, "file")}",
        _ => string.Create(CultureInfo.InvariantCulture, $"set of resources, {seen.Length:N0} bytes"),
    };

    private static string Format(BinaryFormat format) => format switch
    {
        BinaryFormat.Pe => "PE",
        BinaryFormat.Elf => "ELF",
        BinaryFormat.MachO => "Mach-O",
        BinaryFormat.MachOFat => "fat Mach-O",
        _ => "library archive",
    };

    private static void Append(Page page, int indent, IReadOnlyList<Fact> facts)
    {
        foreach (var (kind, label) in Labels)
        {
            var ofKind = facts.Where(fact => fact.Kind == kind).ToList();
            foreach (var fact in ofKind.Where(fact => fact.Matches.Count > 0)) page.Line(indent, label, $"{Value(fact)} <= {string.Join("; ", fact.Matches.Select(Meaning).Distinct())}");
            var others = ofKind.Where(fact => fact.Matches.Count == 0).Select(Value).Distinct().ToList();
            if (others.Count > 0) page.Line(indent, label, $"{string.Join(", ", others.Take(MostValues))}{(others.Count > MostValues ? string.Create(CultureInfo.InvariantCulture, $" and {others.Count - MostValues} more") : "")}");
        }
    }

    private static string Value(Fact fact)
    {
        // Of keys that no rule knows, whose they are stands with the references.
        if (fact.Kind == "referenced-public-key-token" && fact.Matches.Count == 0) return fact.Value;
        var text = fact.Kind is "native-export" or "native-entry-point" ? $"{fact.Value}…" : fact.Value;
        List<string> more = fact.Count is { } count ? [TextReport.Counted(count, "function")] : [];
        if (fact.Detail is { } detail) more.Add(detail);
        return more.Count == 0 ? text : $"{text} ({string.Join(", ", more)})";
    }

    private static string Meaning(Match match) => $"{RuleNames.Of(match.Relation)} {(match.Product is { } product ? $"'{product.Name}' of {match.Vendor.Name}" : $"software of {match.Vendor.Name}")} [{match.Vendor.Id}, {RuleNames.Of(match.Indicator.Kind)}]";

    private static string Counts(Inspected inspected)
    {
        var counts = string.Create(CultureInfo.InvariantCulture, $"{TextReport.Counted(inspected.Count, "file")} (binaries: {inspected.Binaries}, archives: {inspected.Archives}).");
        if (inspected.Hidden == 0 || inspected.Target.Kind == ContentKind.File) return counts;
        return $"{counts} Those in which no indicator is met are not shown ({inspected.Hidden}); --all shows them.";
    }
}
