using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Inspection.Packages.Signatures;

namespace BannedVendorAnalyzer.Inspection.Packages;

/// <summary>What a package says of who made and published it, as evidence.</summary>
internal static class PublisherEvidence
{
    public static IEnumerable<EvidenceItem> Of(Nuspec nuspec, string file)
    {
        foreach (var author in nuspec.Authors) yield return new EvidenceItem(EvidenceKind.NuspecAuthor, author, file);
        if (nuspec.RepositoryUrl is { } url) yield return new EvidenceItem(EvidenceKind.Repository, url, file);
    }

    public static IEnumerable<EvidenceItem> Of(PackageSignature signature, string file)
    {
        foreach (var owner in signature.Owners) yield return new EvidenceItem(EvidenceKind.PackageOwner, owner, file);
        if (signature.AuthorOrganization is { } author) yield return new EvidenceItem(EvidenceKind.Signer, author, file);
        if (signature.AuthorSerialNumber is { } number) yield return new EvidenceItem(EvidenceKind.Signer, number, file);
    }
}
