namespace BannedVendorAnalyzer.Tests.Policy;

/// <summary>Samples of the files in <c>Policy/Samples</c>, which <c>tests/schemas/check</c> holds the schemas to.</summary>
internal static class PolicySamples
{
    private const string Problem = "=> ";

    /// <returns>Each sample, and how its first problem begins; empty where it is valid.</returns>
    public static IEnumerable<(string Json, string Problem)> Of(string name)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "tests", "BannedVendorAnalyzer.Tests", "Policy", "Samples", $"{name}.txt")).ReplaceLineEndings("\n");
        foreach (var block in text.Split("\n\n").Skip(1))
        {
            var lines = block.TrimEnd('\n').Split('\n');
            var json = lines.TakeWhile(line => !line.StartsWith(Problem, StringComparison.Ordinal)).ToList();
            yield return (string.Join('\n', json), json.Count < lines.Length ? lines[json.Count][Problem.Length..] : "");
        }
    }

    public static TheoryData<string> Valid(string name) => [.. Of(name).Select(sample => sample.Json)];

    public static TheoryData<string, string> Broken(string name) => [.. Of(name)];
}
