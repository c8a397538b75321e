using BannedVendorAnalyzer.Diagnostics;

namespace BannedVendorAnalyzer.Inspection.Contents;

/// <summary>Problems with one folder or archive: the first ones in full, of the others the number.</summary>
internal sealed class ProblemList(string file)
{
    private readonly List<FileProblem> _problems = [];
    private int _untold;

    public void Add(string message)
    {
        if (_problems.Count < ContentBounds.MostProblems) _problems.Add(FileProblem.Of(file, message));
        else _untold++;
    }

    public IReadOnlyList<FileProblem> ToList() =>
        _untold == 0 ? _problems : [.. _problems, FileProblem.Of(file, $"{_untold} more problems like these")];
}
