namespace BannedVendorAnalyzer.Cli.Feeds;

/// <summary>Which of the installed SDKs package sources are asked through.</summary>
public static class SdkChoice
{
    /// <summary>The oldest whose NuGet has everything that is used here.</summary>
    public static Version Oldest { get; } = new(10, 0, 100);

    /// <returns>The newest; null where none is new enough.</returns>
    public static Version? Of(IEnumerable<Version> installed) => installed.Where(version => version >= Oldest).Max();

    /// <summary>Why none was taken, as a sentence without a full stop.</summary>
    public static string Complaint(IEnumerable<Version> installed)
    {
        var found = string.Join(", ", installed);
        return $"package sources are asked through the NuGet of the .NET SDK, which has to be {Oldest} or newer; {(found.Length == 0 ? "none was found" : $"found: {found}")}: install a newer one";
    }
}
