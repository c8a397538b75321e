using System.Text.Json;
using BannedVendorAnalyzer.PackageTests.Toolkit;

namespace BannedVendorAnalyzer.PackageTests.Bypasses;

/// <summary>What build and tool made of the projects of one repository.</summary>
/// <param name="Findings">Of the tool, for the projects in which the build may have said nothing.</param>
public sealed record Bypass(string Folder, IReadOnlyList<BuildLine> Lines, Func<IReadOnlyList<(string Project, string Code)>> Findings)
{
    private const int ProhibitedBit = 1;

    /// <summary>The findings of a check that fails by them.</summary>
    public static IReadOnlyList<(string Project, string Code)> Read(CommandResult check)
    {
        check.Expect(check.ExitCode | ProhibitedBit);
        using var report = JsonDocument.Parse(check.Output);
        return [.. report.RootElement.GetProperty("findings").EnumerateArray().Select(finding => (Path.GetFileNameWithoutExtension(finding.GetProperty("project").GetString()!), finding.GetProperty("code").GetString()!))];
    }

    /// <summary>Asserts of one project what the attribute of the running test says.</summary>
    /// <param name="test">As <see cref="BypassAttribute.All"/> names it.</param>
    public void Expect(string project, string test)
    {
        var bypass = BypassAttribute.All.Single(pair => pair.Test == test).Bypass;
        var said = Lines.Where(line => line.Project == $"{project}.csproj").Select(line => $"{line.Code} {line.Severity}").Distinct().ToList();
        switch (bypass.Outcome)
        {
            case Outcome.NoEffect:
                Assert.Contains($"{bypass.Code} error", said);
                Assert.Empty(Outputs(project));
                break;
            case Outcome.VisibleInTheBuild:
                Assert.Contains(bypass.Code, said.Select(line => line.Split(' ')[0]));
                break;
            default:
                Assert.Empty(said);
                Assert.NotEmpty(Outputs(project));
                Assert.Contains((project, bypass.Code), Findings());
                break;
        }
    }

    private string[] Outputs(string project)
    {
        var bin = Path.Combine(Folder, project, "bin");
        return Directory.Exists(bin) ? Directory.GetFiles(bin, $"{project}.dll", SearchOption.AllDirectories) : [];
    }
}
