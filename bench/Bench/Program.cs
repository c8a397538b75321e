using BannedVendorAnalyzer.Bench;

// Everything that design promises a figure for, measured side by side in one run. Names of parts pick some of them.
var parts = new (string Name, Func<Setting, bool> Run)[]
{
    ("first", FirstCheck.Run),
    ("noop", NoOpBuild.Run),
    ("ab", WithAndWithout.Run),
    ("tool", ToolBesideDotNetList.Run),
    ("many", ManyProjects.Run),
    ("analyzer", AnalyzerBesideBannedApi.Run),
    ("rules", _ => RulesAtSize.Run()),
    ("stress", KilledBuilds.Run),
};
// Minutes of builds that are killed: only when it is named.
const string OnlyWhenNamed = "stress";
var wanted = parts.Where(part => args.Length == 0 ? part.Name != OnlyWhenNamed : args.Contains(part.Name)).ToList();
if (wanted.Count == 0)
{
    Console.Error.WriteLine($"Known parts: {string.Join(' ', parts.Select(part => part.Name))}");
    return 64;
}

using var setting = new Setting();
Console.WriteLine(setting);
var met = true;
foreach (var part in wanted) met &= part.Run(setting);
return met ? 0 : 1;
