namespace BannedVendorAnalyzer.Tests.Rules;

/// <summary>Puts one thing wrong in the sample and looks at what the reader says of it.</summary>
internal static class ReaderProblem
{
    /// <param name="bad">Stands in place of <paramref name="good"/>; <c>^</c> marks where the problem is expected, else at the provision.</param>
    public static void AssertFirst(string path, string good, string bad, string message)
    {
        var marked = "";
        var files = ReaderSample.With(path, text =>
        {
            Assert.Contains(good, text, StringComparison.Ordinal);
            marked = text.Replace(good, bad, StringComparison.Ordinal);
            if (!marked.Contains('^', StringComparison.Ordinal)) marked = marked.Replace("    {\n      \"from\"", "    ^{\n      \"from\"", StringComparison.Ordinal);
            return marked.Replace("^", "", StringComparison.Ordinal);
        });

        var before = marked[..marked.IndexOf('^', StringComparison.Ordinal)].Split('\n');
        var problem = ReaderSample.Problems(files)[0];
        Assert.StartsWith(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal((path, before.Length, before[^1].Length + 1), (problem.File, problem.Line, problem.Column));
    }
}
