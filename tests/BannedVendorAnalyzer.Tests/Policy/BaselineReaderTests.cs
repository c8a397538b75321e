using System.Text;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Tests.Rules;

namespace BannedVendorAnalyzer.Tests.Policy;

public sealed class BaselineReaderTests
{
    [Fact]
    public void Entries_AreReadWithTheirPlaces()
    {
        var (baseline, problems) = Read($$"""
            { "findings": [
              { "vendor": "acme", "package": "Acme.Core", "version": "1.0.0", "sha512": "aGFzaA==", "authority": "ban", "from": "2020-01-01" },
              { "vendor": "gone", "file": "lib/a.dll", "sha256": "{{new string('a', 64)}}", "authority": "gone", "from": "2021-01-01" }
            ] }
            """);

        Assert.Empty(problems);
        Assert.Equal([(false, "Acme.Core", "1.0.0", "aGFzaA==", 2), (true, "lib/a.dll", "", new string('a', 64), 3)], baseline.Entries.Select(entry => (entry.Content.IsFile, entry.Content.Name, entry.Content.Version, entry.Content.Hash, entry.Place.Line)));
        Assert.Equal(("acme", "ban", TestRules.Day("2020-01-01")), (baseline.Entries[0].Vendor, baseline.Entries[0].Authority, baseline.Entries[0].From));
    }

    [Theory]
    [InlineData("/repo/banned-vendors.json", "/repo/banned-vendors.baseline.json")]
    [InlineData("/repo/eng/strict.policy.json", "/repo/eng/strict.policy.baseline.json")]
    public void Place_FollowsFromThePolicy(string policy, string expected) => Assert.Equal(expected, Baseline.PathFor(policy));

    [Fact]
    public void ManyEntries_AreEachAtTheirPlace()
    {
        const int Count = 2000;
        var (baseline, problems) = Read($"\uFEFF{{ \"findings\": [\r\n{string.Join(",\r\n", Enumerable.Range(0, Count).Select(i => $"  {{ \"vendor\": \"acme\", \"package\": \"Ä{i}\", \"version\": \"1.0.0\", \"sha512\": \"aGFzaA==\", \"authority\": \"ban\", \"from\": \"2020-01-01\" }}"))}] }}");

        Assert.Empty(problems);
        Assert.Equal(Enumerable.Range(2, Count).Select(line => (line, 3)), baseline.Entries.Select(entry => (entry.Place.Line, entry.Place.Column)));
    }

    private static (Baseline Baseline, IReadOnlyList<FileProblem> Problems) Read(string json) => BaselineReader.Read("/repo/banned-vendors.baseline.json", Encoding.UTF8.GetBytes(json));
}
