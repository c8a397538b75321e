using System.Globalization;

namespace BannedVendorAnalyzer.Inspection.Binaries.MachO;

/// <summary>Names of values of cputype (mach/machine.h).</summary>
internal static class MachOProcessor
{
    public static string Name(uint type) => type switch
    {
        0x00000007 => "x86",
        0x01000007 => "x64",
        0x0000000C => "arm",
        0x0100000C => "arm64",
        0x0200000C => "arm64_32",
        0x00000012 => "ppc",
        0x01000012 => "ppc64",
        _ => "0x" + type.ToString("X8", CultureInfo.InvariantCulture),
    };
}
