using System.Security.Cryptography;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Inspection;
using BannedVendorAnalyzer.Inspection.Binaries;
using BannedVendorAnalyzer.Inspection.Contents;
using BannedVendorAnalyzer.Inspection.Packages;
using NuGet.Packaging;
using NuGet.Packaging.Core;
using NuGet.Packaging.Signing;
using NuGet.Versioning;

namespace BannedVendorAnalyzer.Cli.Feeds;

/// <summary>Reads an archive that a source has sent. Nothing in it is unpacked to disk or run.</summary>
internal static class ArchiveReading
{
    /// <summary>More than any package names, in all groups together.</summary>
    private const int MostDependencies = 5000;

    /// <param name="archive">Can seek.</param>
    /// <param name="isWaivable">Whether anybody will ask for the hash of the contents.</param>
    public static FetchedPackage Read(PackageIdentity asked, string source, Stream archive, ContentRelevance wanted, bool isWaivable)
    {
        var name = asked.ToString();
        var (inspection, nuspec) = PackageArchive.Inspect(name, new StreamByteSource(archive), wanted);
        var problems = new List<FileProblem>(inspection.Problems);
        if (Mismatch(asked, inspection.Component) is { } mismatch) problems.Add(FileProblem.Of(name, $"source '{source}' sent {mismatch} when it was asked for '{asked.Id}' {asked.Version.ToNormalizedString()}"));
        var groups = nuspec is null || problems.Count > 0 ? [] : Groups(name, nuspec, problems);
        return new FetchedPackage(asked, source, groups, inspection with { Component = Named(asked, inspection.Component), Problems = problems }, isWaivable && problems.Count == 0 ? ContentHash(archive) : "") { Sha512 = Hash(archive) };
    }

    /// <summary>Of which nothing more is known than what it is called: that alone can be enough.</summary>
    public static FetchedPackage Missing(PackageIdentity asked, string problem) =>
        new(asked, null, [], new PackageInspection(Named(asked, new PackageComponent(asked.Id, "", [])), [FileProblem.Of(asked.ToString(), problem)], [], ScanSize.None, []), "");

    /// <summary>It is judged under the name that it was asked for by as well: what it calls itself decides nothing.</summary>
    private static PackageComponent Named(PackageIdentity asked, PackageComponent component)
    {
        var id = string.Equals(component.Id, asked.Id, StringComparison.OrdinalIgnoreCase) ? component.Id : asked.Id;
        return new PackageComponent(id, asked.Version.ToNormalizedString(), [.. component.Evidence.Prepend(new EvidenceItem(EvidenceKind.PackageId, id)).Distinct()]);
    }

    private static string? Mismatch(PackageIdentity asked, PackageComponent sent)
    {
        if (!sent.Evidence.Any(evidence => evidence.Kind == EvidenceKind.PackageId)) return null;
        return string.Equals(sent.Id, asked.Id, StringComparison.OrdinalIgnoreCase) && NuGetVersion.TryParse(sent.Version, out var version) && version == asked.Version
            ? null
            : $"'{sent.Id}' {sent.Version}";
    }

    private static List<PackageDependencyGroup> Groups(string name, byte[] nuspec, List<FileProblem> problems)
    {
        try
        {
            var groups = new NuGet.Packaging.NuspecReader(new MemoryStream(nuspec)).GetDependencyGroups(useStrictVersionCheck: true).ToList();
            var dependencies = groups.SelectMany(group => group.Packages).Take(MostDependencies + 1).ToList();
            if (dependencies.Count > MostDependencies) problems.Add(FileProblem.Of(name, $"the nuspec names more than {MostDependencies} dependencies"));
            else if (dependencies.Find(dependency => !IsId(dependency.Id)) is { } odd) problems.Add(FileProblem.Of(name, $"the nuspec names a dependency '{odd.Id}', which is no package id"));
            else return groups;
            return [];
        }
        catch (Exception exception) when (exception is not (MissingMemberException or TypeLoadException))
        {
            // NuGet reads what somebody wrote to be published, so whatever it throws comes from the text.
            problems.Add(FileProblem.Of(name, "the nuspec names dependencies in a way that NuGet does not read either"));
            return [];
        }
    }

    /// <summary>Ids become part of addresses.</summary>
    public static bool IsId(string id) => id.Length <= PackageIdValidator.MaxPackageIdLength && PackageIdValidator.IsValidPackageId(id);

    /// <returns>SHA-512 in Base64.</returns>
    private static string Hash(Stream archive)
    {
        archive.Position = 0;
        return Convert.ToBase64String(SHA512.HashData(archive));
    }

    /// <summary>Only of archives that could be read wholly: NuGet's reader has no bounds.</summary>
    private static string ContentHash(Stream archive)
    {
        archive.Position = 0;
        try
        {
            using var reader = new PackageArchiveReader(archive, leaveStreamOpen: true);
            return reader.GetContentHash(CancellationToken.None, () => "") ?? "";
        }
        catch (Exception exception) when (exception is SignatureException or CryptographicException or IOException or InvalidDataException or PackagingException)
        {
            return "";
        }
    }
}
