using System.Net;
using System.Threading.Channels;
using NuGet.Common;
using NuGet.Protocol;

namespace BannedVendorAnalyzer.Cli.Feeds;

/// <summary>
/// Sends requests to one source through NuGet's own client, which knows its proxy, certificates and credentials. Tries, pauses and bounds
/// are ours, so that no environment variable and no answer can make them longer. Nothing is kept on disk.
/// </summary>
/// <param name="source">As messages call it.</param>
/// <param name="end">When everything has to be over.</param>
internal sealed class FeedClient(HttpSource http, string source, FeedBounds bounds, CancellationToken end)
{
    /// <summary>Holds something for each request that runs.</summary>
    private readonly Channel<bool> _running = Channel.CreateBounded<bool>(FeedBounds.Concurrency);
    private FeedException? _last;
    private int _failures;

    /// <summary>Takes the answer to a request.</summary>
    /// <param name="what">What is asked for, for people.</param>
    /// <param name="to">Emptied before each try.</param>
    /// <returns>False where the source does not have it.</returns>
    public async Task<bool> ReadAsync(Uri address, string what, Stream to, long most)
    {
        if (_failures >= FeedBounds.MostFailures) throw _last!;
        await _running.Writer.WriteAsync(true, CancellationToken.None);
        try
        {
            for (var tries = 1; ; tries++)
            {
                if (_failures >= FeedBounds.MostFailures) throw _last!;
                var attempt = await TryAsync(address, to, most);
                if (attempt.Trouble is not { } trouble) return attempt.IsThere;
                if (!attempt.MayPass || tries >= bounds.Tries || end.IsCancellationRequested) throw Failed(attempt, $"{source} {trouble} (asked for {what})");
                await PauseAsync(tries, attempt.After);
            }
        }
        finally
        {
            _running.Reader.TryRead(out _);
        }
    }

    /// <summary>A refusal of this one thing says nothing of others; trouble with the source itself does.</summary>
    private FeedException Failed(Attempt attempt, string message)
    {
        var failure = new FeedException(message);
        if (!attempt.MayPass && !attempt.WantsCredentials) return failure;
        _last = failure;
        Interlocked.Increment(ref _failures);
        return failure;
    }

    private async Task PauseAsync(int tries, TimeSpan? asked)
    {
        var pause = asked is { } after && after > TimeSpan.Zero ? after : bounds.Pause * (1 << (tries - 1));
        await Task.Delay(pause < bounds.LongestPause ? pause : bounds.LongestPause, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<Attempt> TryAsync(Uri address, Stream to, long most)
    {
        var request = new HttpSourceRequest(address, NullLogger.Instance) { MaxTries = 1, RequestTimeout = bounds.Answer, DownloadTimeout = bounds.Answer };
        try
        {
            to.SetLength(0);
            return await http.ProcessResponseAsync(request, response => TakeAsync(response, to, most), NullLogger.Instance, end).WaitAsync(end);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            return new Attempt($"was not done within {bounds.Whole}, which is as long as anything is waited for");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or TimeoutException or OperationCanceledException)
        {
            return new Attempt(FeedTrouble.Of(exception, bounds.Answer)) { MayPass = true };
        }
        catch (Exception exception) when (exception is not (MissingMemberException or TypeLoadException))
        {
            // Credential providers are programs of others, and passwords may not be readable here: whatever comes of it is trouble with the source.
            return new Attempt(FeedTrouble.Of(exception, bounds.Answer));
        }
    }

    private async Task<Attempt> TakeAsync(HttpResponseMessage response, Stream to, long most)
    {
        var status = response.StatusCode;
        if (status is HttpStatusCode.NotFound or HttpStatusCode.NoContent) return new Attempt(null);
        if (!response.IsSuccessStatusCode)
        {
            return new Attempt(FeedTrouble.Of(status))
            {
                MayPass = status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || (int)status >= 500,
                WantsCredentials = status is HttpStatusCode.Unauthorized or HttpStatusCode.ProxyAuthenticationRequired,
                After = response.Headers.RetryAfter?.Delta,
            };
        }

        await using var content = await response.Content.ReadAsStreamAsync(end);
        var buffer = new byte[81920];
        while (await content.ReadAsync(buffer, end) is > 0 and var read)
        {
            if (to.Length + read > most) return new Attempt($"sends more than the {most} bytes that are taken of one answer");
            await to.WriteAsync(buffer.AsMemory(0, read), end);
        }

        return new Attempt(null) { IsThere = true };
    }

    /// <param name="Trouble">Null for an answer that can be used.</param>
    private sealed record Attempt(string? Trouble)
    {
        public bool IsThere { get; init; }

        /// <summary>Whether another try may go better.</summary>
        public bool MayPass { get; init; }

        /// <summary>Whether somebody may have to be asked for them each time.</summary>
        public bool WantsCredentials { get; init; }

        public TimeSpan? After { get; init; }
    }
}
