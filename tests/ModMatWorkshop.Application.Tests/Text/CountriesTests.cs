using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Application.Tests.Text;

public sealed class CountriesTests
{
    [Theory]
    [InlineData("FR", "France", "France")]
    [InlineData("GB", "Royaume-Uni", "United Kingdom")]
    [InlineData("DE", "Allemagne", "Germany")]
    [InlineData("CH", "Suisse", "Switzerland")]
    [InlineData("CN", "Chine", "China")]
    [InlineData("XX", "XX", "XX")]
    public void A_country_has_its_name_in_each_language(string code, string french, string english) =>
        Assert.Equal((french, english), (Countries.Name(code, Language.French), Countries.Name(code, Language.English)));

    [Theory]
    [InlineData(Language.French)]
    [InlineData(Language.English)]
    public void Each_country_is_listed_once(Language language)
    {
        var all = Countries.All(language);

        Assert.InRange(all.Count, 200, 260);
        Assert.Equal((all.Count, all.Count), (all.Select(c => c.Code).Distinct().Count(), all.Select(c => c.Name).Distinct().Count()));
    }

    [Theory]
    [InlineData("France", "FR")]
    [InlineData("allemagne", "DE")]
    [InlineData("Germany", "DE")]
    [InlineData("U.S.A.", "US")]
    [InlineData("États-Unis", "US")]
    [InlineData("The Netherlands", "NL")]
    [InlineData("Royaume-Uni", "GB")]
    [InlineData("P. R. China", "CN")]
    [InlineData("Toulouse", null)]
    [InlineData("", null)]
    public void A_country_is_found_by_its_name_in_either_language_or_a_usual_short_form(string written, string? code) =>
        Assert.Equal(code, Countries.Find(written));
}
