using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection.Binaries;

namespace BannedVendorAnalyzer.Inspection.Contents;

/// <summary>The files of a package, wherever it is: unpacked in a folder, or still in its archive. For one thread at a time.</summary>
public interface IPackageContents
{
    /// <summary>Path of the folder or archive; what problems name.</summary>
    string Path { get; }

    /// <summary>Files that can be read, by path.</summary>
    IReadOnlyList<ContentEntry> Entries { get; }

    /// <summary>What there is besides and is not read: entries that leave their place, that are too many or too large, damage.</summary>
    IReadOnlyList<FileProblem> Problems { get; }

    /// <summary>Hands out the bytes of one of the <see cref="Entries"/>, for the time of the call.</summary>
    /// <returns>What kept them from being read, wholly or in part.</returns>
    FileProblem? Read(ContentEntry entry, Action<IByteSource> look);
}
