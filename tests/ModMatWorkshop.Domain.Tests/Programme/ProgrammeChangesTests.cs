using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Tests.Programme;

/// <summary>What two programmes differ in: kinds of changes, sessions that move as a whole, and changes that join.</summary>
public sealed class ProgrammeChangesTests
{
    private static readonly DateOnly Day = new(2021, 9, 22);

    private static readonly ProgrammeItem Talk = new("o7", Localized.Same("Melting of iron"))
    {
        IsContribution = true,
        Kind = SlotKind.Oral,
        Place = At(10),
        Session = 1,
        HalfDay = new(Day, HalfDay.Morning),
        Speakers = ["Ada Lovelace"],
    };

    private static readonly ProgrammeItem Break = new("coffee", new("Pause", "Break"))
    {
        Kind = SlotKind.Break,
        Place = At(11),
        Session = 1,
    };

    [Fact]
    public void The_same_programme_has_no_changes() => Assert.Equal("", Kinds([Talk, Break], [Talk, Break]));

    [Fact]
    public void Each_kind_of_change_of_a_row_is_found_alone()
    {
        Assert.Equal("Added o7", Kinds([], [Talk]));
        Assert.Equal("Removed o7", Kinds([Talk], []));
        Assert.Equal("Cancelled o7", Kinds([Talk], [Talk with { Cancelled = true, Speakers = [] }]));
        Assert.Equal("Restored o7", Kinds([Talk with { Cancelled = true }], [Talk]));
        Assert.Equal("Scheduled o7", Kinds([Talk with { Place = null }], [Talk]));
        Assert.Equal("Unscheduled o7", Kinds([Talk], [Talk with { Place = null }]));
        Assert.Equal("Moved o7", Kinds([Talk], [Talk with { Place = At(11) }]));
        Assert.Equal("Moved o7", Kinds([Talk], [Talk with { Place = At(10, minutes: 40) }]));
        Assert.Equal("Moved o7", Kinds([Talk with { Place = At(10, "a") }], [Talk with { Place = At(10, "b") }]));
        Assert.Equal("CodeChanged i5", Kinds([Talk], [Talk with { Key = "i5" }]));
        Assert.Equal("KindChanged coffee", Kinds([Break], [Break with { Kind = SlotKind.Meal }]));
        Assert.Equal("TitleChanged o7", Kinds([Talk], [Talk with { Title = Localized.Same("Melting of cobalt") }]));
        Assert.Equal("SpeakersChanged o7", Kinds([Talk], [Talk with { Speakers = ["Grace Hopper"] }]));
        Assert.Equal("ChairsChanged o7", Kinds([Talk], [Talk with { Chairs = ["Grace Hopper"] }]));
        Assert.Equal("AbstractChanged o7", Kinds([Talk], [Talk], "o7"));
        Assert.Equal("Confirmed o7", Kinds([Talk with { IsTentative = true }], [Talk]));
        Assert.Equal("Tentative o7", Kinds([Talk], [Talk with { IsTentative = true }]));
    }

    [Fact]
    public void Corrections_and_what_readers_do_not_see_are_no_changes()
    {
        Assert.Equal("", Kinds([Talk], [Talk with { Title = Localized.Same("Meltng of Iron.") }]));
        Assert.Equal("", Kinds([Talk], [Talk with { Speakers = ["Ada LOVELACE"] }]));
        // A workshop that begins to name its rooms.
        Assert.Equal("", Kinds([Talk], [Talk with { Place = At(10, "a") }]));
        Assert.Equal("", Kinds([Talk with { Cancelled = true }], [Talk with { Cancelled = true, Place = At(11) }]));
        Assert.Equal("", Kinds([Talk with { Cancelled = true }], []));
        Assert.Equal("", Kinds([], [Talk with { Cancelled = true }]));
    }

    [Fact]
    public void A_row_may_change_in_several_ways_at_once() =>
        Assert.Equal(
            "Moved o7, SpeakersChanged o7, AbstractChanged o7",
            Kinds([Talk], [Talk with { Place = At(11), Speakers = ["Grace Hopper"] }], "o7")
        );

    [Fact]
    public void A_session_that_moves_with_all_its_rows_is_one_change()
    {
        Assert.Equal("SessionMoved 1", Kinds([Talk, Break], Later(Talk, Break)));
        // Other changes of a row remain.
        Assert.Equal("SessionMoved 1, SpeakersChanged o7", Kinds([Talk, Break], Later(Talk with { Speakers = ["X"] }, Break)));
        // Not with a row that stays, is new, or moves by another time.
        Assert.Equal("Moved o7", Kinds([Talk, Break], [Talk with { Place = At(12) }, Break]));
        Assert.Equal("Moved o7, Added o8, Moved coffee", Kinds([Talk, Break], Later(Talk, Talk with { Key = "o8" }, Break)));
        Assert.Equal("Moved coffee, Moved o7", Kinds([Talk, Break], [Talk with { Place = At(14) }, Break with { Place = At(12) }]));
    }

