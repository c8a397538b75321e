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

    /// <summary>Begins a text that grows.</summary>
    Begin,

    /// <summary>Puts its second argument behind the text that its first one holds.</summary>
    Append,

    /// <summary>The text that has grown.</summary>
    End,

    /// <summary>What is made of a text is still that text: a full path, a GUID, an assembly's name.</summary>
    Same,
}
