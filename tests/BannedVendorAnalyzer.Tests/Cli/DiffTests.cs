using System.Text.Json;
using BannedVendorAnalyzer.Cli;
using BannedVendorAnalyzer.Tests.Binaries;
using BannedVendorAnalyzer.Tests.Contents;

namespace BannedVendorAnalyzer.Tests.Cli;

/// <summary>Libraries that lie in a repository, compared with a commit of it.</summary>
public sealed class DiffTests : IDisposable
{
    private const string Library = "libs/linux/libhcnetsdk.so";

    private static readonly byte[] _library = new ElfBuilder { Name = "libcontoso.so", Needed = ["libc.so.6"] }.Build();
    private static readonly byte[] _later = new ElfBuilder { Name = "libcontoso.so", Needed = ["libm.so.6"] }.Build();
    private readonly GitRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void WhatWasThereBefore_IsLeftOutAndTold()
    {
        _repository.Write(Library, _library);
        var commit = _repository.Commit();
        _repository.Write("readme.md", "text");
        _repository.Commit();

        var outcome = Check("HEAD~1", "libs");

        Assert.Equal(ExitCode.Clear, outcome.ExitCode);
        Assert.DoesNotContain("BVA1005", outcome.Output, StringComparison.Ordinal);
        Assert.Contains($"compared with HEAD~1 ({commit}): 1 finding was there before, left out here, and still stands", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing prohibited, unverified or to review was added.", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Prohibited, ToolWorkspace.Run(_repository.Root, "check", "libs").ExitCode);
    }

    [Fact]
    public void WhatIsAdded_IsReportedAlone()
    {
        _repository.Write(Library, _library);
        var commit = _repository.Commit();
        _repository.Write("more/libkavsdk.so", _library);

        var outcome = Check("main", "libs", "more", "--format", "json");

        using var report = JsonDocument.Parse(outcome.Output);
        Assert.Equal(ExitCode.Prohibited, outcome.ExitCode);
        Assert.Equal("kaspersky", Assert.Single(report.RootElement.GetProperty("findings").EnumerateArray()).GetProperty("vendor").GetString());
        Assert.Equal(1, report.RootElement.GetProperty("counts").GetProperty("prohibited").GetInt32());
        Assert.Equal($$"""{"base":"main","commit":"{{commit}}","known":1,"unverified":0}""", JsonSerializer.Serialize(report.RootElement.GetProperty("diff")));
    }

    [Fact]
    public void OtherContentUnderTheSameName_IsAdded()
    {
        _repository.Write(Library, _library);
        _repository.Commit();
        _repository.Write(Library, _later);

        Assert.Equal(ExitCode.Prohibited, Check("HEAD", "libs").ExitCode);
    }

    /// <summary>Of a package on a feed the version is enough; one that lies in the repository is a file like others.</summary>
    [Fact]
    public void PackageInTheRepository_IsComparedByItsContent()
    {
        static byte[] Package(byte[] library) => new RawZip().Add("Contoso.nuspec", "<package><metadata><id>Contoso</id><version>1.0.0</version><authors>Contoso</authors></metadata></package>"u8.ToArray()).Add("lib/libkavsdk.so", library).Build();
        _repository.Write("feed/Contoso.1.0.0.nupkg", Package(_library));
        _repository.Commit();
        Assert.Equal(ExitCode.Clear, Check("HEAD", "feed/Contoso.1.0.0.nupkg").ExitCode);

        _repository.Write("feed/Contoso.1.0.0.nupkg", Package(_later));
        Assert.Equal(ExitCode.Prohibited, Check("HEAD", "feed/Contoso.1.0.0.nupkg").ExitCode);
        Assert.Equal(ExitCode.Prohibited, Check("HEAD", "feed").ExitCode);
    }

    [Fact]
    public void TakingSomeAway_AddsNothing()
    {
        _repository.Write(Library, _library);
        _repository.Write("libs/libhcnetsdk.so", _library);
        _repository.Write("libs/libkavsdk.so", _library);
        _repository.Commit();
        File.Delete(Path.Combine(_repository.Root, "libs/libhcnetsdk.so"));
        File.Delete(Path.Combine(_repository.Root, "libs/libkavsdk.so"));

        var outcome = Check("HEAD", "libs");

        Assert.Equal(ExitCode.Clear, outcome.ExitCode);
        Assert.Contains("1 finding was there before", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void TakingAllAway_NeedsNoOtherState()
    {
        _repository.Write(Library, _library);
        _repository.Commit();
        _repository.Write("libs/readme.txt", "text");
        File.Delete(Path.Combine(_repository.Root, Library));

        var outcome = Check("HEAD", "libs");

        Assert.Equal((ExitCode.Clear, ""), (outcome.ExitCode, outcome.Error));
        Assert.Contains("): nothing was left out", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void FolderThatWasNotThereBefore_IsAdded()
    {
        _repository.Commit();
        _repository.Write(Library, _library);

        Assert.Equal(ExitCode.Prohibited, Check("HEAD", "libs").ExitCode);
        Assert.Equal(ExitCode.Prohibited, ToolWorkspace.Run(Path.Combine(_repository.Root, "libs"), "check", "--diff", "HEAD", "linux").ExitCode);
    }

    /// <summary>What could not be looked at can hide anything, so it is never left out, whenever it came.</summary>
    [Fact]
    public void WhatCannotBeChecked_IsReportedWheneverItCame()
    {
        _repository.Write("libs/Contoso.dll", "text");
        _repository.Commit();

        var outcome = Check("HEAD", "libs/Contoso.dll");

        Assert.Equal(ExitCode.Unverified, outcome.ExitCode);
        Assert.Contains("not compared: libs/Contoso.dll: ", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("): nothing was left out", outcome.Output, StringComparison.Ordinal);
    }

    /// <summary>What is to be reviewed has no vendor where it is a damaged file; the same damage is nothing new.</summary>
    [Fact]
    public void DamagedFile_IsNewOnce()
    {
        _repository.Commit();
        _repository.Write("libs/libcontoso.so", _library[..200]);
        Assert.Contains("review BVA1004", Check("HEAD", "libs").Output, StringComparison.Ordinal);

        _repository.Commit();
        Assert.DoesNotContain("BVA1004", Check("HEAD", "libs").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void PolicyOfNow_JudgesBoth()
    {
        _repository.Write("libs/libkavsdk.so", _library);
        _repository.Commit();

        Assert.Equal(ExitCode.Clear, Check("HEAD", "libs", "--audience", "us-texas-state").ExitCode);
    }

    [Fact]
    public void Repository_StaysAsItIs()
    {
        _repository.Write(Library, _library);
        _repository.Commit();
        _repository.Write("staged.txt", "text");
        _repository.Git("add", "staged.txt");
        _repository.Write("readme.md", "text");
        _repository.Write(".git/hooks/post-checkout", $"#!/bin/sh\ntouch '{_repository["hooked"]}'\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path.Combine(_repository.Root, ".git/hooks/post-checkout"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        string State() => string.Join('\n', _repository.Git("status", "--porcelain"), _repository.Git("for-each-ref"), _repository.Git("worktree", "list"), _repository.Git("stash", "list"));
        var before = State();

        Assert.Equal(ExitCode.Clear, Check("HEAD", "libs").ExitCode);

        Assert.Equal(before, State());
        Assert.Empty(_repository.Beside);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("")]
    [InlineData("--help")]
    [InlineData("--output=file")]
    [InlineData("HEAD:libs")]
    [InlineData("HEAD~7")]
    public void WhatIsNoCommit_IsWrongUsage(string name)
    {
        _repository.Write(Library, _library);
        _repository.Commit();

        var outcome = Check(name, "libs");

        Assert.Equal((ExitCode.WrongUsage, ""), (outcome.ExitCode, outcome.Output));
        Assert.StartsWith($"--diff: git knows no commit '{name}' here; fetch it (git fetch --depth=1 origin {name}) and name it as FETCH_HEAD", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(["libs"], Directory.GetDirectories(_repository.Root).Select(Path.GetFileName).Where(folder => folder != ".git"));
    }

    [Fact]
    public void ShallowClone_IsToldWhatToFetch()
    {
        _repository.Write(Library, _library);
        _repository.Commit();
        _repository.Commit();
        GitRepository.GitIn(_repository[""], "clone", "--quiet", "--depth=1", new Uri(_repository.Root).AbsoluteUri, "shallow");

        var outcome = ToolWorkspace.Run(_repository["shallow"], "check", "libs", "--diff=origin/work");

        Assert.Equal(ExitCode.WrongUsage, outcome.ExitCode);
        Assert.Contains("and this clone is shallow; fetch it (git fetch --depth=1 origin work)", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void PathOutsideOfTheRepository_IsWrongUsage()
    {
        _repository.Write(Library, _library);
        _repository.Commit();
        Directory.CreateDirectory(_repository["other"]);
        File.WriteAllBytes(_repository["other/a.dll"], _library);

        var outcome = Check("HEAD", "libs", "../other");

        Assert.Equal(ExitCode.WrongUsage, outcome.ExitCode);
        Assert.StartsWith("--diff: '../other' is in no repository that can be compared (fatal: not a git repository", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void NoRestore_CannotBeCompared()
    {
        _repository.Write(Library, _library);
        _repository.Commit();

        Assert.Equal(ExitCode.WrongUsage, Check("HEAD", "libs", "--no-restore").ExitCode);
    }

    [Fact]
    public void Submodule_IsComparedByItsOwnCommit()
    {
        using var other = new GitRepository();
        other.Write("linux/libhcnetsdk.so", _library);
        other.Commit();
        _repository.Git("submodule", "--quiet", "add", new Uri(other.Root).AbsoluteUri, "libs");
        _repository.Commit();
        Assert.Equal(ExitCode.Clear, Check("HEAD", ".").ExitCode);
        Assert.Contains("lie in different repositories", Check("HEAD", ".", "libs").Error, StringComparison.Ordinal);

        _repository.Write("libs/libkavsdk.so", _library);
        Assert.Equal(ExitCode.Prohibited, Check("HEAD", ".").ExitCode);
        Assert.Empty(_repository.Beside);
        Assert.Single(_repository.Git("worktree", "list").Split('\n'));
        Assert.Single(GitRepository.GitIn(Path.Combine(_repository.Root, "libs"), "worktree", "list").Split('\n'));
    }

    private ToolOutcome Check(string name, params string[] arguments) => ToolWorkspace.Run(_repository.Root, ["check", .. name.StartsWith('-') ? [$"--diff={name}"] : (string[])["--diff", name], .. arguments]);
}
