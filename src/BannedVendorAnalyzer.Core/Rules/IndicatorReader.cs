using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Json;

namespace BannedVendorAnalyzer.Rules;

internal static class IndicatorReader
{
    /// <summary>What self-tests call an evidence; a <c>native-library</c> sample stands for a file, a <c>native-export</c> for as many functions as are needed.</summary>
    private static readonly Dictionary<string, EvidenceKind> SampleKinds = new(StringComparer.Ordinal)
    {
        ["package-id"] = EvidenceKind.PackageId,
        ["package-owner"] = EvidenceKind.PackageOwner,
        ["signer"] = EvidenceKind.Signer,
        ["nuspec-author"] = EvidenceKind.NuspecAuthor,
        ["repository"] = EvidenceKind.Repository,
        ["native-library"] = EvidenceKind.NativeFile,
        ["assembly-name"] = EvidenceKind.AssemblyName,
        ["domain"] = EvidenceKind.Domain,
        ["public-key-token"] = EvidenceKind.PublicKeyToken,
        ["company"] = EvidenceKind.Company,
        ["native-export"] = EvidenceKind.NativeExport,
        ["sha256"] = EvidenceKind.Sha256,
        ["com-class"] = EvidenceKind.ComClass,
    };

    /// <summary>What a self-test calls the evidence.</summary>
    public static string SampleName(EvidenceKind kind) => SampleKinds.First(sample => sample.Value == kind).Key;

    public static Indicator? Read(StrictJson json)
    {
        IndicatorKind? kind = null;
        Relation? relation = null;
        int? minimum = null;
        string? value = null, source = null;
        IReadOnlyList<string> sharedWith = [];
        var start = json.Offset;
        json.Members(["kind", "value", "source"], ["relation", "sharedWith", "minimum"], member =>
        {
            switch (member)
            {
                case "kind": kind = json.Name<IndicatorKind>("indicator kind"); break;
                case "value": value = json.Text(); break;
                case "relation": relation = json.Name<Relation>("relation"); break;
                case "minimum": minimum = json.Count(); break;
                case "sharedWith": sharedWith = json.Items(json.Id); break;
                default: source = json.Source(); break;
            }
        });

        if (kind is { } stated && minimum is null == (stated == IndicatorKind.NativeExportPrefix)) json.Problem(start, "a 'native-export-prefix', and nothing else, must state its 'minimum'");
        if (kind == IndicatorKind.PackageId && relation is null) json.Problem(start, "a 'package-id' must state its relation");
        if (kind is { } of && value is not null && !IsComparable(of, value)) json.Problem(start, $"nothing is left of '{value}' to compare");
        return kind is null || value is null || source is null ? null : json.Placed(start, new Indicator(kind.Value, value, relation, sharedWith, source, minimum ?? 1));
    }

    /// <summary>Identifiers lose nothing but white space, so most values need not be brought into their form to see that something is left.</summary>
    private static bool IsComparable(IndicatorKind kind, string value) =>
        kind is IndicatorKind.PackageId or IndicatorKind.PackageIdPrefix or IndicatorKind.PackageOwner or IndicatorKind.AssemblyName || RuleIndex.Normalise(kind, value).Length > 0;

    public static SelfTest? ReadSelfTest(StrictJson json)
    {
        SelfTest? test = null;
        var start = json.Offset;
        json.Map((name, offset) =>
        {
            var value = json.Text();
            if (!SampleKinds.TryGetValue(name, out var kind)) json.Problem(offset, $"unknown kind of sample '{name}'; known: {string.Join(", ", SampleKinds.Keys)}");
            else if (test is not null) json.Problem(offset, "one sample an object");
            else if (value is not null) test = json.Placed(start, new SelfTest(new EvidenceItem(kind, value, Count: int.MaxValue)));
        });
        if (test is null) json.Problem(start, "a sample is an object with one member, e.g. { \"package-id\": \"Contoso.Scan\" }");
        return test;
    }
}
