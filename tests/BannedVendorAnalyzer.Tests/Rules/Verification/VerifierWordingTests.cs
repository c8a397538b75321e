namespace BannedVendorAnalyzer.Tests.Rules.Verification;

public sealed class VerifierWordingTests
{
    [Theory]
    [InlineData("no buying of it", "no buying of it.", "write it without a full stop")]
    [InlineData("it speaks of products", "it speaks of products. ", "write it without a full stop")]
    [InlineData("a record of the product", "a record.", "write it without a full stop")]
    [InlineData("no buying of it", "no buying of malware", "'malware' judges")]
    [InlineData("it speaks of products", "it speaks of foreign adversaries", "'adversaries' judges")]
    [InlineData("a record of the product", "a record that it is not Dangerous", "'Dangerous' judges")]
    [InlineData("no buying of it", "it is a threat", "'threat' judges")]
    public void SentencesOfProvisions_StateFactsWithoutAFullStop(string good, string bad, string message) =>
        VerifierSample.AssertTold(VerifierSample.Ban, $"\"{good}\"", $"^\"{bad}\"", message);

    [Theory]
    [InlineData("\"name\": \"Acme\"", "\"name\": ^\"Suspicious Acme\"", "'Suspicious' judges")]
    [InlineData("\"Acme Scan\"", "^\"Acme spyware\"", "'spyware' judges")]
    public void Names_StateFacts(string good, string bad, string message) => VerifierSample.AssertTold(VerifierSample.Acme, good, bad, message);

    [Theory]
    [InlineData("threat intelligence of it")]
    [InlineData("its threat-intelligence feeds")]
    [InlineData("its anti-malware software")]
    [InlineData("what the act calls \\\"foreign adversary controlled\\\" applications")]
    [InlineData("was «Bedrohung und hostile» im Gesetz")]
    [InlineData("a spyglass")]
    public void ProductKindsAndQuotations_AreFacts(string text) =>
        Assert.Empty(VerifierSample.Verify(VerifierSample.With(VerifierSample.Ban, "\"no buying of it\"", $"\"{text}\"")));

    [Fact]
    public void TitlesOfInstruments_AreQuotations() =>
        Assert.Empty(VerifierSample.Verify(VerifierSample.With(VerifierSample.Ban, "\"title\": \"Act\"", "\"title\": \"Act against hostile vendors.\"")));

    [Fact]
    public void NamesAsTheAuthorityWritesThem_AreQuotations() =>
        Assert.Empty(VerifierSample.Verify(VerifierSample.With(VerifierSample.Acme, "\"from\": \"2020-01-01\",", "\"from\": \"2020-01-01\", \"named\": \"Hostile Acme\",")));
}
