namespace BannedVendorAnalyzer.Inspection.Binaries.Pe;

/// <summary>"The Attribute Certificate Table": signatures that stand behind the image.</summary>
internal static class PeCertificates
{
    private const string Where = "the certificate table";

    // dwLength, wRevision, wCertificateType; each entry begins at a multiple of 8.
    private const int HeaderLength = 8;

    // WIN_CERT_TYPE_PKCS_SIGNED_DATA; the other types are reserved or not supported.
    private const int SignedData = 2;

    // One, or one for each hash algorithm.
    private const int MostEntries = 16;

    public static void Read(PeImage image, PeDirectory directory, ImageFacts facts)
    {
        if (directory.Size == 0)
            return;

        var at = (long)directory.Address;
        var end = at + directory.Size;
        if (!image.Bytes.Contains(at, directory.Size))
        {
            facts.Outside(Where, at);
            return;
        }

        for (var i = 0; i < MostEntries && end - at >= HeaderLength; i++)
        {
            var length = (long)image.Bytes.U32(at);
            if (length < HeaderLength || length > end - at)
            {
                facts.Problem(Where, $"has an entry of {length} bytes at 0x{at:X}");
                return;
            }

            if (image.Bytes.U16(at + 6) == SignedData)
                ImageSignature.Read(image.Bytes, at + HeaderLength, length - HeaderLength, Where, facts);

            at += (length + 7) & ~7L;
        }
    }
}
