using BannedVendorAnalyzer.Diagnostics;

namespace BannedVendorAnalyzer.Inspection.Repositories;

/// <summary>A package that a file brings in without the graph of a restored project.</summary>
/// <param name="Version">As the file writes it: a version, a range or a pattern; null where it leaves that to another file.</param>
/// <param name="Place">Where it stands.</param>
public sealed record PackageEntry(string Id, string? Version, SourceLocation Place)
{
    /// <summary>Whether the build runs it and does not ship it.</summary>
    public bool IsBuildTool { get; init; }

    /// <summary>SHA-512 of the content in base64 (NuGet: contentHash), where the file says it.</summary>
    public string? ContentHash { get; init; }

    /// <summary>The target framework for which it comes in, where the file says it.</summary>
    public string? Framework { get; init; }

    /// <summary>Whether the file asks for it itself.</summary>
    public bool IsDirect { get; init; } = true;

    /// <summary>What stands between the file and the package: packages (<c>Id/Version</c>) and names of projects.</summary>
    public IReadOnlyList<string> Through { get; init; } = [];
}

/// <summary>A place on the network that packages come from.</summary>
/// <param name="Name">What the file calls it.</param>
/// <param name="Host">Without user, password and path.</param>
public sealed record SourceEntry(string Name, string Host, SourceLocation Place);

/// <summary>A file that is packed by its name.</summary>
/// <param name="Name">As it is written.</param>
/// <param name="Path">Full path; null where the name alone is known.</param>
public sealed record PackedEntry(string Name, string? Path, SourceLocation Place);

/// <summary>Everything that one file brings in, and what of it could not be read.</summary>
public sealed record FileEntries
{
    public IReadOnlyList<PackageEntry> Packages { get; init; } = [];

    public IReadOnlyList<SourceEntry> Sources { get; init; } = [];

    public IReadOnlyList<PackedEntry> Files { get; init; } = [];

    public IReadOnlyList<FileProblem> Problems { get; init; } = [];

    /// <summary>Whether files of the same kind in folders above do not count beside it.</summary>
    public bool IsRoot { get; init; }

    /// <summary>Whether there is nothing to judge or to tell.</summary>
    public bool IsEmpty => Packages.Count + Sources.Count + Files.Count + Problems.Count == 0;

    public static FileEntries Failed(FileProblem problem) => new() { Problems = [problem] };
}
