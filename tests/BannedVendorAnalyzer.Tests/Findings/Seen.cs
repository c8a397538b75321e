using BannedVendorAnalyzer.Evidence;

namespace BannedVendorAnalyzer.Tests.Findings;

/// <summary>Evidence in one line.</summary>
internal static class Seen
{
    public static EvidenceItem Id(string id) => new(EvidenceKind.PackageId, id);

    public static EvidenceItem File(string path) => new(EvidenceKind.NativeFile, path, path);

    public static EvidenceItem Import(string module, string file = "lib/net8.0/Wrapper.dll") => new(EvidenceKind.NativeImport, module, file);

    public static EvidenceItem Host(string host) => new(EvidenceKind.Domain, host, "lib/net8.0/Client.dll");

    public static EvidenceItem Owner(string account) => new(EvidenceKind.PackageOwner, account, ".signature.p7s");

    public static EvidenceItem Signer(string name) => new(EvidenceKind.Signer, name, ".signature.p7s");

    public static EvidenceItem Author(string name) => new(EvidenceKind.NuspecAuthor, name, "x.nuspec");
}
