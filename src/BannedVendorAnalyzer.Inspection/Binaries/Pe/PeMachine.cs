using System.Globalization;

namespace BannedVendorAnalyzer.Inspection.Binaries.Pe;

/// <summary>Names of "Machine Types".</summary>
internal static class PeMachine
{
    // What .NET puts over the machine type of code compiled ahead for another system than Windows: Linux, macOS, FreeBSD, NetBSD, SunOS
    // (docs/design/coreclr/botr/readytorun-format.md of dotnet/runtime).
    private static readonly int[] _systems = [0x7B79, 0x4644, 0xADC4, 0x1993, 0x1992];

    public static string Name(int machine)
    {
        foreach (var system in _systems)
        {
            if (Find(machine ^ system) is { } known)
                return known;
        }

        return Find(machine) ?? "0x" + machine.ToString("X4", CultureInfo.InvariantCulture);
    }

    private static string? Find(int machine) => machine switch
    {
        0x014C => "x86",
        0x8664 => "x64",
        0x01C0 or 0x01C2 or 0x01C4 => "arm",
        0xAA64 or 0xA641 or 0xA64E => "arm64",
        0x0200 => "ia64",
        0x5032 or 0x5064 => "riscv",
        0x6232 or 0x6264 => "loongarch",
        _ => null,
    };
}
