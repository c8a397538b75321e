namespace BannedVendorAnalyzer.Cli.Feeds;

/// <summary>A package source gave no answer that can be used.</summary>
/// <param name="message">Names the source; a sentence without a full stop that holds nothing the source itself wrote.</param>
internal sealed class FeedException(string message) : Exception(message);
