using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Registrations;

/// <summary>A workshop of four half-days, each with one session, whose programme changes.</summary>
public class HalfDayChangesTests
{
    private static readonly (int Number, string When, string Slots)[] Before =
    [
        (1, "22 afternoon", "i1 o1 o2"),
        (2, "23 morning", "i2 o3 o4"),
        (3, "23 afternoon", "i3 o5 o6"),
        (4, "24 morning", "i4 o7 o8"),
    ];

    [Fact]
    public void The_same_programme_changes_nothing() => Assert.Equal("", Changes(Before));

    [Fact]
    public void Talks_that_change_places_move_no_half_day() =>
        Assert.Equal(
            "",
            Changes((1, "22 afternoon", "i1 o3 o2"), (2, "23 morning", "i2 o1 o4"), (3, "23 afternoon", "i4"), (4, "24 morning", "i3"))
        );

    [Fact]
    public void A_workshop_that_moves_takes_its_half_days_along_even_over_its_own_days() =>
        Assert.Equal(
            "Moved 22 afternoon > 23 afternoon, Moved 23 morning > 24 morning, Moved 23 afternoon > 24 afternoon, "
                + "Moved 24 morning > 25 morning",
            Changes([.. Before.Select(s => s with { When = DayAfter(s.When) })])
        );

    [Fact]
    public void A_session_that_moves_to_another_day_moves_its_half_day() =>
        Assert.Equal(
            "Moved 23 afternoon > 24 afternoon",
            Changes([.. Before.Select(s => s.Number == 3 ? s with { When = "24 afternoon" } : s)])
        );

    [Fact]
    public void A_session_that_is_inserted_adds_a_half_day_although_it_shifts_all_numbers() =>
        Assert.Equal(
            "Added  > 22 morning",
            Changes([(1, "22 morning", "welcome"), .. Before.Select(s => s with { Number = s.Number + 1 })])
        );

    [Fact]
    public void A_session_that_is_replaced_at_its_time_is_the_same_half_day() =>
        Assert.Equal("", Changes([.. Before.Where(s => s.Number != 3), (5, "23 afternoon", "panel")]));

    [Fact]
    public void A_session_that_leaves_drops_its_half_day_and_one_that_joins_adds_one() =>
        Assert.Equal(
            "Dropped 23 afternoon >  1, Added  > 24 afternoon",
            Changes([.. Before.Where(s => s.Number != 3), (5, "24 afternoon", "panel")])
        );

    [Fact]
    public void A_session_that_joins_another_half_day_is_merged_and_one_that_leaves_it_is_split()
    {
        var merged = Before.Select(s => s.Number == 2 ? s with { When = "23 afternoon" } : s).ToArray();
        Assert.Equal("Merged 23 morning > 23 afternoon 1", Changes(merged));
        Assert.Equal("Split 23 afternoon > 23 morning", Text(Between(merged, Before)));
    }

    [Fact]
    public void A_dropped_session_returns_with_its_number_even_at_another_time_but_another_one_does_not()
    {
        DroppedHalfDay[] dropped = [new(7, Of([Before[2]]).HalfDays[0])];
        var without = Before.Where(s => s.Number != 3).ToArray();
        Assert.Equal(
            "Returned 23 afternoon > 25 morning 7",
            Text(Between(without, [.. without, Before[2] with { When = "25 morning" }], dropped))
        );
        Assert.Equal("Added  > 23 afternoon", Text(Between(without, [.. without, (9, "23 afternoon", "panel")], dropped)));
    }

    [Fact]
    public void Answers_follow_their_sessions_and_are_set_aside_with_them()
    {
        var answers = Answers("22 afternoon", "23 afternoon=remote") with { Meals = ["coffee-1", "coffee-3"] };
        (int, string, string)[] after = [(1, "23 afternoon", "i1 o1 coffee-1"), Before[1], Before[3]];
        (int, string, string)[] before = [(1, "22 afternoon", "i1 o1 coffee-1"), Before[1], (3, "23 afternoon", "i3 coffee-3"), Before[3]];

        var moved = Between(before, after).Apply(answers);
        Assert.Equal("23 afternoon", Text(moved));
        Assert.Equal(["coffee-1"], moved.Meals);
        Assert.Equal([new(1, Attendance.Remote)], moved.SetAside.HalfDays);
        Assert.Equal(["coffee-3"], moved.SetAside.Meals);

        DroppedHalfDay[] dropped = [new(1, Of(before).HalfDays[2])];
        var back = Between(after, before, dropped).Apply(moved);
        Assert.Equal("22 afternoon, 23 afternoon=remote", Text(back));
        Assert.Equal(["coffee-1", "coffee-3"], back.Meals);
        Assert.Equal((0, 0), (back.SetAside.HalfDays.Count, back.SetAside.Meals.Count));
    }

    [Fact]
    public void Two_half_days_that_exchange_their_times_exchange_their_answers()
    {
        var swapped = Between(
            Before,
            [Before[0], Before[1] with { When = "24 morning" }, Before[2], Before[3] with { When = "23 morning" }]
        );
        Assert.Equal("23 morning=remote, 24 morning", Text(swapped.Apply(Answers("23 morning", "24 morning=remote"))));
    }

