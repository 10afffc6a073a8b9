using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Tests.Programme;

public class KeywordFacetTests
{
    [Fact]
    public void A_keyword_is_shown_in_its_most_frequent_spelling_and_counted_once_per_contribution()
    {
        var facets = KeywordFacet.Of([
            Contributions.With("Machine Learning", "DFT", "dft"),
            Contributions.With("machine learning"),
            Contributions.With("machine learning", "Molécules"),
            Contributions.With(),
        ]);
        Assert.Equal(
            ["DFT 1", "machine learning 3", "Molécules 1"],
            facets.Select(f => $"{f.Text} {f.Uses}").Order(StringComparer.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public void Of_two_equally_frequent_spellings_the_one_in_lower_case_is_shown() =>
        Assert.Equal(
            ["graph kernel"],
            KeywordFacet.Of([Contributions.With("Graph Kernel"), Contributions.With("graph kernel")]).Select(f => f.Text)
        );

    [Fact]
    public void A_translated_keyword_is_counted_under_its_facet_but_does_not_name_it()
    {
        var french = new Keyword("dynamique moléculaire", "molecular dynamics");
        var facets = KeywordFacet.Of([
            Contributions.Of("o1", [french]),
            Contributions.Of("o1", [french]),
            Contributions.With("Molecular dynamics"),
        ]);
        Assert.Equal(["molecular dynamics: Molecular dynamics 3"], facets.Select(f => $"{f.Facet}: {f.Text} {f.Uses}"));
    }

    [Fact]
    public void A_facet_without_a_spelling_of_its_own_is_shown_folded() =>
        Assert.Equal(
            ["molecular dynamics"],
            KeywordFacet.Of([Contributions.Of("o1", [new("dynamique moléculaire", "molecular dynamics")])]).Select(f => f.Text)
        );
}
