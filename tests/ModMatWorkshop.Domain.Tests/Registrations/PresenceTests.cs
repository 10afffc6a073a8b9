using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Registrations;

public class PresenceTests
{
    private static readonly DateOnly Thursday = new(2021, 9, 23);
    private static readonly HalfDayId Morning = new(Thursday, HalfDay.Morning);
    private static readonly HalfDayId Afternoon = new(Thursday, HalfDay.Afternoon);

    private static readonly IReadOnlyList<HalfDayHours> HalfDays = HalfDayHours.Of(
        [
            new()
            {
                Number = 3,
                Date = Thursday,
                HalfDay = HalfDay.Afternoon,
            },
            new()
            {
                Number = 1,
                Date = Thursday,
                HalfDay = HalfDay.Morning,
            },
            new()
            {
                Number = 2,
                Date = Thursday,
                HalfDay = HalfDay.Morning,
            },
        ],
        [
            Row(1, "09:00", "10:00"),
            Row(1, "10:00", "10:30"),
            Row(2, "11:00", "12:30"),
            Row(3, "14:00", "15:00"),
            Row(3, "15:00", "17:30"),
            Row(null, "12:30", "14:00"),
        ]
    );

    [Fact]
    public void The_length_of_a_half_day_is_that_of_its_sessions_together() =>
        Assert.Equal(
            [
                new(Morning, At("09:00"), At("12:30"), TimeSpan.FromHours(3)),
                new(Afternoon, At("14:00"), At("17:30"), TimeSpan.FromHours(3.5)),
            ],
            HalfDays
        );

    [Theory]
    [InlineData("07:29", null)]
    [InlineData("07:30", HalfDay.Morning)]
    [InlineData("12:29", HalfDay.Morning)]
    // When the morning is over, people come for the afternoon.
    [InlineData("12:35", HalfDay.Afternoon)]
    [InlineData("13:59", HalfDay.Afternoon)]
    [InlineData("17:44", HalfDay.Afternoon)]
    [InlineData("17:45", null)]
    public void A_check_in_counts_for_the_current_half_day_or_the_next_one(string time, HalfDay? half) =>
        Assert.Equal(half, HalfDayHours.At(At(time), HalfDays)?.HalfDay.Half);

    [Fact]
    public void A_check_in_counts_as_the_whole_half_day_in_person()
    {
        var presence = NewPresence();
        presence.CheckIn(At("09:40"), "organiser 2");
        Assert.Equal((Attendance.InPerson, TimeSpan.FromHours(3)), (presence.Attended, presence.LengthOf(HalfDays[0])));
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(20, 60)]
    // The page stays open over lunch.
    [InlineData(70, 180)]
    public void Each_heartbeat_counts_for_three_minutes_up_to_the_length_of_the_half_day(int heartbeats, int minutes)
    {
        var presence = WithHeartbeats(heartbeats);
        Assert.Equal((Attendance.Remote, TimeSpan.FromMinutes(minutes)), (presence.Attended, presence.LengthOf(HalfDays[0])));
    }

    [Theory]
    // The timers of a hidden page do not run: one heartbeat when it is opened, the next when it is seen again.
    [InlineData("09:00", "09:00 10:40", 103)]
    // The site counts no more than the page was open, and nothing before the stream opens.
    [InlineData("10:30", "10:40", 13)]
    [InlineData("06:00", "09:00", 18)]
    // The page is seen again after the end of the half-day.
    [InlineData("11:30", "11:30 15:00", 75)]
    // Without the opening, a heartbeat counts only until the next one is due.
    [InlineData(null, "09:00 10:40", 6)]
    public void A_page_that_is_seen_again_makes_up_for_the_time_it_was_hidden(string? opened, string heartbeats, int minutes)
    {
        var presence = NewPresence();
        foreach (var time in heartbeats.Split(' '))
            presence.CountHeartbeat(HalfDays[0], At(time), opened is null ? null : At(opened));
        Assert.Equal(TimeSpan.FromMinutes(minutes), presence.StreamTime);
    }

    [Fact]
    public void Two_pages_count_once_even_if_one_was_hidden()
    {
        var presence = NewPresence();
        foreach (var (time, opened) in new[] { ("09:00", "09:00"), ("10:00", "10:00"), ("10:03", "10:00"), ("10:20", "09:00") })
            presence.CountHeartbeat(HalfDays[0], At(time), At(opened));
        // 09:00 to 09:03, then 10:00 to 10:23: what the second page has reported is not counted again for the first one.
        Assert.Equal(TimeSpan.FromMinutes(26), presence.StreamTime);
        Assert.False(presence.CountHeartbeat(HalfDays[0], At("10:20"), At("09:00")));
    }

    [Fact]
    public void A_check_in_takes_precedence_over_heartbeats()
    {
        var presence = WithHeartbeats(5);
        presence.CheckIn(At("09:00"), "organiser 2");
        Assert.Equal(Attendance.InPerson, presence.Attended);
        presence.UndoCheckIn();
        Assert.Equal(Attendance.Remote, presence.Attended);
    }

    [Fact]
    public void A_check_in_that_is_undone_leaves_nobody_present()
    {
        var presence = NewPresence();
        presence.CheckIn(At("09:00"), "organiser 2");
        presence.UndoCheckIn();
        Assert.Null(presence.Attended);
    }

    [Fact]
    public void A_correction_takes_precedence_and_the_record_is_kept()
    {
        var presence = WithHeartbeats(5);
        presence.Correct(PresenceCorrection.InPerson, "organiser 1", At("18:00"));
        Assert.Equal((Attendance.InPerson, TimeSpan.FromHours(3)), (presence.Attended, presence.LengthOf(HalfDays[0])));
        presence.Correct(PresenceCorrection.Absent, "organiser 1", At("18:01"));
        Assert.Equal((null, TimeSpan.Zero), (presence.Attended, presence.LengthOf(HalfDays[0])));
        presence.Correct(null, "organiser 1", At("18:02"));
        Assert.Equal((Attendance.Remote, 5), (presence.Attended, presence.Heartbeats));
    }

    [Fact]
    public void A_remote_correction_without_heartbeats_counts_as_the_whole_half_day()
    {
        var presence = NewPresence();
        presence.Correct(PresenceCorrection.Remote, "organiser 1", At("18:00"));
        Assert.Equal((Attendance.Remote, TimeSpan.FromHours(3)), (presence.Attended, presence.LengthOf(HalfDays[0])));
    }

    private static Presence NewPresence() =>
        new()
        {
            RegistrationId = Guid.NewGuid(),
            Date = Morning.Date,
            Half = Morning.Half,
        };

    private static Presence WithHeartbeats(int heartbeats)
    {
        var presence = Presence.StartedOnStream(Guid.NewGuid(), Morning, At("09:00"));
        for (var i = 1; i < heartbeats; i++)
            presence.CountHeartbeat(HalfDays[0], At("09:00") + Presence.HeartbeatInterval * i, null);
        return presence;
    }

    private static DateTimeOffset At(string time) =>
        new(Thursday, TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.Zero);

    private static Slot Row(int? session, string start, string end) =>
        new()
        {
            Slug = $"{session}-{start}",
            Date = Thursday,
            Start = At(start),
            End = At(end),
            Kind = SlotKind.Oral,
            SessionNumber = session,
        };
}
