using System.Collections.Concurrent;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Inspection.Policies;

/// <summary>Finds and reads the policy of a project, each file and each policy once. Safe for several threads.</summary>
public sealed class PolicySearch(RuleSet rules)
{
    private const int MostBytes = 4 * 1024 * 1024;

    /// <summary>More files in a row than anybody has use for.</summary>
    private const int MostFiles = 16;

    private readonly ConcurrentDictionary<string, Lazy<ReadFile>> _files = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _misnamed = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<PolicyReading>> _policies = new(StringComparer.Ordinal);

    /// <summary>
    /// Whether any file bears the name of a policy where one would be searched: cheaper than to read it. Folders are not listed for it, so one that bears the name but for
    /// its case is found where something is judged, which each project is once.
    /// </summary>
    public static bool MayHavePolicy(string projectFolder)
    {
        for (var here = Path.GetFullPath(projectFolder); here is not null; here = Path.GetDirectoryName(here))
            if (PolicyPlaces.IsThere(Path.Combine(here, PolicyFile.Name))) return true;
        return false;
    }

    /// <param name="projectFolder">Where the search begins.</param>
    /// <param name="chosen">Full path of the policy file that somebody chose, in place of those that a search finds; null where nobody did.</param>
    public PolicyReading Of(string projectFolder, string? chosen)
    {
        var found = PolicyPlaces.Above(projectFolder, IsRoot);
        var misnamed = PolicyPlaces.Steps(projectFolder, found.Root).SelectMany(folder => _misnamed.GetOrAdd(folder, PolicyPlaces.Misnamed)).Select(Misnamed).ToList();
        var reading = Of(found, chosen);
        return misnamed.Count == 0 ? reading : reading with { Policy = null, Problems = [.. misnamed, .. reading.Problems] };
    }

    private static FileProblem Misnamed(string path) =>
        FileProblem.Of(path, $"a policy is called '{PolicyFile.Name}', in small letters; under this name it counts on some systems and not on others: rename it");

    private PolicyReading Of(PolicyPlaces found, string? chosen)
    {
        if (chosen is null) return (found.Files.Count == 0 ? PolicyReading.None : Once(found)) with { PassedOver = found.PassedOver };

        // What a chosen file extends lies within its own boundary; those that it takes the place of are known all the same.
        var own = PolicyPlaces.Above(Path.GetDirectoryName(chosen)!, IsRoot);
        return Once(new PolicyPlaces(own.Root, [chosen, .. found.Files.Where(file => !Projects.PathComparison.AreSame(file, chosen))]));
    }

    /// <summary>Full path of the folder in which a search from this folder ends.</summary>
    public string Boundary(string folder) => PolicyPlaces.Above(folder, IsRoot).Root;

    /// <summary>The same where <see cref="MayHavePolicy"/> has said that there is none.</summary>
    public static string BoundaryWithoutPolicy(string folder) => PolicyPlaces.Above(folder, _ => false).Root;

    private PolicyReading Once(PolicyPlaces places) => _policies.GetOrAdd(string.Join("|", places.Files.Prepend(places.Root)), _ => new Lazy<PolicyReading>(() => Read(places))).Value;

    private PolicyReading Read(PolicyPlaces places)
    {
        var problems = new List<FileProblem>();
        var files = new List<PolicyFile>();
        Follow(places, places.Files[0], files, problems);
        var notExtended = places.Files.Where(path => !files.Exists(file => Projects.PathComparison.AreSame(file.Path, path))).ToList();
        var above = notExtended.Select(path => Load(path, places.Root, problems)).ToList();
        if (problems.Count > 0) return new PolicyReading(null, problems) { Files = files, Root = places.Root, InText = [.. files.SelectMany(file => File(file.Path).InText)] };

        var (policy, contradictions) = OrganisationPolicy.Of(places.Root, files, above, rules);
        var reading = new PolicyReading(policy, contradictions) { Files = files, Root = places.Root, InText = contradictions };
        return policy is null ? reading : WithBaseline(reading, policy, Baseline.PathFor(policy.Deciding.Path));
    }

