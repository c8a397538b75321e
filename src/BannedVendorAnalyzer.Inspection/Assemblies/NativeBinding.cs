namespace BannedVendorAnalyzer.Inspection.Assemblies;

/// <summary>A native module as the metadata names it (ECMA-335 II.22.31 ModuleRef, II.22.22 ImplMap).</summary>
/// <param name="EntryPoint">The imported function; null where the module is named without one.</param>
/// <param name="Place">Type and method that import it, e.g. <c>Contoso.Native.Init</c>; null without an entry point.</param>
public sealed record NativeBinding(string Module, string? EntryPoint, string? Place);
