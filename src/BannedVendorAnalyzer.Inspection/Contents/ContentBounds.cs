namespace BannedVendorAnalyzer.Inspection.Contents;

/// <summary>How much of anybody's files is looked at. Each is far above what packages hold and far below what would keep a build waiting.</summary>
internal static class ContentBounds
{
    /// <summary>Files of one folder or archive.</summary>
    public const int MostEntries = 100_000;

    /// <summary>Folders below each other.</summary>
    public const int MostDepth = 64;

    /// <summary>Bytes of one file in an archive: it is unpacked into memory.</summary>
    public const long MostEntryBytes = 512L * 1024 * 1024;

    /// <summary>Bytes of all files in an archive together.</summary>
    public const long MostArchiveBytes = 8L * 1024 * 1024 * 1024;

    /// <summary>Unpacked to packed bytes of one file that is larger than <see cref="SmallEntryBytes"/>. DEFLATE reaches 1,032; libraries stay below 20.</summary>
    public const int MostEntryRatio = 400;
    public const long SmallEntryBytes = 1024 * 1024;

    /// <summary>The same over a whole archive that is larger than <see cref="SmallArchiveBytes"/>.</summary>
    public const int MostArchiveRatio = 100;
    public const long SmallArchiveBytes = 64L * 1024 * 1024;

    /// <summary>Archives and packed resources inside each other.</summary>
    public const int MostNesting = 4;

    /// <summary>Bytes of one packed resource, whose length nothing tells before it is unpacked.</summary>
    public const int MostPackedBytes = 64 * 1024 * 1024;

    /// <summary>Bytes of images that are unpacked out of files inside files, over one whole package.</summary>
    public const long MostNestedBytes = 256L * 1024 * 1024;

    /// <summary>Files inside files, over one whole package.</summary>
    public const int MostNestedFiles = 200_000;

    /// <summary>Files that cannot be read, over one whole package: it is unverified anyway, and each costs an exception.</summary>
    public const int MostFailures = 1000;

    /// <summary>Of one folder or archive that are told one by one; the rest is counted.</summary>
    public const int MostProblems = 20;
}
