namespace BannedVendorAnalyzer.Inspection.Binaries;

/// <summary>Container formats of native code.</summary>
public enum BinaryFormat
{
    /// <summary>Nothing that is known here, or it could not be read so far.</summary>
    None,

    /// <summary>Windows, and every .NET assembly.</summary>
    Pe,

    /// <summary>Linux, Android, BSD.</summary>
    Elf,

    /// <summary>macOS, iOS.</summary>
    MachO,

    /// <summary>Several of <see cref="MachO"/>, one for each processor.</summary>
    MachOFat,

    /// <summary>A static library or an import library, <c>.a</c> or <c>.lib</c>.</summary>
    Archive,
}
