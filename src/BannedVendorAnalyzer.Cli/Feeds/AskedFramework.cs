using NuGet.Frameworks;

namespace BannedVendorAnalyzer.Cli.Feeds;

/// <summary>The framework that <c>--framework</c> means, as a project with it would have it.</summary>
internal static class AskedFramework
{
    /// <summary>What the SDK takes where a project names Windows alone (Microsoft.NET.Windows.targets).</summary>
    private static readonly Version Windows = new(7, 0, 0, 0);

    public static (NuGetFramework? Framework, string? Problem) Parse(string text)
    {
        if (Read(text) is not { IsSpecificFramework: true } framework) return (null, $"--framework: '{text}' is no target framework");
        if (!framework.HasPlatform || framework.PlatformVersion.Major > 0) return (framework, null);

        // Packages name platforms with their versions, which fit no framework that has none: what they bring in would not be seen.
        return string.Equals(framework.Platform, "windows", StringComparison.OrdinalIgnoreCase)
            ? (new NuGetFramework(framework.Framework, framework.Version, framework.Platform, Windows), null)
            : (null, $"--framework: '{text}' lacks the version of its platform, which the SDK gives to a project: write it behind it ('dotnet msbuild -getProperty:TargetPlatformVersion' prints that of a project)");
    }

    /// <returns>Null where it cannot be read.</returns>
    private static NuGetFramework? Read(string text)
    {
        try
        {
            return NuGetFramework.Parse(text);
        }
        catch (Exception exception) when (exception is ArgumentException or FrameworkException or IndexOutOfRangeException)
        {
            return null;
        }
    }
}
