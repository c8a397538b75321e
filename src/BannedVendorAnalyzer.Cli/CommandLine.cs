using System.CommandLine;
using BannedVendorAnalyzer.Cli.Explaining;
using BannedVendorAnalyzer.Cli.Inspecting;
using BannedVendorAnalyzer.Diagnostics;

namespace BannedVendorAnalyzer.Cli;

/// <summary>What the user can write.</summary>
public static class CommandLine
{
    public static int Run(string[] args, ToolHost host)
    {
        var root = new RootCommand("Checks what .NET projects depend on against the vendors that governments prohibit. Findings are facts about files, not legal advice.")
        {
            Check(host),
            Explain(host),
            Inspect(host),
            RulesCommands.RulesCommand.Create(host),
            Waivers.WaiversCommand.Create(host),
        };
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

    /// <summary>What is checked.</summary>
    internal static Argument<string[]> PathsArgument() => new("path") { Description = "Folders, .sln, .slnx, .slnf, projects, project.assets.json files, other files that bring in packages (packages.lock.json, packages.config, dotnet-tools.json, global.json, nuget.config, .nuspec, file-based apps), packages (.nupkg) or binaries; this folder if none is given. A folder without projects is looked into as it is", Arity = ArgumentArity.ZeroOrMore };

    /// <summary>Which policy decides.</summary>
    internal static Option<string?> PolicyOption() => new("--policy") { Description = "The policy file for every project, in place of the banned-vendors.json that is searched for", HelpName = "file" };

    private static Command Check(ToolHost host)
    {
        var paths = PathsArgument();
        var audience = new Option<string?>("--audience") { Description = "Who is bound, e.g. us-person; several with ';' or ','" };
        var asOf = new Option<string?>("--as-of") { Description = "Judge as of this day (2024-09-29)" };
        var policy = PolicyOption();
        var format = new Option<ReportFormat>("--format") { Description = "How to print the report", HelpName = "text|json", DefaultValueFactory = _ => ReportFormat.Text };
        var output = new Option<string?>("--output") { Description = "Write the report to this file" };
        var noRestore = new Option<bool>("--no-restore") { Description = "Never restore; a project that is not restored, or was changed since, is then unverified" };
        var verbosity = new Option<Verbosity>("--verbosity") { Description = "How much to print", HelpName = "quiet|normal|detailed", DefaultValueFactory = _ => Verbosity.Normal };
        var command = new Command("check", "Checks restored projects, packages and files. Exit code: 0 clear, 1 prohibited, 2 unverified, 4 policy or rules invalid, a locked policy loosened, or a waiver that does not hold (they add up), 64 wrong usage, 70 internal error.")
        {
            paths, audience, asOf, policy, format, output, noRestore, verbosity,
        };
        command.SetAction(parsed => new CheckCommand(host).Run(new CheckOptions(
            parsed.GetValue(paths) ?? [],
            parsed.GetValue(audience),
            parsed.GetValue(asOf),
            parsed.GetValue(policy),
            parsed.GetValue(format),
            parsed.GetValue(output),
            !parsed.GetValue(noRestore),
            parsed.GetValue(verbosity))));
        return command;
    }

    private static Command Explain(ToolHost host)
    {
        var word = new Argument<string>("what") { Description = "A package id (or Id/Version), a vendor (id, name, alias or register number), an authority id or a code such as BVA1002" };
        var paths = new Argument<string[]>("path") { Description = "Where to look for the package, as for 'check'; if nothing is given, this folder as it is restored", Arity = ArgumentArity.ZeroOrMore };
        var audience = new Option<string?>("--audience") { Description = "Who is bound, e.g. us-person; several with ';' or ','" };
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
}
