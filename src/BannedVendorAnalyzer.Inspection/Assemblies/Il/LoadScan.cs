using System.Reflection;
using System.Reflection.Metadata;
using System.Runtime.CompilerServices;

namespace BannedVendorAnalyzer.Inspection.Assemblies.Il;

/// <summary>
/// Finds the constants that reach a load call: within one method body, through locals and joined texts, and through fields that a
/// constructor sets. An image without such a call costs one look at its references.
/// </summary>
internal sealed class LoadScan
{
    private const int MostMethods = 1_000_000;

    /// <summary>Of code in one image; the bodies of a hostile one may lie over each other.</summary>
    private const int MostBytes = 64 * 1024 * 1024;
    private const int MostLoads = 4096;

    private const int TokenBytes = 4;
    private const byte Call = 0x28;
    private const byte CallVirtual = 0x6F;

    private readonly MetadataImage _image;
    private readonly CallTargets _targets;
    private readonly BodyScan _bodies;
    private readonly HashSet<DynamicLoad> _loads = [];
    private MethodDefinition _method;
    private long _left = MostBytes;
    private byte[] _il = [];

    private LoadScan(MetadataImage image, CallTargets targets)
    {
        _image = image;
        _targets = targets;
        _bodies = new BodyScan(image, targets, Found);
    }

    public static IReadOnlyList<DynamicLoad> Find(MetadataImage image)
    {
        var targets = CallTargets.Of(image);
        if (!targets.Loads) return [];
        var scan = new LoadScan(image, targets);

        var (callers, constructors) = scan.FindCallers();

        // Constructors come first: what they leave in fields is known when the methods are looked at.
        if (callers.Count > 0) scan.Follow("constructors", constructors);
        scan.Follow("methods that load something", callers);
        if (scan._left < 0) image.Problem($"it has more than {MostBytes} bytes of code; the rest was not looked at");
        return [.. scan._loads];
    }

    /// <summary>Few methods load anything; the bytes of a call to one that does are enough to know that a body may be one of them.</summary>
    private (List<MethodDefinitionHandle> Callers, List<MethodDefinitionHandle> Constructors) FindCallers()
    {
        var (callers, constructors) = (new List<MethodDefinitionHandle>(), new List<MethodDefinitionHandle>());
        _image.Each("method bodies", _image.Reader.MethodDefinitions, MostMethods, [MethodImpl(CompileOnce.Well)] (handle) =>
        {
            var method = _image.Reader.GetMethodDefinition(handle);

            // Mixed images have methods of machine code, too (II.23.1.11).
            if (method.RelativeVirtualAddress == 0 || (method.ImplAttributes & MethodImplAttributes.CodeTypeMask) != MethodImplAttributes.IL || _left < 0) return;
            var il = _image.Code(method.RelativeVirtualAddress);
            _left -= il.Length;
            if (MayLoad(il)) callers.Add(handle);
            else if (IsConstructor(method)) constructors.Add(handle);
        });
        return (callers, constructors);
    }

    [MethodImpl(CompileOnce.Well)]
    private bool MayLoad(BlobReader il)
    {
        var length = il.Length;
        if (_il.Length < length) _il = new byte[length];
        il.ReadBytes(length, _il, 0);
        for (var at = 1; at <= length - TokenBytes; at++)
            if (_il[at - 1] is Call or CallVirtual && _targets.IsLoad(_il[at] | _il[at + 1] << 8 | _il[at + 2] << 16 | _il[at + 3] << 24)) return true;
        return false;
    }

    private void Follow(string what, List<MethodDefinitionHandle> methods) => _image.Each(what, methods, MostMethods, handle =>
    {
        _method = _image.Reader.GetMethodDefinition(handle);
        _bodies.Run(_image.Code(_method.RelativeVirtualAddress));
    });

    private bool IsConstructor(MethodDefinition method) =>
        (method.Attributes & MethodAttributes.SpecialName) != 0 && _image.Text(method.Name) is ".cctor" or ".ctor";

    private void Found(LoadKind kind, string value)
    {
        if (_loads.Count < MostLoads) _loads.Add(new DynamicLoad(kind, value, _image.Place(_method)));
    }
}
