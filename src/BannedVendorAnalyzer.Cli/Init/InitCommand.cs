using System.CommandLine;
using BannedVendorAnalyzer.Cli.Waivers;
using BannedVendorAnalyzer.Inspection.Policies;
using BannedVendorAnalyzer.Policy;

namespace BannedVendorAnalyzer.Cli.Init;

/// <summary>Writes the first policy of an organisation, after it has shown what a check finds.</summary>
internal sealed class InitCommand(ToolHost host)
{
    public static Command Create(ToolHost host)
    {
        var path = new Argument<string?>("path") { Description = "The folder of the repository; this folder if none is given", Arity = ArgumentArity.ZeroOrOne };
        var audience = CommandLine.AudienceOption();
        var yes = new Option<bool>("--yes") { Description = "Ask nothing, as scripts need it: for --audience, or the default one" };
        var noRestore = CommandLine.NoRestoreOption();
        var command = new Command("init", "Shows what a check finds, asks who you are, and writes banned-vendors.json; never over one that is there. Exit code: 0 written, 4 audience or a policy invalid, 64 wrong usage, or a policy counts there already.")
        {
            path, audience, yes, noRestore,
        };
        command.SetAction(parsed => new InitCommand(host).Run(parsed.GetValue(path), parsed.GetValue(audience), parsed.GetValue(yes), !parsed.GetValue(noRestore)));
        return command;
    }

    /// <param name="path">Null for the working folder.</param>
    /// <param name="audience">As the user wrote it; null to ask, or to take the default one.</param>
    private int Run(string? path, string? audience, bool yes, bool restore)
    {
        var folder = Path.GetFullPath(path ?? ".", host.WorkingFolder);
        if (!Directory.Exists(folder)) return Wrong($"'{path}' is no folder");
        if (host.Input is null && !yes) return Wrong("Nobody can be asked here, because the input is no terminal: name '--yes', and '--audience' for who you are.");
        if (JudgingBasis.Read(audience, null, host) is not { } basis) return ExitCode.InvalidPolicy;

        var there = new PolicySearch(basis.Rules).Of(folder, null);
        if ((there.Problems is [var problem, ..] ? problem.File : there.Policy?.Deciding.Path) is { } policy) return Wrong($"'{host.Relative(policy)}' counts there already and is left as it is: change that file.");

        var (report, exitCode) = new WaiverRun(basis, host).Check(new WaiverScope(path is null ? [] : [path], null, restore) { Audience = audience });
        if (report is null) return exitCode;
        host.Out.Write(FoundSummary.Of(report, host));

        var audiences = audience is null && !yes ? AudienceQuestion.Ask(basis.Rules, host.Input!, host.Error) : basis.Context.Audiences;
        if (audiences is null) return Wrong("Nothing was chosen, so nothing was written.");
        var file = Path.Combine(folder, PolicyFile.Name);
        if (!WholeFile.Create(file, FirstPolicy.Of(audiences, IsRoot(folder)), host)) return ExitCode.WrongUsage;
        host.Out.Write(NextSteps.Of(report, host.Relative(file), audiences));
        return ExitCode.Clear;
    }

    /// <summary>Whether the search for policies should end there: it does not by itself, or would not in a copy without <c>.git</c>.</summary>
    private static bool IsRoot(string folder)
    {
        if (Path.Exists(Path.Combine(folder, ".git"))) return true;
        for (var above = Path.GetDirectoryName(folder); above is not null; above = Path.GetDirectoryName(above))
            if (Path.Exists(Path.Combine(above, ".git"))) return false;
        return true;
    }

    private int Wrong(string message)
    {
        host.Error.WriteLine(message);
        return ExitCode.WrongUsage;
    }
}
