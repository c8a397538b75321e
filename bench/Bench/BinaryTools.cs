using System.Diagnostics;
using System.Text.RegularExpressions;
using BannedVendorAnalyzer.Inspection.Binaries;

namespace BannedVendorAnalyzer.Bench;

/// <summary>What a tool of binutils or LLVM says of a file. A list is null where the tool does not tell it.</summary>
internal sealed record ToolReading(string Tool, IReadOnlyCollection<string>? Imports, IReadOnlyCollection<string>? Exports, string? Name)
{
    /// <summary>objdump leaves out delay imports.</summary>
    public bool HasAllImports { get; init; } = true;
}

/// <summary>Readings of one file by the tools that know its format and are installed.</summary>
internal static partial class BinaryTools
{
    public static IEnumerable<ToolReading> Read(string path, BinaryFormat format)
    {
        ToolReading?[] readings = format switch
        {
            BinaryFormat.Pe => [ReadPeWithObjdump(path), ReadPeWithLlvm(path)],
            BinaryFormat.Elf => [ReadElf(path)],
            BinaryFormat.MachO => [ReadMachO(path)],
            BinaryFormat.Archive => [ReadArchive(path)],
            _ => [],
        };
        return readings.OfType<ToolReading>();
    }

    private static ToolReading? ReadPeWithObjdump(string path)
    {
        if (Run("objdump", "-p", path) is not { } output)
            return null;

        var forwarded = Values(output, ObjdumpForwarder()).Select(target => target[..target.LastIndexOf('.')] + ".dll");
        return new ToolReading("objdump", [.. Values(output, ObjdumpImport()), .. forwarded], Values(output, ObjdumpExport()), Values(output, ObjdumpName()).SingleOrDefault()) { HasAllImports = false };
    }

    private static ToolReading? ReadPeWithLlvm(string path)
    {
        if (Run("llvm-readobj", "--coff-imports", "--coff-exports", path) is not { } output)
            return null;

        var forwarded = Values(output, LlvmForwarder()).Select(target => target[..target.LastIndexOf('.')] + ".dll");
        return new ToolReading("llvm-readobj", [.. Values(output, LlvmImport()), .. forwarded], Values(output, LlvmExport()), null);
    }

    private static ToolReading? ReadElf(string path)
    {
        if (Run("readelf", "-dW", "--dyn-syms", path) is not { } output)
            return null;

        return new ToolReading("readelf", Values(output, ReadelfImport()), Values(output, ReadelfExport()), Values(output, ReadelfName()).LastOrDefault());
    }

    private static ToolReading? ReadMachO(string path)
    {
        if (Run("llvm-objdump", "--macho", "--dylibs-used", path) is not { } used || Run("llvm-objdump", "--macho", "--dylib-id", path) is not { } id || Run("llvm-nm", "--extern-only", "--defined-only", "--format=just-symbols", path) is not { } symbols)
            return null;

        var name = id.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).FirstOrDefault();
        return new ToolReading("llvm", [.. Values(used, MachOImport()).Where(module => module != name)], Lines(symbols), name);
    }

    private static ToolReading? ReadArchive(string path) =>
        Run("nm", "--print-armap", path) is { } output ? new ToolReading("nm", null, Values(output.Split("\n\n")[0], ArchiveSymbol()), null) : null;

    /// <summary>Null when the tool is not installed or does not know the file.</summary>
    private static string? Run(string tool, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 && !errors.Result.Contains("not recognized", StringComparison.Ordinal) ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static HashSet<string> Values(string output, Regex pattern) => [.. pattern.Matches(output).Select(match => match.Groups[1].Value)];

    private static HashSet<string> Lines(string output) => [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    [GeneratedRegex(@"^\tDLL Name: (.+)$", RegexOptions.Multiline)]
    private static partial Regex ObjdumpImport();

    [GeneratedRegex(@"^\t\[ *\d+\] \+base\[ *\d+\] [0-9a-f]+ Forwarder RVA -- (.+)$", RegexOptions.Multiline)]
    private static partial Regex ObjdumpForwarder();

    [GeneratedRegex(@"^\t\[ *\d+\] (?!\+base\[)(.+)$", RegexOptions.Multiline)]
    private static partial Regex ObjdumpExport();

    [GeneratedRegex(@"^Name \t+[0-9a-f]+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex ObjdumpName();

    [GeneratedRegex(@"^(?:Import|DelayImport) \{\n  Name: (.+)$", RegexOptions.Multiline)]
    private static partial Regex LlvmImport();

    [GeneratedRegex(@"^  ForwardedTo: (.+)$", RegexOptions.Multiline)]
    private static partial Regex LlvmForwarder();

    [GeneratedRegex(@"^Export \{\n  Ordinal: \d+\n  Name: (.+)$", RegexOptions.Multiline)]
    private static partial Regex LlvmExport();

    [GeneratedRegex(@"\((?:NEEDED|AUXILIARY|FILTER|AUDIT|DEPAUDIT)\).*\[(.+)\]$", RegexOptions.Multiline)]
    private static partial Regex ReadelfImport();

    [GeneratedRegex(@"\(SONAME\).*\[(.+)\]$", RegexOptions.Multiline)]
    private static partial Regex ReadelfName();

    // Num: Value Size Type Bind Vis Ndx Name@Version (number)
    [GeneratedRegex(@"^ *\d+: [0-9a-f]+ +\S+ \S+ +(?:GLOBAL|WEAK|UNIQUE|<OS specific>: 10) +(?:DEFAULT|PROTECTED) +(?:\[[^\]]*\] +)?(?!UND)\S+ ([^@\n]+?)(?:@@?[^@\n]*)?$", RegexOptions.Multiline)]
    private static partial Regex ReadelfExport();

    [GeneratedRegex(@"^\t(.+) \(compatibility version", RegexOptions.Multiline)]
    private static partial Regex MachOImport();

    [GeneratedRegex(@"^(\S+) in .+$", RegexOptions.Multiline)]
    private static partial Regex ArchiveSymbol();
}
