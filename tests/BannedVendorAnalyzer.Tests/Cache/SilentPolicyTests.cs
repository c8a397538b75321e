using BannedVendorAnalyzer.Inspection.Cache;
using BannedVendorAnalyzer.Inspection.Policies;
using BannedVendorAnalyzer.Rules;
using BannedVendorAnalyzer.Tests.Policy;
using BannedVendorAnalyzer.Tests.Rules;

namespace BannedVendorAnalyzer.Tests.Cache;

/// <summary>A policy of which nothing is to be said is not read again, as long as nothing changed that its search looks at.</summary>
public sealed class SilentPolicyTests : IDisposable
{
    private static readonly PolicyRequest Request = new(null, "buyer", null);

    private readonly TempFolder _repo = new();

    public SilentPolicyTests()
    {
        _repo.Write(".git/HEAD", "");
        _repo.Write("banned-vendors.json", """{ "extends": { "file": "eng/base.json" } }""");
        _repo.Write("eng/base.json", "{}");
        _repo.Write("App/obj/project.assets.json", "{}");
    }

    private string Cache => SilentPolicy.PathBeside(_repo["App/obj/banned-vendors.cache"]);

    public void Dispose() => _repo.Dispose();

    [Fact]
    public void Unchanged_IsHandedOverAsItWasRead()
    {
        var silent = Kept();

        Assert.NotNull(silent);
        Assert.Equal("App/App.csproj", silent.Project);
        Assert.Equal([("banned-vendors.json", _repo["banned-vendors.json"]), ("eng/base.json", _repo["eng/base.json"])], silent.Files.Select(file => (file.Shown, file.Path)));
        Assert.Equal(File.ReadAllBytes(_repo["eng/base.json"]), silent.Files[1].Utf8);
    }

    [Theory]
    [InlineData("banned-vendors.json", "{}")]
    [InlineData("eng/base.json", "{ }")]
    [InlineData("App/banned-vendors.json", "{}")]
    [InlineData("App/.git", "gitdir: elsewhere")]
    [InlineData("eng/.git", "gitdir: elsewhere")]
    [InlineData("App/obj/banned-vendors.policy.cache", "")]
    public void ChangedFile_IsNotBelieved(string path, string text) => Assert.Null(Kept(() => _repo.Write(path, text)));

    [Fact]
    public void ChangedRequestOrDay_IsNotBelieved()
    {
        Assert.NotNull(Kept());

        Assert.Null(Read(Request with { Audiences = "agency" }));
        Assert.Null(Read(Request with { AsOf = "2026-01-01" }));
        Assert.Null(Read(Request with { File = _repo["eng/base.json"] }));
        Assert.Null(Read(Request, TestRules.Day("2026-11-21")));
    }

    [Fact]
    public void GoneBoundary_IsNotBelieved() => Assert.Null(Kept(() => Directory.Delete(_repo[".git"], recursive: true)));

    [Fact]
    public void GoneExtendedFile_IsNotBelieved() => Assert.Null(Kept(() => File.Delete(_repo["eng/base.json"])));

    /// <summary>A link to the same text is refused by the search.</summary>
    [Theory]
    [InlineData("banned-vendors.json")]
    [InlineData("eng/base.json")]
    public void LinkInTheFilesPlace_IsNotBelieved(string path)
    {
        using var elsewhere = new TempFolder();
        var copy = elsewhere.Write("copy.json", File.ReadAllText(_repo[path]));

        Assert.Null(Kept(() =>
        {
            File.Delete(_repo[path]);
            File.CreateSymbolicLink(_repo[path], copy);
        }));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(70)]
    public void DamagedCache_IsNotBelieved(int from)
    {
        Assert.NotNull(Kept());
        var bytes = File.ReadAllBytes(Cache);
        for (var at = from; at < bytes.Length; at += 7)
        {
            var damaged = (byte[])bytes.Clone();
            damaged[at] ^= 1;
            File.WriteAllBytes(Cache, damaged);
            Assert.Null(Read(Request));
        }

        File.WriteAllBytes(Cache, bytes[..^1]);
        Assert.Null(Read(Request));
    }

    private SilentPolicy? Kept(Action? change = null)
    {
        var reading = new PolicySearch(PolicySample.Rules).Of(_repo["App"], null);
        Assert.Empty(reading.Problems);
        SilentPolicy.Write(Cache, _repo["App"], Request, TestRules.Day("2026-11-20"), reading, "App/App.csproj");
        change?.Invoke();
        return Read(Request);
    }

    private SilentPolicy? Read(PolicyRequest request, IsoDate? today = null) => SilentPolicy.Read(Cache, _repo["App"], request, today ?? TestRules.Day("2026-11-20"));
}
