using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Tests.Programme;

public class ScheduleTests
{
    private static readonly Schedule TwoDays = new(
        Workshop: null!,
        [],
        [Slot("i1", 22, 9, talk: true), Slot("coffee", 22, 10), Slot("o1", 23, 9, talk: true), Slot("o2", 23, 10, talk: true)],
        new[] { "p10", "o1", "p2", "i1", "p1" }.ToDictionary(c => c, c => Contributions.Of(c))
    );

    [Fact]
    public void A_talk_has_its_contribution_and_a_break_has_none() =>
        Assert.Equal(
            ["i1: i1", "coffee: -", "o1: o1", "o2: -"],
            TwoDays.Slots.Select(s => $"{s.Slug}: {TwoDays.ContributionOf(s)?.Code ?? "-"}")
        );

    [Fact]
    public void Posters_are_sorted_by_number() => Assert.Equal(["p1", "p2", "p10"], TwoDays.Posters.Select(p => p.Code));

    [Fact]
    public void Slots_are_grouped_by_day() =>
        Assert.Equal(
            ["2021-09-22: i1 coffee", "2021-09-23: o1 o2"],
            TwoDays.Days.Select(d => $"{d.Key:yyyy-MM-dd}: {string.Join(' ', d.Select(s => s.Slug))}")
        );

    [Fact]
    public void An_author_has_the_affiliations_of_the_marks_and_unknown_marks_are_ignored()
    {
        var talk = Contributions.Of("o1", affiliations: [new("LAAS"), new("CEMES"), new("CIRIMAT")]);
        Assert.Equal(["CIRIMAT", "LAAS"], talk.AffiliationsOf(new("Ada Lovelace", "ada-lovelace", "Lovelace", [3, 0, 1, 4])));
    }

    private static Slot Slot(string slug, int day, int hour, bool talk = false) =>
        new()
        {
            Slug = slug,
            Date = new(2021, 9, day),
            Start = new(2021, 9, day, hour, 0, 0, TimeSpan.FromHours(2)),
            End = new(2021, 9, day, hour + 1, 0, 0, TimeSpan.FromHours(2)),
            Kind = talk ? SlotKind.Oral : SlotKind.Break,
            ContributionCode = talk ? slug : null,
        };
}
