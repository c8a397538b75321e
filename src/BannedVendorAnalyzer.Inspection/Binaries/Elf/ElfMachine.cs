using System.Globalization;

namespace BannedVendorAnalyzer.Inspection.Binaries.Elf;

/// <summary>Names of values of e_machine (gABI 4, "ELF Header", and its register of machines).</summary>
internal static class ElfMachine
{
    public static string Name(int machine, bool isWide) => machine switch
    {
        3 => "x86",
        8 => isWide ? "mips64" : "mips",
        20 => "ppc",
        21 => "ppc64",
        22 => isWide ? "s390x" : "s390",
        40 => "arm",
        62 => isWide ? "x64" : "x32",
        183 => "arm64",
        243 => isWide ? "riscv64" : "riscv32",
        258 => "loongarch",
        _ => machine.ToString(CultureInfo.InvariantCulture),
    };
}
