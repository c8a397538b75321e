namespace BannedVendorAnalyzer.Inspection.Assemblies;

/// <summary>What a call loads.</summary>
public enum LoadKind
{
    NativeLibrary,

    /// <summary>A function of a native library.</summary>
    EntryPoint,
    Assembly,

    /// <summary>A COM class by CLSID or ProgID.</summary>
    ComClass,
}
