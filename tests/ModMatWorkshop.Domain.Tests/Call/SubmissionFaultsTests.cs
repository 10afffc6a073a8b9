using ModMatWorkshop.Domain.Call;
using static ModMatWorkshop.Domain.Tests.Call.SubmissionSample;

namespace ModMatWorkshop.Domain.Tests.Call;

public sealed class SubmissionFaultsTests
{
    [Fact]
    public void A_complete_text_has_no_fault() => Assert.True(FaultsOf(Text).IsComplete);

    [Fact]
    public void An_empty_text_lacks_each_required_answer_and_can_be_kept() =>
        Assert.Equal(
            (true, "title kind topics family-0 affiliation-0 language abstract agreed"),
            (FaultsOf(new()).Unreadable.Count == 0, Inputs(FaultsOf(new()).Missing))
        );

    public static TheoryData<string, SubmissionText> Incomplete =>
        new()
        {
            { "kind", Text with { Kind = "keynote" } },
            { "topics", Text with { Topics = ["methods", "gone"] } },
            { "language", Text with { Language = "de" } },
            { "figures", Text with { Figures = "one\ntwo" } },
            { "family-1", Text with { Authors = [Text.Authors[0], new("", "", [1], "0000-0002-1825-0097")] } },
            { "orcid-0", Text with { Authors = [Text.Authors[0] with { Orcid = "0000-0002-1825-0098" }] } },
            { "family-0", Text with { Authors = [Text.Authors[0] with { Affiliations = [3] }] } },
            { "affiliation-1", Text with { Affiliations = ["LAAS", ""] } },
            { "agreed", Text with { IsAgreed = false } },
        };

    [Theory, MemberData(nameof(Incomplete))]
    public void Each_gap_is_told_beside_its_input(string input, SubmissionText text) =>
        Assert.Equal(("", input), (Inputs(FaultsOf(text).Unreadable), Inputs(FaultsOf(text).Missing)));

    [Theory]
    [InlineData(100, "")]
    [InlineData(101, "abstract")]
    public void The_printed_length_has_a_limit(int printed, string expected) =>
        Assert.Equal(expected, Inputs(FaultsOf(Text, printed).Missing));

    public static TheoryData<string, SubmissionText> Unreadable =>
        new()
        {
            { "title", Text with { Title = new('a', 401) } },
            { "title", Text with { Title = "right\u202Eto left" } },
            { "message", Text with { Message = new('a', 2001) } },
            { "given-0", Text with { Authors = [Text.Authors[0] with { GivenName = "<b>" }] } },
            { "family-0", Text with { Authors = [Text.Authors[0] with { FamilyName = "see https://example.org" }] } },
            { "affiliation-0", Text with { Affiliations = ["a\0b", "c"] } },
            { "authors", Text with { Authors = [.. Enumerable.Repeat(Text.Authors[0], 301)] } },
        };

    [Theory, MemberData(nameof(Unreadable))]
    public void What_cannot_be_kept_is_told_beside_its_input(string input, SubmissionText text) =>
        Assert.Equal(input, Inputs(FaultsOf(text).Unreadable));

    [Fact]
    public void A_call_with_one_kind_and_one_language_does_not_ask_for_them() =>
        Assert.Equal(
            "title authors abstract references keywords message do-not-record agreed",
            string.Join(
                ' ',
                SubmissionFields
                    .AskedBy(SubmissionSample.Call with { Kinds = ["oral"], Languages = [Language.English], Topics = [], Figures = 0 })
                    .Select(f => f.Key)
            )
        );

    [Fact]
    public void Every_field_takes_its_value_from_another_text_and_no_other()
    {
        var other = new SubmissionText
        {
            Title = "t",
            Kind = "poster",
            Topics = ["data"],
            Language = "fr",
            Authors = [new("x", "y", [1])],
            Affiliations = ["z"],
            Abstract = "a",
            References = "r",
            Keywords = "k",
            Figures = "f",
            Message = "m",
            DoNotRecord = true,
        };
        foreach (var field in SubmissionFields.All)
        {
            var taken = field.Take(Text, other);
            Assert.Equal(
                SubmissionFields.All.Where(f => f == field && f.Get(other) != f.Get(Text)).Select(f => f.Key),
                SubmissionFields.All.Where(f => f.Get(taken) != f.Get(Text)).Select(f => f.Key)
            );
        }
    }

    [Fact]
    public void What_was_seen_survives_the_form()
    {
        var seen = SeenFields.Parse(SeenFields.Of(Text).ToString());

        Assert.Equal(SeenFields.Of(Text).ToString(), seen.ToString());
        Assert.Equal([], seen.Merge(Text with { Title = "theirs" }, Text).Conflicts.Select(f => f.Key));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense :: a:b:c")]
    public void Without_what_was_seen_a_difference_is_a_conflict(string seen) =>
        Assert.Equal(["title"], SeenFields.Parse(seen).Merge(Text with { Title = "theirs" }, Text).Conflicts.Select(f => f.Key));

    private static string Inputs(IEnumerable<SubmissionFault> faults) => string.Join(' ', faults.Select(f => f.Input));
}
