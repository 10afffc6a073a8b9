namespace ModMatWorkshop.Content.Tests;

public class DoiTests
{
    [Theory]
    [InlineData("10.1002/(SICI)1097-0000(199701)1:2/3<45::AID-XYZ6>3.0.CO;2-Q")]
    [InlineData("10.1175/1520-0000(1995)008<0001:Y>2.0.CO;2")]
    [InlineData("10.1890/0012-0000(2006)87[12:AB]2.0.CO;2")]
    [InlineData("10.1016/0009-2614(93)E1234-5")]
    [InlineData("10.1000.10/a#b")]
    public void A_DOI_of_any_age_is_taken_as_it_is(string doi) => Assert.Equal(doi, Doi.Parse(doi)?.Name);

    [Theory]
    [InlineData("https://doi.org/10.1000/a(b)c", "10.1000/a(b)c")]
    [InlineData("https://doi.org/10.1000/%28a%29", "10.1000/(a)")]
    [InlineData("DOI:10.1000/a", "10.1000/a")]
    [InlineData("doi: 10.1000/a", "10.1000/a")]
    [InlineData("http://dx.doi.org/10.1000/a", "10.1000/a")]
    public void A_prefix_is_cut(string text, string doi) => Assert.Equal(doi, Doi.Parse(text)?.Name);

    [Theory]
    [InlineData("10.1000/a.", "Write `10.1000/a`.")]
    [InlineData("10.1000/%28a%29b", "Write `10.1000/(a)b`.")]
    [InlineData("10.1000/a)", "Write `10.1000/a`.")]
    [InlineData("https://example.org/a", "For example: `10.1038/s41557-021-00716-z`.")]
    public void What_leads_nowhere_is_refused_with_a_hint(string text, string hint) =>
        Assert.Equal((null, hint), (Doi.Parse(text)?.Name, Doi.Hint(text)));

    [Fact]
    public void The_signs_that_a_browser_would_misread_are_encoded_once() =>
        Assert.Equal(
            "https://doi.org/10.1002/%28SICI%291:2/3%3C45::A%3E3.0.CO;2-Q%23%2541",
            new Doi("10.1002/(SICI)1:2/3<45::A>3.0.CO;2-Q#%41").Url
        );

    [Theory]
    [InlineData("Doe, doi:10.1175/1520-0000(1995)008<0001:Y>2.0.CO;2.", "10.1175/1520-0000(1995)008<0001:Y>2.0.CO;2")]
    [InlineData("Doe (doi:10.1000/a(b)); Roe", "10.1000/a(b)")]
    [InlineData("Doe <https://doi.org/10.1000/a>", "10.1000/a")]
    [InlineData("Doe, https://doi.org/10.1000/a\\_b, 3", "10.1000/a_b")]
    public void A_DOI_in_a_text_ends_before_the_punctuation(string text, string doi) => Assert.Equal(doi, Doi.Within(text)?.Doi.Name);
}
