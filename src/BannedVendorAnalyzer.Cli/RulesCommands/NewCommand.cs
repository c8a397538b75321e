using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.RulesCommands;

/// <summary>Starts a rules file, and never touches one that is there.</summary>
internal static class NewCommand
{
    public static int Run(NewRule rule, string id, string folder, ToolHost host)
    {
        if (!RuleNames.IsId(id))
        {
            host.Error.WriteLine($"'{id}' is not an id: lower-case letters and digits, words joined by '-'.");
            return ExitCode.WrongUsage;
        }

        if (host.Rules.Any(file => file.Path == $"{rule.Folder}{id}.json") && !File.Exists(Path.GetFullPath(Path.Combine(folder, RuleFile.Audiences), host.WorkingFolder)))
        {
            host.Error.WriteLine($"The rules of the program have the {rule.Noun} '{id}' already; 'banned-vendors rules show {id}' prints it. Choose another id.");
            return ExitCode.WrongUsage;
        }

        var path = Path.Combine(folder, rule.Folder, $"{id}.json");
        try
        {
            var full = Path.GetFullPath(path, host.WorkingFolder);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            using var file = new StreamWriter(new FileStream(full, FileMode.CreateNew, FileAccess.Write));
            file.Write(rule.Template.Replace("{id}", id, StringComparison.Ordinal).ReplaceLineEndings("\n"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            host.Error.WriteLine($"'{path}' cannot be started ({exception.Message})");
            return ExitCode.WrongUsage;
        }

        host.Out.WriteLine($"Started {host.Relative(path)}");
        host.Out.WriteLine($"Fill in everything that stands in < >: {rule.Steps}.");
        host.Out.WriteLine($"Then run: banned-vendors rules verify {Quoted(folder)}");
        return ExitCode.Clear;
    }

    private static string Quoted(string path) => path.Contains(' ', StringComparison.Ordinal) ? $"\"{path}\"" : path;
}
