using System.CommandLine;
using BannedVendorAnalyzer.Cli.Ci;
using BannedVendorAnalyzer.Cli.Explaining;
using BannedVendorAnalyzer.Cli.Inspecting;
using BannedVendorAnalyzer.Diagnostics;

namespace BannedVendorAnalyzer.Cli;

/// <summary>What the user can write.</summary>
public static class CommandLine
{
    public static int Run(string[] args, ToolHost host)
    {
        var root = new RootCommand("Checks what .NET projects depend on against the vendors that governments prohibit. Findings are facts about files, not legal advice.");
        foreach (var create in Commands(args)) root.Add(create(host));

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) host.Error.WriteLine(error.Message);
            host.Error.WriteLine("Run 'banned-vendors --help' for what can be written.");
            return ExitCode.WrongUsage;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { Output = host.Out, Error = host.Error, EnableDefaultExceptionHandler = false });
        }
        catch (IOException exception)
        {
            // Every other file is read and written where its trouble can be said; what is left is the report's own stream.
            host.Error.WriteLine($"The report could not be written ({exception.Message}).");
            return ExitCode.InternalError;
        }
        catch (Exception exception)
        {
            host.Error.WriteLine($"error {DiagnosticCatalog.InternalError.Id}: {InternalErrorText.Of(exception)}. {DiagnosticCatalog.InternalError.More}");
            return ExitCode.InternalError;
        }
    }

    /// <summary>The command that is asked for alone, or all of them where none is: to make them costs as much as a small check.</summary>
    private static IEnumerable<Func<ToolHost, Command>> Commands(string[] args)
    {
        (string Name, Func<ToolHost, Command> Create)[] all =
        [
            ("check", Check),
            ("explain", Explain),
            ("inspect", Inspect),
            ("export", Exporting.ExportCommand.Create),
            ("rules", RulesCommands.RulesCommand.Create),
            ("init", Init.InitCommand.Create),
            ("waivers", Waivers.WaiversCommand.Create),
            ("baseline", Baselines.BaselineCommand.Create),
            ("ci", CiSettings),
            ("selftest", Selftest.SelftestCommand.Create),
        ];
        var asked = args.Length == 0 ? -1 : Array.FindIndex(all, command => command.Name == args[0]);
        return asked < 0 ? all.Select(command => command.Create) : [all[asked].Create];
    }

    /// <summary>What is checked.</summary>
    internal static Argument<string[]> PathsArgument() => new("path") { Description = "Folders, .sln, .slnx, .slnf, projects, project.assets.json files, other files that bring in packages (packages.lock.json, packages.config, dotnet-tools.json, global.json, nuget.config, .nuspec, file-based apps), packages (.nupkg) or binaries; this folder if none is given. A folder without projects is looked into as it is", Arity = ArgumentArity.ZeroOrMore };

    /// <summary>Which policy decides.</summary>
    internal static Option<string?> PolicyOption() => new("--policy") { Description = "The policy file for every project, in place of the banned-vendors.json that is searched for", HelpName = "file" };

    internal static Option<string?> AudienceOption() => new("--audience") { Description = "Who is bound, e.g. us-person; several with ';' or ','" };

    internal static Option<bool> NoRestoreOption() => new("--no-restore") { Description = "Never restore; a project that is not restored, or was changed since, is then unverified" };

    private static Command Check(ToolHost host)
    {
        var paths = PathsArgument();
        var audience = AudienceOption();
        var asOf = new Option<string?>("--as-of") { Description = "Judge as of this day (2024-09-29)" };
        var policy = PolicyOption();
        var format = new Option<ReportFormat>("--format") { Description = "How to print the report", HelpName = "text|json", DefaultValueFactory = _ => ReportFormat.Text };
        var output = new Option<string?>("--output") { Description = "Write the report to this file" };
        var noRestore = NoRestoreOption();
        var offline = new Option<bool>("--offline") { Description = "Ask no package source: never restore, and refuse --package" };
        var packages = new Option<string[]>("--package") { Description = "A package on the configured sources that is in no project yet, with everything it brings in: ID, ID@VERSION or ID@RANGE; can be given more than once", HelpName = "id[@version|range]" };
        var framework = new Option<string?>("--framework") { Description = "For which framework --package is looked at; the newest that the SDK knows if none is given", HelpName = "tfm" };
        var suggest = new Option<bool>("--suggest") { Description = "Name the nearest versions of --package that are without what is found" };
        var verbosity = new Option<Verbosity>("--verbosity") { Description = "How much to print", HelpName = "quiet|normal|detailed", DefaultValueFactory = _ => Verbosity.Normal };
        var diff = new Option<string?>("--diff") { Description = "Report only what is not in this commit of git (origin/main), which is checked too", HelpName = "base" };
        var command = new Command("check", "Checks restored projects, packages, files, and packages that somebody wants to add. Exit code: 0 clear, 1 prohibited, 2 unverified, 4 policy or rules invalid, a locked policy loosened, or a waiver that does not hold (they add up), 64 wrong usage, 70 internal error.")
        {
            paths, packages, framework, suggest, audience, asOf, policy, format, output, noRestore, offline, verbosity, diff,
        };
        command.Validators.Add(parsed =>
        {
            var isAsked = parsed.GetResult(packages) is not null;
            if (isAsked && parsed.GetValue(offline)) parsed.AddError("--package asks package sources, which --offline forbids.");
            if (isAsked && parsed.GetResult(diff) is not null) parsed.AddError("--diff compares what a repository holds, and a --package is not in it yet.");
            if (!isAsked && (parsed.GetResult(framework) is not null || parsed.GetValue(suggest))) parsed.AddError("--framework and --suggest are about a --package, and none is given.");
        });
        command.SetAction(parsed => new CheckCommand(host).Run(new CheckOptions(
            parsed.GetValue(paths) ?? [],
            parsed.GetValue(audience),
            parsed.GetValue(asOf),
            parsed.GetValue(policy),
            parsed.GetValue(format),
            parsed.GetValue(output),
            !parsed.GetValue(noRestore) && !parsed.GetValue(offline),
            parsed.GetValue(verbosity))
        {
            Packages = parsed.GetValue(packages) ?? [],
            Framework = parsed.GetValue(framework),
            Diff = parsed.GetValue(diff),
            Suggest = parsed.GetValue(suggest),
        }));
        return command;
    }

    private static Command Explain(ToolHost host)
    {
        var word = new Argument<string>("what") { Description = "A package id (or Id/Version), a vendor (id, name, alias or register number), an authority id or a code such as BVA1002" };
        var paths = new Argument<string[]>("path") { Description = "Where to look for the package, as for 'check'; if nothing is given, this folder as it is restored", Arity = ArgumentArity.ZeroOrMore };
        var audience = AudienceOption();
        var asOf = new Option<string?>("--as-of") { Description = "Judge as of this day (2024-09-29)" };
        var policy = PolicyOption();
        var format = new Option<ReportFormat>("--format") { Description = "How to print it; the page of a code is always text", HelpName = "text|json", DefaultValueFactory = _ => ReportFormat.Text };
        var noRestore = new Option<bool>("--no-restore") { Description = "Never restore; a project that is not restored, or was changed since, is then not looked at" };
        var command = new Command("explain", "Explains a package, a vendor, an authority or a code. Exit code: 0 explained, 2 a project could not be looked at, 4 rules, audience or date invalid, 64 not known or wrong usage, 70 internal error.")
        {
            word, paths, audience, asOf, policy, format, noRestore,
        };
        command.SetAction(parsed => new ExplainCommand(host).Run(new ExplainOptions(
            parsed.GetValue(word)!,
            parsed.GetValue(paths) ?? [],
            parsed.GetValue(audience),
            parsed.GetValue(asOf),
            parsed.GetValue(policy),
            parsed.GetValue(format),
            !parsed.GetValue(noRestore))));
        return command;
    }

    private static Command Inspect(ToolHost host)
    {
        var path = new Argument<string>("path") { Description = "A binary, an archive, a package (.nupkg) or a folder" };
        var all = new Option<bool>("--all") { Description = "Of a package or folder, also show files in which no indicator is met" };
        var format = new Option<ReportFormat>("--format") { Description = "How to print it", HelpName = "text|json", DefaultValueFactory = _ => ReportFormat.Text };
        var command = new Command("inspect", "Shows what can be seen in a file, a package or a folder, and what of it an indicator knows; judges nothing. Exit code: 0 shown, 2 something could not be looked at, 4 rules invalid, 64 wrong usage, 70 internal error.")
        {
            path, all, format,
        };
        command.SetAction(parsed => new InspectCommand(host).Run(new InspectOptions(parsed.GetValue(path)!, parsed.GetValue(all), parsed.GetValue(format))));
        return command;
    }

    private static Command CiSettings(ToolHost host)
    {
        var paths = PathsArgument();
        paths.Description = "The repository, to be told what of it cannot be reached; this folder if none is given";
        var shell = new Option<Shell>("--shell") { Description = "Who reads the settings: a shell, the file GITHUB_ENV, or the log of Azure Pipelines", HelpName = "bash|pwsh|github|azure", DefaultValueFactory = _ => Shell.Bash };
        var command = new Command("ci", "Prints the environment variables with which every restore and build is judged, in a repository that is not touched: eval \"$(banned-vendors ci)\". Exit code: 0 printed, 2 printed, and something in the repository is not reached, 64 wrong usage, 70 internal error.")
        {
            paths, shell,
        };
        command.SetAction(parsed => new CiCommand(host).Run(parsed.GetValue(paths) ?? [], parsed.GetValue(shell)));
        return command;
    }
}
