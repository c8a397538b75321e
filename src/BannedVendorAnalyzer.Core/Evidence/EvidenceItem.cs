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

    /// <summary>An assembly that is referenced or loaded by name.</summary>
    AssemblyReference,

    /// <summary>Strong name of the assembly itself.</summary>
    PublicKeyToken,

    /// <summary>Strong name that a referenced assembly must have.</summary>
    ReferencedPublicKeyToken,

    /// <summary>Company or holder of the copyright that a file names; free text.</summary>
    Company,

    /// <summary>Functions that a native file offers, by how their names begin.</summary>
    NativeExport,

    /// <summary>Functions that are imported from native modules, by how their names begin.</summary>
    NativeEntryPoint,

    /// <summary>SHA-256 of a whole file.</summary>
    Sha256,

    /// <summary>CLSID or ProgID of a COM class that is used.</summary>
    ComClass,

    /// <summary>Organisation or registration number in the certificate of a file that lies inside.</summary>
    FileSigner,
}

/// <summary>A fact observed in the build.</summary>
/// <param name="Value">As found, not normalised.</param>
/// <param name="File">
/// Where it was found, relative to the component, with <c>/</c>; a file inside another stands behind it with <c>!/</c> between them; null when
/// it is the component's own name.
/// </param>
/// <param name="Count">How often: of exports and entry points, how many names begin so.</param>
/// <param name="Detail">More about the place inside the file, for people; null when there is nothing to add.</param>
public sealed record EvidenceItem(EvidenceKind Kind, string Value, string? File = null, int Count = 1, string? Detail = null);
