using BannedVendorAnalyzer.Inspection.Assemblies;
using BannedVendorAnalyzer.Inspection.Binaries;
using Mono.Cecil;

namespace BannedVendorAnalyzer.Bench;

/// <summary>Every managed file of the restored packages, of the runtime and of the SDK, read by us and by Mono.Cecil, must have the same facts.</summary>
internal static class ManagedFactsBesideCecil
{
    private const int MostTold = 20;

    public static bool Run()
    {
        var (compared, unreadable) = (0, 0);
        var differences = new List<string>();
        foreach (var file in Files())
        {
            using var stream = File.OpenRead(file);
            if (ManagedAssemblyReader.Read(new StreamByteSource(stream), _ => false) is not { } ours) continue;
            try
            {
                using var theirs = ModuleDefinition.ReadModule(file);
                differences.AddRange(Compare(ours, theirs).Where(difference => difference.Length > 0).Select(difference => $"{file}: {difference}"));
                compared++;
            }
            catch (Exception exception) when (exception is BadImageFormatException or IOException or NotSupportedException)
            {
                unreadable++;
            }
        }

        foreach (var difference in differences.Take(MostTold)) Console.WriteLine($"        {difference}");
        return Figures.Say($"{compared} managed files compared with Mono.Cecil, {unreadable} that it does not read, {differences.Count} differences", compared > 0 && differences.Count == 0);
    }

    private static IEnumerable<string> Files()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var dotnet = Path.GetFullPath(Path.Combine(runtime, "..", "..", ".."));
        return RestoredPackages.Folders().Append(runtime).Append(Path.Combine(dotnet, "sdk")).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)).Where(file => Path.GetExtension(file) is ".dll" or ".exe" or ".winmd").Distinct().Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Compare(ManagedAssembly ours, ModuleDefinition theirs)
    {
        yield return Difference("name", [ours.Name ?? ""], [theirs.Assembly?.Name.Name ?? ""]);
        yield return Difference("public key token", [ours.PublicKeyToken ?? ""], [Token(theirs.Assembly?.Name.PublicKeyToken)]);
        yield return Difference("company", [ours.Company ?? ""], [Attribute(theirs, "AssemblyCompanyAttribute")]);
        yield return Difference("product", [ours.Product ?? ""], [Attribute(theirs, "AssemblyProductAttribute")]);
        yield return Difference("copyright", [ours.Copyright ?? ""], [Attribute(theirs, "AssemblyCopyrightAttribute")]);
        yield return Difference("references", ours.References.Select(reference => $"{reference.Name} {reference.PublicKeyToken}"), theirs.AssemblyReferences.Select(reference => $"{reference.Name} {Token(reference.PublicKeyToken)}"));
        yield return Difference("modules", ours.NativeBindings.Select(binding => binding.Module).Distinct(), theirs.ModuleReferences.Select(module => module.Name).Distinct());
        yield return Difference("imports", ours.NativeBindings.Where(binding => binding.EntryPoint is not null).Select(binding => $"{binding.Module}!{binding.EntryPoint}"), Imports(theirs));
        yield return Difference("forward targets", ours.References.Where(reference => reference.IsForwardTarget).Select(reference => reference.Name).Distinct(), theirs.ExportedTypes.Select(type => type.Scope).OfType<AssemblyNameReference>().Select(reference => reference.Name).Distinct());
        yield return Difference("resources", ours.Resources.Select(resource => $"{resource.Name} {resource.Length}"), theirs.Resources.OfType<Mono.Cecil.EmbeddedResource>().Select(resource => $"{resource.Name} {resource.GetResourceData().Length}"));
        yield return Difference("problems", ours.Problems, []);
    }

    private static string Difference(string what, IEnumerable<string> ours, IEnumerable<string> theirs)
    {
        var (left, right) = (ours.Order(StringComparer.Ordinal).ToList(), theirs.Order(StringComparer.Ordinal).ToList());
        return left.SequenceEqual(right) ? "" : $"{what}: only ours {string.Join(", ", left.Except(right).Take(3))}; only theirs {string.Join(", ", right.Except(left).Take(3))}";
    }

    private static IEnumerable<string> Imports(ModuleDefinition module) =>
        module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasPInvokeInfo && method.PInvokeInfo?.Module is not null)
            .Select(method => $"{method.PInvokeInfo.Module.Name}!{(method.PInvokeInfo.EntryPoint is { Length: > 0 } name ? name : method.Name)}");

    private static string Attribute(ModuleDefinition module, string name) =>
        module.Assembly?.CustomAttributes.LastOrDefault(attribute => attribute.AttributeType.Name == name)?.ConstructorArguments[0].Value as string ?? "";

    private static string Token(byte[]? token) => token is null ? "" : Convert.ToHexStringLower(token);
}
