using System.CommandLine;

namespace BannedVendorAnalyzer.Cli.Exporting;

/// <summary>What the user can write after <c>export</c>.</summary>
internal static class ExportCommand
{
    public static Command Create(ToolHost host) => new("export", "Writes the rules for other programs.") { AuditSource(host) };

    private static Command AuditSource(ToolHost host)
    {
        var folder = new Argument<string>("dir") { Description = "The folder to write: new, empty, or of an earlier export, which is then brought up to date" };
        var url = new Option<string>("--url") { Description = "The address at which the folder will be served; NuGet takes no relative ones", HelpName = "https://…", Required = true };
        var audience = new Option<string?>("--audience") { Description = "Who is bound, e.g. us-person; several with ';' or ','" };
        var asOf = new Option<string?>("--as-of") { Description = "Judge as of this day (2024-09-29)" };
        var policy = CommandLine.PolicyOption();
        var command = new Command("audit-source", "Writes the prohibited package ids as a static NuGet audit source: restore and Visual Studio then warn (NU1904) without any code of ours. Exit code: 0 written, 4 policy, rules, audience or date invalid or a locked policy loosened, 64 wrong usage.")
        {
            folder, url, audience, asOf, policy,
        };
        command.SetAction(parsed => new AuditSourceCommand(host).Run(new AuditSourceOptions(
            parsed.GetValue(folder)!,
            parsed.GetValue(url)!,
            parsed.GetValue(audience),
            parsed.GetValue(asOf),
            parsed.GetValue(policy))));
        return command;
    }
}
