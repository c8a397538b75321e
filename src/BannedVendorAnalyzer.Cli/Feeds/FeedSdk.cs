using Microsoft.Build.Locator;

namespace BannedVendorAnalyzer.Cli.Feeds;

/// <summary>Loads NuGet from the installed SDK, so that sources are asked as <c>dotnet restore</c> asks them. No NuGet type may be touched before.</summary>
internal static class FeedSdk
{
    /// <summary>A process registers one SDK.</summary>
    private static readonly Lock OneAtATime = new();

    /// <returns>The SDK, or why there is none, as a sentence without a full stop.</returns>
    public static (Version? Sdk, string? Problem) Load()
    {
        // Not the working folder: a global.json that asks for an SDK which is not there makes the host print to the stream of the report.
        var options = new VisualStudioInstanceQueryOptions { DiscoveryTypes = DiscoveryType.DotNetSdk, WorkingDirectory = Path.GetPathRoot(AppContext.BaseDirectory)! };
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

        var version = SdkChoice.Of(installed.Select(sdk => sdk.Version));
        if (version is null) return (null, SdkChoice.Complaint(installed.Select(sdk => sdk.Version)));
        lock (OneAtATime)
            if (!MSBuildLocator.IsRegistered) MSBuildLocator.RegisterMSBuildPath(installed.First(sdk => sdk.Version == version).MSBuildPath);
        return (version, null);
    }

    /// <summary>Where a NuGet lacks what was there when this tool was compiled.</summary>
    public static string Misfit(Version sdk) => $"the NuGet of .NET SDK {sdk} does not fit this tool: install another SDK of {SdkChoice.Oldest} or newer";
}
