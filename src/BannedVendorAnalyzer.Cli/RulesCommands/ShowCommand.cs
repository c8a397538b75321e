using System.Text;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.RulesCommands;

/// <summary>Prints a fact sheet as it is embedded: what a check judges by, byte for byte.</summary>
internal static class ShowCommand
{
    public static int Run(string id, ToolHost host)
    {
        var file = host.Rules.FirstOrDefault(file => IsOf(file, RuleFile.Vendors, id)) ?? host.Rules.FirstOrDefault(file => IsOf(file, RuleFile.Authorities, id));
        if (file is null)
        {
            host.Error.WriteLine($"'{id}' is no vendor and no authority of this version. 'banned-vendors rules list' names them all.");
            return ExitCode.WrongUsage;
        }

        host.Out.Write(Encoding.UTF8.GetString(file.Utf8));
        return ExitCode.Clear;
    }

    private static bool IsOf(RuleFile file, string folder, string id) => string.Equals(file.Path, $"{folder}{id.Trim()}.json", StringComparison.OrdinalIgnoreCase);
}
