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
    public void A_half_day_is_as_long_as_its_sessions_together() =>
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
    // After the morning people come for the afternoon already.
    [InlineData("12:35", HalfDay.Afternoon)]
    [InlineData("13:59", HalfDay.Afternoon)]
    [InlineData("17:44", HalfDay.Afternoon)]
    [InlineData("17:45", null)]
    public void People_arrive_for_the_half_day_that_runs_or_is_to_begin(string hour, HalfDay? half) =>
        Assert.Equal(half, HalfDayHours.At(At(hour), HalfDays)?.HalfDay.Half);

    [Fact]
    public void Who_was_checked_in_was_in_the_room_all_the_half_day()
    {
        var presence = Somebody();
        presence.CheckIn(At("09:40"), "organiser 2");
        Assert.Equal((Attendance.InPerson, TimeSpan.FromHours(3)), (presence.Attended, presence.LengthOf(HalfDays[0])));
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(20, 60)]
    // Who leaves the page open over lunch was there no longer than the half-day.
    [InlineData(70, 180)]
    public void The_stream_was_followed_for_as_long_as_its_beats_and_no_longer_than_the_half_day(int beats, int minutes)
    {
        var presence = Beaten(beats);
        Assert.Equal((Attendance.Remote, TimeSpan.FromMinutes(minutes)), (presence.Attended, presence.LengthOf(HalfDays[0])));
    }

    [Fact]
    public void Who_was_in_the_room_and_had_the_stream_open_was_in_the_room()
    {
        var presence = Beaten(5);
        presence.CheckIn(At("09:00"), "organiser 2");
        Assert.Equal(Attendance.InPerson, presence.Attended);
        presence.UndoCheckIn();
        Assert.Equal(Attendance.Remote, presence.Attended);
    }

    [Fact]
    public void What_an_organiser_says_counts_and_what_was_recorded_stays()
    {
        var presence = Beaten(5);
        presence.Correct(PresenceCorrection.InPerson, "organiser 1", At("18:00"));
        Assert.Equal((Attendance.InPerson, TimeSpan.FromHours(3)), (presence.Attended, presence.LengthOf(HalfDays[0])));
        presence.Correct(PresenceCorrection.Absent, "organiser 1", At("18:01"));
        Assert.Equal((null, TimeSpan.Zero), (presence.Attended, presence.LengthOf(HalfDays[0])));
        presence.Correct(null, "organiser 1", At("18:02"));
        Assert.Equal((Attendance.Remote, 5), (presence.Attended, presence.Heartbeats));
    }

    [Fact]
    public void What_an_organiser_says_was_followed_without_a_beat_counts_whole()
    {
        var presence = Somebody();
        presence.Correct(PresenceCorrection.Remote, "organiser 1", At("18:00"));
        Assert.Equal((Attendance.Remote, TimeSpan.FromHours(3)), (presence.Attended, presence.LengthOf(HalfDays[0])));
    }

    private static Presence Somebody() =>
        new()
        {
            RegistrationId = Guid.NewGuid(),
            Date = Morning.Date,
            Half = Morning.Half,
        };

    private static Presence Beaten(int beats)
    {
        var presence = Presence.StartedOnStream(Guid.NewGuid(), Morning, At("09:00"));
        typeof(Presence).GetProperty(nameof(Presence.Heartbeats))!.SetValue(presence, beats);
        return presence;
    }

    private static DateTimeOffset At(string hour) =>
        new(Thursday, TimeOnly.Parse(hour, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.Zero);

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