    [Fact]
    public void A_session_keeps_its_identity_when_a_new_one_shifts_its_number()
    {
        var before = Snapshot([Talk, Break], new Dictionary<int, string> { [1] = "Ada" });
        ProgrammeItem[] rows = [Talk with { Key = "o1", Title = Localized.Same("New"), Place = At(8) }, .. Later2(Talk, Break)];
        var after = Snapshot(rows, new Dictionary<int, string> { [1] = "Grace", [2] = "Marie" });

        var changes = ProgrammeChanges.Between(before, after, new HashSet<string>());

        Assert.Equal("Added o1, SessionChairsChanged 2", Text(changes));

        static IEnumerable<ProgrammeItem> Later2(params ProgrammeItem[] items) => items.Select(i => i with { Session = 2 });
    }

    [Fact]
    public void What_moves_twice_moves_once_and_what_returns_has_not_changed()
    {
        var (first, second, third) = (Talk, Talk with { Place = At(11) }, Talk with { Place = At(12) });

        Assert.Equal("Moved o7 10 12", Joined([first], [second], [third]));
        Assert.Equal("", Joined([first], [second], [first]));
        Assert.Equal("", Joined([first], [first with { Cancelled = true }], [first]));
        Assert.Equal("", Joined([], [first], []));
        Assert.Equal("Added o7 11", Joined([], [first], [second]));
        Assert.Equal("Moved o7 10 11", Joined([first], [], [second]));
        Assert.Equal("Removed o7 10", Joined([first], [second], []));
        Assert.Equal("Moved i5 10 11, CodeChanged i5", Joined([first], [second], [second with { Key = "i5" }]));
        Assert.Equal(
            "Cancelled coffee, Moved o7 10 11",
            Joined([first, Break], [second, Break], [second, Break with { Cancelled = true }])
        );
    }

    [Fact]
    public void The_half_days_of_a_change_are_those_before_and_after()
    {
        var later = Talk with { Place = At(34), HalfDay = new(Day.AddDays(1), HalfDay.Morning) };

        var difference = Assert.Single(ProgrammeChanges.Between(Snapshot([Talk]), Snapshot([later]), new HashSet<string>()).Differences);

        Assert.Equal(["2021-09-22-morning", "2021-09-23-morning"], difference.HalfDays.Select(h => h.Key));
    }

    private static ProgrammePlace At(int hour, string? room = null, int minutes = 30)
    {
        var start = new DateTimeOffset(Day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddHours(hour);
        var name = room is null ? null : Localized.Same(room);
        return new(DateOnly.FromDateTime(start.DateTime), start, start.AddMinutes(minutes), room, name);
    }

    private static ProgrammeItem[] Later(params ProgrammeItem[] items) =>
        [.. items.Select(i => i with { Place = At(i.Place!.Start.Hour + 1) })];

    private static ProgrammeSnapshot Snapshot(IReadOnlyList<ProgrammeItem> items, Dictionary<int, string>? chairs = null) =>
        new(
            items,
            [
                .. from item in items
                where item.Session is not null
                group item by item.Session!.Value into rows
                let first = rows.First()
                select new ProgrammeSession(
                    rows.Key,
                    null,
                    chairs is null ? [] : [chairs[rows.Key]],
                    new(Day, HalfDay.Morning),
                    rows.Count(),
                    first.Place
                ),
            ]
        );

    private static string Kinds(IReadOnlyList<ProgrammeItem> before, IReadOnlyList<ProgrammeItem> after, params string[] newAbstracts) =>
        Text(ProgrammeChanges.Between(Snapshot(before), Snapshot(after), newAbstracts.ToHashSet()));

    private static string Text(ProgrammeChanges changes) =>
        string.Join(", ", changes.Differences.Select(d => $"{d.Kind} {d.Key ?? $"{d.Session!.After.Number}"}"));

    /// <summary>The joined changes of three programmes, with the hours of those that move.</summary>
    private static string Joined(params ProgrammeItem[][] programmes)
    {
        var (one, two) = (Of(programmes[0], programmes[1]), Of(programmes[1], programmes[2]));
        return string.Join(
            ", ",
            ProgrammeChanges
                .Join(one, two)
                .Differences.Select(d =>
                    $"{d.Kind} {d.Key}"
                    + (
                        d.Kind is DifferenceKind.Moved or DifferenceKind.Added or DifferenceKind.Removed
                            ? $"{Hour(d.Item!.Before)}{Hour(d.Item.After)}"
                            : ""
                    )
                )
        );

        static ProgrammeChanges Of(ProgrammeItem[] before, ProgrammeItem[] after) =>
            ProgrammeChanges.Between(Snapshot(before), Snapshot(after), new HashSet<string>());

        static string Hour(ProgrammeItem? item) => item is null ? "" : $" {item.Place!.Start.Hour}";
    }
}
