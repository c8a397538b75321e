using BannedVendorAnalyzer.Inspection.Contents;

namespace BannedVendorAnalyzer.Tests.Contents;

public sealed class FolderContentsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_AreListedByPath()
    {
        _folder.Write("pkg/lib/net8.0/b.dll", [1, 2, 3]);
        _folder.Write("pkg/a.txt", "text");

        var contents = Read();
        Assert.Empty(contents.Problems);
        Assert.Equal([new ContentEntry("a.txt", 4), new ContentEntry("lib/net8.0/b.dll", 3)], contents.Entries);
        var bytes = new byte[3];
        Assert.Null(contents.Read(contents.Entries[1], source => source.Read(0, bytes, 0, 3)));
        Assert.Equal([1, 2, 3], bytes);
    }

    [Theory]
    [InlineData("../secret.dll", "is a symbolic link that leaves the folder")]
    [InlineData("nowhere.dll", "is a symbolic link that leads nowhere, in a circle, or cannot be followed here")]
    [InlineData("link.dll", "is a symbolic link that leads nowhere, in a circle, or cannot be followed here")]
    [InlineData("other/file.dll", null)]
    public void LinkToAFile_StaysInside(string target, string? problem)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Symbolic links need a right there.");
        _folder.Write("secret.dll", "x");
        _folder.Write("pkg/other/file.dll", "x");
        File.CreateSymbolicLink(_folder["pkg/link.dll"], target);

        var contents = Read();
        Assert.Equal(problem is null ? [] : [$"'link.dll' {problem}"], contents.Problems.Select(found => found.Message));
        Assert.Equal(problem is null ? ["link.dll", "other/file.dll"] : ["other/file.dll"], contents.Entries.Select(entry => entry.Path));
    }

    [Theory]
    [InlineData("..", "is a symbolic link to a folder that it lies in")]
    [InlineData(".", "is a symbolic link to a folder that it lies in")]
    [InlineData("../../outside", "is a symbolic link that leaves the folder")]
    [InlineData("../inside", null)]
    public void LinkToAFolder_IsNotFollowed(string target, string? problem)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Symbolic links need a right there.");
        _folder.Write("outside/a.dll", "x");
        _folder.Write("pkg/inside/a.dll", "x");
        _folder.Write("pkg/lib/b.dll", "x");
        Directory.CreateSymbolicLink(_folder["pkg/lib/link"], target);

        var contents = Read();
        Assert.Equal(problem is null ? [] : [$"'lib/link' {problem}"], contents.Problems.Select(found => found.Message));
        Assert.Equal(["inside/a.dll", "lib/b.dll"], contents.Entries.Select(entry => entry.Path));
    }

    [Theory]
    [InlineData("pipe")]
    [InlineData("link")]
    public void PipeAlsoBehindALink_IsNotOpened(string file)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no pipes in folders there.");
        _folder.Write("pkg/a.dll", "x");
        using (var made = System.Diagnostics.Process.Start("mkfifo", _folder["pkg/pipe"])) made.WaitForExit();
        File.CreateSymbolicLink(_folder["pkg/link"], "pipe");

        Assert.Equal(0, Assert.Single(Read().Entries, entry => entry.Path == file).Length);
        Assert.False(FileContents.MayBeLookedInto(_folder[$"pkg/{file}"]));
        Assert.Equal(0, FileContents.Of(_folder[$"pkg/{file}"]).Entries[0].Length);
    }

    [Fact]
    public void FilesThatDifferInCase_AreAProblem()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems cannot hold both.");
        _folder.Write("pkg/a.dll", "x");
        _folder.Write("pkg/A.dll", "y");

        Assert.Contains("differs from another file only in case", Assert.Single(Read().Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MissingFolder_IsAProblem() => Assert.StartsWith("'.' cannot be listed", Assert.Single(Read().Problems).Message, StringComparison.Ordinal);

    [Fact]
    public void FileThatIsGone_IsAProblem()
    {
        _folder.Write("pkg/a.dll", "x");
        var contents = Read();
        File.Delete(_folder["pkg/a.dll"]);

        Assert.StartsWith("the file cannot be read", contents.Read(contents.Entries[0], _ => Assert.Fail("was read"))!.Message, StringComparison.Ordinal);
    }

    private FolderContents Read() => FolderContents.Of(_folder["pkg"]);
}
