namespace BannedVendorAnalyzer.Cli.Explaining;

/// <summary>Words that the user may have meant. They are only offered: nothing is ever decided by likeness.</summary>
public static class Nearest
{
    private const int Most = 3;

    /// <param name="candidates">What may be typed → what it is, e.g. <c>vendor</c>; of equally near ones the first are taken.</param>
    public static IReadOnlyList<(string Word, string What)> Of(string word, IEnumerable<(string Word, string What)> candidates)
    {
        var typed = word.Trim().ToLowerInvariant();
        var mostEdits = Math.Max(1, typed.Length / 3);
        return
        [
            .. candidates
                .Where(candidate => Math.Abs(candidate.Word.Length - typed.Length) <= mostEdits)
                .Select(candidate => (candidate.Word, candidate.What, Edits: Edits(typed, candidate.Word.ToLowerInvariant())))
                .Where(candidate => candidate.Edits <= mostEdits)
                .OrderBy(candidate => candidate.Edits)
                .DistinctBy(candidate => candidate.Word, StringComparer.OrdinalIgnoreCase)
                .Take(Most)
                .Select(candidate => (candidate.Word, candidate.What)),
        ];
    }

    /// <summary>Letters added, dropped, changed or swapped with their neighbour (optimal string alignment).</summary>
    public static int Edits(string left, string right)
    {
        var rows = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= right.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
            {
                var changed = rows[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(changed, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[left.Length, right.Length];
    }
}
