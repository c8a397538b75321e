namespace BannedVendorAnalyzer.Inspection.Assemblies;

/// <param name="PublicKeyToken">16 lower-case hexadecimal digits; null where the reference names no key.</param>
/// <param name="IsForwardTarget">Whether types are forwarded to it (ECMA-335 II.22.14).</param>
public sealed record ReferencedAssembly(string Name, string? PublicKeyToken, bool IsForwardTarget);
