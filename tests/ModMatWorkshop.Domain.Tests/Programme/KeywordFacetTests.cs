using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Tests.Programme;

public class KeywordFacetTests
{
    [Fact]
    public void A_keyword_is_shown_as_it_is_most_often_written_and_counted_once_for_each_contribution()
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
    public void Of_two_spellings_as_frequent_the_one_in_small_letters_is_shown() =>
        Assert.Equal(
            ["graph kernel"],
            KeywordFacet.Of([Contributions.With("Graph Kernel"), Contributions.With("graph kernel")]).Select(f => f.Text)
        );

    [Fact]
    public void A_keyword_filed_under_another_is_counted_there_and_does_not_name_it()
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
    public void A_facet_that_nobody_writes_is_shown_folded() =>
        Assert.Equal(
            ["molecular dynamics"],
            KeywordFacet.Of([Contributions.Of("o1", [new("dynamique moléculaire", "molecular dynamics")])]).Select(f => f.Text)
        );
}
