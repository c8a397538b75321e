using System.CommandLine;
using System.Globalization;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Waivers;

/// <summary>What the user can write after <c>waivers</c>.</summary>
internal static class WaiversCommand
{
    /// <summary>How long a waiver lasts unless the user says otherwise.</summary>
    private const int UsualDays = 90;

    public static Command Create(ToolHost host) => new("waivers", "Lists, checks, writes and renews the waivers of policies.") { List(host), Check(host), Add(host), Renew(host) };

    private static Command List(ToolHost host)
    {
        var paths = new Argument<string[]>("path") { Description = "Folders or projects whose policy is meant; this folder if none is given", Arity = ArgumentArity.ZeroOrMore };
        var policy = CommandLine.PolicyOption();
        var expired = new Option<bool>("--expired") { Description = "Only those whose last day is over" };
        var expiringIn = new Option<int?>("--expiring-in") { Description = "Only those that end within this time", HelpName = "30d", CustomParser = Days };
        var command = new Command("list", "Lists the waivers of a policy by their last day. Exit code: 0, 4 policy invalid, 64 wrong usage.") { paths, policy, expired, expiringIn };
        command.SetAction(parsed => new ListCommand(host).Run(new WaiverScope(parsed.GetValue(paths) ?? [], parsed.GetValue(policy), Restore: false), parsed.GetValue(expired), parsed.GetValue(expiringIn)));
        return command;
    }

    private static Command Check(ToolHost host)
    {
        var scope = new ScopeOptions();
        var command = new Command("check", "Says which waivers do not hold, will soon end or match nothing. Exit code: 0 all hold, 2 something could not be looked at, 4 one does not hold, or the policy is invalid (6 both), 64 wrong usage.");
        scope.AddTo(command);
        command.SetAction(parsed => new VerifyCommand(host).Run(scope.Of(parsed)));
        return command;
    }

    private static Command Add(ToolHost host)
    {
        var what = What();
        var scope = new ScopeOptions();
        var kind = new Option<WaiverKind>("--kind")
        {
            Description = "On what it rests",
            HelpName = string.Join('|', RuleNames.All<WaiverKind>()),
            CustomParser = result => Kind(result),
        };
        var authority = new Option<string?>("--authority") { Description = "For this authority alone, e.g. us-889; for each that decides if none is given" };
        var import = new Option<bool>("--import") { Description = "It is what the code of the one project that is named imports, loads or calls: a library, COM class or host, as the build names it" };
        var until = Until(host);
        var command = new Command("add", "Writes a waiver for each authority that decides about a package, a file or an import, with its hash; the reason and who approves it have to be filled in. Exit code: 0 written, 4 policy invalid, 64 wrong usage.") { what };
        scope.AddTo(command);
        foreach (var option in new Option[] { import, kind, authority, until }) command.Add(option);
        command.SetAction(parsed => new AddCommand(host).Run(parsed.GetValue(what)!, parsed.GetValue(import), scope.Of(parsed), parsed.GetValue(kind), parsed.GetValue(authority), parsed.GetValue(until)));
        return command;
    }

    private static Command Renew(ToolHost host)
    {
        var what = What();
        var scope = new ScopeOptions();
        var until = Until(host);
        var command = new Command("renew", "Gives the waivers for a package, a file or an import a new time and its present content; who approves it has to be filled in again. Exit code: 0 written, 4 policy invalid, 64 wrong usage.") { what };
        scope.AddTo(command);
        command.Add(until);
        command.SetAction(parsed => new RenewCommand(host).Run(parsed.GetValue(what)!, scope.Of(parsed), parsed.GetValue(until)));
        return command;
    }

    private static Argument<string> What() => new("what") { Description = "Id of a package, the path of a file from the folder in which the search for the policy ends, or an import" };

    private static Option<IsoDate> Until(ToolHost host) => new("--until")
    {
        Description = $"The last day (2027-01-31); {UsualDays} days from now if none is given",
        HelpName = "date",
        DefaultValueFactory = _ => host.Today.AddDays(UsualDays),
        CustomParser = result =>
        {
            if (!IsoDate.TryParse(result.Tokens[0].Value, out var date)) result.AddError($"'{result.Tokens[0].Value}' is not a date of the form 2024-09-29");
            else if (date < host.Today || host.Today.DaysUntil(date) >= Waiver.MostDays) result.AddError($"{date} is not within {Waiver.MostDays} days from {host.Today} on");
            return date;
        },
    };

    private static WaiverKind Kind(System.CommandLine.Parsing.ArgumentResult result)
    {
        if (!RuleNames.TryParse<WaiverKind>(result.Tokens[0].Value, out var kind)) result.AddError($"unknown kind of waiver '{result.Tokens[0].Value}'; known: {string.Join(", ", RuleNames.All<WaiverKind>())}");
        return kind;
    }

    private static int? Days(System.CommandLine.Parsing.ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (int.TryParse(text.EndsWith('d') ? text[..^1] : text, NumberStyles.None, CultureInfo.InvariantCulture, out var days)) return days;
        result.AddError($"'{text}' is not a number of days, e.g. 30d");
        return null;
    }
}
