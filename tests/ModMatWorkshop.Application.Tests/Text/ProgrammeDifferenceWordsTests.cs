using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Application.Tests.Text;

/// <summary>Each kind of change of the programme in words, in both languages, with what is struck.</summary>
public sealed class ProgrammeDifferenceWordsTests
{
    private static readonly DateOnly Day = new(2021, 9, 22);
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    private static readonly ProgrammeItem Talk = new("o7", Localized.Same("Melting of iron"))
    {
        IsContribution = true,
        Kind = SlotKind.Oral,
        Place = At(10, 10),
        Speakers = ["Ada Lovelace"],
    };

    private static readonly ProgrammeItem Break = new("coffee", new("Pause", "Break")) { Kind = SlotKind.Break, Place = At(11, 0) };

    private static readonly ProgrammeSession Session = new(
        3,
        new("Oxydes", "Oxides"),
        ["Marie Curie"],
        new(Day, HalfDay.Morning),
        2,
        At(9, 0)
    );

    public static TheoryData<DifferenceKind, string, string, string?> Kinds =>
        new()
        {
            {
                DifferenceKind.Added,
                "Nouveau au programme : O7, mercredi 22 septembre, 10 h 10",
                "New in the programme: O7, Wednesday 22 September, 10:10",
                null
            },
            {
                DifferenceKind.Removed,
                "O7 ne figure plus au programme",
                "O7 is no longer in the programme",
                "Wednesday 22 September, 10:10–10:40"
            },
            { DifferenceKind.Cancelled, "O7 n’aura pas lieu", "O7 is cancelled", "Wednesday 22 September, 10:10–10:40" },
            { DifferenceKind.Restored, "O7 aura finalement lieu", "O7 takes place after all", null },
            {
                DifferenceKind.Scheduled,
                "O7 a maintenant un horaire : mercredi 22 septembre, 10 h 10",
                "O7 now has a time: Wednesday 22 September, 10:10",
                null
            },
            { DifferenceKind.Unscheduled, "O7 n’a plus d’horaire", "O7 no longer has a time", "Wednesday 22 September, 10:10–10:40" },
            {
                DifferenceKind.Moved,
                "O7 passe de 10 h 10 à 11 h 00, Salle B",
                "O7 moved from 10:10 to 11:00, Room B",
                "Wednesday 22 September, 10:10–10:40, Room A"
            },
            { DifferenceKind.CodeChanged, "O7 devient I5", "O7 is now I5", null },
            { DifferenceKind.KindChanged, "« Pause » : repas au lieu de pause", "“Break”: meal instead of break", null },
            {
                DifferenceKind.TitleChanged,
                "O7 a un nouveau titre : « Melting of cobalt »",
                "O7 has a new title: “Melting of cobalt”",
                "Melting of iron"
            },
            {
                DifferenceKind.SpeakersChanged,
                "Grace Hopper remplace Ada Lovelace pour présenter O7",
                "Grace Hopper presents O7 instead of Ada Lovelace",
                "Ada Lovelace"
            },
            { DifferenceKind.ChairsChanged, "Grace Hopper et Marie Curie président O7", "Grace Hopper and Marie Curie chair O7", null },
            { DifferenceKind.AbstractChanged, "O7 a un nouveau résumé", "O7 has a new abstract", null },
            { DifferenceKind.Confirmed, "O7 : c’est confirmé", "O7 is confirmed", null },
            { DifferenceKind.Tentative, "O7 : à confirmer", "O7 is to be confirmed", null },
            {
                DifferenceKind.SessionMoved,
                "La session 3 passe du mercredi 22 septembre, 9 h 00, au jeudi 23 septembre, 9 h 00",
                "Session 3 moved from Wednesday 22 September, 9:00, to Thursday 23 September, 9:00",
                "Wednesday 22 September, 9:00–9:30"
            },
            {
                DifferenceKind.SessionTitleChanged,
                "La session 3 s’intitule maintenant « Métaux »",
                "Session 3 is now called “Metals”",
                "Oxides"
            },
            {
                DifferenceKind.SessionChairsChanged,
                "Grace Hopper remplace Marie Curie pour présider la session 3",
                "Grace Hopper chairs Session 3 instead of Marie Curie",
                "Marie Curie"
            },
        };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_kind_of_change_is_said_in_both_languages_and_strikes_what_is_no_longer_true(
        DifferenceKind kind,
        string french,
        string english,
        string? struck
    )
    {
        var difference = Example(kind);

        Assert.Equal(
            (french, english, struck),
            (
                Plain(new Words(Language.French).Sentence(difference, Zone)),
                Plain(new Words(Language.English).Sentence(difference, Zone)),
                new Words(Language.English).StruckOf(difference, Zone)
            )
        );
    }

