namespace BannedVendorAnalyzer.Tests.Rules;

public sealed class RuleSetReaderTests
{
    private const string A = ReaderSample.AuthorityPath;
    private const string V = ReaderSample.VendorPath;

    [Fact]
    public void Sample_HasNoProblems() => Assert.Empty(ReaderSample.Problems(ReaderSample.Files));

    /// <summary>The problem is expected where <c>^</c> stands; the message begins as given.</summary>
    [Theory]
    [InlineData(A, "\"title\"", "^\"titel\"", "unknown member 'titel'; known here: id, title, issuer,")]
    [InlineData(A, "\"issuer\": \"Parliament\"", "\"issuer\": \"Parliament\", ^\"title\": \"Twice\"", "member 'title' stands here twice")]
    [InlineData(A, "\"title\": \"Act\"", "\"title\": ^1", "a string was expected, a number is here")]
    [InlineData(A, "\"title\": \"Act\"", "\"title\": ^null", "a string was expected, null is here")]
    [InlineData(A, "\"title\": \"Act\"", "\"title\": ^\"  \"", "the text is empty")]
    [InlineData(A, "[\"buyer\"]", "^\"buyer\"", "an array was expected, a string is here")]
    [InlineData(A, "\"published\": \"2019-01-01\"", "\"published\": ^\"2019-1-1\"", "'2019-1-1' is not a date of the form 2024-09-29")]
    [InlineData(A, "\"checked\": \"2026-01-01\"", "\"checked\": ^\"2026-02-30\"", "'2026-02-30' is not a date")]
    [InlineData(A, "[\"buyer\"]", "[^\"bayer\"]", "unknown audience 'bayer'; known: agency, buyer, bystander")]
    [InlineData(A, "\"cloud-sdk\"", "^\"cloud\"", "unknown product class 'cloud'; known: ai-service, ")]
    [InlineData(A, "\"published\": \"prohibited\"", "^\"ships\": \"prohibited\"", "unknown relation 'ships'; known: name, calls, binds, contains, published")]
    [InlineData(A, "\"calls\": \"review\"", "^\"calls\": \"prohibited\"", "'calls' is never more than review")]
    [InlineData(A, "\"calls\": \"review\"", "\"calls\": ^\"clear\"", "unknown verdict 'clear'; known: prohibited, review")]
    [InlineData(A, "\"calls\": \"review\"", "\"calls\": \"review\", ^\"calls\": \"review\"", "member 'calls' stands here twice")]
    [InlineData(A, "\"procurement\"", "^\"boycott\"", "unknown effect 'boycott'; known: supply-ban, procurement,")]
    [InlineData(A, "\"https://law.example/1\"", "^\"law.example/1\"", "'law.example/1' is not a web address")]
    [InlineData(A, "\"classes\"", "\"except\": [\"training\"], \"classes\"", "'classes' and 'except' exclude each other")]
    [InlineData(A, "\"2030-01-01\"", "\"2019-12-31\"", "'until' is before 'from'")]
    [InlineData(A, "«Acme»\", \"basis\": \"text\"", "«Acme»\", \"basis\": \"interpretation\"", "an interpretation needs its 'why'")]
    [InlineData(A, "«Acme»\", \"basis\": \"text\"", "«Acme»\", \"basis\": ^\"guess\"", "unknown basis 'guess'; known: text, interpretation")]
    [InlineData(V, "\"ban\"", "^\"bann\"", "unknown authority 'bann'; known: ban")]
    [InlineData(V, "\"kind\": \"package-id\"", "\"kind\": ^\"package\"", "unknown indicator kind 'package'; known: package-id, ")]
    [InlineData(V, "\"relation\": \"published\"", "\"relation\": ^\"owns\"", "unknown relation 'owns'")]
    [InlineData(V, "{ \"kind\": \"package-id\", \"value\": \"Acme.Core\", \"relation\": \"published\",", "^{ \"kind\": \"package-id\", \"value\": \"Acme.Core\",", "a 'package-id' must state its relation")]
    [InlineData(V, "{ \"kind\": \"package-id\", \"value\": \"Acme.Core\"", "^{ \"kind\": \"signer\", \"value\": \"«»\"", "nothing is left of '«»' to compare")]
    [InlineData(V, "{ \"authority\": \"ban\", \"from\": \"2020-01-01\"", "^{ \"authority\": \"ban\", \"from\": \"2020-01-01\", \"seen\": \"2020-01-01\"", "a listing has either 'from' or")]
    [InlineData(V, "{ \"authority\": \"ban\", \"from\": \"2020-01-01\"", "^{ \"authority\": \"ban\"", "a listing has either 'from' or")]
    [InlineData(V, "{ \"authority\": \"ban\", \"from\": \"2020-01-01\", \"status\": \"in-force\"", "^{ \"authority\": \"ban\", \"from\": \"2020-01-01\", \"status\": \"withdrawn\"", "a listing that has ended needs its 'until'")]
    [InlineData(V, "{ \"authority\": \"ban\", \"from\": \"2020-01-01\", \"status\": \"in-force\", \"entities\": [\"Acme AO\"]", "^{ \"authority\": \"ban\", \"from\": \"2020-01-01\", \"status\": \"in-force\", \"entities\": [\"Acme\"]", "no entity is named 'Acme'")]
    [InlineData(V, "{ \"name\": \"Acme AO\", \"country\": \"RU\", \"aliases\": [\"Акме\"], \"identifiers\": { \"OGRN\": \"1\" }", "^{ \"name\": \"Acme AO\", \"identifiers\": { \"OGRN\": \"--\" }", "nothing is left of '--' to compare")]
    [InlineData(V, "\"indicators\": [] }", "\"indicators\": [] }, ^{ \"id\": \"scan\", \"name\": \"Scan 2\", \"class\": \"training\", \"indicators\": [] }", "product 'scan' stands here twice")]
    [InlineData(V, "\"id\": \"acme\"", "\"id\": ^\"Acme\"", "'Acme' is not an id: lower-case letters and digits")]
    [InlineData(V, "[{ \"package-id\": \"Acme.Core\" }]", "[{ ^\"package\": \"Acme.Core\" }]", "unknown kind of sample 'package'; known: package-id,")]
    [InlineData("audiences.json", "\"default\": \"buyer\"", "\"default\": ^\"nobody\"", "unknown audience 'nobody'")]
    [InlineData("audiences.json", "{ \"id\": \"bystander\"", "^{ \"id\": \"buyer\"", "audience 'buyer' stands here twice")]
    public void WrongInput_IsToldWhereItStands(string path, string good, string bad, string message) => ReaderProblem.AssertFirst(path, good, bad, message);

    [Theory]
    [InlineData(A, "  \"issuer\": \"Parliament\",\n", "missing: issuer")]
    [InlineData(A, "  \"effect\": \"procurement\",\n", "missing: effect")]
    [InlineData(A, "      \"from\": \"2020-01-01\",\n", "missing: from")]
    [InlineData(V, "  \"name\": \"Acme\",\n", "missing: name")]
    public void MissingMember_IsToldAtItsObject(string path, string line, string message)
    {
        var problem = ReaderSample.Problems(ReaderSample.With(path, text => text.Replace(line, "", StringComparison.Ordinal)))[0];
        var (expectedLine, column) = line.StartsWith("      ", StringComparison.Ordinal) ? (12, 5) : (1, 1);

        Assert.Equal((path, expectedLine, column, message), (problem.File, problem.Line, problem.Column, problem.Message));
    }
}
