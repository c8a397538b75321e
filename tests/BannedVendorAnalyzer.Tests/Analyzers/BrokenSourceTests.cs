namespace BannedVendorAnalyzer.Tests.Analyzers;

/// <summary>Whatever a developer has typed so far: no exception, no AD0001, no BVA0099.</summary>
public sealed class BrokenSourceTests
{
    private const int Truncations = 200;

    [Theory]
    [InlineData("class A { [DllImport] static extern void F(); }")]
    [InlineData("using System.Runtime.InteropServices; class A { [DllImport()] static extern void F(); }")]
    [InlineData("using System.Runtime.InteropServices; class A { [DllImport(\"\")] static extern void F(); }")]
    [InlineData("using System.Runtime.InteropServices; class A { [DllImport(null)] static extern void F(); }")]
    [InlineData("using System.Runtime.InteropServices; class A { [DllImport(Missing)] static extern void F(); }")]
    [InlineData("using System.Runtime.InteropServices; class A { [DllImport(1)] static extern void F(); }")]
    [InlineData("using System.Runtime.InteropServices; class A { [DllImport(\"HCNetSDK\", EntryPoint = )] static extern void F(); [DllImport(\"HCNetSDK\", EntryPoint = 1)] extern void F(); }")]
    [InlineData("using System.Runtime.InteropServices; partial class A { [LibraryImport] static partial void F(); [LibraryImport(null)] static partial void G(); [LibraryImport(Missing, EntryPoint = Missing)] static partial void H(); }")]
    [InlineData("using System.Runtime.InteropServices; partial class A { [LibraryImport(new[] { \"a\" }, EntryPoint = new[] { \"a\" })] static partial void F(); }")]
    [InlineData("using System.Runtime.InteropServices; partial class A { [LibraryImport(\"HCNetSDK\")] static partial int F(); [LibraryImport(\"HCNetSDK\")] static partial int F(); }")]
    [InlineData("using System.Runtime.InteropServices; class A { void F() { NativeLibrary.Load(); NativeLibrary.Load(,); NativeLibrary.Load(Missing); NativeLibrary.Load(1); NativeLibrary.SetDllImportResolver(); } }")]
    [InlineData("using System.Runtime.InteropServices; class A { static readonly string X = Y, Y = X; string Z => Z; void F() { NativeLibrary.Load(X); NativeLibrary.Load(Z); string w = w + w; NativeLibrary.Load(w); } }")]
    [InlineData("class A { const string X = \"https://ecs.aliyuncs.com; string Y = $\"https://{\"aliyuncs.com\"; }")]
    [InlineData("class A { void F() { [DllImport(\"HCNetSDK\")] static extern } extern")]
    [InlineData("extern alias; extern")]
    [InlineData("\"aliyuncs.com")]
    [InlineData("\"")]
    [InlineData("")]
    public Task CSharp_IsSurvived(string source) => Survives(SourceTest.CSharp, source);

    [Theory]
    [InlineData("Module A\nDeclare Function F Lib\nDeclare Function G Lib \"\" () As Integer\nDeclare Function H Lib Missing () As Integer\nDeclare Sub Lib \"HCNetSDK\" Alias\nEnd Module")]
    [InlineData("Imports System.Runtime.InteropServices\nModule A\n<DllImport()> Sub F()\n<DllImport(Nothing)> Sub G()\nEnd Sub\nSub H()\nNativeLibrary.Load()\nNativeLibrary.Load(,)\nDim x = x & x\nNativeLibrary.Load(x)")]
    [InlineData("Class A\nConst X = \"https://ecs.aliyuncs.com")]
    [InlineData("")]
    public Task VisualBasic_IsSurvived(string source) => Survives(SourceTest.VisualBasic, source);

    /// <summary>Real source, cut off anywhere: our own, and that of these tests, which is full of what the analyzer looks for.</summary>
    [Fact]
    public async Task TruncatedFiles_AreSurvived()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "BannedVendorAnalyzer.Tests", "Analyzers"), "*.cs").Order(StringComparer.Ordinal).Select(File.ReadAllText).ToList();
        var whole = files.Sum(file => file.Length);
        var analysed = 0;
        for (var cut = 0; cut < Truncations; cut++)
        {
            // Evenly over all files, so that a failure comes again.
            var offset = (int)((long)whole * cut / Truncations);
            var file = files.First(file => (offset -= file.Length) < 0);
            await Survives(SourceTest.CSharp, file[..(offset + file.Length)]);
            analysed++;
        }

        Assert.Equal(Truncations, analysed);
    }

    [Fact]
    public async Task TruncatedVisualBasic_IsSurvived()
    {
        const string source = "Imports System.Runtime.InteropServices\nPublic Module Native\nPublic Declare Function F Lib \"HCNetSDK\" Alias \"NET_DVR\" (x As Integer) As Integer\nSub G()\nNativeLibrary.Load(\"HCNetSDK\" & If(True, \"\", $\"{1}\"))\nEnd Sub\nEnd Module";
        for (var length = 0; length <= source.Length; length++) await Survives(SourceTest.VisualBasic, source[..length]);
    }

    private static async Task Survives(SourceTest test, string source)
    {
        var found = await (test with { MayBeBroken = true }).Diagnose(source);
        Assert.DoesNotContain(found, diagnostic => !diagnostic.Id.StartsWith("BVA2", StringComparison.Ordinal) && diagnostic.Id != "BVA1004");
    }
}
