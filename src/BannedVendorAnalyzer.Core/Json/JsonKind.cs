namespace BannedVendorAnalyzer.Json;

/// <summary>What the next value of a <see cref="JsonCursor"/> is.</summary>
public enum JsonKind { Object, Array, String, Number, Boolean, Null }
