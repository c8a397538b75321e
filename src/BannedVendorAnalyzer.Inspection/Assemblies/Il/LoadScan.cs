using System.Reflection.Metadata;

namespace BannedVendorAnalyzer.Inspection.Assemblies.Il;

/// <summary>
/// Finds the constants that reach a load call: within one method body, through locals and joined texts, and through fields that a
/// constructor sets. An image without such a call costs one look at its references.
/// </summary>
internal sealed class LoadScan
{
    private const int MostMethods = 1_000_000;

    /// <summary>Of code in one image, exception tables included; the bodies of a hostile one may lie over each other.</summary>
    private const int MostBytes = 64 * 1024 * 1024;
    private const int MostLoads = 4096;

    private readonly MetadataImage _image;
    private readonly BodyScan _bodies;
    private readonly HashSet<DynamicLoad> _loads = [];
    private MethodDefinition _method;
    private long _left = MostBytes;

    private LoadScan(MetadataImage image, CallTargets targets)
    {
        _image = image;
        _bodies = new BodyScan(image, targets, Found);
    }

    public static IReadOnlyList<DynamicLoad> Find(MetadataImage image)
    {
        var targets = CallTargets.Of(image);
        if (!targets.Loads) return [];
        var scan = new LoadScan(image, targets);

        // Constructors come first: what they leave in fields is known when the methods are looked at.
        scan.Pass("constructors", isOfConstructors: true);
        scan.Pass("method bodies", isOfConstructors: false);
        if (scan._left < 0) image.Problem($"it has more than {MostBytes} bytes of code; the rest was not looked at");
        return [.. scan._loads];
    }

    private void Pass(string what, bool isOfConstructors) => _image.Each(what, _image.Reader.MethodDefinitions, MostMethods, handle =>
    {
        var method = _image.Reader.GetMethodDefinition(handle);
        if (method.RelativeVirtualAddress == 0 || _left < 0 || IsConstructor(method) != isOfConstructors) return;
        var body = _image.Pe.GetMethodBody(method.RelativeVirtualAddress);
        _left -= body.Size;
        _method = method;
        _bodies.Run(body.GetILReader());
    });

    private bool IsConstructor(MethodDefinition method) =>
        (method.Attributes & System.Reflection.MethodAttributes.SpecialName) != 0 && _image.Text(method.Name) is ".cctor" or ".ctor";

    private void Found(LoadKind kind, string value)
    {
        if (_loads.Count < MostLoads) _loads.Add(new DynamicLoad(kind, value, _image.Place(_method)));
    }
}
