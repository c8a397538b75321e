using BannedVendorAnalyzer.Json;

namespace BannedVendorAnalyzer.Diagnostics;

/// <summary>Something is wrong with a file. <paramref name="Line"/> and <paramref name="Column"/> count from 1; 0 where the file has none or they are not known.</summary>
/// <param name="Message">What is wrong and what to do, as a sentence without a full stop.</param>
public sealed record FileProblem(string File, int Line, int Column, string Message)
{
    public static FileProblem At(string file, byte[] utf8, int offset, string message)
    {
        var position = TextPosition.Of(utf8, offset);
        return new FileProblem(file, position.Line, position.Column, message);
    }

    /// <summary>By place, each once.</summary>
    public static IReadOnlyList<FileProblem> InOrder(IEnumerable<FileProblem> problems) =>
        [.. problems.Distinct().OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line).ThenBy(problem => problem.Column).ThenBy(problem => problem.Message, StringComparer.Ordinal)];

    public static FileProblem Of(string file, string message) => new(file, 0, 0, message);
}
