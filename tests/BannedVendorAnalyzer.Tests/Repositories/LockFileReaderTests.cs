namespace BannedVendorAnalyzer.Tests.Repositories;

public sealed class LockFileReaderTests
{
    private const string Nodes =
        """
              "A": { "type": "Direct", "requested": "[1.0.0, )", "resolved": "1.0.0", "contentHash": "aGFzaA==", "dependencies": { "B": "1.0.0" } },
              "B": { "type": "Transitive", "resolved": "1.1.0", "contentHash": "aGFzaA==", "dependencies": { "C": "2.0.0" } },
              "C": { "type": "CentralTransitive", "requested": "[2.0.0, )", "resolved": "2.0.0", "contentHash": "aGFzaA==" },
              "library": { "type": "Project", "dependencies": { "D": "[1.0.0, )", "helper": "[1.0.0, )" } },
              "helper": { "type": "Project", "dependencies": { "C": "[2.0.0, )" } },
              "D": { "type": "Transitive", "resolved": "3.0.0", "contentHash": "ZA==" }
        """;

    private static readonly string[] Expected =
    [
        "A/1.0.0 (5,7)",
        "A/1.0.0 > B/1.1.0 (6,7) transitive",
        "A/1.0.0 > B/1.1.0 > C/2.0.0 (7,7) transitive",
        "library > D/3.0.0 (10,7) transitive",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void FrameworksBelowDependencies_AreReadWithTheirPaths(int version) =>
        Assert.Equal(Expected, Reading.Packages("packages.lock.json", $$"""
            {
              "version": {{version}},
              "dependencies": {
                "net10.0": {
            {{Nodes}}
                }
              }
            }
            """));

    [Fact]
    public void FrameworksBelowTheRoot_AreReadInVersion3()
    {
        var entries = Reading.Of("packages.lock.json", $$"""
            { "version": 3,
              "desktop": { "framework": "net10.0",

               "dependencies": {
            {{Nodes}} } } }
            """);

        Assert.Equal(Expected, Reading.Packages(entries));
        Assert.All(entries.Packages, entry => Assert.Equal("desktop", entry.Framework));
        Assert.Equal("aGFzaA==", entries.Packages[0].ContentHash);
    }

    [Fact]
    public void RuntimeOfAFramework_ContinuesItsGraph()
    {
        var entries = Reading.Of("packages.lock.json", """
            { "version": 1, "dependencies": {
                "net10.0": { "A": { "type": "Direct", "resolved": "1.0.0", "dependencies": { "Native": "1.0.0" } } },
                "net10.0/linux-x64": { "Native": { "type": "Transitive", "resolved": "1.0.0" } } } }
            """);

        Assert.Equal(["A/1.0.0 (2,18)", "A/1.0.0 > Native/1.0.0 (3,28) transitive"], Reading.Packages(entries));
        Assert.All(entries.Packages, entry => Assert.Equal("net10.0", entry.Framework));
    }

    [Fact]
    public void CircleOfDependencies_Ends() => Assert.Equal(
        ["A/1 (1,51)", "A/1 > B/1 (1,125) transitive"],
        Reading.Packages("packages.lock.json", """{ "version": 1, "dependencies": { "net10.0": {    "A": { "type": "Direct", "resolved": "1", "dependencies": { "B": "1" } }, "B": { "type": "Transitive", "resolved": "1", "dependencies": { "A": "1" } } } } }"""));
}
