using System.Runtime.CompilerServices;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection.Policies;
using BannedVendorAnalyzer.Inspection.Projects;
using NuGet.Credentials;
using NuGet.Common;

namespace BannedVendorAnalyzer.Cli.Feeds;

/// <param name="Packages">As the user wrote them.</param>
/// <param name="Framework">Null for the newest that the SDK knows.</param>
internal sealed record FeedRequest(IReadOnlyList<string> Packages, string? Framework, bool Suggest);

/// <summary>Checks packages on the configured sources. The one way to NuGet: nothing else loads it.</summary>
internal static class FeedCheck
{
    /// <returns>What was found, or what the user wrote that cannot be meant.</returns>
    public static (IReadOnlyList<ProposedPackage> Packages, IReadOnlyList<string> WrongUsage) Run(FeedRequest request, PolicyBasis basis, ToolHost host, ProgressLine? progress)
    {
        var (sdk, problem) = FeedSdk.Load();
        if (sdk is null) return (NotChecked(request, basis, host, problem!), []);
        try
        {
            return Ask(request, sdk, basis, host, progress);
        }
        catch (Exception exception) when (exception is MissingMemberException or TypeLoadException || (exception is FileNotFoundException or FileLoadException && exception.Message.Contains("'NuGet.", StringComparison.Ordinal)))
        {
            return (NotChecked(request, basis, host, FeedSdk.Misfit(sdk)), []);
        }
    }

    /// <summary>On its own, so that no NuGet type is looked for before the SDK is known.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (IReadOnlyList<ProposedPackage> Packages, IReadOnlyList<string> WrongUsage) Ask(FeedRequest request, Version sdk, PolicyBasis basis, ToolHost host, ProgressLine? progress)
    {
        var queries = request.Packages.Select(PackageQuery.Parse).ToList();
        var wrong = queries.Select(query => query.Problem).OfType<string>().ToList();
        var (framework, misfit) = AskedFramework.Parse(request.Framework ?? $"net{sdk.Major}.0");
        if (misfit is not null) wrong.Add(misfit);
        if (wrong.Count > 0) return ([], wrong);

        using var end = new CancellationTokenSource(host.FeedBounds.Whole);
        var (sources, problem) = ConfiguredSources.Read(host.WorkingFolder, host.FeedBounds, end.Token);
        if (sources is null) return (NotChecked(request, basis, host, problem!), []);

        DefaultCredentialServiceUtility.SetupDefaultCredentialService(NullLogger.Instance, nonInteractive: true);
        var (folder, why) = NewFolder(host);
        if (folder is null) return (NotChecked(request, basis, host, why!), []);
        using var archives = folder;
        var counted = new FeedProgress(progress);
        try
        {
            var run = new FeedRun(basis, host, new FeedLibrary(sources, basis, archives.Path, counted), framework!, end.Token);
            return (Task.WhenAll(queries.Select(query => run.CheckAsync(query.Query!, request.Suggest))).GetAwaiter().GetResult(), []);
        }
        finally
        {
            // Some requests may be left whose answers nobody needs any more.
            end.Cancel();
            counted.Erase();
        }
    }

    private static (ArchiveFolder? Folder, string? Problem) NewFolder(ToolHost host)
    {
        try
        {
            return (new ArchiveFolder(host), null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (null, $"there is no temporary folder to read packages in ({exception.Message})");
        }
    }

    private static List<ProposedPackage> NotChecked(FeedRequest request, PolicyBasis basis, ToolHost host, string problem) =>
        [.. request.Packages.Select(asked => new ProposedPackage(asked, "", null, [], ProjectResult.Failed(Path.Combine(host.WorkingFolder, asked), FileProblem.Of(Path.Combine(host.WorkingFolder, asked), problem), []) with { Context = basis.Context }, null))];
}
