using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace BannedVendorAnalyzer.Tests.Assemblies;

/// <summary>Makes a managed image with the rows a test wants, and nothing else.</summary>
public sealed class AssemblyImage
{
    public string Name { get; init; } = "Contoso.Wrapper";

    public byte[] PublicKey { get; init; } = [];

    public string? Company { get; init; }

    /// <summary>Module and imported function; without a function only the module is named.</summary>
    public IReadOnlyList<(string Module, string? Function)> Imports { get; init; } = [];

    /// <summary>Name, key or token, whether it is the key.</summary>
    public IReadOnlyList<(string Name, byte[] KeyOrToken, bool IsKey)> References { get; init; } = [];

    /// <summary>Names of referenced assemblies that a type is forwarded to.</summary>
    public IReadOnlyList<string> Forwards { get; init; } = [];

    public IReadOnlyList<string> LinkedFiles { get; init; } = [];

    public IReadOnlyList<(string Name, byte[] Bytes)> Resources { get; init; } = [];

    /// <summary>Bytes that several resources name.</summary>
    public byte[]? SharedResource { get; init; }

    public int SharedResourceNames { get; init; }

    /// <summary>Texts that a method passes to NativeLibrary.Load, as they are or with ".dll" behind.</summary>
    public IReadOnlyList<string> Loads { get; init; } = [];

