namespace BannedVendorAnalyzer.Evidence;

/// <summary>What kind of fact was observed.</summary>
public enum EvidenceKind
{
    PackageId,

    /// <summary>Gallery account in the repository signature.</summary>
    PackageOwner,

    /// <summary>Organisation or registration number in a certificate.</summary>
    Signer,
    NuspecAuthor,
    Repository,

    /// <summary>A file that is there, by its path.</summary>
    NativeFile,

    /// <summary>A native module that is imported, as written.</summary>
    NativeImport,
    AssemblyName,
    Domain,
}

/// <summary>A fact observed in the build.</summary>
/// <param name="Value">As found, not normalised.</param>
/// <param name="File">Where it was found, relative to the component, with <c>/</c>; null when it is the component's own name.</param>
public sealed record EvidenceItem(EvidenceKind Kind, string Value, string? File = null);
