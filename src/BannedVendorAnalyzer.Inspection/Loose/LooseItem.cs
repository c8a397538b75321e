namespace BannedVendorAnalyzer.Inspection.Loose;

/// <summary>Something that a project takes in without a package: a file, or the name of one.</summary>
/// <param name="Type">The MSBuild item type, e.g. <c>Reference</c>.</param>
/// <param name="Include">As the project writes it, evaluated.</param>
/// <param name="Path">Full path of the file; null where the item is a name alone (<c>DirectPInvoke</c>, <c>COMReference</c>).</param>
/// <param name="ComClass">The GUID of a <c>COMReference</c>; null for all others.</param>
public sealed record LooseItem(string Type, string Include, string? Path, string? ComClass = null)
{
    /// <summary>Where its file is, or what it is called.</summary>
    public string Name => Path ?? Include;
}
