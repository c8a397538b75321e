using BannedVendorAnalyzer.Cli.Targets;

namespace BannedVendorAnalyzer.Cli.Inspecting;

/// <summary>Shows what can be seen in a file, a package or a folder, and judges nothing.</summary>
internal sealed class InspectCommand(ToolHost host)
{
    public int Run(InspectOptions options)
    {
        if (RuleReading.Read(host) is not { } rules) return ExitCode.InvalidPolicy;
        if (Target(options.Path) is not { } target)
        {
            host.Error.WriteLine($"'{options.Path}' does not exist");
            return ExitCode.WrongUsage;
        }

        var inspected = new ContentReading(rules.Index, host.NewProgress()).Read(target, options.All);
        host.Out.Write(options.Format == ReportFormat.Json ? InspectJson.Of(inspected, rules, host) : InspectPage.Of(inspected, rules, host));
        return inspected.Problems.Count > 0 || inspected.Files.Any(file => file.Damage.Count > 0) ? ExitCode.Unverified : ExitCode.Clear;
    }

    private ContentTarget? Target(string path)
    {
        if (string.IsNullOrWhiteSpace(path)) return null;
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, host.WorkingFolder));
        if (Directory.Exists(full)) return new ContentTarget(full, path, ContentKind.Folder);
        if (!File.Exists(full)) return null;
        return new ContentTarget(full, path, BannedVendorAnalyzer.Inspection.Packages.PackageArchive.IsArchive(full) ? ContentKind.Package : ContentKind.File);
    }
}
