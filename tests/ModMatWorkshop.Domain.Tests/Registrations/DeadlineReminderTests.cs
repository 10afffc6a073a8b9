using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Registrations;

public sealed class DeadlineReminderTests
{
    private static readonly DateTimeOffset Announced = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    // A hold of two hours: at 90 minutes, and no longer in the last five.
    [InlineData("hold", "2:00", "1:29", false)]
    [InlineData("hold", "2:00", "1:30", true)]
    [InlineData("hold", "2:00", "1:54", true)]
    [InlineData("hold", "2:00", "1:55", false)]
    [InlineData("hold", "2:00", "2:10", false)]
    // An imported person has two days.
    [InlineData("hold", "48:00", "35:59", false)]
    [InlineData("hold", "48:00", "36:00", true)]
    // The link was asked for again when half an hour was left.
    [InlineData("hold", "0:30", "0:22", false)]
    [InlineData("hold", "0:30", "0:23", true)]
    // Too short for a reminder: the mail that announces it is enough.
    [InlineData("hold", "0:05", "0:04", false)]
    [InlineData("offer", "48:00", "35:59", false)]
    [InlineData("offer", "48:00", "36:00", true)]
    [InlineData("offer", "12:00", "8:59", false)]
    [InlineData("offer", "12:00", "9:00", true)]
    // At least two hours remain, but half of the time passes first.
    [InlineData("offer", "6:00", "3:59", false)]
    [InlineData("offer", "6:00", "4:00", true)]
    [InlineData("offer", "3:00", "1:29", false)]
    [InlineData("offer", "3:00", "1:30", true)]
    [InlineData("offer", "48:00", "47:56", false)]
    public void A_reminder_is_due_when_a_quarter_of_the_time_is_left(string what, string length, string passed, bool isDue)
    {
        var (until, now) = (Announced + Hours(length), Announced + Hours(passed));
        Assert.Equal(
            isDue,
            what == "hold" ? DeadlineReminder.IsHoldDue(Announced, until, now) : DeadlineReminder.IsOfferDue(Announced, until, now)
        );
    }

    [Fact]
    public void Without_a_deadline_nothing_is_in_time() => Assert.False(DeadlineReminder.IsInTime(null, Announced));

    private static TimeSpan Hours(string text)
    {
        var parts = text.Split(':').Select(p => int.Parse(p, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        return new(parts[0], parts[1], 0);
    }
}
