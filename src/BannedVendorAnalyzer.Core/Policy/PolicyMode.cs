namespace BannedVendorAnalyzer.Policy;

/// <summary>What the check does with what is prohibited.</summary>
public enum PolicyMode
{
    /// <summary>It fails.</summary>
    Gate,

    /// <summary>It is a warning, until a stated day.</summary>
    Report,
}
