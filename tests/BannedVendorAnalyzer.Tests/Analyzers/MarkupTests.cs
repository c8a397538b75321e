using Microsoft.CodeAnalysis.Text;

namespace BannedVendorAnalyzer.Tests.Analyzers;

/// <summary>The harness itself: a test that cannot fail tests nothing.</summary>
public sealed class MarkupTests
{
    private const string Import = "internal static class A { [System.Runtime.InteropServices.DllImport(\"HCNetSDK\")] static extern void F(); }";

    [Fact]
    public void Marks_AreTakenOutAndPutBack()
    {
        var parsed = Markup.Parse("ab[|cd|]{|BVA2004:e|}f");

        Assert.Equal("abcdef", parsed.Source);
        Assert.Equal([new Marked("BVA2001", TextSpan.FromBounds(2, 4)), new Marked("BVA2004", TextSpan.FromBounds(4, 5))], parsed.Expected);
        Assert.Equal("ab{|BVA2001:cd|}{|BVA2004:e|}f", Markup.Annotate(parsed.Source, parsed.Expected));
    }

    [Theory]
    [InlineData(" F()", " F()", "is in none of")]
    [InlineData(" F()", " [|F()|]", "Reported was")]
    [InlineData(" F()", " {|BVA2002:F|}()", "Reported was")]
    [InlineData(" F()", " [|F|]([|)|]", "Reported was")]
    [InlineData(" F()", " G(); static void H()", "does not compile")]
    public async Task WrongExpectations_FailAndShowTheSource(string old, string by, string failure)
    {
        var markup = Import.Replace(old, by, StringComparison.Ordinal);
        if (old == by) markup = Import.Replace(old, " [|F|]()", StringComparison.Ordinal);
        var exception = await Assert.ThrowsAnyAsync<Exception>(() => SourceTest.CSharp.Expect(markup, "no message says this"));

        Assert.Contains(failure, exception.Message, StringComparison.Ordinal);
        if (failure == "Reported was") Assert.Contains("{|BVA2001:F|}()", exception.Message, StringComparison.Ordinal);
    }
}
