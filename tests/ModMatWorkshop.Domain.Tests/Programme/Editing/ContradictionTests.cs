using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Programme.Editing;
using static ModMatWorkshop.Domain.Tests.Programme.Editing.Timetables;

namespace ModMatWorkshop.Domain.Tests.Programme.Editing;

public class ContradictionTests
{
    [Fact]
    public void A_timetable_without_contradictions_has_none() => Assert.Empty(In(TwoRooms));

    [Fact]
    public void Rows_overlap_in_one_room_and_with_what_is_for_everybody()
    {
        var timetable = Of(
            "o1 23 09:00-09:40 s1 @hall",
            "o2 23 09:30-10:00 s1 @hall",
            "o5 23 09:00-10:30 s5 @studio",
            "coffee 23 10:20-10:40",
            "o3 23 10:40-11:00 s1 @hall"
        );
        Assert.Equal(["Overlap o2 o1", "Overlap coffee o5"], In(timetable));
    }

    [Fact]
    public void A_cancelled_row_overlaps_nothing() => Assert.Empty(In(Of("o1 23 09:00-09:40 s2 cancelled", "o2 23 09:30-10:00 s2")));

    [Fact]
    public void A_gap_within_a_session_is_said_unless_something_for_everybody_fills_it()
    {
        var timetable = Of(
            "o1 23 09:00-09:30 s1 @hall",
            "o2 23 09:40-10:00 s1 @hall",
            "coffee 23 10:00-10:30",
            "o3 23 10:30-11:00 s1 @hall",
            "o4 23 11:00-11:15 s1 @hall cancelled",
            "o5 23 11:15-11:30 s1 @hall"
        );
        Assert.Equal(["Gap o2 o1 10"], In(timetable));
    }

    [Fact]
    public void Time_between_two_sessions_is_no_gap() => Assert.Empty(In(Of("o1 23 09:00-09:30 s2", "o2 23 14:00-14:30 s3")));

    [Fact]
    public void A_speaker_is_not_in_two_rooms_at_once()
    {
        var timetable = TwoRooms;
        timetable = timetable.With(
            timetable.Find("o1")! with
            {
                Speakers = ["Ada", "Bob"],
            },
            timetable.Find("o5")! with
            {
                Speakers = ["Bob"],
            },
            timetable.Find("o3")! with
            {
                Speakers = ["Ada"],
            }
        );
        Assert.Equal(["SpeakerElsewhere o5 o1 Bob"], In(timetable));
    }

    [Fact]
    public void A_chair_does_not_speak_elsewhere_and_the_chairs_of_a_row_replace_those_of_its_session()
    {
        var timetable = TwoRooms;
        timetable = timetable with
        {
            Sessions =
            [
                new()
                {
                    Number = 1,
                    Date = new(2021, 9, 23),
                    HalfDay = HalfDay.Morning,
                    Room = "hall",
                    Chairs = ["Bob"],
                },
                .. timetable.Sessions.Where(s => s.Number != 1),
            ],
        };
        timetable = timetable.With(timetable.Find("o5")! with { Speakers = ["Bob"] }, timetable.Find("o2")! with { Chairs = ["Eve"] });
        Assert.Equal(["ChairElsewhere o1 o5 Bob"], In(timetable));
    }

    [Fact]
    public void A_row_starts_in_the_half_day_of_its_session() =>
        Assert.Equal(["OtherHalfDay o6"], In(Of("o5 23 12:30-13:05 s2", "o6 23 13:05-13:30 s2")));

    private static IEnumerable<string> In(EditedTimetable timetable) =>
        Contradiction
            .In(timetable)
            .Select(c =>
                string.Join(' ', new[] { $"{c.Kind}", c.Slug, c.Other, c.Name, c.Minutes > 0 ? $"{c.Minutes}" : null }.OfType<string>())
            );
}
