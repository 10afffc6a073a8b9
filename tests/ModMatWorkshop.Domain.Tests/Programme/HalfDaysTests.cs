using System.Globalization;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Programme;

public class HalfDaysTests
{
    [Theory]
    [InlineData("08:30", HalfDay.Morning)]
    [InlineData("11:59", HalfDay.Morning)]
    [InlineData("12:00", HalfDay.Afternoon)]
    [InlineData("20:00", HalfDay.Afternoon)]
    public void A_session_that_starts_before_noon_is_in_the_morning(string start, HalfDay half) =>
        Assert.Equal(half, HalfDays.Of(Time(start)));

    [Theory]
    [InlineData("11:59", true, false)]
    [InlineData("12:00", true, true)]
    [InlineData("12:59", true, true)]
    [InlineData("13:00", false, true)]
    public void A_slot_in_the_hour_after_noon_may_be_in_either_half_day(string start, bool morning, bool afternoon) =>
        Assert.Equal((morning, afternoon), (HalfDay.Morning.Includes(Time(start)), HalfDay.Afternoon.Includes(Time(start))));

    [Fact]
    public void Sessions_side_by_side_count_once_in_the_length_of_a_half_day()
    {
        var half = Assert.Single(
            HalfDayHours.Of(
                [Session(1), Session(2), Session(3)],
                [Slot("o1", 1, "09:00", "10:30"), Slot("o2", 2, "09:30", "11:00"), Slot("o3", 3, "11:30", "12:00")]
            )
        );
        Assert.Equal(("09:00", "12:00", TimeSpan.FromMinutes(150)), ($"{half.Start:HH:mm}", $"{half.End:HH:mm}", half.Length));
    }

    private static Session Session(int number) =>
        new()
        {
            Number = number,
            Date = new(2021, 9, 23),
            HalfDay = HalfDay.Morning,
        };

    private static Slot Slot(string slug, int session, string start, string end) =>
        new()
        {
            Slug = slug,
            Date = new(2021, 9, 23),
            Start = new(new DateOnly(2021, 9, 23), Time(start), TimeSpan.Zero),
            End = new(new DateOnly(2021, 9, 23), Time(end), TimeSpan.Zero),
            Kind = SlotKind.Oral,
            SessionNumber = session,
        };

    private static TimeOnly Time(string hour) => TimeOnly.Parse(hour, CultureInfo.InvariantCulture);
}
