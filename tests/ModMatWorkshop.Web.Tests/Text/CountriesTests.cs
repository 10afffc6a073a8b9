using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Web.Tests.Text;

public sealed class CountriesTests
{
    [Theory]
    [InlineData("FR", "France", "France")]
    [InlineData("GB", "Royaume-Uni", "United Kingdom")]
    [InlineData("DE", "Allemagne", "Germany")]
    [InlineData("CH", "Suisse", "Switzerland")]
    [InlineData("CN", "Chine", "China")]
    [InlineData("XX", "XX", "XX")]
    public void A_country_is_named_in_the_language_of_the_reader(string code, string french, string english) =>
        Assert.Equal((french, english), (Countries.Name(code, Language.French), Countries.Name(code, Language.English)));

    [Theory]
    [InlineData(Language.French)]
    [InlineData(Language.English)]
    public void The_countries_of_the_world_are_there_once_each(Language language)
    {
        var all = Countries.All(language);

        Assert.InRange(all.Count, 200, 260);
        Assert.Equal((all.Count, all.Count), (all.Select(c => c.Code).Distinct().Count(), all.Select(c => c.Name).Distinct().Count()));
    }
}
