using BannedVendorAnalyzer.Cli.Targets;

namespace BannedVendorAnalyzer.Cli.Feeds;

/// <summary>In which archives lie while they are read. It goes when it is disposed of, and when this program is ended from outside: archives can be large and many.</summary>
internal sealed class ArchiveFolder : IDisposable
{
    /// <summary>An archive may be put there while others are taken away.</summary>
    private const int Tries = 3;

    private readonly ToolHost _host;
    private readonly EndSignals _signals;

    /// <exception cref="IOException">There is no place for it; also <see cref="UnauthorizedAccessException"/>.</exception>
    public ArchiveFolder(ToolHost host)
    {
        (_host, Path) = (host, host.NewTemporaryFolder());
        _signals = new EndSignals(_ => Remove());
    }

    /// <summary>Full path.</summary>
    public string Path { get; }

    public void Dispose()
    {
        _signals.Dispose();
        Remove();
    }

    private void Remove()
    {
        for (var tries = 1; Directory.Exists(Path); tries++)
        {
            try
            {
                Directory.Delete(Path, recursive: true);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                if (tries < Tries) continue;
                _host.Error.WriteLine($"'{Path}' could not be removed ({exception.Message}); remove it");
                return;
            }
        }
    }
}
