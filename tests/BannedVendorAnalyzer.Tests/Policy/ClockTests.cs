using System.Text.RegularExpressions;

namespace BannedVendorAnalyzer.Tests.Policy;

/// <summary>Whatever counts days is handed the day: two looks at a clock can fall on two days.</summary>
public sealed partial class ClockTests
{
    [Fact]
    public void Clock_IsReadOnceByEachProgram()
    {
        var source = Path.Combine(Repository.Root, "src");
        var readings = Directory.GetFiles(source, "*.cs", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(source, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
            .SelectMany(path => Reading().Matches(File.ReadAllText(Path.Combine(source, path))).Select(_ => path));

        Assert.Equal(["BannedVendorAnalyzer.Cli/Program.cs", "BannedVendorAnalyzer.MSBuild/NodeMemory.cs"], readings.Order(StringComparer.Ordinal));
    }

    /// <summary>Of a day; how long something takes is measured by other clocks.</summary>
    [GeneratedRegex(@"\b(DateTime|DateTimeOffset)\.(UtcNow|Now|Today)\b")]
    private static partial Regex Reading();
}
