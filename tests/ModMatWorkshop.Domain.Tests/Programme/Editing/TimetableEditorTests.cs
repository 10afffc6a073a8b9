using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Programme.Editing;
using static ModMatWorkshop.Domain.Tests.Programme.Editing.Timetables;

namespace ModMatWorkshop.Domain.Tests.Programme.Editing;

public class TimetableEditorTests
{
    [Theory]
    [InlineData("hours o6 09:50 10:10", "o6 23 09:50-10:10 s2")]
    [InlineData("hours dinner 21:00 01:00", "dinner 23 21:00-01:00")]
    [InlineData("move o6 2 11:00", "o6 23 11:00-11:30 s2")]
    [InlineData("move o6 3 14:40", "o6 23 14:40-15:10 s3")]
    [InlineData("move o6 1 14:40", "o6 23 14:40-15:10 s1 @hall")]
    [InlineData("move o6 2021-09-24 08:30", "o6 24 08:30-09:00")]
    [InlineData("room o6 studio", "o6 23 09:40-10:10 s2 @studio")]
    [InlineData("schedule o9 3 14:40 15:10", "o9 23 14:40-15:10 s3")]
    [InlineData("insert 2 11:00 11:10 Opening Mot%20d%27accueil Welcome", "mot-d-accueil 23 11:00-11:10 s2")]
    [InlineData("insert 2021-09-22 11:00 11:10 Break lunch *", "lunch-2 22 11:00-11:10")]
    [InlineData("insert 2021-09-22 11:00 11:10 Break O7 *", "slot 22 11:00-11:10")]
    [InlineData("cancel o6 * *", "o6 23 09:40-10:10 s2 cancelled")]
    public void An_operation_changes_one_row(string operation, string expected) =>
        Assert.Equal([expected], Changed(OneRoom, Apply(OneRoom, operation)));

    [Theory]
    [InlineData("swap i2 o6", "o6 23 09:00-09:30 s2|i2 23 09:30-10:10 s2")]
    [InlineData("swap o6 i2", "o6 23 09:00-09:30 s2|i2 23 09:30-10:10 s2")]
    [InlineData("swap o6 coffee", "coffee 23 09:40-10:00 s2|o6 23 10:00-10:30 s2")]
    public void Neighbours_that_are_swapped_keep_their_lengths(string operation, string expected) =>
        Assert.Equal(expected, string.Join('|', Changed(OneRoom, Apply(OneRoom, operation))));

    [Fact]
    public void Operations_change_the_programme_as_readers_are_told()
    {
        Assert.Equal("", Told());
        Assert.Equal("Moved o6", Told("hours o6 09:50 10:10"));
        Assert.Equal("Cancelled o6", Told("cancel o6 * *"));
        Assert.Equal("Scheduled o9", Told("schedule o9 3 14:40 15:10"));
        Assert.Equal("Added mot-d-accueil", Told("insert 2 11:00 11:10 Opening Mot%20d%27accueil Welcome"));
        Assert.Equal("Moved o6, Moved i2", Told("swap i2 o6"));
        Assert.Equal("", Told("swap i2 o6", "swap o6 i2"));

        static string Told(params string[] operations)
        {
            var (after, _) = TimetableEditor.Apply(OneRoom, [.. operations.Select(o => TimetableOperation.Parse(o)!)]);
            var changes = ProgrammeChanges.Between(OneRoom.Snapshot(), after.Snapshot(), new HashSet<string>());
            return string.Join(", ", changes.Differences.Select(d => $"{d.Kind} {d.Key}"));
        }
    }

    [Fact]
    public void A_gap_between_neighbours_stays_between_them()
    {
        var before = Of("o6 23 09:00-09:30 s2", "o7 23 09:40-10:00 s2");
        Assert.Equal(["o7 23 09:00-09:20 s2", "o6 23 09:30-10:00 s2"], Lines(Apply(before, "swap o6 o7")));
    }

    [Fact]
    public void Other_rows_that_are_swapped_take_the_hours_and_the_place_of_each_other()
    {
        var result = TimetableEditor.Apply(OneRoom, TimetableOperation.Parse("swap o6 i3")!);
        Assert.Equal(["i3 23 09:40-10:10 s2", "o6 23 14:00-14:40 s3"], Changed(OneRoom, result.Timetable));
        Assert.Equal([new(TimetableNoteKind.LengthChanged, "o6"), new(TimetableNoteKind.LengthChanged, "i3")], result.Notes);
    }

    [Fact]
    public void Rows_of_two_rooms_that_are_swapped_change_rooms() =>
        Assert.Equal(["o1 23 09:00-09:45 s5 @studio", "o5 23 09:00-09:30 s1 @hall"], Changed(TwoRooms, Apply(TwoRooms, "swap o1 o5")));

    [Fact]
    public void A_removed_talk_goes_to_the_tray_and_comes_back_from_there()
    {
        var without = Apply(OneRoom, "remove o6");
        Assert.Equal(["o9", "o6"], without.Tray.Select(t => t.Code));
        Assert.Null(without.Find("o6"));
        var again = Apply(without, "schedule o6 2 09:40 10:10");
        Assert.Equal(Lines(OneRoom), Lines(again));
        Assert.Equal(["o9"], again.Tray.Select(t => t.Code));
    }

    [Fact]
    public void A_cancellation_has_a_reason_and_is_taken_back()
    {
        var cancelled = Apply(OneRoom, "cancel o6 Souffrant Ill");
        Assert.Equal(new Localized("Souffrant", "Ill"), cancelled.Find("o6")!.CancelledBecause);
        Assert.Equal(OneRoom.Rows, Apply(cancelled, "restore o6").Rows, RowsShowTheSame);
    }

