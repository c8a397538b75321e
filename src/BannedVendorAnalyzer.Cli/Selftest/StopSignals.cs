using System.Runtime.InteropServices;
using BannedVendorAnalyzer.Cli.Targets;

namespace BannedVendorAnalyzer.Cli.Selftest;

/// <summary>Ends work in order when the user interrupts it, the system ends it, or it takes too long.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly EndSignals _signals;

    public StopSignals(TimeSpan limit)
    {
        _source = new CancellationTokenSource(limit);
        _signals = new EndSignals(Stop);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Whether somebody asked for it, rather than the time being up.</summary>
    public bool IsWanted { get; private set; }

    public void Dispose()
    {
        _signals.Dispose();
        _source.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        context.Cancel = true;
        IsWanted = true;
        _source.Cancel();
    }
}
