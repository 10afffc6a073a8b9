using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Content.Tests;

/// <summary>The workshop with two rooms, as the content reader understands it.</summary>
public class TwoRoomsTests
{
    private static readonly WorkshopContent Content = ContentFolder.Read(Repository.TwoRooms);

    [Fact]
    public void It_has_no_problem_in_its_one_language() => Assert.Equal([], Content.Problems.Select(p => p.ToString()));

    [Fact]
    public void Its_language_is_known_from_its_first_file_alone() =>
        Assert.Equal(new WorkshopLanguages(Language.English), ContentFolder.LanguagesOf(Repository.TwoRooms));

    [Fact]
    public void Half_days_follow_from_the_hours_of_the_sessions() =>
        Assert.Equal(
            [
                "1 auditorium 2026-06-08 Morning",
                "2 studio 2026-06-08 Morning",
                "3 auditorium 2026-06-08 Afternoon",
                "4 auditorium 2026-06-09 Morning",
                "5 studio 2026-06-09 Morning",
                "6 auditorium 2026-06-09 Afternoon",
                "7 studio 2026-06-10 Morning",
                "8 auditorium 2026-06-10 Morning",
                "9 auditorium 2026-06-11 Morning",
            ],
            Content.Sessions.Select(s => $"{s.Number} {s.Room} {s.Date:yyyy-MM-dd} {s.HalfDay}")
        );

    [Fact]
    public void The_slots_of_both_rooms_and_those_for_everybody_are_in_order_of_time() =>
        Assert.Equal(
            [
                "09:00 opening auditorium",
                "09:15 tu1 auditorium",
                "09:15 tu3 studio",
                "10:30 coffee-monday",
                "11:00 tu2 auditorium",
                "11:00 tu4 studio",
                "12:30 lunch-monday",
                "13:30 k1 auditorium",
                "14:30 panel-data auditorium",
                "16:00 d1 auditorium",
                "17:30 welcome",
            ],
            Content.Slots.Where(s => s.Date == new DateOnly(2026, 6, 8)).Select(s => $"{Local(s.Start):HH:mm} {s.Slug} {s.Room}".TrimEnd())
        );

    [Fact]
    public void A_dinner_ends_on_the_following_day()
    {
        var dinner = Slot("dinner");
        Assert.Equal((new DateOnly(2026, 6, 10), "2026-06-11 00:30"), (dinner.Date, $"{Local(dinner.End):yyyy-MM-dd HH:mm}"));
    }

    [Fact]
    public void The_moderator_of_a_panel_comes_first()
    {
        var panel = Slot("panel-data");
        Assert.Equal(
            (true, "Solveig Aas, Fjord College, Bergen; Ingrid Vaara, Taiga Lab, Oulu; Tomás Quiroga"),
            (panel.IsModerated, string.Join("; ", panel.Speakers.Select(s => s.Name + s.FromWhere())))
        );
        Assert.True(Content.Persons.Single(p => p.Slug == "tomas-quiroga").Speaks);
    }

    [Fact]
    public void A_keynote_has_two_speakers_and_the_rules_of_an_invited_talk()
    {
        var keynote = Content.Contributions.Single(c => c.Code == "k1");
        Assert.Equal(
            (ContributionKind.Invited, SlotKind.Invited, "Ingrid Vaara, Kwame Boateng"),
            (keynote.Kind, Slot("k1").Kind, string.Join(", ", Slot("k1").Speakers.Select(s => s.Name)))
        );
        Assert.All(keynote.Authors, author => Assert.True(keynote.IsPresentedBy(author)));
    }

    [Fact]
    public void What_is_still_to_come_is_known()
    {
        Assert.Equal(["k2"], Content.Contributions.Where(c => c.AbstractToCome).Select(c => c.Code));
        Assert.Equal(["o9"], Content.Slots.Where(s => s.ToBeConfirmed).Select(s => s.Slug));
        Assert.Equal(["mountain-walk"], Content.Slots.Where(s => s.HoursToBeConfirmed).Select(s => s.Slug));
    }

    [Fact]
    public void A_session_has_the_stream_of_its_room() =>
        Assert.Equal(
            [
                "1 auditorium",
                "2 studio",
                "3 auditorium",
                "4 auditorium",
                "5 studio",
                "6 auditorium",
                "7 studio",
                "8 auditorium",
                "9 auditorium",
            ],
            Content.Broadcasts.Select(b => $"{b.SessionNumber} {b.Url["https://live.example/".Length..]}")
        );

    [Fact]
    public void Contributions_are_sorted_by_kind_letters_and_number() =>
        Assert.Equal(
            "k1 k2 d1 d2 o1 o2 o3 o4 o5 o6 o7 o8 o9 o10 o11 o12 o13 tu1 tu2 tu3 tu4 p1 p2 p3 p4",
            string.Join(' ', Content.Contributions.Select(c => c.Code))
        );

    private static Slot Slot(string slug) => Content.Slots.Single(s => s.Slug == slug);

    private static DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Content.Workshop!.TimeZone);
}
