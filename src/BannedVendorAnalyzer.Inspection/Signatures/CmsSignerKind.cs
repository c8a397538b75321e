namespace BannedVendorAnalyzer.Inspection.Signatures;

[Flags]
internal enum CmsSignerKind
{
    Other = 0,
    Author = 1,
    Repository = 2,
}
