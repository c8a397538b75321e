using System.Collections.Immutable;
using System.Globalization;
using BannedVendorAnalyzer.Analyzers;
using BannedVendorAnalyzer.Tests.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Microsoft.CodeAnalysis.VisualBasic;

namespace BannedVendorAnalyzer.Tests.Analyzers;

/// <summary>
/// Runs the analyzer over a source and compares what it reports with the marks in it. In place of Microsoft.CodeAnalysis.Testing, with its
/// markup (docs/decisions/0008-own-harness-for-the-analyzer.md).
/// </summary>
internal sealed record SourceTest
{
    private static readonly string[] PlatformNames = ["System.", "Microsoft.VisualBasic", "netstandard"];

    private static readonly ImmutableArray<MetadataReference> Platform =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => PlatformNames.Any(name => Path.GetFileName(path).StartsWith(name, StringComparison.Ordinal)))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly SourceAnalyzer Shipped = new();

    public static SourceTest CSharp { get; } = new() { IsCSharp = true };

    public static SourceTest VisualBasic { get; } = new();

    public bool IsCSharp { get; private init; }

    /// <summary>What a build hands over.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } =
        new Dictionary<string, string> { ["_BannedVendorAudienceList"] = "us-federal-contractor", ["_BannedVendorToday"] = Judging.Today, ["BannedVendorCheck"] = "true" };

    /// <summary>The policy files that a build hands over, the deciding one first, by path.</summary>
    public IReadOnlyList<(string Path, string Text)> Policies { get; init; } = [];

    public IReadOnlyDictionary<string, ReportDiagnostic> Severities { get; init; } = new Dictionary<string, ReportDiagnostic>();

    /// <summary>A program with top-level statements.</summary>
    public bool IsProgram { get; init; }

    /// <summary>Sources that no compiler takes.</summary>
    public bool MayBeBroken { get; init; }

    public string FileName { get; init; } = "Cameras";

    /// <summary>By the rules that are shipped, which one instance reads once.</summary>
    public SourceAnalyzer Analyzer { get; init; } = Shipped;

    public SourceTest For(string audience) => this with { Properties = new Dictionary<string, string>(Properties) { ["_BannedVendorAudienceList"] = audience } };

    /// <param name="inMessages">Parts that some message must have, one for each.</param>
    public async Task Expect(string markup, params string[] inMessages)
    {
        var expected = Markup.Parse(markup);
        var diagnostics = await Diagnose(expected.Source);
        var actual = diagnostics.Select(diagnostic => new Marked(diagnostic.Id, diagnostic.Location.SourceSpan)).ToList();
        var same = Sorted(expected.Expected).SequenceEqual(Sorted(actual));
        Assert.True(same, $"Reported was\n{Markup.Annotate(expected.Source, actual)}\n{string.Join("\n", diagnostics)}\nand expected\n{markup}");
        foreach (var part in inMessages)
            Assert.True(diagnostics.Any(diagnostic => Message(diagnostic).Contains(part, StringComparison.Ordinal)), $"'{part}' is in none of\n{string.Join("\n", diagnostics)}");
    }

    /// <returns>What the analyzer reports, by place.</returns>
    public Task<ImmutableArray<Diagnostic>> Diagnose(string source) => Diagnose([($"{FileName}{(IsCSharp ? ".cs" : ".vb")}", source)]);

    public async Task<ImmutableArray<Diagnostic>> Diagnose(params (string Path, string Source)[] files)
    {
        var compilation = Compile([.. files.Select(file => Parse(file.Source, file.Path))]);
        if (!MayBeBroken)
        {
            var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
            Assert.True(errors.Count == 0, $"The source does not compile:\n{string.Join("\n", errors)}");
        }

        var crashes = new List<Exception>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([.. Policies.Select(policy => new PolicyText(policy.Path, policy.Text))], new BuildOptions(Properties, [.. Policies.Select(policy => policy.Path)])), (exception, _, _) => crashes.Add(exception), concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var diagnostics = await new CompilationWithAnalyzers(compilation, [Analyzer], options).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.Empty(crashes);
        return [.. diagnostics.Where(diagnostic => !diagnostic.IsSuppressed).OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(Message, StringComparer.Ordinal)];
    }

    public static string Message(Diagnostic diagnostic) => diagnostic.GetMessage(CultureInfo.InvariantCulture);

    private static IEnumerable<Marked> Sorted(IEnumerable<Marked> marks) => marks.OrderBy(mark => mark.Span.Start).ThenBy(mark => mark.Span.Length).ThenBy(mark => mark.Id, StringComparer.Ordinal);

    private SyntaxTree Parse(string source, string path) => IsCSharp
        ? CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(Microsoft.CodeAnalysis.CSharp.LanguageVersion.Latest), path)
        : VisualBasicSyntaxTree.ParseText(source, new VisualBasicParseOptions(Microsoft.CodeAnalysis.VisualBasic.LanguageVersion.Latest), path);

    private Compilation Compile(SyntaxTree[] trees)
    {
        var kind = IsProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        return IsCSharp
            ? CSharpCompilation.Create("Tested", trees, Platform, new CSharpCompilationOptions(kind, allowUnsafe: true, specificDiagnosticOptions: Severities))
            : VisualBasicCompilation.Create("Tested", trees, Platform, new VisualBasicCompilationOptions(kind, specificDiagnosticOptions: Severities));
    }

    private sealed class PolicyText(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    /// <summary>MSBuild properties and metadata as the compiler gets them.</summary>
    private sealed class BuildOptions(IReadOnlyDictionary<string, string> properties, IReadOnlyList<string> policies) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values("build_property.", properties);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(
            "build_metadata.AdditionalFiles.",
            policies.Select((path, index) => (path, index)).Where(policy => policy.path == textFile.Path).ToDictionary(_ => "BannedVendorPolicy", policy => $"{policy.index}:{Path.GetFileName(policy.path)}"));

        private sealed class Values(string prefix, IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
            {
                value = null;
                return key.StartsWith(prefix, StringComparison.Ordinal) && values.TryGetValue(key[prefix.Length..], out value);
            }
        }
    }
}
