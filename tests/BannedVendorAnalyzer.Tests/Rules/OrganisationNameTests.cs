using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Tests.Rules;

/// <summary>
/// The tests run under invariant globalisation (Directory.Build.props), where <c>string.Normalize</c> and culture data
/// are of no use: what holds here holds in every host.
/// </summary>
public sealed class OrganisationNameTests
{
    private const string Accented = "àáâãäåāăąçćĉċčďđèéêëēĕėęěĝğġģĥħìíîïĩīĭįıİĵķĺļľŀłñńņňòóôõöøōŏőŕŗřśŝşšţťŧùúûüũūŭůűųŵýÿŷźżžё";
    private const string Folded = "aaaaaaaaacccccddeeeeeeeeegggghhiiiiiiiiiijklllllnnnnooooooooorrrsssstttuuuuuuuuuuwyyyzzzе";

    [Fact]
    public void Host_IsInvariant() => Assert.True(AppContext.TryGetSwitch("System.Globalization.Invariant", out var invariant) && invariant);

    [Theory]
    [InlineData("AO Kaspersky Lab", "Kaspersky Lab")]
    [InlineData("KasperskyLab", "Kaspersky Lab")]
    [InlineData("Kaspersky Lab AO", "Kaspersky Lab")]
    [InlineData("KASPERSKY  LAB, JSC", "Kaspersky Lab")]
    [InlineData("Kaspersky Lab, Inc.", "Kaspersky Lab")]
    [InlineData("АО «Лаборатория Касперского»", "лаборатория касперского")]
    [InlineData("ООО \"ЛАБОРАТОРИЯ КАСПЕРСКОГО\"", "Лаборатория Касперского")]
    [InlineData("ЗАО „Ёлка“", "елка")]
    [InlineData("Ａｃｍｅ　Ｃｏ．，Ｌｔｄ．", "Acme")]
    [InlineData("Société Générale S.A.", "Societe Generale SA")]
    [InlineData("Socie\u0301te\u0301 Générale", "Societe Generale")]
    [InlineData("Łódź Sp. Ąć", "Lodz Sp Ac")]
    [InlineData("ÜNAL ŞİRKETİ", "unal sirketi")]
    [InlineData("Acme S.A.", "Acme SA")]
    [InlineData("Acme s. a. r. l.", "Acme SARL")]
    [InlineData("O'Hara Ltd", "OHara")]
    [InlineData("Hangzhou Hikvision Digital Technology Co.,Ltd.", "Hangzhou Hikvision Digital Technology Company")]
    [InlineData("杭州海康威视数字技术股份有限公司", "杭州海康威视数字技术")]
    [InlineData("华为技术有限公司", "华为技术")]
    public void Spellings_AreOneName(string left, string right) => Assert.Equal(NameMatcher.Organisation(left), NameMatcher.Organisation(right));

    [Theory]
    [InlineData("Kaspersky Lab", "Kaspersky")]
    [InlineData("Kaspersky Lab", "Kaspersky Example Lab")]
    [InlineData("Kaspersky Lab", "Lab Kaspersky")]
    [InlineData("Лаборатория Касперского", "Laboratoriya Kasperskogo")]
    [InlineData("CO LTD", "LTD INC")]
    [InlineData("Acme", "Acme 2")]
    public void OtherNames_StayApart(string left, string right) => Assert.NotEqual(NameMatcher.Organisation(left), NameMatcher.Organisation(right));

    [Theory]
    [InlineData("CO LTD", "coltd")]
    [InlineData("Ltd.", "ltd")]
    [InlineData("公司", "公司")]
    [InlineData("«»", "")]
    [InlineData("", "")]
    public void NameOfLegalFormsAlone_KeepsThem(string name, string expected) => Assert.Equal(expected, NameMatcher.Organisation(name));

    [Fact]
    public void EveryAccentedLetter_IsFoldedInBothCases()
    {
        Assert.Equal(Accented.Length, Folded.Length);
        for (var i = 0; i < Accented.Length; i++)
        {
            var expected = NameMatcher.Organisation($"x{Folded[i]}x");
            Assert.Equal(expected, NameMatcher.Organisation($"x{Accented[i]}x"));
            Assert.Equal(expected, NameMatcher.Organisation($"x{char.ToUpperInvariant(Accented[i])}x"));
        }
    }

    [Theory]
    [InlineData("1027739867473", "1027739867473")]
    [InlineData("HRB 12-345/b", "hrb12345b")]
    [InlineData(" 91330000-733796106P", "91330000733796106p")]
    public void RegistrationNumber_KeepsLettersAndDigits(string number, string expected) => Assert.Equal(expected, NameMatcher.RegistrationNumber(number));
}
