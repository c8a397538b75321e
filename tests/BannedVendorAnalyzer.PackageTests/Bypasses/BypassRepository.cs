using BannedVendorAnalyzer.PackageTests.Toolkit;

namespace BannedVendorAnalyzer.PackageTests.Bypasses;

/// <summary>One repository in which everybody gets around the gate in his own way, by what he writes into it; built once.</summary>
public sealed class BypassRepository
{
    private const string Target = "BannedVendorCheck";

    private static readonly string NextMonth = DateTime.UtcNow.AddDays(30).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static readonly BypassProject[] Projects =
    [
        new("SwitchedOff", "<BannedVendorCheck>false</BannedVendorCheck>"),
        new("SwitchedOffAndSilenced", "<BannedVendorCheck>false</BannedVendorCheck><MSBuildWarningsAsMessages>BVA0007</MSBuildWarningsAsMessages>"),
        new("PastDay", "<BannedVendorAsOf>2010-01-01</BannedVendorAsOf>"),
        new("ErrorSilenced", "<NoWarn>BVA1003</NoWarn><MSBuildWarningsAsMessages>BVA1003</MSBuildWarningsAsMessages><MSBuildWarningsNotAsErrors>BVA1003</MSBuildWarningsNotAsErrors>"),
        new("OtherAudience", "<BannedVendorAudiences>ca-government</BannedVendorAudiences>"),
        new("ErrorsPassed", "<ContinueOnError>true</ContinueOnError>"),
        new("DesignTime", "<DesignTimeBuild>true</DesignTimeBuild>"),
        new("DesignTimeWithoutCompiler", "<DesignTimeBuild>true</DesignTimeBuild><SkipCompilerExecution>true</SkipCompilerExecution>"),
        new("SoftenedByATarget", "<MSBuildWarningsAsMessages>BVA1003</MSBuildWarningsAsMessages>", Around("<DesignTimeBuild>true</DesignTimeBuild><SkipCompilerExecution>true</SkipCompilerExecution>", "<DesignTimeBuild /><SkipCompilerExecution />")),
        new("OtherAssetsFile", "", Around("<ProjectAssetsFile>$(MSBuildProjectDirectory)/../RemovedReference/obj/project.assets.json</ProjectAssetsFile>", "")),
        new("NearerPolicy", "", "", ("banned-vendors.json", """{ "audiences": ["ca-government"] }""")),
        new("CutPolicy", "", "", ("banned-vendors.json", """{ "root": true, "maxRulesAge": 3650, "audiences": ["ca-government"] }""")),
        new("OtherPolicy", "<BannedVendorPolicyFile>own.json</BannedVendorPolicyFile>", "", ("own.json", """{ "audiences": ["ca-government"] }""")),
        new("LinkedPolicy"),
        new("LongWaiver", "", "", ("banned-vendors.json", Extending("""
            "waivers": [{ "vendor": "kaspersky", "package": "Contoso.Scan", "version": "1.0.0", "sha512": "c2hhNTEy", "authority": "us-ndaa18-1634", "kind": "not-applicable",
              "reason": "Not needed", "approvedBy": "Nobody", "from": "2026-01-01", "until": "2099-12-31" }]
            """))),
        new("ReportedOnly", "", "", ("banned-vendors.json", Extending($"\"mode\": \"report\", \"reportUntil\": \"{NextMonth}\""))),
        new("ReportedForEver", "", "", ("banned-vendors.json", Extending("\"mode\": \"report\", \"reportUntil\": \"2099-12-31\""))),
        new("ExcludedAssets", "", """<ItemGroup><PackageReference Update="BannedVendorAnalyzer" ExcludeAssets="all" /></ItemGroup>"""),
        new("OtherAssets", "", """<ItemGroup><PackageReference Update="BannedVendorAnalyzer" IncludeAssets="analyzers" /></ItemGroup>"""),
        new("RemovedReference", "", """<ItemGroup><PackageReference Remove="BannedVendorAnalyzer" /></ItemGroup>"""),
        new("OtherVersion", "", """<ItemGroup><PackageReference Update="BannedVendorAnalyzer" Version="0.0.1" /></ItemGroup>"""),
        new("WithoutSharedProps", "<ImportDirectoryBuildProps>false</ImportDirectoryBuildProps>") { BeforeTheSdk = true },
        new("EmptyTarget", "", "", ("Directory.Build.targets", $"""<Project><Target Name="{Target}" /><Target Name="BannedVendorCheckOutput" /></Project>""")),
        new("ClearedImports", "<ImportProjectExtensionTargets>false</ImportProjectExtensionTargets>"),
        new("SuppressedImport", "<NoWarn>BVA2001</NoWarn><RunAnalyzers>false</RunAnalyzers>", "", ("Import.cs", """internal static class Import { [System.Runtime.InteropServices.DllImport("HCNetSDK")] internal static extern int NET_DVR_Init(); }""")) { Package = "" },
        new("CopiedByATarget", "", """<Target Name="Fetch" AfterTargets="Build"><Copy SourceFiles="plain.bin" DestinationFiles="$(OutDir)HCNetSDK.dll" /></Target>""", ("plain.bin", "stand-in")) { Package = "" },
    ];

    public BypassRepository(Workspace workspace)
    {
        PackageBuilder.Write(workspace.Feed, "BannedVendorAnalyzer", "0.0.1");
        var built = workspace.Built("Bypasses", folder =>
        {
            BypassProject.WriteAll(folder, "Bypasses.slnx", Projects);
            File.WriteAllText(Path.Combine(folder, "elsewhere.json"), """{ "root": true, "audiences": ["ca-government"] }""");
            File.CreateSymbolicLink(Path.Combine(folder, "LinkedPolicy", "banned-vendors.json"), Path.Combine(folder, "elsewhere.json"));
        });

        // In CI the policy is named, and what a build printed is not asked.
        var silent = BypassAttribute.All.Where(pair => pair.Bypass.Outcome == Outcome.CaughtByTheTool && Projects.Any(project => pair.Test == $"{nameof(BypassTests)}.{project.Name}")).Select(pair => pair.Test.Split('.')[1]).ToList();
        var projects = Bypass.Read(workspace.Tool(built.Folder, ["check", .. silent.Select(name => $"{name}/{name}.csproj"), "--no-restore", "--policy", "banned-vendors.json", "--format", "json"]));
        var output = Bypass.Read(workspace.Tool(built.Folder, "check", "CopiedByATarget/bin/Debug/net10.0", "--format", "json"));
        Built = new Bypass(built.Folder, built.Lines, () => [.. projects, .. output.Select(finding => ("CopiedByATarget", finding.Code))]);
    }

    public Bypass Built { get; }

    /// <summary>Properties that a target sets for the gate alone.</summary>
    private static string Around(string before, string after) =>
        $"""<Target Name="Before" BeforeTargets="{Target}"><PropertyGroup>{before}</PropertyGroup></Target><Target Name="After" AfterTargets="{Target}"><PropertyGroup>{after}</PropertyGroup></Target>""";

    private static string Extending(string members) => $$"""{ "extends": { "file": "../banned-vendors.json" }, {{members}} }""";
}
