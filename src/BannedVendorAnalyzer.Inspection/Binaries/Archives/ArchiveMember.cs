namespace BannedVendorAnalyzer.Inspection.Binaries.Archives;

/// <param name="Contents">Where its contents begin, after a name that stands before them.</param>
internal readonly record struct ArchiveMember(MemberKind Kind, string Name, long Contents, long Length);
