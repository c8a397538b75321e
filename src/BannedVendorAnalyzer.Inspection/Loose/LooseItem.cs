namespace BannedVendorAnalyzer.Inspection.Loose;

/// <summary>Something that a project takes in without a package: a file, or the name of one.</summary>
/// <param name="Type">The MSBuild item type, e.g. <c>Reference</c>.</param>
/// <param name="Include">As the project writes it, evaluated.</param>
/// <param name="Path">Full path of the file; null where the item is a name alone (<c>DirectPInvoke</c>, <c>COMReference</c>).</param>
/// <param name="ComClass">The GUID of a <c>COMReference</c>; null for all others.</param>
public sealed record LooseItem(string Type, string Include, string? Path, string? ComClass = null)
{
    /// <summary>MSBuild's name for it.</summary>
    public const string FullPath = "FullPath";

    /// <summary>What the compiler runs.</summary>
    public const string Analyzer = "Analyzer";

    private static readonly string[] Copied = ["PreserveNewest", "Always", "IfDifferent"];

    /// <summary>The item that both hosts make of one of MSBuild's; null where it cannot matter: it is neither copied nor packed, is an analyzer of the SDK, or is text by its name.</summary>
    /// <param name="metadata">Value by name, <c>FullPath</c> among them, which is asked for last because MSBuild has to make it; empty where there is none.</param>
    public static LooseItem? Of(string type, string include, Func<string, string> metadata) => type switch
    {
        "DirectPInvoke" => new LooseItem(type, include, null),
        "COMReference" => new LooseItem(type, include, null, metadata("Guid") is { Length: > 0 } guid ? guid : null),
        "None" when !Is(metadata("CopyToOutputDirectory"), Copied) && !Is(metadata("Pack"), "true") => null,
        Analyzer when Is(metadata("IsImplicitlyDefined"), "true") => null,
        "Reference" => OfFile(type, include, metadata(FullPath)),
        _ => LooseInspector.CanMatter(include) ? OfFile(type, include, metadata(FullPath)) : null,
    };

    /// <summary>An assembly's name can end like a text's, as System.Text.Json does; its path cannot.</summary>
    private static LooseItem? OfFile(string type, string include, string path) => LooseInspector.CanMatter(path) ? new LooseItem(type, include, path) : null;

    private static bool Is(string value, params string[] known) => known.Contains(value, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the build runs it and does not ship it.</summary>
    public bool IsBuildTool => Type == Analyzer;

    /// <summary>Where its file is, or what it is called.</summary>
    public string Name => Path ?? Include;
}
