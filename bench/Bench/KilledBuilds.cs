namespace BannedVendorAnalyzer.Bench;

/// <summary>
/// Ten builds of one solution at once, one of them killed at a random moment, fifty times: no build may judge wrongly, and what the
/// killed one left must not be believed. The solution holds a clean project and one that must fail.
/// </summary>
internal static class KilledBuilds
{
    private const int Rounds = 50;
    private const int Builds = 10;
    private const int Seed = 20240929;

    private static readonly string[] Build = ["build", "All.slnx", "--no-restore", "-tl:off", "-clp:NoSummary", "-v:m"];

    public static bool Run(Setting setting)
    {
        var folder = setting.Projects("stress", 2, gate: true, build: false);
        AddProhibited(Path.Combine(folder, "P1", "P1.csproj"));
        setting.Shell.Run(folder, "dotnet", ["restore", "All.slnx", "-tl:off", "-v:q"]);
        var random = new Random(Seed);
        int wrong = 0, judged = 0;
        for (var round = 0; round < Rounds; round++)
        {
            // Without what earlier rounds kept, all ten write at once.
            foreach (var kept in Directory.GetFiles(folder, "banned-vendors.cache", SearchOption.AllDirectories)) File.Delete(kept);
            foreach (var output in Together(setting.Shell, folder, random).Append(Alone(setting.Shell, folder)))
            {
                judged++;
                if (IsRight(output)) continue;
                wrong++;
                Console.WriteLine(output);
            }
        }

        return Figures.Say($"{Rounds} rounds of {Builds} builds at once, one killed in each: {judged} judged, {wrong} wrongly", wrong == 0);
    }

    private static void AddProhibited(string project) =>
        File.WriteAllText(project, File.ReadAllText(project).Replace("<ItemGroup>", $"<ItemGroup><PackageReference Include=\"{StandIns.Prohibited}\" Version=\"1.0.0\" />", StringComparison.Ordinal));

    /// <returns>What the builds printed that were not killed.</returns>
    private static List<string> Together(Shell shell, string folder, Random random)
    {
        var running = Enumerable.Range(0, Builds).Select(_ => shell.Start(folder, "dotnet", Build)).ToList();
        var outputs = running.Select(process => process.StandardOutput.ReadToEndAsync()).ToList();
        Thread.Sleep(random.Next(500, 8000));
        var victim = random.Next(Builds);
        if (!running[victim].HasExited) running[victim].Kill(entireProcessTree: true);
        foreach (var process in running) process.WaitForExit();
        var printed = outputs.Where((_, index) => index != victim).Select(output => output.Result).ToList();
        foreach (var process in running) process.Dispose();
        return printed;
    }

    private static string Alone(Shell shell, string folder)
    {
        using var process = shell.Start(folder, "dotnet", Build);
        return process.StandardOutput.ReadToEnd();
    }

    /// <summary>Builds in one folder at once get in each other's way at other files; what counts is what is said of the packages.</summary>
    private static bool IsRight(string output)
    {
        var ours = output.Split('\n').Where(line => line.Contains("BVA", StringComparison.Ordinal)).ToList();
        return ours.Count > 0 && ours.TrueForAll(line => line.Contains("P1.csproj", StringComparison.Ordinal) && line.Contains("error BVA1003: 'Kaspersky Anti-Virus SDK'", StringComparison.Ordinal));
    }
}
