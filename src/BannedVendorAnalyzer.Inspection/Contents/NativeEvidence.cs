using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Inspection.Binaries;

namespace BannedVendorAnalyzer.Inspection.Contents;

/// <summary>What a native image, or the native side of a managed one, says as evidence.</summary>
internal static class NativeEvidence
{
    /// <param name="file">Where the image is.</param>
    /// <param name="exportPrefixes">Prefixes that are counted.</param>
    public static IEnumerable<EvidenceItem> Of(NativeImage image, string file, IEnumerable<string> exportPrefixes)
    {
        // What a file calls itself stays when somebody renames it.
        if (image.Name is { } name) yield return new EvidenceItem(EvidenceKind.NativeFile, name, file, Detail: "by its own name");
        foreach (var import in image.Imports) yield return new EvidenceItem(EvidenceKind.NativeImport, import, file);

        // The parts of an import library bear the name of the module that it imports and does not hold.
        foreach (var member in image.Members.Except(image.Imports, StringComparer.OrdinalIgnoreCase)) yield return new EvidenceItem(EvidenceKind.NativeFile, member, file, Detail: "member of the archive");
        foreach (var evidence in OfVersion(image.Version, file)) yield return evidence;
        foreach (var signer in image.Signers)
        {
            if (signer.Organization is { } organisation) yield return new EvidenceItem(EvidenceKind.FileSigner, organisation, file);
            if (signer.SerialNumber is { } number) yield return new EvidenceItem(EvidenceKind.FileSigner, number, file);
        }

        if (image.TeamId is { } team) yield return new EvidenceItem(EvidenceKind.FileSigner, team, file);
        if (image.Exports.Count == 0) yield break;
        foreach (var prefix in exportPrefixes)
            if (image.Exports.CountStartingWith(prefix) is > 0 and var count) yield return new EvidenceItem(EvidenceKind.NativeExport, prefix, file, count);
    }

    private static IEnumerable<EvidenceItem> OfVersion(VersionInfo? version, string file)
    {
        if (version is null) yield break;
        foreach (var original in version.OriginalFilenames.Concat(version.InternalNames)) yield return new EvidenceItem(EvidenceKind.NativeFile, original, file, Detail: "by its version resource");
        foreach (var company in version.CompanyNames.Concat(version.LegalCopyrights.Select(CopyrightHolder.Of)))
            if (company.Length > 0) yield return new EvidenceItem(EvidenceKind.Company, company, file);
    }
}