    public byte[] Build()
    {
        var metadata = new MetadataBuilder();
        var name = metadata.GetOrAddString(Name);
        metadata.AddModule(0, name, metadata.GetOrAddGuid(new Guid("0a1b2c3d-0000-4000-8000-000000000001")), default, default);
        metadata.AddAssembly(name, new Version(1, 2, 3, 4), default, metadata.GetOrAddBlob(PublicKey), PublicKey.Length > 0 ? AssemblyFlags.PublicKey : 0, AssemblyHashAlgorithm.Sha1);
        var core = metadata.AddAssemblyReference(metadata.GetOrAddString("System.Runtime"), new Version(8, 0), default, default, default, default);
        metadata.AddTypeDefinition(default, default, metadata.GetOrAddString("<Module>"), default, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
        metadata.AddTypeDefinition(TypeAttributes.Public, metadata.GetOrAddString("Contoso"), metadata.GetOrAddString("Native"), default, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
        var code = new BlobBuilder();
        if (Loads.Count > 0) AddLoads(metadata, core, new MethodBodyStreamEncoder(code));
        AddImports(metadata);
        foreach (var (reference, key, isKey) in References) AddReference(metadata, reference, key, isKey);
        foreach (var forward in Forwards)
            metadata.AddExportedType((TypeAttributes)0x00200000, metadata.GetOrAddString("Contoso"), metadata.GetOrAddString("Moved"), AddReference(metadata, forward, [], false), 0);
        foreach (var file in LinkedFiles) metadata.AddAssemblyFile(metadata.GetOrAddString(file), default, false);
        if (Company is not null) AddCompany(metadata, core);
        var resources = AddResources(metadata);
        var image = new BlobBuilder();
        new ManagedPEBuilder(PEHeaderBuilder.CreateLibraryHeader(), new MetadataRootBuilder(metadata), code, managedResources: resources, deterministicIdProvider: _ => new BlobContentId(Guid.Empty, 1)).Serialize(image);
        return image.ToArray();
    }

    private static AssemblyReferenceHandle AddReference(MetadataBuilder metadata, string name, byte[] keyOrToken, bool isKey) =>
        metadata.AddAssemblyReference(metadata.GetOrAddString(name), new Version(1, 0), default, metadata.GetOrAddBlob(keyOrToken), isKey ? AssemblyFlags.PublicKey : 0, default);

    private void AddLoads(MetadataBuilder metadata, AssemblyReferenceHandle core, MethodBodyStreamEncoder bodies)
    {
        var load = Static(metadata, core, "System.Runtime.InteropServices", "NativeLibrary", "Load", 1, returns => returns.Type().IntPtr());
        var concat = Static(metadata, core, "System", "String", "Concat", 2, returns => returns.Type().String());
        var il = new InstructionEncoder(new BlobBuilder(), new ControlFlowBuilder());
        foreach (var text in Loads)
        {
            var behind = il.DefineLabel();
            il.LoadString(metadata.GetOrAddUserString(text));
            il.OpCode(ILOpCode.Ldc_i4_0);
            il.Branch(ILOpCode.Brfalse, behind);
            il.LoadString(metadata.GetOrAddUserString(".dll"));
            il.Call(concat);
            il.MarkLabel(behind);
            il.Call(load);
            il.OpCode(ILOpCode.Pop);
        }

        il.OpCode(ILOpCode.Ret);
        var signature = new BlobBuilder();
        new BlobEncoder(signature).MethodSignature().Parameters(0, returns => returns.Void(), _ => { });
        metadata.AddMethodDefinition(MethodAttributes.Static, MethodImplAttributes.IL, metadata.GetOrAddString("LoadAll"), metadata.GetOrAddBlob(signature), bodies.AddMethodBody(il), MetadataTokens.ParameterHandle(1));
    }

    private static MemberReferenceHandle Static(MetadataBuilder metadata, AssemblyReferenceHandle core, string space, string type, string method, int texts, Action<ReturnTypeEncoder> returns)
    {
        var signature = new BlobBuilder();
        new BlobEncoder(signature).MethodSignature().Parameters(texts, returns, parameters =>
        {
            for (var i = 0; i < texts; i++) parameters.AddParameter().Type().String();
        });
        return metadata.AddMemberReference(metadata.AddTypeReference(core, metadata.GetOrAddString(space), metadata.GetOrAddString(type)), metadata.GetOrAddString(method), metadata.GetOrAddBlob(signature));
    }

    private void AddImports(MetadataBuilder metadata)
    {
        var signature = new BlobBuilder();
        new BlobEncoder(signature).MethodSignature().Parameters(0, returns => returns.Void(), _ => { });
        foreach (var module in Imports.GroupBy(import => import.Module))
        {
            var handle = metadata.AddModuleReference(metadata.GetOrAddString(module.Key));
            foreach (var function in module.Select(import => import.Function).OfType<string>())
            {
                var method = metadata.AddMethodDefinition(MethodAttributes.Static | MethodAttributes.PinvokeImpl, MethodImplAttributes.PreserveSig, metadata.GetOrAddString("Call" + function), metadata.GetOrAddBlob(signature), -1, MetadataTokens.ParameterHandle(1));
                metadata.AddMethodImport(method, MethodImportAttributes.None, metadata.GetOrAddString(function), handle);
            }
        }
    }

    private void AddCompany(MetadataBuilder metadata, AssemblyReferenceHandle core)
    {
        var type = metadata.AddTypeReference(core, metadata.GetOrAddString("System.Reflection"), metadata.GetOrAddString("AssemblyCompanyAttribute"));
        var signature = new BlobBuilder();
        new BlobEncoder(signature).MethodSignature(isInstanceMethod: true).Parameters(1, returns => returns.Void(), parameters => parameters.AddParameter().Type().String());
        var value = new BlobBuilder();
        value.WriteUInt16(1);
        value.WriteSerializedString(Company);
        value.WriteUInt16(0);
        metadata.AddCustomAttribute(EntityHandle.AssemblyDefinition, metadata.AddMemberReference(type, metadata.GetOrAddString(".ctor"), metadata.GetOrAddBlob(signature)), metadata.GetOrAddBlob(value));
    }

    private BlobBuilder? AddResources(MetadataBuilder metadata)
    {
        if (Resources.Count == 0 && SharedResource is null) return null;
        var blob = new BlobBuilder();
        if (SharedResource is not null)
        {
            for (var i = 0; i < SharedResourceNames; i++) metadata.AddManifestResource(ManifestResourceAttributes.Public, metadata.GetOrAddString($"shared{i}"), default, 0);
            blob.WriteInt32(SharedResource.Length);
            blob.WriteBytes(SharedResource);
            blob.Align(8);
        }

        foreach (var (name, bytes) in Resources)
        {
            metadata.AddManifestResource(ManifestResourceAttributes.Public, metadata.GetOrAddString(name), default, (uint)blob.Count);
            blob.WriteInt32(bytes.Length);
            blob.WriteBytes(bytes);
            blob.Align(8);
        }

        return blob;
    }
}
