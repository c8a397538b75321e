namespace BannedVendorAnalyzer.Inspection.Binaries.Elf;

/// <summary>A section header: sh_name, sh_type, sh_offset, sh_size, sh_link, sh_info.</summary>
internal readonly record struct ElfSection(uint Name, uint Type, long Offset, long Length, uint Link, uint Info);
