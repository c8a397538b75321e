using BannedVendorAnalyzer.Cli;
using BannedVendorAnalyzer.Rules;

// Unicode arrows in paths must survive a redirected stream on every platform.
Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var host = new ToolHost(
    Console.Out,
    Console.Error,
    WorkingFolder(),
    EmbeddedRules.Files(),
    new IsoDate(DateTime.UtcNow.Date),
    TimeProvider.System,
    ToolHost.WantsColour(),
    ToolHost.WantsProgress())
{
    Input = Console.IsInputRedirected ? null : Console.In,
};
return CommandLine.Run(args, host);

// A shell can stand in a folder that is gone by now; full paths still work then.
static string WorkingFolder()
{
    try
    {
        return Environment.CurrentDirectory;
    }
    catch (IOException)
    {
        return Path.GetPathRoot(Path.GetTempPath())!;
    }
}