    [Fact]
    public void In_the_room_counts_where_two_half_days_become_one_and_both_parts_count_where_one_becomes_two()
    {
        var merged = Before.Select(s => s.Number == 2 ? s with { When = "23 afternoon" } : s).ToArray();
        Assert.Equal("23 afternoon", Text(Between(Before, merged).Apply(Answers("23 morning", "23 afternoon=remote"))));
        Assert.Equal("23 morning=remote, 23 afternoon=remote", Text(Between(merged, Before).Apply(Answers("23 afternoon=remote"))));
    }

    [Fact]
    public void Nothing_that_was_answered_is_lost_by_any_change_and_its_reversal()
    {
        var everywhere = Answers([.. Before.Select(s => s.When)]);
        (int, string, string)[][] programmes =
        [
            Before,
            [.. Before.Select(s => s with { When = DayAfter(s.When) })],
            [.. Before.Skip(1)],
            [Before[0]],
            [],
        ];
        foreach (var other in programmes)
        {
            var away = Between(Before, other);
            var dropped = away
                .HalfDays.Where(c => c.Aside is not null)
                .Select(c => new DroppedHalfDay(c.Aside!.Value, Of(Before).HalfDays.Single(h => h.Id == c.Before)))
                .ToList();
            Assert.Equal(Text(everywhere), Text(Between(other, Before, dropped).Apply(away.Apply(everywhere))));
        }
    }

    [Theory]
    [InlineData("22 afternoon > 23 afternoon", "23 afternoon > 25 morning", "Moved 22 afternoon > 25 morning")]
    [InlineData("22 afternoon > 23 afternoon", "23 afternoon > 22 afternoon", "")]
    [InlineData("22 afternoon > 23 afternoon", "23 afternoon > ", "Dropped 22 afternoon >  1")]
    [InlineData("22 afternoon > ", "back 22 afternoon", "")]
    [InlineData("22 afternoon > ", "back 25 morning", "Moved 22 afternoon > 25 morning")]
    [InlineData(" > 25 morning", "25 morning > 26 morning", "Added  > 26 morning")]
    [InlineData(" > 25 morning", "25 morning > ", "")]
    [InlineData(
        "22 afternoon > 23 afternoon",
        "24 morning > 25 morning",
        "Moved 22 afternoon > 23 afternoon, Moved 24 morning > 25 morning"
    )]
    public void Changes_in_a_row_are_one_change(string first, string second, string joined) =>
        Assert.Equal(joined, Text(HalfDayChanges.Join([Read(first)], [Read(second)])));

    private static string Changes(params (int, string, string)[] after) => Text(Between(Before, after));

    private static HalfDayChanges Between(
        (int, string, string)[] before,
        (int, string, string)[] after,
        IReadOnlyCollection<DroppedHalfDay>? dropped = null
    ) => HalfDayChanges.Between(Of(before), Of(after), dropped ?? []);

    private static ProgrammeChoices Of((int Number, string When, string Slots)[] sessions) =>
        ProgrammeChoices.Of(
            [
                .. sessions.Select(s => new Session
                {
                    Number = s.Number,
                    Date = Half(s.When).Date,
                    HalfDay = Half(s.When).Half,
                }),
            ],
            [
                .. sessions.SelectMany(s =>
                    s.Slots.Split(' ')
                        .Select(slug => new Slot
                        {
                            Slug = slug,
                            Date = Half(s.When).Date,
                            Start = default,
                            End = default,
                            Kind = slug.StartsWith("coffee", StringComparison.Ordinal) ? SlotKind.Break : SlotKind.Oral,
                            SessionNumber = s.Number,
                        })
                ),
            ]
        );

    /// <summary><c>22 afternoon</c></summary>
    private static HalfDayId Half(string when) => HalfDayId.FromKey($"2021-09-{when.Replace(' ', '-')}")!;

    private static string DayAfter(string when) => Text(Half(when) with { Date = Half(when).Date.AddDays(1) });

    private static string Text(HalfDayId? half) => half is null ? "" : half.Key[8..].Replace('-', ' ');

    private static string Text(HalfDayChanges changes) => Text(changes.HalfDays);

    private static string Text(IEnumerable<HalfDayChange> changes) =>
        string.Join(", ", changes.Select(c => $"{c.Kind} {Text(c.Before)} > {Text(c.After)} {c.Aside}".TrimEnd()));

    private static string Text(RegistrationDetails answers) =>
        string.Join(", ", answers.HalfDays.Select(h => Text(h.Id) + (h.Attendance == Attendance.Remote ? "=remote" : "")));

    private static RegistrationDetails Answers(params string[] halfDays) =>
        RegistrationDetails.Empty with
        {
            HalfDays =
            [
                .. halfDays
                    .Select(h => h.Split('='))
                    .Select(h => new HalfDayChoice(
                        Half(h[0]).Date,
                        Half(h[0]).Half,
                        h.Length > 1 ? Attendance.Remote : Attendance.InPerson
                    )),
            ],
        };

    /// <summary><c>22 afternoon > 23 morning</c>, without the one before if added, without the one after if dropped.</summary>
    private static HalfDayChange Read(string text)
    {
        if (text.StartsWith("back ", StringComparison.Ordinal))
            return new(HalfDayChangeKind.Returned, Half("22 afternoon"), Half(text[5..]), 1);
        var halves = text.Split(" > ").Select(h => h.Length == 0 ? null : Half(h)).ToList();
        return halves switch
        {
            [null, var after] => new(HalfDayChangeKind.Added, null, after),
            [var before, null] => new(HalfDayChangeKind.Dropped, before, null, 1),
            [var before, var after] => new(HalfDayChangeKind.Moved, before, after),
            _ => throw new FormatException(text),
        };
    }
}