    private static PolicyReading WithBaseline(PolicyReading reading, OrganisationPolicy policy, string path)
    {
        if (!PolicyPlaces.IsThere(path)) return reading;
        if (LinkOnTheWay(path, policy.Root) is { } link) return reading with { Policy = null, Problems = [link] };
        var (bytes, unread) = BoundedFile.Read(path, "baseline", MostBytes);
        if (bytes is null) return reading with { Policy = null, Problems = [unread!] };
        var (baseline, problems) = BaselineReader.Read(path, bytes);
        return problems.Count > 0
            ? reading with { Policy = null, Problems = problems }
            : reading with { Policy = policy with { Baseline = baseline with { Shown = Shown(path, policy.Root) ?? baseline.Shown } } };
    }

    private static FileProblem? LinkOnTheWay(string path, string root) => Projects.PathComparison.IsBelow(path, root) && PolicyPlaces.IsLinked(path, root)
        ? FileProblem.Of(path, "the way to this file goes through a link, which may lead to what nobody decided here; put the file itself there")
        : null;

    /// <summary>As messages call it; null where it does not lie below the root.</summary>
    private static string? Shown(string path, string root) => Projects.PathComparison.IsBelow(path, root) ? Projects.PathComparison.Below(root, Path.GetFullPath(path)) : null;

    private void Follow(PolicyPlaces places, string path, List<PolicyFile> files, List<FileProblem> problems)
    {
        var file = Load(path, places.Root, problems);
        while (true)
        {
            files.Add(file);
            if (file.Extends is not { } extension) return;
            var next = FullPath(Path.GetDirectoryName(file.Path)!, extension.File);
            if (Refusal(next, extension, places.Root, files) is { } refusal)
            {
                problems.Add(file.At("extends", refusal));
                return;
            }

            file = Load(next!, places.Root, problems);
            if (extension.Sha256 is { } expected && FileHash.Sha256(file.Utf8) is var actual && actual != expected)
                problems.Add(files[files.Count - 1].At("extends", $"'{extension.File}' has the SHA-256 {actual}, not the one that stands here; look at what has changed"));
        }
    }

    /// <returns>Null where the file system has no such path.</returns>
    private static string? FullPath(string folder, string path)
    {
        try
        {
            return Path.GetFullPath(Path.Combine(folder, path));
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException or PathTooLongException)
        {
            return null;
        }
    }

    private static string? Refusal(string? next, PolicyExtension extension, string root, List<PolicyFile> files)
    {
        if (next is null) return $"'{extension.File}' is no path of a file";
        if (files.Exists(file => Projects.PathComparison.AreSame(file.Path, next))) return $"'{extension.File}' extends this file in turn";
        if (files.Count == MostFiles) return $"more than {MostFiles} files extend each other";
        if (!PolicyPlaces.IsThere(next)) return $"'{extension.File}' does not exist";
        return extension.Sha256 is null && !Projects.PathComparison.IsBelow(next, root)
            ? $"'{extension.File}' lies outside of the folder in which the search for policies ends, so it needs its 'sha256'"
            : null;
    }

    private bool? IsRoot(string path)
    {
        var read = File(path);
        return read.File.IsRoot || read.Problems.Count == 0 ? read.File.IsRoot : null;
    }

    private PolicyFile Load(string path, string root, List<FileProblem> problems)
    {
        var read = File(path);
        if (LinkOnTheWay(path, root) is { } link) problems.Add(link with { Message = $"{link.Message}, or extend it with its 'sha256'" });
        problems.AddRange(read.Problems);
        return read.File with { Shown = Shown(path, root) ?? read.File.Shown };
    }

    private ReadFile File(string path) => _files.GetOrAdd(path, _ => new Lazy<ReadFile>(() =>
    {
        var (bytes, problem) = BoundedFile.Read(path, "policy", MostBytes);
        if (bytes is null) return new ReadFile(new PolicyFile(path, [], new Dictionary<string, int>()), [problem!], []);
        var (file, problems) = PolicyReader.Read(path, bytes, rules);
        return new ReadFile(file, problems, problems);
    })).Value;

    /// <param name="InText">See <see cref="PolicyReading.InText"/>.</param>
    private sealed record ReadFile(PolicyFile File, IReadOnlyList<FileProblem> Problems, IReadOnlyList<FileProblem> InText);
}
