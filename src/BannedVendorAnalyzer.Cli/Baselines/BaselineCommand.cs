using System.CommandLine;
using BannedVendorAnalyzer.Cli.Waivers;

namespace BannedVendorAnalyzer.Cli.Baselines;

/// <summary>What the user can write after <c>baseline</c>.</summary>
internal static class BaselineCommand
{
    public static Command Create(ToolHost host) => new("baseline", "Takes over findings to review as they are, so that only new ones are warned about.") { Write(host), Prune(host) };

    private static Command Write(ToolHost host)
    {
        var scope = new ScopeOptions();
        var update = new Option<bool>("--update") { Description = "Add what is new to a baseline that is there already" };
        var command = new Command("write", "Writes what is to be reviewed into the baseline beside the policy, and says what. What is prohibited is never in it. Exit code: 0 written, 2 something could not be looked at, 4 policy invalid, 64 wrong usage, or a baseline is there and would grow.") { update };
        scope.AddTo(command);
        command.SetAction(parsed => new WriteCommand(host).Run(scope.Of(parsed), parsed.GetValue(update)));
        return command;
    }

    private static Command Prune(ToolHost host)
    {
        var scope = new ScopeOptions();
        var command = new Command("prune", "Takes out of the baseline what matches nothing any more, and says what. Exit code: 0 done, 2 something could not be looked at, 4 policy invalid, 64 wrong usage.");
        scope.AddTo(command);
        command.SetAction(parsed => new PruneCommand(host).Run(scope.Of(parsed)));
        return command;
    }
}
