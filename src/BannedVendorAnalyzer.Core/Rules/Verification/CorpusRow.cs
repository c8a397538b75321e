using System.Text.RegularExpressions;
using BannedVendorAnalyzer.Evidence;

namespace BannedVendorAnalyzer.Rules.Verification;

/// <summary>A package or module that somebody has looked at.</summary>
/// <param name="Place">Table and line.</param>
public sealed record CorpusRow(string Place, IReadOnlyDictionary<string, string> Fields)
{
    private static readonly Regex Organisation = new("""\bO=("[^"]*"|[^,]*)""", RegexOptions.CultureInvariant);

    /// <summary>The field; empty where the table has no such column.</summary>
    public string this[string column] => Fields.TryGetValue(column, out var value) ? value : "";

    /// <summary>Evidence as a build shows it; of a module both as it is imported and as a file.</summary>
    public IReadOnlyList<EvidenceItem> Evidence => IsModule
        ? [new(EvidenceKind.NativeImport, this["module_as_written"], "x.dll"), new(EvidenceKind.NativeFile, this["module_as_written"], this["module_as_written"])]
        :
        [
            new(EvidenceKind.PackageId, this["id"]),
            .. Items("authors", ',', EvidenceKind.NuspecAuthor),
            .. Items("owners", ',', EvidenceKind.PackageOwner),
            .. Organisation.Matches(this["author_certificate"]).Cast<System.Text.RegularExpressions.Match>().Select(match => new EvidenceItem(EvidenceKind.Signer, match.Groups[1].Value.Trim('"'), ".signature.p7s")),
            .. Items("repository_url", '\t', EvidenceKind.Repository),
            .. Items("company", '/', EvidenceKind.Company),
            .. Items("companies", ',', EvidenceKind.Company),
            .. Items("native_libraries", ';', EvidenceKind.NativeFile),
            .. Items("native_files", ',', EvidenceKind.NativeFile),
            .. Items("pinvoke_modules", ',', EvidenceKind.NativeImport),
        ];

    /// <summary>Whether no vendor may be recognised in it: by its label, or because a table without labels lists nothing else.</summary>
    public bool IsUnrelated => IsModule ? this["match"] is "no" or "ambiguous" : this["id"].Length > 0 && (this["label"] is "lookalike" or "unrelated" || !Fields.ContainsKey("label"));

    public UnrelatedEvidence ToUnrelated() => new(Place, IsModule ? this["module_as_written"] : this["id"], Evidence, this["match"] == "ambiguous");

    private bool IsModule => Fields.ContainsKey("module_as_written");

    private IEnumerable<EvidenceItem> Items(string column, char separator, EvidenceKind kind) =>
        this[column].Split(separator).Select(value => value.Trim()).Where(value => value.Length > 0).Select(value => new EvidenceItem(kind, value, column));
}
