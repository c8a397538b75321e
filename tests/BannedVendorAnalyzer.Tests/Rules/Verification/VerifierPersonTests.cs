namespace BannedVendorAnalyzer.Tests.Rules.Verification;

public sealed class VerifierPersonTests
{
    [Theory]
    [InlineData("\"Acme.Core\", \"relation\"", "^\"jo.smith@mail.example\", \"relation\"")]
    [InlineData("\"AcmeTools\"", "^\"jo.smith@mail.example\"")]
    [InlineData("\"https://acme.example/scan\"", "^\"https://acme.example/?by=jo.smith@mail.example\"")]
    public void MailAddresses_AreTold(string good, string bad)
    {
        var files = VerifierSample.With(VerifierSample.Acme, good, bad.Replace("^", "", StringComparison.Ordinal));

        Assert.Contains(VerifierSample.Verify(files), problem => problem.Message.EndsWith("is a mail address; rules name no persons: take it out", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://blog.example/@writer/acme")]
    [InlineData("acme/sdk@0123abc:lib/acme.dll")]
    public void SourcesWithAnAtSign_AreNoMailAddresses(string source) =>
        Assert.Empty(VerifierSample.Verify(VerifierSample.With(VerifierSample.Acme, "\"https://acme.example/scan\"", $"\"{source}\"")));

    [Theory]
    [InlineData("package-owner", "AcmeCloud", true)]
    [InlineData("package-owner", "acme_team", true)]
    [InlineData("package-owner", "jo-smith", false)]
    [InlineData("package-owner", "cloud-team", false)]
    [InlineData("package-owner", "bolt", false)]
    [InlineData("nuspec-author", "Акме", true)]
    [InlineData("nuspec-author", "AcmeExample", true)]
    [InlineData("nuspec-author", "Jo Smith", false)]
    [InlineData("repository", "github.com/acme-labs", true)]
    [InlineData("repository", "git.acme.example/tools", true)]
    [InlineData("repository", "github.com/josmith/acme", false)]
    public void AccountsAndAuthors_ShareAWordWithTheCompany(string kind, string value, bool isTied)
    {
        var files = VerifierSample.With(VerifierSample.Acme, "{ \"kind\": \"package-owner\", \"value\": \"AcmeCloud\"", $"{{ \"kind\": \"{kind}\", \"value\": \"{value}\"");

        Assert.Equal(isTied, !VerifierSample.Verify(files).Any(problem => problem.Line == 16 && problem.Message.StartsWith($"{kind} '{value}' shares no word with the names", StringComparison.Ordinal)));
    }
}
