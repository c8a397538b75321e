namespace BannedVendorAnalyzer.Inspection.Assemblies;

/// <summary>A constant that reaches a call which loads something.</summary>
/// <param name="Value">As written in the code; of constants that are joined, the whole as far as it is known.</param>
/// <param name="Place">Type and method of the call.</param>
public sealed record DynamicLoad(LoadKind Kind, string Value, string Place);
