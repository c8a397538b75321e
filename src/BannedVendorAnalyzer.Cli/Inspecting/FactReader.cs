using System.Globalization;
using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Inspection.Assemblies;
using BannedVendorAnalyzer.Inspection.Binaries;
using BannedVendorAnalyzer.Inspection.Contents;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Inspecting;

/// <summary>Turns what the readers say of files into facts.</summary>
internal sealed class FactReader(RuleIndex index)
{
    private static readonly EvidenceKind[] Counted = [EvidenceKind.NativeExport, EvidenceKind.NativeEntryPoint];

    /// <param name="seen">What was looked into.</param>
    /// <param name="evidence">Of these files and of others that were not.</param>
    /// <param name="damage">By file, as the evidence names it.</param>
    public List<InspectedFile> Read(IEnumerable<SeenFile> seen, IEnumerable<EvidenceItem> evidence, ILookup<string, string> damage)
    {
        var files = seen.GroupBy(file => file.File).ToDictionary(group => group.Key, group => group.First());
        var items = evidence.ToLookup(item => item.File!);
        return
        [
            .. files.Keys.Concat(items.Select(group => group.Key)).Concat(damage.Select(group => group.Key)).Distinct().Order(StringComparer.Ordinal)
                .Select(file => new InspectedFile(file, files.GetValueOrDefault(file), Facts(files.GetValueOrDefault(file), items[file]), [.. damage[file]]))
                .Where(file => file.Seen is not null || file.IsNotable),
        ];
    }

    public IReadOnlyList<Fact> Facts(SeenFile? seen, IEnumerable<EvidenceItem> evidence)
    {
        var facts = evidence.Select(item => Of(item, seen?.Image)).Where(fact => fact.Matches.Count > 0 || !IsNoise(fact, seen)).ToList();
        if (seen?.Image is { } image) facts.AddRange(OfImage(image));
        if (seen?.Assembly is { } assembly) facts.AddRange(OfAssembly(assembly));
        return facts;
    }

    private Fact Of(EvidenceItem item, NativeImage? image)
    {
        var isDelayed = item.Kind == EvidenceKind.NativeImport && image is not null && image.DelayedImports.Contains(item.Value);
        return new Fact(RuleNames.Of(item.Kind), item.Value, item.Count > 1 || Counted.Contains(item.Kind) ? item.Count : null, item.Detail ?? (isDelayed ? "delay-loaded" : null), index.Find(item));
    }

    /// <summary>The name of a file stands above its facts already, and what looks like a host is none without a letter or digit.</summary>
    private static bool IsNoise(Fact fact, SeenFile? seen)
    {
        if (fact.Kind == RuleNames.Of(EvidenceKind.Domain)) return !fact.Value.Any(char.IsLetterOrDigit);
        if (fact.Kind == RuleNames.Of(EvidenceKind.AssemblyName)) return fact.Value != seen?.Assembly?.Name;
        return fact.Detail is null && fact.Value == seen?.File;
    }

    private static IEnumerable<Fact> OfImage(NativeImage image)
    {
        if (image.Exports.Count > 0) yield return Fact.Plain("export-count", image.Exports.Count.ToString(CultureInfo.InvariantCulture), image.Exports.IsComplete ? null : "more are not read");
        foreach (var product in image.Version?.ProductNames ?? []) yield return Fact.Plain("product", product);
        foreach (var name in image.Signers.Select(signer => signer.CommonName).OfType<string>().Distinct()) yield return Fact.Plain("signer-name", name);
        foreach (var path in image.RunPaths) yield return Fact.Plain("run-path", path);
        foreach (var comment in image.Comments) yield return Fact.Plain("comment", comment);
    }

    private static IEnumerable<Fact> OfAssembly(ManagedAssembly assembly)
    {
        if (assembly.Product is { Length: > 0 } product) yield return Fact.Plain("product", product);
        foreach (var resource in assembly.Resources) yield return Fact.Plain("resource", resource.Name, string.Create(CultureInfo.InvariantCulture, $"{resource.Length} bytes"));
    }
}
