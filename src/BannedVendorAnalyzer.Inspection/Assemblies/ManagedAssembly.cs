namespace BannedVendorAnalyzer.Inspection.Assemblies;

/// <summary>What the metadata of one managed image says (ECMA-335 partition II), as found and not normalised.</summary>
/// <param name="Name">Of the assembly; null for a module without a manifest.</param>
/// <param name="PublicKeyToken">16 lower-case hexadecimal digits; null where the assembly has no strong name.</param>
/// <param name="Company">From the assembly's attributes, as are product and copyright.</param>
/// <param name="NativeBindings">Platform invokes, and modules that are named without one.</param>
/// <param name="References">Assemblies that are referenced, those to which types are forwarded included.</param>
/// <param name="LinkedFiles">Files that the manifest counts to the assembly without holding them (II.22.19).</param>
/// <param name="ComClasses">CLSIDs of imported COM classes.</param>
/// <param name="Loads">Constants that reach a call which loads something.</param>
/// <param name="Hosts">Hosts of the strings that are addresses, as far as the caller asked for them.</param>
/// <param name="Resources">Resources that lie in the image.</param>
/// <param name="Problems">What could not be read; the rest holds what could.</param>
public sealed record ManagedAssembly(
    string? Name,
    string? PublicKeyToken,
    string? Company,
    string? Product,
    string? Copyright,
    IReadOnlyList<NativeBinding> NativeBindings,
    IReadOnlyList<ReferencedAssembly> References,
    IReadOnlyList<string> LinkedFiles,
    IReadOnlyList<string> ComClasses,
    IReadOnlyList<DynamicLoad> Loads,
    IReadOnlyList<string> Hosts,
    IReadOnlyList<EmbeddedResource> Resources,
    IReadOnlyList<string> Problems);
