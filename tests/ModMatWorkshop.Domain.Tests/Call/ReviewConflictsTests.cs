using ModMatWorkshop.Domain.Call;

namespace ModMatWorkshop.Domain.Tests.Call;

public sealed class ReviewConflictsTests
{
    private static readonly Reviewer Alice = new(1, "Alice Durand", "alice@example.org", ["LAAS-CNRS, Toulouse"], []);

    [Theory]
    [InlineData("Alice Durand")]
    [InlineData("A. Durand")]
    [InlineData("alice DURAND")]
    [InlineData("Durand, Alice")]
    [InlineData("Durand, A. B.")]
    public void Reviewer_conflicts_with_a_submission_of_which_they_are_an_author(string name) =>
        Assert.Equal(new ReviewConflict(ConflictReason.Author, "Alice Durand"), Find([Work(1, [name])], 1));

    [Theory]
    [InlineData("Anne Durand")]
    [InlineData("B. Durand")]
    [InlineData("Alice Dupont")]
    [InlineData("Durand Alice-Marie Petit")]
    public void Other_person_with_a_similar_name_is_no_conflict(string name) => Assert.Null(Find([Work(1, [name])], 1));

    [Fact]
    public void Reviewer_whose_name_has_an_accent_is_found_without_it() =>
        Assert.Equal(
            ConflictReason.Author,
            new ReviewConflicts([Work(1, ["E. Muller"])]).Find(Alice with { Name = "Émile Müller" }, 1)!.Reason
        );

    [Theory]
    [InlineData("Durand III, Alice")]
    [InlineData("Durand Jr., Alice")]
    public void A_suffix_of_the_family_name_hides_nobody(string name) =>
        Assert.Equal(ConflictReason.Author, Find([Work(1, [name])], 1)!.Reason);

    /// <summary>The names are read of those alone whose stems may fit, which changes nothing.</summary>
    [Theory]
    [InlineData("Alice Durand", "durand-a")]
    [InlineData("Durand", "durand")]
    [InlineData("Anne Durand", "durand-a")]
    [InlineData("B. Durand", "durand-b")]
    public void Stems_find_the_same_conflicts_as_names(string name, string stem)
    {
        var work = Work(1, [name]);
        Assert.Equal(Find([work], 1), Find([work with { Stems = $" {stem} " }], 1));
    }

    [Fact]
    public void Reviewer_conflicts_with_a_submission_that_was_sent_from_their_address() =>
        Assert.Equal(
            new ReviewConflict(ConflictReason.Author, "Alice Durand"),
            Find([new SubmissionPeople(1, "alice@example.org", ["Pseudonym"], [])], 1)
        );

    [Fact]
    public void Reviewer_conflicts_with_the_other_submissions_of_their_co_authors() =>
        Assert.Equal(
            new ReviewConflict(ConflictReason.CoAuthor, "Bob Müller"),
            Find([Work(1, ["Alice Durand", "B. Müller"]), Work(2, ["Bob Müller", "C. Kim"]), Work(3, ["C. Kim"])], 2)
        );

    [Fact]
    public void Co_author_of_a_co_author_is_no_conflict() =>
        Assert.Null(Find([Work(1, ["Alice Durand", "B. Müller"]), Work(2, ["B. Müller", "C. Kim"]), Work(3, ["C. Kim"])], 3));

    [Theory]
    [InlineData("LAAS-CNRS, Toulouse")]
    [InlineData("LAAS–CNRS, 7 avenue du Colonel Roche")]
    [InlineData("laas cnrs")]
    public void Reviewer_conflicts_with_their_laboratory(string affiliation) =>
        Assert.Equal(new ReviewConflict(ConflictReason.Affiliation, "LAAS-CNRS, Toulouse"), Find([Work(1, ["C. Kim"], [affiliation])], 1));

    [Theory]
    [InlineData("CEMES-CNRS, Toulouse")]
    [InlineData("")]
    [InlineData(", Toulouse")]
    public void Other_laboratory_in_the_same_town_is_no_conflict(string affiliation) =>
        Assert.Null(Find([Work(1, ["C. Kim"], [affiliation])], 1));

    [Fact]
    public void Reviewer_without_a_laboratory_conflicts_with_none() =>
        Assert.Null(new ReviewConflicts([Work(1, ["C. Kim"], [""])]).Find(Alice with { Affiliations = [""] }, 1));

    [Fact]
    public void Reviewer_without_an_address_conflicts_with_no_submission_without_one() =>
        Assert.Null(new ReviewConflicts([new(1, "", ["C. Kim"], [])]).Find(Alice with { Email = "" }, 1));

    [Fact]
    public void Declared_conflict_counts_whatever_the_names_say() =>
        Assert.Equal(new ReviewConflict(ConflictReason.Declared, ""), Find([Work(1, ["C. Kim"])], 1, isDeclared: true));

    [Fact]
    public void Clearest_of_several_reasons_is_told() =>
        Assert.Equal(ConflictReason.Author, Find([Work(1, ["A. Durand"], ["LAAS-CNRS"])], 1, isDeclared: true)!.Reason);

    [Theory]
    [InlineData("Émilie du Châtelet", "du-chatelet-e")]
    [InlineData("E. du Châtelet", "du-chatelet-e")]
    [InlineData("Plato", "plato")]
    public void All_spellings_of_a_name_have_one_stem(string name, string stem) => Assert.Equal(stem, AuthorKey.Of(name).Stem);

    private static SubmissionPeople Work(int number, IReadOnlyList<string> authors, IReadOnlyList<string>? affiliations = null) =>
        new(number, $"author{number}@example.org", authors, affiliations ?? []);

    private static ReviewConflict? Find(IEnumerable<SubmissionPeople> submissions, int number, bool isDeclared = false) =>
        new ReviewConflicts(submissions).Find(Alice, number, isDeclared);
}
