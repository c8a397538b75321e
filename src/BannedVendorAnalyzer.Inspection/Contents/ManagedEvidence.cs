using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Inspection.Assemblies;

namespace BannedVendorAnalyzer.Inspection.Contents;

/// <summary>What a managed assembly says as evidence.</summary>
internal static class ManagedEvidence
{
    /// <param name="file">Where the assembly is.</param>
    public static IEnumerable<EvidenceItem> Of(ManagedAssembly assembly, string file, ContentRelevance wanted) =>
        Own(assembly, file).Concat(References(assembly, file)).Concat(NativeModules(assembly, file)).Concat(Loads(assembly, file)).Concat(EntryPoints(assembly, file, wanted));

    private static IEnumerable<EvidenceItem> Own(ManagedAssembly assembly, string file)
    {
        if (assembly.Name is { Length: > 0 } name) yield return new EvidenceItem(EvidenceKind.AssemblyName, name, file);
        if (assembly.PublicKeyToken is { } token) yield return new EvidenceItem(EvidenceKind.PublicKeyToken, token, file);
        foreach (var company in new[] { assembly.Company, CopyrightHolder.Of(assembly.Copyright ?? "") })
            if (!string.IsNullOrWhiteSpace(company)) yield return new EvidenceItem(EvidenceKind.Company, company!, file);
        foreach (var host in assembly.Hosts) yield return new EvidenceItem(EvidenceKind.Domain, host, file);
        foreach (var clsid in assembly.ComClasses) yield return new EvidenceItem(EvidenceKind.ComClass, clsid, file);
        foreach (var resource in assembly.Resources.SelectMany(resource => FileNames.OfResource(resource.Name)))
            yield return new EvidenceItem(EvidenceKind.NativeFile, resource, file, Detail: "name of a resource");
    }

    private static IEnumerable<EvidenceItem> References(ManagedAssembly assembly, string file)
    {
        foreach (var reference in assembly.References)
        {
            yield return new EvidenceItem(EvidenceKind.AssemblyReference, reference.Name, file, Detail: reference.IsForwardTarget ? "types are forwarded to it" : null);
            if (reference.PublicKeyToken is { } token) yield return new EvidenceItem(EvidenceKind.ReferencedPublicKeyToken, token, file, Detail: reference.Name);
        }
    }

    private static IEnumerable<EvidenceItem> NativeModules(ManagedAssembly assembly, string file)
    {
        foreach (var module in assembly.NativeBindings.GroupBy(binding => binding.Module, StringComparer.Ordinal))
        {
            var first = module.First();
            yield return new EvidenceItem(EvidenceKind.NativeImport, module.Key, file, module.Count(), first.EntryPoint is null ? null : $"function '{first.EntryPoint}' as {first.Place}");
        }

        foreach (var linked in assembly.LinkedFiles) yield return new EvidenceItem(EvidenceKind.NativeImport, linked, file, Detail: "linked file");
    }

    private static IEnumerable<EvidenceItem> Loads(ManagedAssembly assembly, string file)
    {
        foreach (var load in assembly.Loads)
        {
            if (load.Kind == LoadKind.NativeLibrary) yield return new EvidenceItem(EvidenceKind.NativeImport, load.Value, file, Detail: $"loaded in {load.Place}");
            else if (load.Kind == LoadKind.ComClass) yield return new EvidenceItem(EvidenceKind.ComClass, load.Value, file, Detail: $"created in {load.Place}");
            else if (load.Kind == LoadKind.Assembly) yield return new EvidenceItem(EvidenceKind.AssemblyReference, AssemblyOf(load.Value), file, Detail: $"loaded in {load.Place}");
        }
    }

    /// <summary>The functions of a library tell it apart even where it was given another name.</summary>
    private static IEnumerable<EvidenceItem> EntryPoints(ManagedAssembly assembly, string file, ContentRelevance wanted)
    {
        if (assembly.NativeBindings.Count == 0 && assembly.Loads.Count == 0) yield break;
        var loaded = assembly.Loads.Where(load => load.Kind == LoadKind.EntryPoint).Select(load => (Module: (string?)null, Function: (string?)load.Value));
        var functions = new HashSet<(string? Module, string? Function)>(assembly.NativeBindings.Select(binding => ((string?)binding.Module, binding.EntryPoint)).Concat(loaded));
        foreach (var prefix in wanted.ExportPrefixes)
        {
            var beginning = functions.Where(one => one.Function?.StartsWith(prefix, StringComparison.Ordinal) == true && !(one.Module is { } module && wanted.Tells(module, prefix)));
            if (beginning.Select(one => one.Function).Distinct(StringComparer.Ordinal).Count() is > 0 and var count) yield return new EvidenceItem(EvidenceKind.NativeEntryPoint, prefix, file, count);
        }
    }

    /// <summary>The simple name out of a path or a display name (ECMA-335 II.6.3).</summary>
    private static string AssemblyOf(string pathOrName)
    {
        var name = pathOrName.Split(',')[0];
        name = name.Substring(name.LastIndexOfAny(['/', '\\']) + 1).Trim();
        return name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - 4) : name;
    }
}
