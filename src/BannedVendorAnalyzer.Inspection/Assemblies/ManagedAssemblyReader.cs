using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;
using BannedVendorAnalyzer.Inspection.Assemblies.Il;
using BannedVendorAnalyzer.Inspection.Binaries;

namespace BannedVendorAnalyzer.Inspection.Assemblies;

/// <summary>
/// Reads the metadata of managed images: plain, ReadyToRun and mixed ones alike. Bounded; throws nothing. The types of
/// System.Reflection.Metadata stay inside, because every host brings its own version of it.
/// </summary>
public static class ManagedAssemblyReader
{
    /// <summary>Of rows of one table that are looked at: the largest interop libraries import some ten thousand functions.</summary>
    private const int MostRows = 1_000_000;
    private const int MostReferences = 65_536;
    private const int MostAttributes = 1024;
    private const int MostBindings = 65_536;

    /// <summary>The largest metadata that compilers are known to have written is a tenth of this.</summary>
    private const int MostMetadataBytes = 512 * 1024 * 1024;

    /// <param name="isHost">Which hosts are wanted: an image holds thousands of strings that look like one.</param>
    /// <returns>Null when the bytes are no managed image; damaged ones are what could be read of them, with problems.</returns>
    public static ManagedAssembly? Read(IByteSource image, Func<string, bool> isHost)
    {
        var problems = new List<string>();
        try
        {
            using var pe = new PEReader(new SourceStream(image), PEStreamOptions.LeaveOpen);
            if (!pe.HasMetadata) return null;
            if (pe.PEHeaders.MetadataSize <= MostMetadataBytes) return Read(new MetadataImage(pe, problems), image, isHost, problems);
            problems.Add($"its metadata has {pe.PEHeaders.MetadataSize} bytes; more than {MostMetadataBytes} are not read");
        }
        catch (Exception exception) when (MetadataImage.IsFault(exception))
        {
            problems.Add($"it is no readable managed image: {exception.Message}");
        }

        return Empty(problems);
    }

    private static ManagedAssembly Read(MetadataImage image, IByteSource source, Func<string, bool> isHost, List<string> problems)
    {
        var read = Empty(problems);
        image.Try("assembly", () => read = Manifest(image, read));
        image.Try("user strings", () => read = read with { Hosts = UserStringHosts.Find(image.UserStrings(), isHost) });
        return read with
        {
            NativeBindings = NativeBindings(image),
            References = References(image),
            LinkedFiles = LinkedFiles(image),
            ComClasses = ComClasses(image),
            Loads = LoadScan.Find(image),
            Resources = ResourceTable.Read(image, source),
        };
    }

    private static ManagedAssembly Empty(List<string> problems) => new(null, null, null, null, null, [], [], [], [], [], [], [], problems);

    private static ManagedAssembly Manifest(MetadataImage image, ManagedAssembly read)
    {
        if (!image.Reader.IsAssembly) return read;
        var assembly = image.Reader.GetAssemblyDefinition();
        read = read with { Name = image.Text(assembly.Name) };
        image.Try("public key", () => read = read with { PublicKeyToken = PublicKeyTokens.OfKey(image.Reader.GetBlobBytes(assembly.PublicKey)) });
        image.Each("assembly attributes", assembly.GetCustomAttributes(), MostAttributes, handle =>
        {
            var attribute = image.Reader.GetCustomAttribute(handle);
            read = AttributeTexts.TypeName(image, attribute) switch
            {
                "AssemblyCompanyAttribute" => read with { Company = AttributeTexts.Value(image, attribute) },
                "AssemblyProductAttribute" => read with { Product = AttributeTexts.Value(image, attribute) },
                "AssemblyCopyrightAttribute" => read with { Copyright = AttributeTexts.Value(image, attribute) },
                _ => read,
            };
        });
        return read;
    }

    private static List<NativeBinding> NativeBindings(MetadataImage image)
    {
        var bindings = new List<NativeBinding>();
        var reader = image.Reader;
        var bound = new HashSet<ModuleReferenceHandle>();
        if (reader.GetTableRowCount(TableIndex.ImplMap) > 0)
        {
            image.Each("methods", reader.MethodDefinitions, MostRows, [MethodImpl(CompileOnce.Well)] (handle) =>
            {
                var method = reader.GetMethodDefinition(handle);
                if ((method.Attributes & MethodAttributes.PinvokeImpl) == 0 || bindings.Count == MostBindings) return;
                var import = method.GetImport();
                if (import.Module.IsNil) return;
                var name = image.Text(import.Name);
                bindings.Add(new NativeBinding(image.Text(reader.GetModuleReference(import.Module).Name), name.Length > 0 ? name : image.Text(method.Name), image.Place(method)));
                bound.Add(import.Module);
            });
        }

        if (bindings.Count == MostBindings) image.Problem($"it imports at least {MostBindings} functions; the rest was not looked at");
        image.Each("module references", Rows(TableIndex.ModuleRef, reader, MetadataTokens.ModuleReferenceHandle), MostReferences, handle =>
        {
            if (!bound.Contains(handle)) bindings.Add(new NativeBinding(image.Text(reader.GetModuleReference(handle).Name), null, null));
        });
        return bindings;
    }

    private static List<ReferencedAssembly> References(MetadataImage image)
    {
        var forwarded = new HashSet<EntityHandle>();
        image.Each("exported types", image.Reader.ExportedTypes, MostRows, [MethodImpl(CompileOnce.Well)] (handle) => forwarded.Add(image.Reader.GetExportedType(handle).Implementation));
        var references = new List<ReferencedAssembly>();
        image.Each("assembly references", image.Reader.AssemblyReferences, MostReferences, handle =>
        {
            var reference = image.Reader.GetAssemblyReference(handle);
            var name = image.Text(reference.Name);
            string? token = null;
            image.Try("public key of a reference", () => token = PublicKeyTokens.OfReference(image.Reader.GetBlobBytes(reference.PublicKeyOrToken), (reference.Flags & AssemblyFlags.PublicKey) != 0));
            references.Add(new ReferencedAssembly(name, token, forwarded.Contains(handle)));
        });
        return references;
    }

    private static List<string> LinkedFiles(MetadataImage image)
    {
        var files = new List<string>();
        image.Each("files of the assembly", image.Reader.AssemblyFiles, MostReferences, handle => files.Add(image.Text(image.Reader.GetAssemblyFile(handle).Name)));
        return files;
    }

    private static List<string> ComClasses(MetadataImage image)
    {
        var classes = new List<string>();
        image.Each("types", image.Reader.TypeDefinitions, MostRows, [MethodImpl(CompileOnce.Well)] (handle) =>
        {
            var type = image.Reader.GetTypeDefinition(handle);
            if ((type.Attributes & TypeAttributes.Import) == 0 || (type.Attributes & TypeAttributes.Interface) != 0) return;
            foreach (var attributeHandle in type.GetCustomAttributes().Take(MostAttributes))
            {
                var attribute = image.Reader.GetCustomAttribute(attributeHandle);
                if (AttributeTexts.TypeName(image, attribute) == "GuidAttribute" && AttributeTexts.Value(image, attribute) is { } clsid) classes.Add(clsid);
            }
        });
        return classes;
    }

    /// <summary>Of tables that have no collection of their own.</summary>
    private static List<T> Rows<T>(TableIndex table, MetadataReader reader, Func<int, T> handle) =>
        [.. Enumerable.Range(1, Math.Min(reader.GetTableRowCount(table), MostReferences + 1)).Select(handle)];
}
