using BannedVendorAnalyzer.Cli.Reports;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection.Policies;
using BannedVendorAnalyzer.Policy;

namespace BannedVendorAnalyzer.Cli.Exporting;

/// <summary>Writes what is prohibited by its id as a static source that NuGet audits by.</summary>
internal sealed class AuditSourceCommand(ToolHost host)
{
    public int Run(AuditSourceOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Folder)) return Wrong("the folder is empty; a variable that was meant to hold it may not be set");
        if (Address(options.Url) is not { } url) return Wrong($"--url: {Told(options.Url)} is not the address of a folder on a web server (https://example.org/audit), without user, query, fragment and the name of a file");
        if (Basis(options) is not { } basis) return ExitCode.InvalidPolicy;

        var advisories = Advisory.Of(basis);
        if (ExportFolder.Write(Path.GetFullPath(options.Folder, host.WorkingFolder), AuditSource.Files(advisories, basis, url)) is { } refusal) return Wrong(refusal);
        host.Out.WriteLine($"Wrote {host.Relative(options.Folder)}: {TextReport.Counted(advisories.Count, "package id")}, prohibited for {TextReport.Basis(basis.Context, basis.Rules)}.");
        host.Out.WriteLine($"Serve it at {url} and name {url}{AuditSource.ServiceIndex} under auditSources in nuget.config, beside the audit sources in use so far.");
        if (advisories.Count == 0) host.Error.WriteLine("Nothing is prohibited by its id for this audience and day, so this source will warn of nothing.");
        if (url.StartsWith("http:", StringComparison.Ordinal)) host.Error.WriteLine("NuGet takes a source without https only with allowInsecureConnections=\"true\".");
        return ExitCode.Clear;
    }

    /// <summary>By the policy that counts in the working folder, as for a project there.</summary>
    private JudgingBasis? Basis(AuditSourceOptions options)
    {
        if (JudgingBasis.Read(options.Audience, options.AsOf, host) is not { } asked) return null;
        var request = new PolicyRequest(options.Policy is { } policy ? Path.GetFullPath(policy, host.WorkingFolder) : null, options.Audience, options.AsOf);
        var answer = new PolicyBook(asked.Rules, host.Today).Of(Path.Combine(host.WorkingFolder, PolicyFile.Name), request);
        foreach (var problem in answer.Problems) host.Error.WriteLine(ProblemLine.Of(problem with { File = host.Relative(problem.File) }));
        if (answer.Basis is not var (rules, context, _)) return null;

        List<PolicyNotice> notices = [.. context.Notices(rules.Date)];
        if (CheckReport.PastDay(context, host.Today) is { } past) notices.Add(past);
        foreach (var notice in notices) host.Error.WriteLine(TextReport.Notice(notice, host));
        return notices.Exists(notice => notice.Severity == Severity.Error) ? null : new JudgingBasis(rules, context);
    }

    private int Wrong(string message)
    {
        host.Error.WriteLine(message);
        return ExitCode.WrongUsage;
    }

    /// <summary>What looks like user and password is not repeated.</summary>
    private static string Told(string url) => url.Contains('@', StringComparison.Ordinal) ? "this" : $"'{url}'";

    /// <summary>With <c>/</c> at the end; null where NuGet could not fetch from it.</summary>
    private static string? Address(string url)
    {
        var isAddress = Uri.TryCreate(url.Trim(), UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && uri.Query.Length + uri.Fragment.Length + uri.UserInfo.Length == 0
            && !uri.AbsolutePath.EndsWith($"/{AuditSource.ServiceIndex}", StringComparison.OrdinalIgnoreCase);
        return isAddress ? uri!.AbsoluteUri.TrimEnd('/') + "/" : null;
    }
}
