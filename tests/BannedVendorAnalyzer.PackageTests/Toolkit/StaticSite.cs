using System.Collections.Concurrent;
using System.Net;

namespace BannedVendorAnalyzer.PackageTests.Toolkit;

/// <summary>Serves the files of a folder over loopback, and nothing else.</summary>
internal sealed class StaticSite : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly string _folder;

    public StaticSite(string folder)
    {
        _folder = folder;
        Url = Start();
        _ = Serve();
    }

    /// <summary>With <c>/</c> at the end.</summary>
    public string Url { get; }

    /// <summary>Paths that were asked for.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public void Dispose() => _listener.Close();

    /// <summary>Of a listener nobody can ask for any free port, so one is tried after the other.</summary>
    private string Start()
    {
        while (true)
        {
            var url = $"http://127.0.0.1:{Random.Shared.Next(20000, 60000)}/";
            _listener.Prefixes.Clear();
            _listener.Prefixes.Add(url);
            try
            {
                _listener.Start();
                return url;
            }
            catch (HttpListenerException)
            {
                // Somebody else has it.
            }
        }
    }

    private async Task Serve()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                var path = context.Request.Url!.AbsolutePath;
                Requests.Enqueue(path);
                var file = Path.Combine(_folder, path.TrimStart('/'));
                context.Response.StatusCode = File.Exists(file) ? 200 : 404;
                if (File.Exists(file)) await context.Response.OutputStream.WriteAsync(await File.ReadAllBytesAsync(file));
                context.Response.Close();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                // The test is over, or the client went away.
            }
        }
    }
}
