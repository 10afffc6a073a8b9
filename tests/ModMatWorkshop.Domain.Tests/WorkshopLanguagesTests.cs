using ModMatWorkshop.Domain.Addresses;

namespace ModMatWorkshop.Domain.Tests;

public class WorkshopLanguagesTests
{
    private static readonly WorkshopLanguages English = new(Language.English);
    private static readonly WorkshopLanguages EnglishFirst = new(Language.English, Language.French);

    [Fact]
    public void Only_the_second_language_has_a_prefix() =>
        Assert.Equal(
            ["", "/en", "", "/fr", ""],
            [
                WorkshopLanguages.Default.Prefix(Language.French),
                WorkshopLanguages.Default.Prefix(Language.English),
                EnglishFirst.Prefix(Language.English),
                EnglishFirst.Prefix(Language.French),
                English.Prefix(Language.English),
            ]
        );

    [Fact]
    public void The_first_language_takes_the_place_of_one_that_the_workshop_does_not_have() =>
        Assert.Equal(
            [Language.English, Language.English, Language.French],
            [English.OrFirst(Language.French), EnglishFirst.OrFirst(null), EnglishFirst.OrFirst(Language.French)]
        );

    [Fact]
    public void A_page_has_another_language_only_if_the_workshop_has_two() =>
        Assert.Equal(
            [null, Language.French, Language.English],
            new[] { English.Besides(Language.English), EnglishFirst.Besides(Language.English), EnglishFirst.Besides(Language.French) }
        );

    [Theory]
    [InlineData(Language.English, "/abstracts/o1", "/abstracts/o1.ics", "/programme.ics", "/favourites.ics?codes=o1")]
    [InlineData(
        Language.French,
        "/fr/resumes/o1",
        "/abstracts/o1.ics?lang=fr",
        "/programme.ics?lang=fr",
        "/favourites.ics?codes=o1&lang=fr"
    )]
    public void Files_are_named_in_the_first_language_and_state_the_second(
        Language language,
        string page,
        string calendar,
        string programme,
        string favourites
    ) =>
        Assert.Equal(
            (page, calendar, programme, favourites),
            (
                Routes.Abstract.Path(EnglishFirst, language, "o1"),
                Routes.AbstractCalendar.Path(EnglishFirst, language, "o1"),
                Routes.Calendar.Path(EnglishFirst, language),
                Routes.FavouritesOf(["o1"], EnglishFirst, language)
            )
        );

    [Fact]
    public void An_address_in_a_language_that_the_workshop_does_not_have_is_that_in_the_first() =>
        Assert.Equal(
            ("/", "/abstracts/o1", "/programme.ics"),
            (
                Routes.Home.Path(English, Language.French),
                Routes.Abstract.Path(English, Language.French, "o1"),
                Routes.Calendar.Path(English, Language.French)
            )
        );
}
