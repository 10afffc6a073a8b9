using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Tests.Programme;

public class SessionHoursTests
{
    private static readonly Slot[] Day =
    [
        Row("o1", 1, "09:00", "10:00"),
        Row("coffee", 1, "10:00", "10:30"),
        Row("o2", 1, "10:30", "11:00"),
        Row("o3", 1, "11:00", "12:00", cancelled: true),
        Row("lunch", null, "11:00", "11:20"),
        Row("o4", 2, "11:20", "12:30"),
    ];

    [Theory]
    [InlineData("08:44", null)]
    [InlineData("08:45", 1)]
    [InlineData("10:15", 1)]
    [InlineData("10:59", 1)]
    [InlineData("11:00", 1)]
    [InlineData("11:05", 2)]
    [InlineData("12:44", 2)]
    [InlineData("12:45", null)]
    public void A_stream_is_open_from_a_quarter_of_an_hour_before_its_session_until_a_quarter_after(string time, int? session) =>
        Assert.Equal(session, SessionHours.OpenAt(At(time), Day).SingleOrDefault()?.Number);

    [Theory]
    [InlineData("08:45", "1")]
    [InlineData("09:20", "1 2")]
    [InlineData("10:10", "1 3")]
    [InlineData("11:14", "3")]
    [InlineData("11:15", "")]
    public void Each_room_has_an_open_stream(string time, string sessions)
    {
        Slot[] rooms =
        [
            Row("o1", 1, "09:00", "10:30", room: "hall"),
            Row("o2", 2, "09:30", "10:00", room: "studio"),
            Row("o3", 3, "10:10", "11:00", room: "studio"),
        ];
        Assert.Equal(sessions, string.Join(' ', SessionHours.OpenAt(At(time), rooms).Select(s => s.Number)));
    }

    [Fact]
    public void A_cancelled_slot_does_not_make_its_session_longer() =>
        Assert.Equal([new(1, At("09:00"), At("11:00")), new(2, At("11:20"), At("12:30"))], SessionHours.Of(Day));

    private static DateTimeOffset At(string time) =>
        new(new DateOnly(2021, 9, 23), TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.Zero);

    private static Slot Row(string slug, int? session, string start, string end, bool cancelled = false, string? room = null) =>
        new()
        {
            Slug = slug,
            Date = new(2021, 9, 23),
            Start = At(start),
            End = At(end),
            Kind = SlotKind.Oral,
            SessionNumber = session,
            Room = room,
            Cancelled = cancelled,
        };
}
