using ModMatWorkshop.Domain.Call;

namespace ModMatWorkshop.Domain.Tests.Call;

public sealed class CorrectionRulesTests
{
    private static readonly CorrectedText Before = new(
        "Graphene on copper",
        "We study stable lattices of atoms with 12 defects, not more. Lovelace showed $E=mc^2$ before.",
        "Ada Lovelace (1)\nGrace Hopper (1)",
        "LAAS-CNRS",
        "graphene; copper"
    );

    [Theory]
    [InlineData("lattices", "latices", true)]
    [InlineData("lattices of atoms", "latices of atomes", true)]
    [InlineData("stable", "unstable", false)]
    [InlineData("12", "13", false)]
    [InlineData("not", "now", false)]
    [InlineData("Lovelace", "Lovelance", false)]
    [InlineData("$E=mc^2$", "$E=mc^3$", false)]
    [InlineData("lattices", "structures", false)]
    [InlineData("with 12", "without 12", false)]
    [InlineData(", not more", "", false)]
    [InlineData("We study", "Now we study", false)]
    [InlineData("study stable lattices atoms", "study stable lattices atoms", false)]
    public void A_typo_is_a_few_letters_in_a_few_long_words(string old, string now, bool expected) =>
        Assert.Equal(
            expected,
            CorrectionRules.IsTypo(Before, Before with { Abstract = Before.Abstract.Replace(old, now, StringComparison.Ordinal) })
        );

    [Fact]
    public void Four_words_are_no_typo() =>
        Assert.False(
            CorrectionRules.IsTypo(
                Before with
                {
                    Abstract = "alpha bravo charly delta",
                },
                Before with
                {
                    Abstract = "alphas bravos charlys deltas",
                }
            )
        );

    [Fact]
    public void Names_affiliations_and_keywords_are_never_a_typo() =>
        Assert.Equal(
            [false, false, false],
            [
                CorrectionRules.IsTypo(Before, Before with { Authors = "Ada Lovelance (1)\nGrace Hopper (1)" }),
                CorrectionRules.IsTypo(Before, Before with { Affiliations = "LAAS-CNR" }),
                CorrectionRules.IsTypo(Before, Before with { Keywords = "graphenes; copper" }),
            ]
        );

    [Fact]
    public void A_title_an_abstract_and_authors_are_needed_and_have_an_end()
    {
        var faults = CorrectionRules.Faults(CorrectedText.Empty with { Abstract = new('a', CorrectionRules.MaxAbstract + 1) });

        Assert.Equal(["correct-title", "correct-abstract", "correct-authors"], faults.Select(f => f.Input));
        Assert.Empty(CorrectionRules.Faults(Before));
    }
}
