namespace BannedVendorAnalyzer.Cli.Feeds;

/// <summary>Counts the packages of one run for people who look.</summary>
internal sealed class FeedProgress(ProgressLine? line)
{
    private int _begun;
    private int _done;

    public void Begin() => Interlocked.Increment(ref _begun);

    public void End(string id) => line?.Show(Interlocked.Increment(ref _done), _begun, id);

    public void Erase() => line?.Erase();
}
