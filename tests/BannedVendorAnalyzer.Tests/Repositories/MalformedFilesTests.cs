using System.Text;
using BannedVendorAnalyzer.Inspection.Repositories;

namespace BannedVendorAnalyzer.Tests.Repositories;

/// <summary>Nothing that is wrong with a file passes silently, and nothing throws.</summary>
public sealed class MalformedFilesTests
{
    private const string Manifest = """{ "version": 1, "isRoot": true, "tools": { "a": { "version": "1.0.0", "commands": ["a"] } } }""";
    private const string Global = """{ "msbuild-sdks": { "a": "1.0.0" } /* end */ }""";
    private const string Lock = """{ "version": 2, "dependencies": { "net10.0": { "A": { "type": "Direct", "resolved": "1.0.0", "contentHash": "aA==", "dependencies": { "B": "1.0.0" } } } } }""";
    private const string Config = """<packages><package id="A" version="1.0.0" /></packages>""";
    private const string Settings = """<configuration><packageSources><add key="a" value="https://a.example" /></packageSources></configuration>""";
    private const string Nuspec = """<package><metadata><dependencies><dependency id="A" version="1.0.0" /></dependencies></metadata><files><file src="**/a*.dll" /></files></package>""";
    private const string Project = """<Project Sdk="A/1.0.0"><Sdk Name="B" Version="1.0.0" /><Import Sdk="C" Project="x" /></Project>""";

    public static TheoryData<string, string> Samples => new()
    {
        { "dotnet-tools.json", Manifest }, { "global.json", Global }, { "packages.lock.json", Lock }, { "packages.config", Config },
        { "NuGet.Config", Settings }, { "a.nuspec", Nuspec }, { "a.csproj", Project },
    };

    [Theory]
    [InlineData("dotnet-tools.json", "{\n  \"tools\": []\n}", "(2,12) the tool manifest is damaged, so what it brings in is not all known: an object was expected; correct it")]
    [InlineData("dotnet-tools.json", "{ \"tools\": { \"a\": {} } }", "(1,14) the tool manifest gives no version of 'a', which dotnet refuses; add it")]
    [InlineData("dotnet-tools.json", "{ \"tools\": { \"a\": { \"version\": 1 } } }", "(1,14) the tool manifest gives no version of 'a', which dotnet refuses; add it")]
    [InlineData("global.json", "{ \"msbuild-sdks\": \"a\" }", "(1,19) the global.json is damaged, so what it brings in is not all known: an object was expected; correct it")]
    [InlineData("global.json", "{ \"msbuild-sdks\": { /* }", "(1,21) the global.json is damaged, so what it brings in is not all known: a member name in quotes was expected; correct it")]
    [InlineData("packages.lock.json", "{ \"version\": 4, \"dependencies\": {} }", "(1,14) the lock file has version 4; 1 to 3 are known")]
    [InlineData("packages.lock.json", "{ \"dependencies\": {} }", "(1,1) the lock file has no version; restore the project again")]
    [InlineData("packages.lock.json", "{ \"version\": \"1\" }", "(1,14) the lock file is damaged, so what it brings in is not all known: a number was expected; correct it")]
    [InlineData("packages.lock.json", "{ \"version\": 1, \"dependencies\": { \"net10.0\": {\n\"A\": { \"type\": \"Other\", \"resolved\": \"1.0.0\" } } } }", "(2,1) the lock file gives 'A' the type 'Other'; known: Direct, Transitive, Project, CentralTransitive")]
    [InlineData("packages.lock.json", "{ \"version\": 1, \"dependencies\": { \"net10.0\": { \"A\": { \"type\": \"Direct\" } } } }", "(1,48) the lock file gives no version of 'A'; restore the project again")]
    [InlineData("packages.config", "<packages>\n  <package id=\"A\" />\n</packages>", "(2,3) the packages.config names a package without id or version; add it")]
    [InlineData("packages.config", "<packages>\n  <package id=\"A\"", "(2,18) the packages.config is not well-formed XML, so what it brings in is not all known; correct it")]
    [InlineData("packages.config", "<!DOCTYPE p [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>\n<packages><package id=\"&e;\" version=\"1.0.0\" /></packages>", "(2,25) the packages.config is not well-formed XML, so what it brings in is not all known; correct it")]
    [InlineData("NuGet.Config", "<configuration>\n<packageSources>", "(2,17) the NuGet.config is not well-formed XML, so what it brings in is not all known; correct it")]
    [InlineData("a.nuspec", "<package><metadata><dependencies>\n<dependency version=\"1.0.0\" /></dependencies></metadata></package>", "(2,1) the nuspec names a dependency without id; add it")]
    [InlineData("a.csproj", "<Project>\n<Sdk Name=\"A\">\n</Project>", "(3,3) the project file is not well-formed XML, so what it brings in is not all known; correct it")]
    public void WhatIsWrong_IsToldWithItsPlace(string name, string text, string expected) => Assert.Equal([expected], Reading.Problems(Reading.Of(name, text)));

    [Theory]
    [MemberData(nameof(Samples))]
    public void EveryTruncation_IsAProblem(string name, string text)
    {
        Assert.Empty(Reading.Of(name, text).Problems);
        var silent = Enumerable.Range(0, text.Length).Where(length => Reading.InMemory(name, Encoding.UTF8.GetBytes(text[..length])).Problems.Count == 0);

        Assert.Empty(silent);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void EveryChangedByte_IsReadOrTold(string name, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var position = 0; position < bytes.Length; position++)
            foreach (var value in new byte[] { 0, (byte)'"', (byte)'{', (byte)'<', (byte)'/', (byte)'*', 0xFF })
            {
                byte[] changed = [.. bytes];
                changed[position] = value;
                Assert.NotNull(Reading.InMemory(name, changed));
            }
    }

    [Fact]
    public void DeepNesting_IsAProblem()
    {
        Assert.Single(Reading.Of("global.json", string.Concat(Enumerable.Repeat("{\"a\":", 100))).Problems);
        Assert.Contains("nests too deeply", Assert.Single(Reading.Of("packages.config", string.Concat(Enumerable.Repeat("<a>", 1000))).Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-7")]
    [InlineData("no-such-encoding")]
    public void UnknownEncoding_IsAProblem(string encoding) => Assert.Single(Reading.Of("packages.config", $"<?xml version=\"1.0\" encoding=\"{encoding}\"?><packages />").Problems);

    [Fact]
    public void MissingFile_IsAProblem()
    {
        using var folder = new TempFolder();
        Assert.Equal("the file is missing", Assert.Single(RepositoryReader.Read(RepositoryFile.Of(folder["global.json"])!).Problems).Message);
    }
}
