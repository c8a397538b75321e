using System.Reflection;

namespace BannedVendorAnalyzer.PackageTests.Bypasses;

/// <summary>What becomes of a way around the gate.</summary>
public enum Outcome
{
    /// <summary>The build fails as it would without it.</summary>
    NoEffect,

    /// <summary>The build says something of ours, as an error or a warning.</summary>
    VisibleInTheBuild,

    /// <summary>The build passes in silence, and the tool fails.</summary>
    CaughtByTheTool,
}

/// <summary>A row of docs/threat-model.md. The test that bears it asserts what it says, by <see cref="Bypass.Expect"/>.</summary>
/// <param name="what">What somebody does.</param>
/// <param name="code">Under which the build or the tool says it.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BypassAttribute(string what, Outcome outcome, string code) : Attribute
{
    public string What => what;

    public Outcome Outcome => outcome;

    public string Code => code;

    /// <summary>Of every test that bears one, with the name of the test.</summary>
    public static IEnumerable<(string Test, BypassAttribute Bypass)> All { get; } =
    [
        .. typeof(BypassAttribute).Assembly.GetTypes().OrderBy(type => type.Name, StringComparer.Ordinal)
            .SelectMany(type => type.GetMethods().Where(method => method.DeclaringType == type).Select(method => ($"{type.Name}.{method.Name}", method.GetCustomAttribute<BypassAttribute>())))
            .Where(pair => pair.Item2 is not null)
            .Select(pair => (pair.Item1, pair.Item2!)),
    ];
}
