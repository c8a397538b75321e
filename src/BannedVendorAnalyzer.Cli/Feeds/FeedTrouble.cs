using System.Globalization;
using System.Net;
using NuGet.Configuration;

namespace BannedVendorAnalyzer.Cli.Feeds;

/// <summary>What kept a source from answering, in words of ours: messages of libraries can hold addresses with credentials.</summary>
internal static class FeedTrouble
{
    public static string Of(HttpStatusCode status) => string.Create(CultureInfo.InvariantCulture, $"answered {(int)status}{Known(status)}") + status switch
    {
        HttpStatusCode.Unauthorized => ": give it credentials in NuGet.config, or install its credential provider",
        HttpStatusCode.Forbidden => ": the credentials that it was given do not allow that",
        HttpStatusCode.TooManyRequests => ": it wants fewer requests; try again later",
        HttpStatusCode.ProxyAuthenticationRequired => ": give the proxy credentials in NuGet.config",
        _ => ": try again later, or ask who runs it",
    };

    /// <param name="patience">How long an answer was waited for.</param>
    public static string Of(Exception exception, TimeSpan patience) => exception switch
    {
        HttpRequestException { StatusCode: { } status } => Of(status),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "has a name that cannot be resolved: correct its address, or look at the network",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "cannot be connected to: correct its address, or look at the network",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "offers no secure connection that can be trusted",
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } => "cannot be reached through the proxy",
        TimeoutException or OperationCanceledException or IOException { InnerException: TimeoutException } => string.Create(CultureInfo.InvariantCulture, $"did not answer within {patience.TotalSeconds:0.###} s"),
        IOException or HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } => "broke its answer off",
        HttpRequestException => "could not be asked",
        NuGetConfigurationException => "is configured in a way that cannot be used here: an encrypted password can be read on Windows alone, so use a credential provider",
        _ => $"could not be used ({exception.GetType().Name})",
    };

    private static string Known(HttpStatusCode status) => Enum.IsDefined(status) ? $" ({status})" : "";
}
