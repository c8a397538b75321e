namespace BannedVendorAnalyzer.Cli.Feeds;

/// <summary>How long package sources are waited for and how much is taken from them: they can be slow, broken or hostile.</summary>
public sealed record FeedBounds
{
    /// <summary>Requests to one source at a time.</summary>
    public const int Concurrency = 32;

    /// <summary>Bytes of one package; the largest on the public gallery have half of it.</summary>
    public const long MostPackageBytes = 512L * 1024 * 1024;

    /// <summary>Bytes of a list of versions, of a service index or of a registration.</summary>
    public const int MostIndexBytes = 16 * 1024 * 1024;

    /// <summary>Requests that fail for good, other than by a refusal of what they ask for, before a source is not asked any more.</summary>
    public const int MostFailures = 3;

    /// <summary>Package ids and versions that one asked package may lead to.</summary>
    public const int MostPackages = 2000;

    /// <summary>Versions tried on each side of the asked one for <c>--suggest</c>.</summary>
    public const int MostCandidates = 10;

    /// <summary>Until an answer begins, and between two parts of one.</summary>
    public TimeSpan Answer { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Of one request, with the first one.</summary>
    public int Tries { get; init; } = 3;

    /// <summary>Before the second try; each further one waits twice as long.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Of what a source asks for with <c>Retry-After</c>.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For everything that is asked in one run.</summary>
    public TimeSpan Whole { get; init; } = TimeSpan.FromMinutes(15);
}
