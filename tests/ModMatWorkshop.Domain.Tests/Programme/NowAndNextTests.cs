using System.Globalization;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Tests.Programme;

public class NowAndNextTests
{
    private static readonly Slot[] Morning =
    [
        Slot("coffee", "10:40", "11:00"),
        Slot("o6", "09:40", "10:10"),
        Slot("i2", "09:00", "09:40"),
        Slot("o7", "10:10", "10:30", cancelled: true),
        Slot("o8", "11:00", "11:30"),
    ];

    [Theory]
    [InlineData("08:00:00", "now -, next i2")]
    [InlineData("09:00:00", "now i2, next o6")]
    [InlineData("09:39:59", "now i2, next o6")]
    [InlineData("09:40:00", "now o6, next coffee")]
    [InlineData("10:15:00", "now -, next coffee")]
    [InlineData("10:35:00", "now -, next coffee")]
    [InlineData("11:29:59", "now o8, next -")]
    [InlineData("11:30:00", "now -, next -")]
    public void The_current_slot_and_the_next_one_are_found_and_cancelled_slots_skipped(string time, string expected)
    {
        var (now, next) = NowAndNext.At(At(time), Morning);
        Assert.Equal(expected, $"now {Slugs(now)}, next {Slugs(next)}");
    }

    [Theory]
    [InlineData("08:59:59", "now -, next tu1 tu3")]
    [InlineData("09:00:00", "now tu1 tu3, next o1")]
    [InlineData("10:15:00", "now tu1 o1, next lunch")]
    [InlineData("11:00:00", "now o1, next lunch")]
    public void Each_room_has_a_current_slot_and_slots_that_start_together_are_next_together(string time, string expected)
    {
        Slot[] rooms =
        [
            Slot("tu1", "09:00", "11:00", room: "hall"),
            Slot("tu3", "09:00", "10:00", room: "studio"),
            Slot("o1", "10:00", "12:00", room: "studio"),
            Slot("lunch", "12:00", "13:00"),
        ];
        var (now, next) = NowAndNext.At(At(time), rooms);
        Assert.Equal(expected, $"now {Slugs(now)}, next {Slugs(next)}");
    }

    [Fact]
    public void An_empty_programme_has_no_current_and_no_next_slot()
    {
        var (now, next) = NowAndNext.At(At("09:00"), []);
        Assert.Equal(("-", "-"), (Slugs(now), Slugs(next)));
    }

    private static string Slugs(IReadOnlyList<Slot> slots) => slots.Count == 0 ? "-" : string.Join(' ', slots.Select(s => s.Slug));

    private static Slot Slot(string slug, string start, string end, bool cancelled = false, string? room = null) =>
        new()
        {
            Slug = slug,
            Date = new(2021, 9, 23),
            Start = At(start),
            End = At(end),
            Kind = SlotKind.Oral,
            Room = room,
            Cancelled = cancelled,
        };

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse($"2021-09-23T{time}+02:00", CultureInfo.InvariantCulture);
}
