using BannedVendorAnalyzer.Bench;

// Everything that design promises a figure for, measured side by side in one run. Names of parts pick some of them; paths are where parts
// that read binaries find them.
var named = args.Where(Path.IsPathRooted).ToList();
var folders = named.Count == 0 ? BinaryFiles.Installed : named;
var parts = new (string Name, Func<Setting, bool> Run)[]
{
    ("first", FirstCheck.Run),
    ("noop", NoOpBuild.Run),
    ("ab", WithAndWithout.Run),
    ("tool", ToolBesideDotNetList.Run),
    ("many", ManyProjects.Run),
    ("feed", PackageSource.Run),
    ("analyzer", AnalyzerBesideBannedApi.Run),
    ("rules", _ => RulesAtSize.Run()),
    ("contents", ContentsOfPackages.Run),
    ("contents-once", _ => ContentsOfPackages.RunOnce()),
    ("crosscheck-managed", _ => ManagedFactsBesideCecil.Run()),
    ("stress", KilledBuilds.Run),
    ("crosscheck", _ => CrossCheck.Run(folders)),
    ("binaries", _ => BinaryReading.Run(folders)),
    ("fuzz", _ => BinaryFuzz.Run()),
    ("fuzz-contents", _ => BinaryFuzz.RunContents()),
};
// They take minutes, or need what is not everywhere, so only when they are named.
string[] onlyWhenNamed = ["contents-once", "stress", "crosscheck", "binaries", "fuzz", "fuzz-contents", "crosscheck-managed"];
var wanted = parts.Where(part => args.Length == 0 ? !onlyWhenNamed.Contains(part.Name) : args.Contains(part.Name)).ToList();
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
