using System.Runtime.InteropServices;

namespace BannedVendorAnalyzer.Cli.Targets;

/// <summary>Tells, until it is disposed of, that the user (Ctrl+C), the system or a closed terminal ends this program.</summary>
internal sealed class EndSignals(Action<PosixSignalContext> ended) : IDisposable
{
    private readonly PosixSignalRegistration[] _registrations = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(signal => PosixSignalRegistration.Create(signal, ended))];

    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
    }
}
