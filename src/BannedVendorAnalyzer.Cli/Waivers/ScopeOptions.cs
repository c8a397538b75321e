using System.CommandLine;

namespace BannedVendorAnalyzer.Cli.Waivers;

/// <summary>As for a check.</summary>
internal sealed class ScopeOptions
{
    private readonly Argument<string[]> _paths = CommandLine.PathsArgument();
    private readonly Option<string?> _policy = CommandLine.PolicyOption();
    private readonly Option<bool> _noRestore = CommandLine.NoRestoreOption();

    public void AddTo(Command command)
    {
        command.Add(_paths);
        command.Add(_policy);
        command.Add(_noRestore);
    }

    public WaiverScope Of(ParseResult parsed) => new(parsed.GetValue(_paths) ?? [], parsed.GetValue(_policy), !parsed.GetValue(_noRestore));
}
