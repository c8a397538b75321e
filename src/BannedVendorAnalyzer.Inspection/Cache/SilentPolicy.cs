using System.Security.Cryptography;
using System.Text;
using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Inspection.Policies;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Inspection.Cache;

/// <summary>
/// A policy of which nothing was to be said on a day. Nothing is to be said of it again on that day while everything is as it was that the search for it looks at, what
/// was asked for, and our own assemblies with the rules; so a build that has nothing to judge need not load rules to read it.
/// </summary>
/// <param name="Files">The deciding one and those that it extends.</param>
/// <param name="Project">The project as waivers name it.</param>
public sealed record SilentPolicy(IReadOnlyList<SilentPolicyFile> Files, string Project)
{
    private const string FileName = "banned-vendors.policy.cache";

    /// <summary>Where it is kept: beside the evidence.</summary>
    public static string PathBeside(string cache) => Path.Combine(Path.GetDirectoryName(cache)!, FileName);

    /// <returns>Null where there is none that can be believed.</returns>
    public static SilentPolicy? Read(string path, string projectFolder, PolicyRequest request, IsoDate today)
    {
        if (BoundedFile.Read(path, "cache", SilentPolicyFile.MostBytes).Bytes is not { } bytes) return null;
        var lines = Encoding.UTF8.GetString(bytes).Split('\n');
        if (lines.Length < 3) return null;
        var files = lines.Skip(2).Select(line => line.Split('\t')).Where(parts => parts.Length == 2).Select(parts => SilentPolicyFile.Of(parts[0], parts[1])).OfType<SilentPolicyFile>().ToList();
        var policy = new SilentPolicy(files, lines[1]);
        return files.Count == lines.Length - 2 && policy.State(projectFolder, request, today) == lines[0] ? policy : null;
    }

    public static void Write(string path, string projectFolder, PolicyRequest request, IsoDate today, PolicyReading reading, string project)
    {
        var policy = new SilentPolicy([.. reading.Files.Select(file => new SilentPolicyFile(file.Path, file.Shown, file.Utf8))], project);
        string[] names = [project, .. policy.Files.Select(file => $"{file.Path}\t{file.Shown}")];
        if (Array.Exists(names, name => name.IndexOf('\n') >= 0)) return;
        EvidenceCache.Replace(path, Encoding.UTF8.GetBytes(string.Join("\n", names.Prepend(policy.State(projectFolder, request, today)))));
    }

    /// <summary>SHA-256 over all that its reading depends on.</summary>
    private string State(string projectFolder, PolicyRequest request, IsoDate today)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(EvidenceItem).Module.ModuleVersionId.ToByteArray());
        hash.AppendData(typeof(SilentPolicy).Module.ModuleVersionId.ToByteArray());
        foreach (var text in new[] { Project, request.File, request.Audiences, request.AsOf, today.ToString() }) Append(hash, Encoding.UTF8.GetBytes(text ?? ""));
        Surroundings(hash, projectFolder);
        if (request.File is { } chosen) Surroundings(hash, Path.GetDirectoryName(chosen)!);
        foreach (var file in Files)
        {
            Append(hash, Encoding.UTF8.GetBytes($"{file.Path}\n{file.Shown}"));
            Append(hash, file.Utf8);
            Surroundings(hash, Path.GetDirectoryName(file.Path)!);
            var baseline = Baseline.PathFor(file.Path);
            hash.AppendData([Kind(file.Path), Kind(baseline)]);
            if (PolicyPlaces.IsThere(baseline)) Append(hash, BoundedFile.Read(baseline, "baseline", SilentPolicyFile.MostBytes).Bytes ?? []);
        }

        return Hexadecimal.Of(hash.GetHashAndReset());
    }

    /// <summary>What a search upwards can see: policies, boundaries and links.</summary>
    private static void Surroundings(IncrementalHash hash, string folder)
    {
        for (var here = Path.GetFullPath(folder); here is not null; here = Path.GetDirectoryName(here))
        {
            var file = Path.Combine(here, PolicyFile.Name);
            hash.AppendData([Kind(here), Kind(Path.Combine(here, ".git")), Kind(file)]);
            if (PolicyPlaces.IsThere(file)) Append(hash, BoundedFile.Read(file, "policy", SilentPolicyFile.MostBytes).Bytes ?? []);
        }
    }

    private static byte Kind(string path)
    {
        if (!PolicyPlaces.IsThere(path)) return 0;
        return new FileInfo(path).Attributes.HasFlag(FileAttributes.ReparsePoint) ? (byte)2 : (byte)1;
    }

    private static void Append(IncrementalHash hash, byte[] bytes)
    {
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}
