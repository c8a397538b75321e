using Microsoft.Build.Locator;

namespace BannedVendorAnalyzer.Cli.Feeds;

/// <summary>Loads NuGet from the installed SDK, so that sources are asked as <c>dotnet restore</c> asks them. No NuGet type may be touched before.</summary>
internal static class FeedSdk
{
    /// <summary>The oldest whose NuGet has everything that is used here.</summary>
    public static readonly Version Oldest = new(10, 0, 100);

    /// <param name="folder">Where a <c>global.json</c> is searched from.</param>
    /// <returns>The SDK, or why there is none, as a sentence without a full stop.</returns>
    public static (Version? Sdk, string? Problem) Load(string folder)
    {
        var options = new VisualStudioInstanceQueryOptions { DiscoveryTypes = DiscoveryType.DotNetSdk, WorkingDirectory = folder };
        List<VisualStudioInstance> installed;
        try
        {
            installed = [.. MSBuildLocator.QueryVisualStudioInstances(options)];
        }
        catch (InvalidOperationException)
        {
            // Where hostfxr finds no SDK at all.
            installed = [];
        }

        var version = Newest(installed.Select(sdk => sdk.Version));
        if (version is null) return (null, Complaint(installed.Select(sdk => sdk.Version)));
        if (!MSBuildLocator.IsRegistered) MSBuildLocator.RegisterMSBuildPath(installed.First(sdk => sdk.Version == version).MSBuildPath);
        return (version, null);
    }

    /// <returns>The first that is new enough: the one that <c>dotnet</c> would take comes first. Null where there is none.</returns>
    public static Version? Newest(IEnumerable<Version> installed) => installed.FirstOrDefault(version => version >= Oldest);

    public static string Complaint(IEnumerable<Version> installed)
    {
        var found = string.Join(", ", installed);
        return $"package sources are asked through the NuGet of the .NET SDK, which has to be {Oldest} or newer; {(found.Length == 0 ? "none was found" : $"found: {found}")}: install a newer one, or correct global.json";
    }

    /// <summary>Where a NuGet lacks what was there when this tool was compiled.</summary>
    public static string Misfit(Version sdk) => $"the NuGet of .NET SDK {sdk} does not fit this tool: install another SDK of {Oldest} or newer";
}
