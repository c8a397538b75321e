using BannedVendorAnalyzer.Inspection.Signatures;

namespace BannedVendorAnalyzer.Inspection.Binaries;

/// <summary>Signers of a CMS message in a binary: Authenticode with its nested signatures, or Apple's code signature.</summary>
internal static class ImageSignature
{
    // Real ones have up to some 60 KB, with page hashes and nested signatures.
    private const int MostLength = 1 << 20;

    // One nested signature is what tools write, for a second hash algorithm.
    private const int MostSignatures = 16;

    public static void Read(ImageBytes bytes, long offset, long length, string where, ImageFacts facts)
    {
        if (length > MostLength || !facts.TryTakeSignature(length))
        {
            facts.Problem(where, $"has a signature of {length} bytes, or more signatures than are read");
            return;
        }

        var input = new DerInput(bytes.Block(offset, (int)length));
        var signers = ReadSigners(input);
        // Whoever is named before the damage stays evidence.
        foreach (var signer in signers)
        {
            if (!facts.Signers.Contains(signer))
                facts.Signers.Add(signer);
        }

        if (input.Problem is { } problem)
            facts.Problem(where, $"has a signature that cannot be read: {problem}");
    }

    private static List<ImageSigner> ReadSigners(DerInput input)
    {
        List<ImageSigner> signers = [];
        // The field is padded with zeros, so its end is not that of the message.
        var messages = new Queue<DerElement>();
        messages.Enqueue(new DerReader(input, 0, input.Bytes.Length).Read());
        for (var i = 0; i < MostSignatures && messages.Count > 0; i++)
        {
            var data = CmsSignedData.Read(input, messages.Dequeue().Open(DerTag.Sequence, "ContentInfo"));
            if (SignerCertificate.Find(data.Certificates, data.Signer.Identifier) is not { } certificate)
                continue;

            var subject = DistinguishedName.Read(certificate.Subject);
            if (input.Problem is null)
                signers.Add(new ImageSigner(subject.Organization, subject.CommonName, subject.SerialNumber));

            foreach (var nested in CmsAttributes.Find(data.Signer.UnsignedAttributes, ObjectIdentifiers.NestedSignature))
                messages.Enqueue(nested);
        }

        return signers;
    }
}
