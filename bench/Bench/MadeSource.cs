using System.Text;
using System.Text.RegularExpressions;

namespace BannedVendorAnalyzer.Bench;

/// <summary>A program as programs are: calls, texts, collections, a few native imports. Some files hold what either analyzer must report.</summary>
internal static partial class MadeSource
{
    public const int Lines = Files * LinesPerFile;

    private const int Files = 300;
    private const int LinesPerFile = 100;

    /// <summary>Every so many files one uses each banned symbol once.</summary>
    private const int BannedEvery = 30;

    /// <summary>Twenty, of which all are used.</summary>
    public static readonly IReadOnlyList<string> Banned =
    [
        "M:System.Environment.FailFast(System.String)", "M:System.Environment.Exit(System.Int32)", "M:System.GC.Collect", "M:System.GC.WaitForPendingFinalizers", "M:System.Console.Beep",
        "M:System.Console.Clear", "M:System.Console.ResetColor", "M:System.Threading.Thread.Sleep(System.Int32)", "M:System.Threading.Thread.Yield", "M:System.Threading.Thread.MemoryBarrier",
        "M:System.IO.File.Delete(System.String)", "M:System.IO.File.ReadAllBytes(System.String)", "M:System.IO.Directory.Delete(System.String)", "M:System.IO.Path.GetTempFileName",
        "M:System.IO.Path.GetRandomFileName", "M:System.Math.Sqrt(System.Double)", "M:System.Math.Cbrt(System.Double)", "P:System.DateTime.Now", "P:System.DateTime.Today", "P:System.Environment.TickCount",
    ];

    private static readonly string[] Uses =
    [
        "Environment.FailFast(text);", "Environment.Exit(1);", "GC.Collect();", "GC.WaitForPendingFinalizers();", "Console.Beep();", "Console.Clear();", "Console.ResetColor();", "Thread.Sleep(1);", "Thread.Yield();",
        "Thread.MemoryBarrier();", "File.Delete(text);", "File.ReadAllBytes(text);", "Directory.Delete(text);", "Path.GetTempFileName();", "Path.GetRandomFileName();", "Math.Sqrt(2);", "Math.Cbrt(2);",
        "DateTime.Now.ToString();", "DateTime.Today.ToString();", "Environment.TickCount.ToString();",
    ];

    private static readonly string[] Ours = ["BVA2001", "BVA2002", "BVA2004"];

    public static void Write(string folder)
    {
        File.WriteAllLines(Path.Combine(folder, "BannedSymbols.txt"), Banned.Select(symbol => $"{symbol};not here"));
        File.WriteAllText(Path.Combine(folder, ".globalconfig"), $"is_global = true\n{string.Join("\n", Ours.Select(code => $"dotnet_diagnostic.{code}.severity = warning"))}\n");
        for (var file = 0; file < Files; file++) File.WriteAllText(Path.Combine(folder, $"File{file}.cs"), Text(file));
    }

    /// <summary>Each file that holds something to report was reported, by both.</summary>
    public static void AssertReported(string output)
    {
        var reported = Warning().Matches(output).Select(match => (Code: match.Groups["code"].Value, Place: match.Groups["place"].Value)).Distinct().GroupBy(line => line.Code).ToDictionary(group => group.Key, group => group.Count());
        var files = Files / BannedEvery;
        foreach (var (code, count) in Ours.Select(code => (code, files)).Append(("RS0030", files * Banned.Count)))
            if (reported.GetValueOrDefault(code) != count) throw new InvalidOperationException($"{code} was reported {reported.GetValueOrDefault(code)} times instead of {count}:\n{output[..Math.Min(output.Length, 4000)]}");
    }

    private static string Text(int file)
    {
        var text = new StringBuilder($$"""
            using System;
            using System.Collections.Generic;
            using System.Globalization;
            using System.IO;
            using System.Linq;
            using System.Runtime.InteropServices;
            using System.Text;
            using System.Threading;

            namespace Made;

            /// <summary>Number {{file}}, see https://example.org/made/{{file}}.</summary>
            public sealed class Type{{file}}
            {
                private const string Endpoint = "https://service{{file}}.example.org/api/v1";
                private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

                [DllImport("user32.dll", CharSet = CharSet.Unicode)]
                private static extern int MessageBox(IntPtr owner, string text, string caption, uint type);

            """);
        if (file % BannedEvery == 0)
        {
            text.AppendLine("    [DllImport(\"HCNetSDK.dll\")] private static extern bool NET_DVR_Init();");
            text.AppendLine("    public static IntPtr Open(string text) => text.Length > 1 ? NativeLibrary.Load(Path.Combine(AppContext.BaseDirectory, \"libhcnetsdk.so\")) : NativeLibrary.Load(text);");
            text.AppendLine("    public static void Use(string text)\n    {");
            foreach (var use in Uses) text.AppendLine(use);
            text.AppendLine("    }");
        }

        for (var method = 0; Count(text) < LinesPerFile - 14; method++)
            text.AppendLine($$"""
                    public string Method{{method}}(IReadOnlyList<string> names, int limit)
                    {
                        var builder = new StringBuilder();
                        foreach (var name in names.Where(name => name.Length > {{method}}).OrderBy(name => name, StringComparer.Ordinal).Take(limit))
                        {
                            builder.Append(name.Trim().ToUpperInvariant()).Append(", ");
                            _counts[name] = _counts.TryGetValue(name, out var count) ? count + 1 : Math.Max(1, limit);
                            if (name.StartsWith("made", StringComparison.Ordinal) && string.Equals(name, Endpoint, StringComparison.Ordinal)) Console.WriteLine($"{name}: {count} of {limit}");
                        }

                        Console.WriteLine(string.Format(CultureInfo.InvariantCulture, "{0} of {1} in {2}", _counts.Count, names.Count, Endpoint));
                        return builder.ToString();
                    }
                """);
        while (Count(text) < LinesPerFile - 1) text.AppendLine("    // The rest of the lines.");
        return text.Append('}').ToString();
    }

    private static int Count(StringBuilder text) => text.ToString().Count(character => character == '\n');

    [GeneratedRegex(@"^\s*(\d+>)?(?<place>[^\s(]+\(\d+,\d+\)): warning (?<code>(RS|BVA)\d{4}):", RegexOptions.Multiline)]
    private static partial Regex Warning();
}