    [Fact]
    public void The_table_has_every_kind() =>
        Assert.Equal(Enum.GetValues<DifferenceKind>().Order(), Kinds.Select(row => (DifferenceKind)row[0]).Order());

    [Fact]
    public void A_move_names_the_day_the_end_or_the_room_that_has_changed()
    {
        Assert.Equal("O7 moved from Wednesday 22 September, 10:10, to Thursday 23 September, 10:10", Moved(At(10, 10), At(34, 10)));
        Assert.Equal("O7 ends at 11:00 instead of 10:40", Moved(At(10, 10), At(10, 10, minutes: 50)));
        Assert.Equal("O7 moved from Room A to Room B", Moved(At(10, 10, "A"), At(10, 10, "B")));

        static string Moved(ProgrammePlace before, ProgrammePlace after) =>
            new Words(Language.English).Sentence(
                new(DifferenceKind.Moved, new(Talk with { Place = before }, Talk with { Place = after }), null),
                Zone
            );
    }

    [Theory]
    [InlineData(DifferenceKind.Moved, "O7 moved from 10:10 to 11:00, Room B (Wednesday 22 September; “Melting of iron”; Ada Lovelace)")]
    [InlineData(DifferenceKind.Added, "New in the programme: O7, Wednesday 22 September, 10:10 (“Melting of iron”; Ada Lovelace)")]
    [InlineData(DifferenceKind.KindChanged, "“Break”: meal instead of break (Wednesday 22 September)")]
    public void A_line_adds_the_day_and_the_title_that_the_sentence_does_not_name(DifferenceKind kind, string line) =>
        Assert.Equal(line, new Words(Language.English).LineOf(Example(kind), Zone));

    private static ProgrammeDifference Example(DifferenceKind kind) =>
        kind switch
        {
            DifferenceKind.Added => Of(null, Talk),
            DifferenceKind.Removed => Of(Talk, null),
            DifferenceKind.Cancelled => Of(Talk, Talk with { Cancelled = true }),
            DifferenceKind.Restored => Of(Talk with { Cancelled = true }, Talk),
            DifferenceKind.Scheduled => Of(Talk with { Place = null }, Talk),
            DifferenceKind.Unscheduled => Of(Talk, Talk with { Place = null }),
            DifferenceKind.Moved => Of(Talk with { Place = At(10, 10, "A") }, Talk with { Place = At(11, 0, "B") }),
            DifferenceKind.CodeChanged => Of(Talk, Talk with { Key = "i5" }),
            DifferenceKind.KindChanged => Of(Break, Break with { Kind = SlotKind.Meal }),
            DifferenceKind.TitleChanged => Of(Talk, Talk with { Title = Localized.Same("Melting of cobalt") }),
            DifferenceKind.SpeakersChanged => Of(Talk, Talk with { Speakers = ["Grace Hopper"] }),
            DifferenceKind.ChairsChanged => Of(Talk, Talk with { Chairs = ["Grace Hopper", "Marie Curie"] }),
            DifferenceKind.AbstractChanged => new(kind, new(Talk, Talk, HasNewAbstract: true), null),
            DifferenceKind.Confirmed => Of(Talk with { IsTentative = true }, Talk),
            DifferenceKind.Tentative => Of(Talk, Talk with { IsTentative = true }),
            DifferenceKind.SessionMoved => new(kind, null, new(Session, Session with { Place = At(33, 0) })),
            DifferenceKind.SessionTitleChanged => new(kind, null, new(Session, Session with { Title = new("Métaux", "Metals") })),
            DifferenceKind.SessionChairsChanged => new(kind, null, new(Session, Session with { Chairs = ["Grace Hopper"] })),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    private static ProgrammeDifference Of(ProgrammeItem? before, ProgrammeItem? after)
    {
        var change = new ItemChange(before, after);
        return new(change.Kinds().Single(), change, null);
    }

    private static ProgrammePlace At(int hour, int minute, string? room = null, int minutes = 30)
    {
        var start = new DateTimeOffset(Day.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(2)).AddHours(hour).AddMinutes(minute);
        return new(
            DateOnly.FromDateTime(start.DateTime),
            start,
            start.AddMinutes(minutes),
            room,
            room is null ? null : new($"Salle {room}", $"Room {room}")
        );
    }

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
