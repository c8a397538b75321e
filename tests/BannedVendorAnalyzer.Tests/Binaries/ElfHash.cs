namespace BannedVendorAnalyzer.Tests.Binaries;

/// <summary>By which table a reader learns how many symbols there are.</summary>
public enum ElfHash
{
    None,
    Gnu,
    SystemV,
}
