using System.Runtime.CompilerServices;

namespace BannedVendorAnalyzer.Inspection.Assemblies;

internal static class CompileOnce
{
    /// <summary>
    /// For the loops that go over every row, string and instruction of an assembly. A first check lasts less long than the runtime takes to notice that
    /// they deserve better code than the first. <c>AggressiveOptimization</c>, which netstandard2.0 has no name for; runtimes that do not know it ignore it.
    /// </summary>
    public const MethodImplOptions Well = (MethodImplOptions)512;
}
