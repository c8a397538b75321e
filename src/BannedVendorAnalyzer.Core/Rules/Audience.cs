namespace BannedVendorAnalyzer.Rules;

/// <summary>Who can be bound by a provision; <paramref name="Implies"/> are audiences that everybody in this one belongs to as well.</summary>
public sealed record Audience(string Id, string Title, IReadOnlyList<string> Implies);
