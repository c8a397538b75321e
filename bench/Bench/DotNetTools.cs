using System.Buffers.Binary;
using System.Diagnostics;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace BannedVendorAnalyzer.Bench;

/// <summary>What .NET's own readers say of a PE file: whether it is managed, the common names of its signers, and of a managed one its company.</summary>
internal static class DotNetTools
{
    private const string NestedSignature = "1.3.6.1.4.1.311.2.4.1";

    /// <summary>Null for a file that they do not read.</summary>
    public static (bool IsManaged, HashSet<string> Signers, string Company)? Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        try
        {
            using var reader = new PEReader(new MemoryStream(bytes));
            var header = reader.PEHeaders.PEHeader;
            if (header is null) return null;

            HashSet<string> signers = [];
            var (at, length) = (header.CertificateTableDirectory.RelativeVirtualAddress, header.CertificateTableDirectory.Size);
            for (var end = at + length; end - at > 8;)
            {
                var entry = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));
                Add(signers, bytes[(at + 8)..(at + entry)]);
                at += (entry + 7) & ~7;
            }

            var isManaged = reader.PEHeaders.CorHeader is not null;
            // Elsewhere than on Windows from the attributes, which compilers copy into the version resource.
            return (isManaged, signers, isManaged ? FileVersionInfo.GetVersionInfo(path).CompanyName?.Trim() ?? "" : "");
        }
        catch (BadImageFormatException)
        {
            return null;
        }
    }

    private static void Add(HashSet<string> signers, byte[] message)
    {
        var signature = new SignedCms();
        signature.Decode(message);
        foreach (var signer in signature.SignerInfos)
        {
            if (signer.Certificate is { } certificate) signers.Add(certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false));
            foreach (var attribute in signer.UnsignedAttributes.Cast<System.Security.Cryptography.CryptographicAttributeObject>().Where(attribute => attribute.Oid.Value == NestedSignature))
                foreach (var value in attribute.Values) Add(signers, value.RawData);
        }
    }
}
