using BannedVendorAnalyzer.Diagnostics;

namespace BannedVendorAnalyzer.Tests.Diagnostics;

public sealed class AddressTextTests
{
    [Theory]
    [InlineData("nothing@here: no address", "nothing@here: no address")]
    [InlineData("for https://feed.example/v3/index.json.", "for https://feed.example/v3/index.json.")]
    [InlineData("for https://user:se@cret@feed.example:8080/v3/index.json.\n  Next", "for https://feed.example:8080/v3/index.json.\n  Next")]
    [InlineData("from 'https://user:secret@feed.example' and http://secret@other.example", "from 'https://feed.example' and http://other.example")]
    [InlineData("source 'http://feed.example/index.json?key=secret/Find()?id='A'&x=2.0'. Failed", "source 'http://feed.example/index.json?… Failed")]
    [InlineData("https://feed.example?key=secret https://feed.example/@scope", "https://feed.example?… https://feed.example/@scope")]
    [InlineData("ends with ://", "ends with ://")]
    public void UsersAndQueriesOfAddresses_AreLeftOut(string text, string told) => Assert.Equal(told, AddressText.WithoutSecrets(text));
}
