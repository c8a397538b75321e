namespace BannedVendorAnalyzer.Tests.Feeds;

/// <summary>What a <see cref="LoopbackFeed"/> answers to one request.</summary>
/// <param name="Headers">Further lines, each with its name.</param>
public sealed record FeedAnswer(int Status, byte[] Content, params string[] Headers)
{
    /// <summary>Bytes after which the connection is cut, although more were promised; null for a whole answer.</summary>
    public int? CutAfter { get; init; }

    /// <summary>Never sent, or no further than <see cref="CutAfter"/>: the connection stays open and silent.</summary>
    public bool IsSilent { get; init; }

    public static FeedAnswer Of(byte[] content) => new(200, content);

    public static FeedAnswer Refusal(int status, params string[] headers) => new(status, [], headers);

    public static FeedAnswer Silence { get; } = new(200, []) { IsSilent = true };
}
