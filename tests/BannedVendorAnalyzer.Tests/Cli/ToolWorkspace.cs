using System.Text.Json;
using BannedVendorAnalyzer.Cli;
using BannedVendorAnalyzer.Rules;
using BannedVendorAnalyzer.Tests.Packages;
using BannedVendorAnalyzer.Tests.Projects;
using BannedVendorAnalyzer.Tests.Rules;

namespace BannedVendorAnalyzer.Tests.Cli;

/// <summary>What the tool printed and ended with.</summary>
internal sealed record ToolOutcome(int ExitCode, string Output, string Error)
{
    /// <summary>Paths of the checked projects, with <c>?</c>, <c>+</c> or <c>-</c> for not known, gated and not gated.</summary>
    public IEnumerable<string> Projects
    {
        get
        {
            using var report = JsonDocument.Parse(Output);
            return [.. report.RootElement.GetProperty("projects").EnumerateArray().Select(project =>
                project.GetProperty("path").GetString() + (project.TryGetProperty("gated", out var gated) ? gated.GetBoolean() ? "+" : "-" : "?"))];
        }
    }
}

/// <summary>Restored projects that the tool checks in process, in the folder that holds them; nothing is ever restored here.</summary>
internal sealed class ToolWorkspace : IDisposable
{
    public Workspace Files { get; } = new();

    public string Root => Files[""].TrimEnd(Path.DirectorySeparatorChar);

    public void Dispose() => Files.Dispose();

    /// <summary>A project with the package that carries nothing.</summary>
    public void Clean(string name, string project = "<Project />") => Files.Restore(name, Files.Assets(name, "Contoso.Video").Video(), project);

    /// <summary>As <see cref="Clean"/>, for a project anywhere below the folder.</summary>
    public void CleanAt(string path, string project)
    {
        var assets = new AssetsBuilder(Files[path]) { PackageFolder = Files["packages"] }.Framework("net10.0", ["Contoso.Video"]).Video();
        Files.Write(path, project);
        Files.Write($"{Path.GetDirectoryName(path)}/obj/project.assets.json", assets.Json().ToJsonString());
    }

    public void Gated(string name) => Files.Restore(name, Files.Assets(name, "Contoso.Video", "BannedVendorAnalyzer").Video().Gate());

    /// <summary>A project with the package that carries a library of a prohibited vendor.</summary>
    public void Prohibited(string name) => Files.Restore(name, Files.Assets(name, "Contoso.Scan").Scan());

    /// <summary>Sets when a file was written last, in minutes from noon of a day that is past.</summary>
    public void Written(string relative, double minutes) => File.SetLastWriteTimeUtc(Files[relative], new DateTime(2026, 1, 1, 12, 0, 0, DateTimeKind.Utc).AddMinutes(minutes));

    public ToolOutcome Check(params string[] arguments) => Check(TimeProvider.System, progress: false, arguments);

    public ToolOutcome Check(TimeProvider clock, bool progress, params string[] arguments) => Run(Root, EmbeddedRules.Files(), clock, progress, ["check", "--no-restore", .. arguments]);

    public ToolOutcome Explain(params string[] arguments) => ExplainBy(EmbeddedRules.Files(), arguments);

    public ToolOutcome ExplainBy(IReadOnlyList<RuleFile> rules, params string[] arguments) => Run(Root, rules, TimeProvider.System, progress: false, ["explain", .. arguments]);

    /// <summary>Any command, in any folder.</summary>
    public static ToolOutcome Run(string folder, params string[] arguments) => Run(folder, EmbeddedRules.Files(), TimeProvider.System, progress: false, arguments);

    /// <summary>Any command, in any folder, where somebody answers.</summary>
    public static ToolOutcome Answered(string folder, string answers, params string[] arguments) => AnsweredBy(EmbeddedRules.Files(), folder, answers, arguments);

    public static ToolOutcome AnsweredBy(IReadOnlyList<RuleFile> rules, string folder, string answers, params string[] arguments) => Run(folder, rules, TimeProvider.System, progress: false, arguments, new StringReader(answers));

    private static ToolOutcome Run(string folder, IReadOnlyList<RuleFile> rules, TimeProvider clock, bool progress, string[] arguments, TextReader? input = null)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var host = new ToolHost(output, error, folder, rules, TestRules.Day("2026-11-20"), clock, Colour: false, progress) { Input = input, Variable = name => name == "NUGET_PACKAGES" ? Path.Combine(folder, "packages") : null };
        var exitCode = CommandLine.Run(arguments, host);
        return new ToolOutcome(exitCode, output.ToString(), error.ToString());
    }
}
