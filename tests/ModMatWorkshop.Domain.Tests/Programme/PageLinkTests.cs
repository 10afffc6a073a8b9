using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Tests.Programme;

public class PageLinkTests
{
    [Theory]
    [InlineData("programme", true)]
    [InlineData("abstracts", true)]
    [InlineData("infos-pratiques", true)]
    [InlineData("admin", true)]
    [InlineData("en", true)]
    [InlineData("images", true)]
    [InlineData("2021", true)]
    [InlineData("programmes", false)]
    [InlineData("20211", false)]
    [InlineData("getting-there", false)]
    public void A_page_cannot_have_an_address_of_the_site_in_any_language(string slug, bool expected) =>
        Assert.Equal(expected, Routes.IsTaken(slug));

    [Fact]
    public void A_page_has_its_addresses_from_the_content_or_from_the_site()
    {
        var own = new PageLink("city", Localized.Same("City"), new("ville", "town"), PagePlace.Menu);
        var known = new PageLink("privacy", Localized.Same("Privacy"), null, PagePlace.None);

        Assert.Equal(
            ["/ville", "/en/town", "/confidentialite", "/en/privacy"],
            new[] { own, known }.SelectMany(p =>
                Enum.GetValues<Language>().Select(language => p.Route.Path(WorkshopLanguages.Default, language))
            )
        );
    }
}
