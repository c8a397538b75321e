using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace BannedVendorAnalyzer.Bench;

/// <summary>Both analyzers in the same compilations of a program of 30,000 lines, each in a new compiler; both must have found what stands in it.</summary>
internal static partial class AnalyzerBesideBannedApi
{
    private const int Runs = 7;
    private const double Budget = 0.25;
    private const string Ours = "BannedVendorAnalyzer.Analyzers";
    private const string Theirs = "Microsoft.CodeAnalysis.CSharp.BannedApiAnalyzers";

    private static string Package { get; } =
        typeof(AnalyzerBesideBannedApi).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "BannedApiAnalyzers").Value!;

    public static bool Run(Setting setting)
    {
        var folder = setting.Project("analyzer", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ReportAnalyzer>true</ReportAnalyzer>
                <UseSharedCompilation>false</UseSharedCompilation>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="BannedVendorAnalyzer" Version="0.1.0" PrivateAssets="all" />
                <Analyzer Include="{Package}/analyzers/dotnet/cs/*.dll" />
                <AdditionalFiles Include="BannedSymbols.txt" />
              </ItemGroup>
            </Project>
            """);
        MadeSource.Write(folder);
        var times = Enumerable.Range(0, Runs).Select(_ => Compile(setting, folder)).ToList();
        var ratios = Figures.Of(times.Select(time => time.Ours / time.Theirs));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"analyzer in {MadeSource.Lines:N0} lines: ours {Figures.Of(times.Select(time => time.Ours)).Text("ms")}, BannedApiAnalyzers with {MadeSource.Banned.Count} symbols {Figures.Of(times.Select(time => time.Theirs)).Text("ms")}"));
        return Figures.Say(string.Create(CultureInfo.InvariantCulture, $"analyzer / BannedApiAnalyzers = {ratios.Median:0.00} ({ratios.Sorted[0]:0.00} to {ratios.Sorted[^1]:0.00}), budget {Budget:0.00}"), ratios.Median <= Budget);
    }

    private static (double Ours, double Theirs) Compile(Setting setting, string folder)
    {
        // The analyzers only warn here, so that the compiler ends; what it made does not pass the check of the output.
        var output = setting.Shell.Run(folder, "dotnet", ["build", "--no-restore", "-t:Rebuild", "-tl:off", "-v:d"], exitCode: 1).Output;
        MadeSource.AssertReported(output);
        return (Time(output, Ours), Time(output, Theirs));
    }

    /// <summary>The line of the assembly, which sums up its analyzers.</summary>
    private static double Time(string output, string assembly)
    {
        var line = TimeLine().Matches(output).Single(match => match.Groups["assembly"].Value == assembly);
        return double.Parse(line.Groups["seconds"].Value, CultureInfo.InvariantCulture) * 1000;
    }

    [GeneratedRegex(@"^\s*<?(?<seconds>\d+\.\d+)\s+<?\d+\s+(?<assembly>[\w.]+), Version=", RegexOptions.Multiline)]
    private static partial Regex TimeLine();
}
