using BannedVendorAnalyzer.Tests.Packages.Signatures;

namespace BannedVendorAnalyzer.Tests.Binaries;

/// <summary>A sound file of each format and flavour, to be damaged.</summary>
public static class BinarySamples
{
    private static readonly (string Key, string Value)[] _version =
        [("CompanyName", "Acme"), ("ProductName", "Acme Vision"), ("LegalCopyright", "(c) Acme"), ("OriginalFilename", "acme.dll"), ("InternalName", "acme")];

    public static PeBuilder Pe { get; } = new()
    {
        Imports = ["KERNEL32.dll", "HCCore.dll"],
        DelayedImports = ["late.dll"],
        Name = "acme.dll",
        Exports = ["ACME_Init", "ACME_Stop", "ACME_Play"],
        Forwarders = ["other.part.ACME_Old", "ord.#7"],
        Version = [_version, [("CompanyName", "Acme GmbH")]],
        IsManaged = true,
    };

    public static ElfBuilder Elf { get; } = new()
    {
        Name = "libacme.so.6",
        Needed = ["libc.so.6", "libhpr.so"],
        RunPath = "$ORIGIN:/opt/acme",
        Exports = ["ACME_Init", "ACME_Stop", "other"],
        Comment = "GCC: (GNU) 12",
    };

    public static MachOBuilder MachO { get; } = new()
    {
        Name = "@rpath/libacme.dylib",
        Imports = [(MachOBuilder.LoadDylib, "/usr/lib/libSystem.B.dylib"), (0x80000018, "weak.dylib"), (0x8000001F, "reexported.dylib"), (0x20, "lazy.dylib"), (0x80000023, "upward.dylib")],
        RunPath = "@loader_path",
        Exports = ["_ACME_Init", "_ACME_Stop", "__Z4testv"],
    };

    /// <summary>CMS message of a made-up organisation; the same one each time it is asked for.</summary>
    public static byte[] Signature { get; } = SignatureBuilder.Build("Acme Ltd", "12345", owners: null);

    // Last, because it is made of the others.
    public static IReadOnlyDictionary<string, byte[]> All { get; } = Build();

    private static Dictionary<string, byte[]> Build()
    {
        var archive = new ArchiveBuilder().SystemVSymbols(false, "ACME_Init", "ACME_Stop").Member("//", new ByteWriter().Ascii("a-very-long-member-name.o/\n").ToArray()).Member("short.o/", [1, 2, 3]).Member("/0", [4]).Import("acme.dll", "ACME_Init").Build();
        var thin = MachO.Build();
        return new Dictionary<string, byte[]>
        {
            ["pe32+"] = (Pe with { Certificates = [Signature] }).Build(),
            ["pe32"] = (Pe with { IsPlus = false, Machine = 0x14C, HasOldDelayedImports = true }).Build(),
            ["pe, large"] = (Pe with { Exports = [.. Many("ACME_")] }).Build(),
            ["elf64"] = Elf.Build(),
            ["elf64, big-endian, System V hash"] = (Elf with { IsBig = true, Machine = 22, Hash = ElfHash.SystemV }).Build(),
            ["elf32"] = (Elf with { IsWide = false, Machine = 3 }).Build(),
            ["elf32, big-endian, no hash"] = (Elf with { IsWide = false, IsBig = true, Machine = 8, Hash = ElfHash.None, HasSections = false }).Build(),
            ["elf, large"] = (Elf with { Exports = [.. Many("acme_")] }).Build(),
            ["mach-o"] = (MachO with { TeamId = "ABCDE12345", Signature = Signature }).Build(),
            ["mach-o, trie"] = (MachO with { TrieCommand = 0x80000033 }).Build(),
            ["mach-o, big-endian, 32 bits"] = (MachO with { IsBig = true, IsWide = false, Processor = 18, TrieCommand = 0x80000022 }).Build(),
            ["fat"] = MachOBuilder.Fat(false, thin, (MachO with { Processor = 0x01000007 }).Build()),
            ["fat of 64 bits, archive"] = MachOBuilder.Fat(true, thin, archive),
            ["archive"] = archive,
            ["archive, BSD"] = new ArchiveBuilder().BsdSymbols(false, "_ACME_Init").Member("#1/8", new ByteWriter().Ascii("longer.oX").ToArray()).Build(),
        };
    }

    // More than a page, so that tables cross from one to the next.
    private static IEnumerable<string> Many(string prefix) => Enumerable.Range(0, 1500).Select(i => $"{prefix}function_{i}");
}
