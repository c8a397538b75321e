namespace BannedVendorAnalyzer.Inspection.Binaries;

/// <summary>What a binary says about itself and about what it loads; of a fat file all of its parts together.</summary>
/// <param name="Architectures">Processors, e.g. <c>x64</c>; a number for one without a name here. Empty for most archives.</param>
/// <param name="Name">
/// The name that it gives itself: DLL name in the export directory of PE, DT_SONAME of ELF, LC_ID_DYLIB of Mach-O (with its path).
/// </param>
/// <param name="Imports">
/// Modules it loads, as written: imports, delay imports and the targets of forwarders (PE), DT_NEEDED, filters and auditors (ELF), dylibs however
/// they are loaded (Mach-O), DLLs of import objects (archive).
/// </param>
/// <param name="RunPaths">Where it looks for them: DT_RPATH, DT_RUNPATH, LC_RPATH.</param>
/// <param name="Exports">Names it offers; of an archive, its symbol index.</param>
/// <param name="Version">Null without a version resource.</param>
/// <param name="Signers">Signers of Authenticode (nested signatures too) or of an Apple code signature.</param>
/// <param name="TeamId">Apple's identifier of the developer, in an Apple code signature.</param>
/// <param name="Comments">Section <c>.comment</c> of ELF: compilers and linkers.</param>
/// <param name="Members">Names of an archive's members.</param>
/// <param name="IsManaged">PE with a CLI header (ECMA-335 II.25.3.3).</param>
/// <param name="Problems">What could not be read, and where. What is beside it was read.</param>
public sealed record NativeImage(
    BinaryFormat Format,
    IReadOnlyList<string> Architectures,
    string? Name,
    IReadOnlyList<string> Imports,
    IReadOnlyList<string> RunPaths,
    ExportNames Exports,
    VersionInfo? Version,
    IReadOnlyList<ImageSigner> Signers,
    string? TeamId,
    IReadOnlyList<string> Comments,
    IReadOnlyList<string> Members,
    bool IsManaged,
    IReadOnlyList<string> Problems)
{
    /// <summary>Those of <see cref="Imports"/> that are loaded when they are first needed (delay-load directory of PE).</summary>
    public IReadOnlyList<string> DelayedImports { get; init; } = [];

    /// <summary>
    /// What stands in the file behind the image, before or after its signature: no loader looks at it, but the program itself may. Empty where there is nothing.
    /// </summary>
    public (long Start, long End) Behind { get; init; }
}
