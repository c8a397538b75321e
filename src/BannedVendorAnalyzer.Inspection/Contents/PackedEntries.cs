namespace BannedVendorAnalyzer.Inspection.Contents;

/// <summary>Which of the files inside another are read, by what its list says; nothing more than that is ever unpacked.</summary>
internal static class PackedEntries
{
    /// <param name="headerBytes">At least so many stand before the data of each.</param>
    /// <param name="length">Of the file that they lie in.</param>
    /// <param name="what">As problems call it.</param>
    public static List<PackedEntry> Bounded(List<PackedEntry> entries, int headerBytes, long length, string what, ProblemList problems) =>
        FitIntoMemory(entries, what, problems) ? WithoutShared(entries, headerBytes, length, what, problems) : [];

    private static bool FitIntoMemory(List<PackedEntry> entries, string what, ProblemList problems)
    {
        double unpacked = entries.Sum(entry => (double)entry.Unpacked), packed = entries.Sum(entry => (double)entry.Packed);
        if (unpacked <= ContentBounds.MostArchiveBytes && (unpacked <= ContentBounds.SmallArchiveBytes || unpacked <= packed * ContentBounds.MostArchiveRatio)) return true;
        problems.Add($"the {what} would unpack to {unpacked:0} bytes out of {packed:0}; so much is not unpacked");
        return false;
    }

    /// <summary>Entries that lie over each other are how a small archive holds much, and how two readers see different files.</summary>
    private static List<PackedEntry> WithoutShared(List<PackedEntry> entries, int headerBytes, long length, string what, ProblemList problems)
    {
        var free = 0L;
        var kept = new List<PackedEntry>(entries.Count);
        entries.Sort((left, right) => left.Start.CompareTo(right.Start));
        foreach (var entry in entries)
        {
            if (entry.Start < free || entry.Packed < 0 || entry.Unpacked < 0 || entry.Packed > length - headerBytes - entry.Start)
            {
                problems.Add($"the data of '{entry.Name}' lies outside the {what} or over that of another entry");
                continue;
            }

            free = entry.Start + headerBytes + entry.Packed;
            if (entry.Unpacked > ContentBounds.MostEntryBytes) problems.Add($"'{entry.Name}' has {entry.Unpacked} bytes; more than {ContentBounds.MostEntryBytes} are not read");
            else if (entry.Unpacked > ContentBounds.SmallEntryBytes && entry.Unpacked / ContentBounds.MostEntryRatio > entry.Packed) problems.Add($"'{entry.Name}' would unpack to {entry.Unpacked} bytes out of {entry.Packed}; so much is not unpacked");
            else kept.Add(entry);
        }

        return kept;
    }
}
