using BannedVendorAnalyzer.Inspection.Projects;

namespace BannedVendorAnalyzer.Tests.Projects;

public sealed class PathComparisonTests
{
    /// <summary>A report of the same repository at another place must be the same.</summary>
    [Theory]
    [InlineData("/repo/src/App/lib/x.dll", "lib/x.dll")]
    [InlineData("/repo/lib/x.dll", "../../lib/x.dll")]
    [InlineData("/repo/src/App/../Application/x.dll", "../Application/x.dll")]
    public void From_SeesWhatLiesBesideTheFolder(string path, string expected) => Assert.Equal(expected, PathComparison.From(Path.GetFullPath("/repo/src/App"), Path.GetFullPath(path)));

    [Fact]
    public void From_LeavesWhatHasNoFolderInCommon()
    {
        var elsewhere = Path.GetFullPath("/opt/x.dll");

        Assert.Equal(elsewhere.Replace('\\', '/'), PathComparison.From(Path.GetFullPath("/repo/src/App"), elsewhere));
    }
}
