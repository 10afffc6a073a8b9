namespace ModMatWorkshop.Domain.Tests;

public class LocalizedTests
{
    [Fact]
    public void What_has_no_English_is_shown_in_French_and_says_so()
    {
        var text = new Localized("Pause café");
        Assert.Equal(("Pause café", Language.French), (text.In(Language.English), text.LanguageFor(Language.English)));
    }

    [Fact]
    public void Each_reader_gets_their_language()
    {
        var text = new Localized("Pause café", "Coffee break");
        Assert.Equal(
            ("Pause café", "Coffee break", Language.English),
            (text.In(Language.French), text.In(Language.English), text.LanguageFor(Language.English))
        );
    }

    [Theory]
    [InlineData("fr", Language.French)]
    [InlineData("en", Language.English)]
    [InlineData("EN", Language.French)]
    [InlineData("de", Language.French)]
    [InlineData("", Language.French)]
    [InlineData(null, Language.French)]
    public void A_language_that_the_site_does_not_speak_is_answered_in_French(string? tag, Language language) =>
        Assert.Equal(language, Languages.FromTag(tag));
}
