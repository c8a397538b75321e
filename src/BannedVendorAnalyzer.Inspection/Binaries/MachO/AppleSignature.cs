namespace BannedVendorAnalyzer.Inspection.Binaries.MachO;

/// <summary>
/// Reads who signed from an embedded code signature (osfmk/kern/cs_blobs.h of xnu: CS_SuperBlob, CS_CodeDirectory). It is big-endian.
/// </summary>
internal static class AppleSignature
{
    private const string Where = "the code signature";
    private const uint SuperBlob = 0xFADE0CC0;
    private const uint CodeDirectory = 0xFADE0C02;
    private const uint CmsWrapper = 0xFADE0B01;

    // magic and length of each blob.
    private const int BlobHeader = 8;

    // CS_SUPPORTSTEAMID: from this version on a code directory has the field at 48.
    private const uint FirstVersionWithTeam = 0x20200;
    private const int TeamField = 48;

    // Slots: requirements, entitlements, one code directory for each hash algorithm, the CMS message.
    private const uint MostBlobs = 64;

    public static void Read(ImageBytes file, long offset, long length, ImageFacts facts)
    {
        if (!file.Contains(offset, length))
        {
            facts.Outside(Where, offset);
            return;
        }

        var signature = file.Slice(offset, length, inBigEndian: true);
        var count = signature.U32(8);
        if (signature.U32(0) != SuperBlob || count > MostBlobs)
        {
            facts.Problem(Where, $"is no superblob, or one of {count} blobs");
            return;
        }

        for (var i = 0; i < count; i++)
        {
            // CS_BlobIndex: type, offset from the beginning of the superblob.
            var at = signature.U32(12 + BlobHeader * i + 4);
            var blobLength = signature.U32(at + 4L);
            if (blobLength < BlobHeader || !signature.Contains(at, blobLength))
                facts.Outside("a blob of the code signature", offset + at);
            else
                ReadBlob(signature.Slice(at, blobLength, inBigEndian: true), facts);
        }
    }

    private static void ReadBlob(ImageBytes blob, ImageFacts facts)
    {
        switch (blob.U32(0))
        {
            case CodeDirectory when blob.U32(8) >= FirstVersionWithTeam && blob.U32(TeamField) is > 0 and var team:
                facts.TeamId ??= facts.FindText(blob, team);
                break;
            // Without contents where code is signed ad hoc, by nobody.
            case CmsWrapper when blob.Length > BlobHeader:
                ImageSignature.Read(blob, BlobHeader, blob.Length - BlobHeader, Where, facts);
                break;
        }
    }
}
