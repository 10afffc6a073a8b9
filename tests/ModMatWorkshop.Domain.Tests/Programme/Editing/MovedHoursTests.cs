using System.Globalization;
using ModMatWorkshop.Domain.Programme.Editing;
using static ModMatWorkshop.Domain.Tests.Programme.Editing.Timetables;

namespace ModMatWorkshop.Domain.Tests.Programme.Editing;

public class MovedHoursTests
{
    [Theory]
    [InlineData(21, null)]
    [InlineData(22, "09:40-10:10")]
    [InlineData(23, "09:40-10:10")]
    [InlineData(24, null)]
    public void The_old_hours_stay_visible_when_a_row_moves_on_the_day_or_the_eve(int today, string? struckOut) =>
        Assert.Equal(struckOut, StruckOut("hours o6 09:50 10:20", today));

    [Theory]
    [InlineData("hours o6 09:40 10:20", null)]
    [InlineData("cancel o6 * *", null)]
    [InlineData("move o6 3 16:00", "09:40-10:10")]
    public void They_stay_visible_when_the_start_changes(string operation, string? struckOut) =>
        Assert.Equal(struckOut, StruckOut(operation, 23));

    [Fact]
    public void The_first_announced_hours_stay_until_the_row_returns_to_them()
    {
        var once = Move(OneRoom, "later o6 10", 23);
        var twice = Move(once, "later o6 5", 23);
        Assert.Equal("09:40-10:10", Text(twice));
        Assert.Null(Text(Move(twice, "hours o6 09:40 10:10", 23)));
    }

    [Fact]
    public void A_row_that_is_new_has_none() => Assert.Null(Move(OneRoom, "schedule o9 3 16:00 16:20", 23).Find("o9")!.MovedFrom);

    private static string? StruckOut(string operation, int today) => Text(Move(OneRoom, operation, today));

    private static EditedTimetable Move(EditedTimetable before, string operation, int today) =>
        TimetableEditor.Apply(before, TimetableOperation.Parse(operation)!).Timetable.WithMovedHours(before, new(2021, 9, today));

    private static string? Text(EditedTimetable timetable) =>
        timetable.Find("o6")!.MovedFrom is { } old
            ? string.Create(CultureInfo.InvariantCulture, $"{timetable.Hour(old.Start):HH\\:mm}-{timetable.Hour(old.End):HH\\:mm}")
            : null;
}
