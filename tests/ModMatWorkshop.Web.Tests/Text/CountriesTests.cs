using ModMatWorkshop.Domain;
using ModMatWorkshop.Web.Text;

namespace ModMatWorkshop.Web.Tests.Text;

public sealed class CountriesTests
{
    [Theory]
    [InlineData(Language.French, "Allemagne, Espagne, France, Japon, Suisse")]
    [InlineData(Language.English, "France, Germany, Japan, Spain, Switzerland")]
    public void Countries_are_named_in_the_readers_language_and_in_its_order(Language language, string names) =>
        Assert.Equal(names, string.Join(", ", Countries.All(language).Where(c => c.Code is "DE" or "ES" or "FR" or "JP" or "CH").Select(c => c.Name)));

    [Fact]
    public void Each_country_stands_there_once() => Assert.All(Enum.GetValues<Language>(), language =>
    {
        var all = Countries.All(language);
        Assert.Equal((all.Count, true), (all.Select(c => c.Code).Distinct().Count(), all.Count > 190));
        Assert.Equal(all.Count, all.Select(c => c.Name).Distinct().Count());
    });
}
