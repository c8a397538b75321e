using BannedVendorAnalyzer.PackageTests.Toolkit;

namespace BannedVendorAnalyzer.PackageTests;

/// <summary>What <c>dotnet build</c> makes of policies: each project has one of its own in the folder above.</summary>
public sealed class PolicyTests(Workspace workspace)
{
    private BuiltScenario Policies => workspace.Built("Policies");

    [Fact]
    public void EachProject_IsJudgedByItsOwnPolicy()
    {
        string[] expected =
        [
            "BVA0002 error Broken/banned-vendors.json(3,3) Broken.csproj",
            "BVA1002 error Own/P/Own.csproj(6,5) Own.csproj",
            "BVA1004 error Strict/P/Strict.csproj(6,5) Strict.csproj",
        ];
        Assert.Equal(expected, BuildLine.Sorted(Policies.Lines));
        Assert.Equal(expected, BuildLine.Sorted(workspace.Build(Policies.Folder, "Policies.slnx").Expect(1), Policies.Folder));
    }

    [Fact]
    public void Finding_NamesTheReasonAndTheDecidingFile()
    {
        var message = Policies.Lines.First(line => line.Code == "BVA1002").Message;
        Assert.Contains("Contoso is named in the organisation's policy, in force since 2026-01-01", message, StringComparison.Ordinal);
        Assert.Contains("Applies to ca-government (policy banned-vendors.json) by its text: Decision 12 of the board", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-p:BannedVendorCheck=false")]
    [InlineData("-p:BannedVendorAsOf=2026-01-01")]
    [InlineData("-p:BannedVendorCheck=false", "-p:NoWarn=BVA0007", "-p:MSBuildWarningsAsMessages=BVA0007")]
    public void LooseningOfALockedPolicy_FailsTheBuild(params string[] properties)
    {
        Assert.Equal(["BVA0007 error Locked/P/Locked.csproj Locked.csproj"], Built("Locked", 1, properties));
    }

    [Fact]
    public void Report_WarnsAlsoUnderWarningsAsErrors()
    {
        var policy = Path.Combine(Policies.Folder, "Own", "P", "report.json");
        File.WriteAllText(policy, $$"""{ "extends": { "file": "../banned-vendors.json" }, "mode": "report", "reportUntil": "{{DateTime.UtcNow.AddDays(30):yyyy-MM-dd}}" }""");

        string[] expected = ["BVA0007 warning Own/P/report.json(1,60) Own.csproj", "BVA1002 warning Own/P/Own.csproj(6,5) Own.csproj"];
        Assert.Equal(expected, Built("Own", 0, "-warnaserror", "-p:BannedVendorPolicyFile=report.json"));
    }

    /// <summary>Of packages and of source alike: a question that only somebody can answer stops nobody, unless the policy says so.</summary>
    [Fact]
    public void Reviews_StopABuildWithWarningsAsErrorsOnlyWhereStrict()
    {
        string[] reviews = ["BVA1004 warning Review/P/Review.csproj(6,5) Review.csproj", "BVA2003 warning Review/P/Calls.cs(5,37) Review.csproj"];
        Assert.Equal(reviews, Reviewed(0, "-warnaserror"));
        Assert.Equal([reviews[0].Replace("warning", "error", StringComparison.Ordinal)], Reviewed(1, "-p:BannedVendorPolicyFile=../strict.json"));
        Assert.Equal([reviews[1].Replace("warning", "error", StringComparison.Ordinal)], Reviewed(1, "-p:BannedVendorPolicyFile=../strict.json", "-p:SourceAlone=true"));

        // An edit of the policy alone compiles the source anew.
        var policy = Path.Combine(Policies.Folder, "Review", "banned-vendors.json");
        File.WriteAllText(policy, File.ReadAllText(policy).Replace("contoso.example", "contoso.org.example", StringComparison.Ordinal));
        Assert.Equal([reviews[0]], Reviewed(0));
        File.WriteAllText(policy, File.ReadAllText(policy).Replace("contoso.org.example", "contoso.example", StringComparison.Ordinal));
        Assert.Equal(reviews, Reviewed(0));

        // Where nothing changed, nothing is compiled: the policy, which is not read again, is handed over just the same. Clean leaves nothing of it.
        Assert.Equal([reviews[0]], Reviewed(0));
        var obj = Path.Combine(Policies.Folder, "Review", "P", "obj");
        Assert.Contains("BannedVendorPolicy = 0:banned-vendors.json", File.ReadAllText(Directory.GetFiles(obj, "*.GeneratedMSBuildEditorConfig.editorconfig", SearchOption.AllDirectories).Single()), StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(obj, "banned-vendors.policy.cache", SearchOption.AllDirectories));
        Assert.Empty(Reviewed(0, "-t:Clean"));
        Assert.Empty(Directory.GetFiles(obj, "banned-vendors.*", SearchOption.AllDirectories));
    }

    /// <summary>In an editor the analyzer says it, in the text; a design-time build that says it too would say it twice.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1, "-p:RunAnalyzers=false")]
    public void DesignTimeBuild_LeavesTheTextOfThePolicyToTheAnalyzerAndHandsItOver(int expected, params string[] more)
    {
        var result = workspace.DotNet.Run(
            Policies.Folder,
            [
                "msbuild", "Broken/P/Broken.csproj", "-t:CollectPackageReferences;ResolvePackageDependenciesDesignTime;ResolveAssemblyReferencesDesignTime;Compile", "-tl:off", "-clp:NoSummary", "-v:m",
                "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-p:BuildingInsideVisualStudio=true", $"-p:GateVersion={workspace.Version}", .. more,
            ]).Expect(0);
        Assert.Equal(expected, BuildLine.Of(result, Policies.Folder).Count(line => line.Code == "BVA0002"));
        var editorConfig = Directory.GetFiles(Path.Combine(Policies.Folder, "Broken", "P", "obj"), "*.GeneratedMSBuildEditorConfig.editorconfig", SearchOption.AllDirectories).Single();
        Assert.Contains("build_metadata.AdditionalFiles.BannedVendorPolicy = 0:banned-vendors.json", File.ReadAllText(editorConfig), StringComparison.Ordinal);
    }

    /// <summary>What a policy says could else begin a line of its own in a log, which CI servers take for a command.</summary>
    [Fact]
    public void ControlCharacters_DoNotReachTheLog()
    {
        var policy = Path.Combine(Policies.Folder, "Own", "P", "steering.json");
        File.WriteAllText(policy, """{ "a\u001b[2Jb\n##vso": true }""");

        Assert.Contains(Lines("Own", "-p:BannedVendorPolicyFile=steering.json"), line => line.Message.Contains("unknown member 'a?[2Jb?##vso'", StringComparison.Ordinal));
    }

    [Fact]
    public void OtherPolicyFile_IsAnErrorInPlaceOfALockedOne()
    {
        Assert.Equal(["BVA0007 error Strict/banned-vendors.json Locked.csproj"], Built("Locked", 1, "-p:BannedVendorPolicyFile=../../Strict/banned-vendors.json"));
    }

    [Fact]
    public void Audience_IsAddedToThePolicysOwn()
    {
        Assert.Contains("to ca-government (policy", Lines("Own", "-p:BannedVendorAudiences=us-person")[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EditOfThePolicy_CountsInTheNextBuild()
    {
        var policy = Path.Combine(Policies.Folder, "Own", "banned-vendors.json");
        var before = File.ReadAllText(policy);
        File.WriteAllText(policy, before.Replace("Contoso.Leaf", "Contoso.Lea", StringComparison.Ordinal));
        try
        {
            Assert.Empty(Built("Own", 0));
        }
        finally
        {
            File.WriteAllText(policy, before);
        }

        Assert.Single(Built("Own", 1));
    }

    [Fact]
    public void Tool_FindsTheSameAsTheBuild()
    {
        var outcome = workspace.Tool(Policies.Folder, "check", "Own/P/Own.csproj", "Strict/P/Strict.csproj", "Locked/P/Locked.csproj", "--no-restore");
        Assert.Contains("Own/P/Own.csproj(6,5): prohibited BVA1002", outcome.Expect(1).Output, StringComparison.Ordinal);
        Assert.Contains("Strict/P/Strict.csproj(6,5): review BVA1004", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Broken/banned-vendors.json(3,3): error BVA0002", workspace.Tool(Policies.Folder, "check", "Broken", "--no-restore").Expect(4).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Baseline_LetsTheStrictBuildPassUntilThePackageChanges()
    {
        var folder = workspace.Copy("Policies", "Baseline");
        CommandResult Build() => workspace.Build(folder, "Strict/P/Strict.csproj");
        Assert.Single(BuildLine.Sorted(Build().Expect(1), folder));

        Assert.Contains("Added", workspace.Tool(folder, "baseline", "write", "Strict", "--no-restore").Expect(0).Output, StringComparison.Ordinal);
        var passed = Build().Expect(0);
        Assert.Empty(BuildLine.Sorted(passed, folder));
        Assert.Contains("In baseline banned-vendors.baseline.json, line 3", passed.Output, StringComparison.Ordinal);
        Assert.Contains("review (baseline) BVA1004", workspace.Tool(folder, "check", "Strict", "--no-restore").Expect(0).Output, StringComparison.Ordinal);

        var baseline = Path.Combine(folder, "Strict", "banned-vendors.baseline.json");
        File.WriteAllText(baseline, File.ReadAllText(baseline).Replace("\"sha512\": \"", "\"sha512\": \"b", StringComparison.Ordinal));
        Assert.Equal(["BVA1004 error Strict/P/Strict.csproj(6,5) Strict.csproj"], BuildLine.Sorted(Build().Expect(1), folder));
        File.WriteAllText(baseline, "{ }");
        Assert.Equal(["BVA0002 error Strict/banned-vendors.baseline.json(1,1) Strict.csproj"], BuildLine.Sorted(Build().Expect(1), folder));
    }

    private IReadOnlyList<BuildLine> Lines(string name, params string[] more) => BuildLine.Of(workspace.Build(Policies.Folder, $"{name}/P/{name}.csproj", ["--no-restore", .. more]), Policies.Folder);

    private string[] Reviewed(int exitCode, params string[] more) => BuildLine.Sorted(workspace.Build(Policies.Folder, "Review/P/Review.csproj", more).Expect(exitCode), Policies.Folder);

    private string[] Built(string name, int exitCode, params string[] more) =>
        BuildLine.Sorted(workspace.Build(Policies.Folder, $"{name}/P/{name}.csproj", ["--no-restore", .. more]).Expect(exitCode), Policies.Folder);
}
