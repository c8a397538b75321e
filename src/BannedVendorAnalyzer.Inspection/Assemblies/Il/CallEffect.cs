namespace BannedVendorAnalyzer.Inspection.Assemblies.Il;

/// <summary>What a call does with texts.</summary>
internal enum CallEffect
{
    None,
    LoadNativeLibrary,
    LoadEntryPoint,
    LoadAssembly,
    LoadComClass,

    /// <summary>Puts its arguments one behind the other.</summary>
    Concat,

    /// <summary>Joins its arguments to a path.</summary>
    Combine,

    /// <summary>What is made of a text is still that text: a full path, a GUID, an assembly's name.</summary>
    Same,
}
