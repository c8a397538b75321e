using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Policy;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace BannedVendorAnalyzer.MSBuild;

/// <summary>How the tasks say what they found: as errors and warnings of MSBuild at file, line and column.</summary>
/// <param name="soften">Whether errors become warnings: an IDE must still load the project.</param>
/// <param name="failuresOnly">Whether to say only what fails, because a build says the rest.</param>
internal sealed class GateLog(TaskLoggingHelper log, bool soften, bool failuresOnly)
{
    /// <summary>Whether anything was found worth saying, said or not.</summary>
    public bool HasSaid { get; private set; }

    public void Report(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings) Report(finding.Descriptor, finding.Severity, finding.Location, finding.Text.OnOneLine(finding.Descriptor));
    }

    /// <summary>Problems of policies and rules.</summary>
    public void Say(IEnumerable<FileProblem> problems)
    {
        foreach (var problem in problems) Say(DiagnosticCatalog.InvalidRules, new SourceLocation(problem.File, problem.Line, problem.Column), problem.Message);
    }

    public void Say(IEnumerable<PolicyNotice> notices)
    {
        foreach (var (descriptor, severity, place) in notices) Say(descriptor, severity, new SourceLocation(place.File, place.Line, place.Column), place.Message);
    }

    public void Say(DiagnosticDescriptor descriptor, SourceLocation location, string sentence) => Say(descriptor, descriptor.Severity, location, sentence);

    public void Say(DiagnosticDescriptor descriptor, Severity severity, SourceLocation location, string sentence) => Report(descriptor, severity, location, $"{sentence}. {descriptor.More}");

    /// <summary>A defect of ours stops what it happens in.</summary>
    public void Say(Exception exception, SourceLocation location)
    {
        Say(DiagnosticCatalog.InternalError, location, InternalErrorText.Of(exception));
        log.LogMessage(MessageImportance.Low, exception.ToString());
    }

    private void Report(DiagnosticDescriptor descriptor, Severity severity, SourceLocation location, string message)
    {
        HasSaid = true;
        message = PrintableText.Of(message);
        if (failuresOnly && severity != Severity.Error) return;
        if (severity == Severity.Info)
            log.LogMessage(null, descriptor.Id, null, location.File, location.Line, location.Column, 0, 0, MessageImportance.High, message);
        else if (severity == Severity.Error && !soften)
            log.LogError(null, descriptor.Id, null, location.File, location.Line, location.Column, 0, 0, message);
        else
            log.LogWarning(null, descriptor.Id, null, location.File, location.Line, location.Column, 0, 0, message);
    }
}
