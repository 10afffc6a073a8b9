using System.Globalization;
using ModMatWorkshop.Domain.Programme.Editing;

namespace ModMatWorkshop.Domain.Tests.Programme.Editing;

public class TimetableOperationTests
{
    [Theory]
    [InlineData("hours o6 09:50 10:10")]
    [InlineData("move o6 2 11:00")]
    [InlineData("move o6 2021-09-24 08:30")]
    [InlineData("swap o6 o7")]
    [InlineData("room o6 studio")]
    [InlineData("room o6 *")]
    [InlineData("cancel o6 Train%20annul%C3%A9%20%2A *")]
    [InlineData("cancel o6 * *")]
    [InlineData("restore o6")]
    [InlineData("later o6 15")]
    [InlineData("remove coffee-friday")]
    [InlineData("insert 3 10:00 10:30 Break Caf%C3%A9 Coffee")]
    [InlineData("schedule o9 2021-09-24 08:30 09:00")]
    public void An_operation_is_read_as_it_was_written(string text) => Assert.Equal(text, TimetableOperation.Parse(text)?.ToText());

    [Theory]
    [InlineData("")]
    [InlineData("dance o6")]
    [InlineData("hours o6 25:00 26:00")]
    [InlineData("hours o6 09:00")]
    [InlineData("later o6 0")]
    [InlineData("later o6 -5")]
    [InlineData("later o6 241")]
    [InlineData("insert 3 10:00 10:30 Oral A B")]
    [InlineData("insert 3 10:00 10:30 99 A B")]
    [InlineData("move o6 tomorrow 11:00")]
    [InlineData("cancel o6 a%0Ab *")]
    public void Another_text_is_no_operation(string text) => Assert.Null(TimetableOperation.Parse(text));

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void A_reason_has_at_most_200_characters(int length, bool isRead) =>
        Assert.Equal(isRead, TimetableOperation.Parse($"cancel o6 {new string('a', length)} *") is not null);

    [Theory]
    [InlineData("10:05", "10:05")]
    [InlineData("9:30", "09:30")]
    [InlineData("10h05", "10:05")]
    [InlineData("10 h 05", "10:05")]
    [InlineData("10 h", "10:00")]
    [InlineData("1005", "10:05")]
    [InlineData("930", "09:30")]
    [InlineData("10.05", "10:05")]
    [InlineData("24:00", null)]
    [InlineData("ten", null)]
    [InlineData("", null)]
    public void An_hour_is_read_as_people_type_it(string typed, string? hour) =>
        Assert.Equal(hour, TimetableOperation.HourIn(typed)?.ToString("HH:mm", CultureInfo.InvariantCulture));
}
