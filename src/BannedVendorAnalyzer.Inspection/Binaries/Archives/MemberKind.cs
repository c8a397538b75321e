namespace BannedVendorAnalyzer.Inspection.Binaries.Archives;

internal enum MemberKind
{
    File,

    /// <summary>Member <c>/</c>: numbers of 32 bits, big-endian.</summary>
    SystemVSymbols,

    /// <summary>Member <c>/SYM64/</c>: numbers of 64 bits.</summary>
    WideSystemVSymbols,

    /// <summary>Member <c>__.SYMDEF</c>.</summary>
    BsdSymbols,

    /// <summary>Tables without anything to read: long names, and what Microsoft adds for its own linker.</summary>
    Other,
}
