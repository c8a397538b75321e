using System.CommandLine;

namespace BannedVendorAnalyzer.Cli.RulesCommands;

/// <summary>What the user can write after <c>rules</c>.</summary>
internal static class RulesCommand
{
    /// <summary>Where rules are looked for and put unless the user says otherwise.</summary>
    private const string Folder = "rules";

    public static Command Create(ToolHost host) => new("rules", "Lists, shows, starts and verifies rules, and says what they come to.") { List(host), Show(host), Verdicts(host), New(host), Verify(host) };

    private static Command List(ToolHost host)
    {
        var command = new Command("list", "Lists the vendors and authorities that this version knows.");
        command.SetAction(_ => ListCommand.Run(host));
        return command;
    }

    private static Command Show(ToolHost host)
    {
        var id = new Argument<string>("id") { Description = "A vendor or an authority, e.g. us-889" };
        var command = new Command("show", "Prints the file of a vendor or an authority, as it is embedded.") { id };
        command.SetAction(parsed => ShowCommand.Run(parsed.GetValue(id)!, host));
        return command;
    }

    private static Command Verdicts(ToolHost host)
    {
        var command = new Command("verdicts", "Prints for every vendor, audience and day what a build is told, as Markdown.");
        command.SetAction(_ => VerdictsCommand.Run(host));
        return command;
    }

    private static Command New(ToolHost host) => new("new", "Starts the file of a vendor or an authority; it has to be filled in.")
    {
        New(host, NewRule.Vendor, "Starts the file of a vendor."),
        New(host, NewRule.Authority, "Starts the file of an authority."),
    };

    private static Command New(ToolHost host, NewRule rule, string description)
    {
        var id = new Argument<string>("id") { Description = "Lower-case letters and digits, words joined by '-'; also the name of the file" };
        var folder = new Option<string>("--folder") { Description = $"The folder of the rules; '{Folder}' if none is given", DefaultValueFactory = _ => Folder };
        var command = new Command(rule.Noun, description) { id, folder };
        command.SetAction(parsed => NewCommand.Run(rule, parsed.GetValue(id)!, parsed.GetValue(folder)!, host));
        return command;
    }

    private static Command Verify(ToolHost host)
    {
        var folder = new Argument<string>("folder") { Description = $"A folder with 'vendors' or 'authorities'; '{Folder}' if none is given", DefaultValueFactory = _ => Folder };
        var corpus = new Option<string?>("--corpus") { Description = "A folder with tables (.tsv) of packages and modules that no rule may meet" };
        var format = new Option<ReportFormat>("--format") { Description = "How to print the problems", HelpName = "text|json", DefaultValueFactory = _ => ReportFormat.Text };
        var command = new Command("verify", "Verifies rules: form, sources, dates, order, marks, samples, wording. Without 'audiences.json' they are verified together with the embedded ones. Exit code: 0 nothing found, 4 problems, 64 wrong usage.")
        {
            folder, corpus, format,
        };
        command.SetAction(parsed => VerifyCommand.Run(parsed.GetValue(folder)!, parsed.GetValue(corpus), parsed.GetValue(format), host));
        return command;
    }
}
