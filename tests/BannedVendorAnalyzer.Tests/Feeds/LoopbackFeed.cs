using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BannedVendorAnalyzer.Tests.Feeds;

/// <summary>A package source on loopback: serves files, and answers otherwise where a test wants that. Speaks as much HTTP/1.1 as NuGet asks for.</summary>
public sealed class LoopbackFeed : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<string> _requests = new();

    public LoopbackFeed()
    {
        _listener.Start();
        Root = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)}";
        _ = AcceptAsync();
    }

    /// <summary>Without a slash at the end.</summary>
    public string Root { get; }

    /// <summary>Address of the service index.</summary>
    public string Index => $"{Root}/v3/index.json";

    /// <summary>By path, e.g. <c>/v3/index.json</c>. What is not here is 404.</summary>
    public ConcurrentDictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Asked first, with the path; null where the file is to be served.</summary>
    public Func<string, FeedAnswer?> Instead { get; set; } = _ => null;

    /// <summary>Between a request and its answer.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>Paths that were asked for, in order.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    /// <summary>Lines of the heads of all requests, each with its name.</summary>
    public ConcurrentQueue<string> Headers { get; } = new();

    /// <summary>Serves every file below a folder under its path there.</summary>
    public void AddFolder(string folder)
    {
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
            Files[$"/{Path.GetRelativePath(folder, file).Replace('\\', '/')}"] = File.ReadAllBytes(file);
    }

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token));
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using var connection = client;
            client.NoDelay = true;
            var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.ASCII);
            while (await ReadPathAsync(reader) is { } path)
            {
                _requests.Enqueue(path);
                if (Latency > TimeSpan.Zero) await Task.Delay(Latency, _end.Token);
                if (!await SendAsync(stream, Instead(path) ?? (Files.TryGetValue(path, out var file) ? FeedAnswer.Of(file) : FeedAnswer.Refusal(404)))) return;
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException or IOException)
        {
            // The client went away, or the test is over.
        }
    }

    /// <returns>Null where the client asks for nothing more.</returns>
    private async Task<string?> ReadPathAsync(StreamReader reader)
    {
        if (await reader.ReadLineAsync(_end.Token) is not { } first) return null;
        while (await reader.ReadLineAsync(_end.Token) is { Length: > 0 } header) Headers.Enqueue(header);
        return Uri.UnescapeDataString(first.Split(' ')[1].Split('?')[0]);
    }

    /// <returns>Whether the connection can be used again.</returns>
    private async Task<bool> SendAsync(NetworkStream stream, FeedAnswer answer)
    {
        if (answer is { IsSilent: true, CutAfter: null }) await Task.Delay(Timeout.InfiniteTimeSpan, _end.Token);
        var head = new StringBuilder();
        head.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {answer.Status} Answer\r\nContent-Length: {answer.Content.Length}\r\n");
        foreach (var header in answer.Headers) head.Append(header).Append("\r\n");
        head.Append("\r\n");
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head.ToString()), _end.Token);
        await stream.WriteAsync(answer.Content.AsMemory(0, answer.CutAfter ?? answer.Content.Length), _end.Token);
        if (answer.IsSilent) await Task.Delay(Timeout.InfiniteTimeSpan, _end.Token);
        return answer.CutAfter is null;
    }
}
