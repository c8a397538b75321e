using System.Collections.Concurrent;
using BannedVendorAnalyzer.Inspection.Binaries;

namespace BannedVendorAnalyzer.Bench;

/// <summary>Compares what our readers find in real binaries with what the tools of binutils and LLVM and the readers of .NET find.</summary>
internal static class CrossCheck
{
    private const int MostPrinted = 40;

    public static bool Run(IReadOnlyList<string> folders)
    {
        var differences = new ConcurrentBag<string>();
        var compared = new ConcurrentDictionary<string, int>();
        var files = BinaryFiles.Find(folders);
        Parallel.ForEach(files, path =>
        {
            var image = BinaryFiles.Read(path)!;
            foreach (var problem in image.Problems) differences.Add($"{path}: problem: {problem}");

            var readings = BinaryTools.Read(path, image.Format).ToList();
            foreach (var reading in readings)
            {
                compared.AddOrUpdate($"{image.Format} with {reading.Tool}", 1, (_, count) => count + 1);
                foreach (var difference in Compare(image, reading)) differences.Add($"{path}: {reading.Tool}: {difference}");
            }

            if (image.Format == BinaryFormat.Pe && DotNetTools.Read(path) is { } own)
            {
                compared.AddOrUpdate("Pe with PEReader and SignedCms", 1, (_, count) => count + 1);
                if (own.Signers.Count > 0) compared.AddOrUpdate("  of them signed", 1, (_, count) => count + 1);
                if (own.Company.Length > 0 && image.Version is { } version)
                {
                    compared.AddOrUpdate("  of them with a company", 1, (_, count) => count + 1);
                    if (!version.CompanyNames.Contains(own.Company)) differences.Add($"{path}: company '{string.Join('|', version.CompanyNames)}' instead of '{own.Company}'");
                }

                if (own.IsManaged != image.IsManaged) differences.Add($"{path}: managed: {image.IsManaged} instead of {own.IsManaged}");
                if (Difference(image.Signers.Select(signer => signer.CommonName ?? ""), own.Signers, both: true) is { } signer) differences.Add($"{path}: signers {signer}");
            }

            if (readings.Count == 0) compared.AddOrUpdate($"{image.Format} with nothing, because no installed tool reads it", 1, (_, count) => count + 1);
        });

        foreach (var (what, count) in compared.OrderBy(pair => pair.Key, StringComparer.Ordinal)) Console.WriteLine($"{count,6} {what}");
        foreach (var difference in differences.Order(StringComparer.Ordinal).Take(MostPrinted)) Console.WriteLine(difference);
        return Figures.Say($"{files.Count} binaries in {string.Join(" and ", folders)}: {differences.Count} differences and problems", differences.IsEmpty);
    }

    private static IEnumerable<string> Compare(NativeImage image, ToolReading reading)
    {
        if (reading.Exports is { } exports && Difference(image.Exports, exports, both: true) is { } export) yield return $"exports {export}";
        if (reading.Imports is { } imports && Difference(image.Imports, imports, reading.HasAllImports) is { } import) yield return $"imports {import}";
        if (reading.Name is { } name && name != image.Name) yield return $"name '{image.Name}' instead of '{name}'";
    }

    private static string? Difference(IEnumerable<string> ours, IReadOnlyCollection<string> theirs, bool both)
    {
        var our = ours.ToHashSet();
        var missing = theirs.Where(name => !our.Contains(name)).ToList();
        var extra = both ? our.Where(name => !theirs.Contains(name)).ToList() : [];
        return missing.Count + extra.Count == 0 ? null : $"lack {missing.Count} ({string.Join(' ', missing.Take(3))}), have {extra.Count} more ({string.Join(' ', extra.Take(3))})";
    }
}
