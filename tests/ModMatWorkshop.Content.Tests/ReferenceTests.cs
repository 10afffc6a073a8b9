using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Content.Tests;

public class ReferenceTests
{
    private const string Sample = """{ text: "Leibniz, G. *Acta* (1686).", doi: "10.1000/acta.1686" }""";

    private const string Link = """<a href="https://doi.org/10.1016/0022-5096%2890%2990039-C">doi:10.1016/0022-5096(90)90039-C</a>""";

    [Theory]
    [InlineData("\"Doe, *Acta* **1**, doi:10.1016/0022-5096(90)90039-C.\"", "Doe, <em>Acta</em> <strong>1</strong>, {0}.")]
    [InlineData("\"Doe (DOI: 10.1016/0022-5096(90)90039-C), p. 3\"", "Doe ({0}), p. 3")]
    [InlineData("\"Doe, https://doi.org/10.1016/0022-5096(90)90039-C\"", "Doe, {0}")]
    [InlineData("\"Doe, http://dx.doi.org/10.1016/0022-5096(90)90039-C\"", "Doe, {0}")]
    [InlineData("""{ text: "Doe.", doi: "10.1016/0022-5096(90)90039-C" }""", "Doe. {0}")]
    [InlineData("""{ text: "Doe.", doi: "https://doi.org/10.1016/0022-5096(90)90039-C" }""", "Doe. {0}")]
    [InlineData("""{ text: "Doe.", url: "https://doi.org/10.1016/0022-5096(90)90039-C" }""", "Doe. {0}")]
    [InlineData("""{ text: "Doe, doi:10.1016/0022-5096(90)90039-C", doi: "10.1016/0022-5096(90)90039-C" }""", "Doe, {0}")]
    public void A_DOI_is_one_link_wherever_a_reference_has_it(string yaml, string html)
    {
        var reference = Read(yaml);
        Assert.Equal(
            (html.Replace("{0}", Link, StringComparison.Ordinal), "10.1016/0022-5096(90)90039-C"),
            (reference.Html, reference.Doi)
        );
    }

    [Theory]
    [InlineData("\"[Doe](https://doi.org/10.1000/a_b_c) 1.\"", """<a href="https://doi.org/10.1000/a_b_c">Doe</a> 1.""", "10.1000/a_b_c")]
    [InlineData("\"Doe, pp. 10.1-10.2/3 (2021)\"", "Doe, pp. 10.1-10.2/3 (2021)", null)]
    [InlineData(
        """{ text: "Doe.", url: "https://example.org/10.1000/x" }""",
        """Doe. <a href="https://example.org/10.1000/x">https://example.org/10.1000/x</a>""",
        null
    )]
    public void A_link_of_the_author_and_other_numbers_stay_as_they_are(string yaml, string html, string? doi)
    {
        var reference = Read(yaml);
        Assert.Equal((html, doi), (reference.Html, reference.Doi));
    }

    [Fact]
    public void The_signs_of_a_DOI_are_not_Markdown() =>
        Assert.Equal(
            new(2, """Doe, <a href="https://doi.org/10.1000/a_b_c">doi:10.1000/a_b_c</a>.""", "Doe, doi:10.1000/a_b_c.", "10.1000/a_b_c"),
            Read("\"Doe, doi:10.1000/a_b_c.\"")
        );

    private static Domain.Programme.Reference Read(string yaml)
    {
        using var content = new ContentSample();
        content.Replace("contributions/o1.md", Sample, yaml);
        return ContentFolder.Read(content.Folder).Contributions.Single(c => c.Code == "o1").References[^1];
    }
}
