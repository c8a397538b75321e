using NuGet.Configuration;

namespace BannedVendorAnalyzer.Cli.Feeds;

/// <summary>How messages call a package source: its name and host. Addresses can hold user names, passwords and keys.</summary>
internal static class SourceName
{
    /// <summary>As reports name it.</summary>
    public static string Short(PackageSource source) => Host(source.Name) ?? source.Name;

    /// <summary>As a sentence begins with it.</summary>
    public static string Of(PackageSource source)
    {
        var name = Short(source);
        var place = source.IsLocal ? source.Source : Host(source.Source);
        return place is null || place == name ? $"source '{name}'" : $"source '{name}' ({place})";
    }

    /// <returns>Null where the text is no address.</returns>
    private static string? Host(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && !address.IsFile ? address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) : null;
}