    [Theory]
    [InlineData("hours x 09:00 10:00", TimetableNoteKind.NoSuchRow, "x")]
    [InlineData("hours o6 10:00 09:00", TimetableNoteKind.EndsBeforeStart, "o6")]
    [InlineData("hours o6 10:00 10:00", TimetableNoteKind.EndsBeforeStart, "o6")]
    [InlineData("move o6 9 10:00", TimetableNoteKind.NoSuchSession, "o6")]
    [InlineData("move o6 2021-09-25 10:00", TimetableNoteKind.NotADay, "o6")]
    [InlineData("swap o6 x", TimetableNoteKind.NoSuchRow, "x")]
    [InlineData("swap o6 o6", TimetableNoteKind.NothingToSwap, "o6")]
    [InlineData("room o6 attic", TimetableNoteKind.NoSuchRoom, "o6")]
    [InlineData("schedule o8 3 14:40 15:10", TimetableNoteKind.NoSuchTalk, "o8")]
    [InlineData("schedule o9 3 14:40 14:40", TimetableNoteKind.EndsBeforeStart, "o9")]
    [InlineData("insert 2 11:00 11:10 Break * *", TimetableNoteKind.NoTitle, "")]
    public void An_impossible_operation_changes_nothing_and_says_why(string operation, TimetableNoteKind why, string row)
    {
        var before = OneRoom;
        var result = TimetableEditor.Apply(before, TimetableOperation.Parse(operation)!);
        Assert.Equal([new TimetableNote(why, row)], result.Notes);
        Assert.True(result.Notes[0].IsRefusal);
        Assert.Same(before, result.Timetable);
    }

    [Fact]
    public void Everything_after_a_row_starts_later_on_its_day() =>
        Assert.Equal(
            [
                "o6 23 09:50-10:20 s2",
                "coffee 23 10:20-10:40 s2",
                "o7 23 10:40-11:10 s2",
                "lunch 23 12:40-14:10",
                "i3 23 14:10-14:50 s3",
                "dinner 23 20:10-00:40",
            ],
            Changed(OneRoom, Apply(OneRoom, "later o6 10"))
        );

    [Fact]
    public void In_two_rooms_those_in_the_room_start_later_and_from_the_first_break_for_everybody_on_all() =>
        Assert.Equal(
            ["o2 23 09:40-10:10 s1 @hall", "coffee 23 10:30-11:00", "o3 23 11:00-11:30 s1 @hall", "o7 23 11:00-11:40 s5 @studio"],
            Changed(TwoRooms, Apply(TwoRooms, "later o2 10"))
        );

    [Fact]
    public void What_would_leave_its_day_or_its_half_day_stays_and_is_said()
    {
        var before = Of(
            "o6 23 11:30-12:30 s2",
            "o7 23 12:30-13:00 s2",
            "i3 23 14:00-14:40 s3",
            "dinner 23 23:00-23:50",
            "night 23 23:50-05:00"
        );
        var result = TimetableEditor.Apply(before, TimetableOperation.Parse("later o6 40")!);
        Assert.Equal(["o6 23 12:10-13:10 s2", "i3 23 14:40-15:20 s3", "dinner 23 23:40-00:30"], Changed(before, result.Timetable));
        Assert.Equal([new(TimetableNoteKind.StaysInItsHalfDay, "o7"), new(TimetableNoteKind.StaysOnItsDay, "night")], result.Notes);
    }

    [Fact]
    public void A_cancelled_row_keeps_its_hours_when_the_others_start_later()
    {
        var before = Of("o6 23 09:00-09:30 s2", "o7 23 09:30-10:00 s2 cancelled", "o8 23 10:00-10:30 s2");
        Assert.Equal(["o6 23 09:10-09:40 s2", "o8 23 10:10-10:40 s2"], Changed(before, Apply(before, "later o6 10")));
    }

    [Fact]
    public void Later_operations_are_tried_after_one_that_is_refused()
    {
        var result = TimetableEditor.Apply(
            OneRoom,
            new[] { "hours o6 10:00 09:00", "later o7 5", "swap i2 o6" }.Select(o => TimetableOperation.Parse(o)!)
        );
        Assert.Equal([new TimetableNote(TimetableNoteKind.EndsBeforeStart, "o6")], result.Notes);
        Assert.Equal("o6 23 09:00-09:30 s2", Line(result.Timetable, result.Timetable.Rows[0]));
    }

    [Theory]
    [InlineData("o6", "i2", "coffee")]
    [InlineData("i2", null, "o6")]
    [InlineData("o7", "coffee", "i3")]
    [InlineData("lunch", null, "dinner")]
    public void A_row_has_neighbours_in_its_room_within_sessions_or_outside_them(string row, string? before, string? after)
    {
        var timetable = OneRoom;
        var found = timetable.Find(row)!;
        Assert.Equal((before, after), (timetable.Before(found)?.Slug, timetable.After(found)?.Slug));
    }

    private static EditedTimetable Apply(EditedTimetable timetable, string operation)
    {
        var result = TimetableEditor.Apply(timetable, TimetableOperation.Parse(operation)!);
        Assert.DoesNotContain(result.Notes, n => n.IsRefusal);
        return result.Timetable;
    }

    private static bool RowsShowTheSame(EditedRow one, EditedRow other) => one.ShowsTheSameAs(other);
}
