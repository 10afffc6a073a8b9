namespace ModMatWorkshop.Domain.Tests;

public class LocalizedTests
{
    [Fact]
    public void A_text_without_English_is_given_in_French_and_marked_as_French()
    {
        var text = new Localized("Pause café");
        Assert.Equal(("Pause café", Language.French), (text.In(Language.English), text.LanguageFor(Language.English)));
    }

    [Fact]
    public void A_text_without_French_is_given_in_English_and_marked_as_English()
    {
        var text = Localized.Of(Language.English, "Coffee break");
        Assert.Equal(("Coffee break", Language.English), (text.In(Language.French), text.LanguageFor(Language.French)));
    }

    [Fact]
    public void A_text_is_given_in_the_language_asked_for()
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
    public void An_unknown_language_tag_means_French(string? tag, Language language) => Assert.Equal(language, Languages.FromTag(tag));
}
