using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Registrations;

/// <summary>
/// Presses, beats and corrections. The small workshop has one half-day, the morning of 30 March 2030 from 9:00 to 10:30 in Toulouse, which
/// is an hour ahead.
/// </summary>
public sealed partial class PresenceTests
{
    private static readonly HalfDayId Morning = new(new(2030, 3, 30), HalfDay.Morning);
    private static readonly DateTimeOffset Nine = new(2030, 3, 30, 8, 0, 0, TimeSpan.Zero);
    private static readonly Actor Helper = new("organiser 2");

    [Theory, OnSqlite, OnPostgres]
    public async Task Three_helpers_at_once_check_in_fifty_people_each_exactly_once(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine);
        var names = Enumerable.Range(0, 50).Select(i => $"p{i}").ToArray();
        await desk.SeatAsync(names);
        MoveTo(desk, Nine);
        var ids = (await desk.AllAsync()).Select(r => r.Id).ToArray();

        // Each begins elsewhere in the queue, and presses for everybody.
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 3)
                .Select(helper =>
                    Task.Run(async () =>
                    {
                        var own = new List<PresenceResult>();
                        foreach (var id in ids.Skip(helper * 17).Concat(ids.Take(helper * 17)))
                            own.Add(
                                await desk.AtTheDoorAsync(
                                    (door, _) =>
                                        door.CheckInAsync(id, Morning, null, new($"organiser {helper + 1}"), CancellationToken.None),
                                    engine is Engine.Postgres ? helper % 2 : 0
                                )
                            );
                        return own;
                    })
                )
        );

        Assert.Equal(
            [.. Enumerable.Repeat(PresenceResult.Done, 50), .. Enumerable.Repeat(PresenceResult.NoChange, 100)],
            answers.SelectMany(a => a).Order()
        );
        Assert.Equal(ids.Order(), (await PresencesAsync(desk)).Select(p => p.RegistrationId).Order());
        Assert.Equal(
            Enumerable.Range(1, 50),
            (await desk.LogAsync())
                .Where(line => line.Contains("| checked in |", StringComparison.Ordinal))
                .Select(line => int.Parse(line.Split(" | ")[2], CultureInfo.InvariantCulture))
                .Order()
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_press_three_times_is_one_and_keeps_its_instant(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine);
        var ada = await SeatedAsync(desk, Nine);
        var pressed = Nine.AddMinutes(-7);

        Assert.Equal(PresenceResult.Done, await PressAsync(desk, ada, pressed));
        Assert.Equal(PresenceResult.NoChange, await PressAsync(desk, ada, pressed));
        Assert.Equal(PresenceResult.NoChange, await PressAsync(desk, ada, null));
        Assert.Equal(["2030-03-30 Morning, in 07:53 by organiser 2, 0 beats"], await ToldAsync(desk));
        Assert.Equal(["organiser 2 | checked in | 1 | 2030-03-30-morning"], await DoneAtTheDoorAsync(desk));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_press_from_the_future_is_one_of_now(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine);
        var ada = await SeatedAsync(desk, Nine);

        Assert.Equal(PresenceResult.Done, await PressAsync(desk, ada, Nine.AddMinutes(1)));
        Assert.Equal(["2030-03-30 Morning, in 08:00 by organiser 2, 0 beats"], await ToldAsync(desk));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_press_is_undone_and_made_again(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine);
        var ada = await SeatedAsync(desk, Nine);

        Assert.Equal(
            PresenceResult.NoChange,
            await desk.AtTheDoorAsync((door, _) => door.UndoCheckInAsync(ada, Morning, Helper, CancellationToken.None))
        );
        Assert.Empty(await PresencesAsync(desk));
        await PressAsync(desk, ada, null);
        Assert.Equal(
            PresenceResult.Done,
            await desk.AtTheDoorAsync((door, _) => door.UndoCheckInAsync(ada, Morning, Helper, CancellationToken.None))
        );
        Assert.Equal(["2030-03-30 Morning, 0 beats"], await ToldAsync(desk));
        desk.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(PresenceResult.Done, await PressAsync(desk, ada, null));
        Assert.Equal(["2030-03-30 Morning, in 08:05 by organiser 2, 0 beats"], await ToldAsync(desk));
        Assert.Equal(
            ["checked in", "undid a check-in", "checked in"],
            (await DoneAtTheDoorAsync(desk)).Select(line => line.Split(" | ")[1])
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_without_a_confirmed_seat_is_checked_in(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 2);
        await desk.SeatAsync("ada");
        await desk.RegisterAsync("ben");
        await desk.SeatAsync("cat");
        await desk.RegisterAsync("dan", Attendance.Remote);
        await desk.ConfirmAsync("dan");
        await desk.SeatAsync("eve");
        await desk.CancelAsync("eve");

        Assert.Equal(
            [
                PresenceResult.Done,
                PresenceResult.NoSeat,
                PresenceResult.NoSeat,
                PresenceResult.NoSeat,
                PresenceResult.NotFound,
                PresenceResult.NotFound,
            ],
            new[]
            {
                await PressAsync(desk, await IdAsync(desk, "ada"), null),
                await PressAsync(desk, await IdAsync(desk, "ben"), null),
                await PressAsync(desk, await IdAsync(desk, "cat"), null),
                await PressAsync(desk, await IdAsync(desk, "dan"), null),
                await PressAsync(desk, await IdAsync(desk, "eve"), null),
                await PressAsync(desk, Guid.NewGuid(), null),
            }
        );
        Assert.Equal(["2030-03-30 Morning, in 12:00 by organiser 2, 0 beats"], await ToldAsync(desk));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_correction_keeps_what_was_recorded_and_is_taken_back(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine);
        var ada = await SeatedAsync(desk, Nine);
        await PressAsync(desk, ada, null);
        await RecordHeartbeatAsync(desk, ada);
        const string recorded = "2030-03-30 Morning, in 08:00 by organiser 2, 1 beats 08:00 to 08:00";

        foreach (
            var (correction, answer, told) in new (PresenceCorrection?, PresenceResult, string)[]
            {
                (PresenceCorrection.Absent, PresenceResult.Done, ", Absent by organiser 1"),
                (PresenceCorrection.Absent, PresenceResult.NoChange, ", Absent by organiser 1"),
                (PresenceCorrection.Remote, PresenceResult.Done, ", Remote by organiser 1"),
                (null, PresenceResult.Done, ""),
            }
        )
        {
            Assert.Equal(
                answer,
                await desk.AtTheDoorAsync(
                    (door, _) => door.CorrectAsync(ada, Morning, correction, RegistrationTestDatabase.Organiser, CancellationToken.None)
                )
            );
            Assert.Equal([recorded + told], await ToldAsync(desk));
        }
        Assert.Equal(
            [
                "organiser 1 | corrected a presence | 1 | 2030-03-30-morning Absent",
                "organiser 1 | corrected a presence | 1 | 2030-03-30-morning Remote",
                "organiser 1 | corrected a presence | 1 | 2030-03-30-morning as recorded",
            ],
            (await DoneAtTheDoorAsync(desk)).Where(line => line.StartsWith("organiser 1", StringComparison.Ordinal))
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_pages_of_one_person_beat_as_one(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine);
        var ada = await SeatedAsync(desk, Nine);

        // One page was opened a minute after the other; both have script, and beat every three minutes.
        for (var minute = 0; minute < 30; minute++, desk.Time.Advance(TimeSpan.FromMinutes(1)))
            if (minute % 3 is 0 or 1)
                Assert.Equal(minute % 3 == 0, await RecordHeartbeatAsync(desk, ada));
        Assert.Equal(["2030-03-30 Morning, 10 beats 08:00 to 08:27"], await ToldAsync(desk));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Beats_and_presses_at_the_same_moment_make_one_record(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine);
        var ada = await SeatedAsync(desk, Nine);

        var counted = await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(i =>
                    Task.Run(async () =>
                    {
                        var instance = engine is Engine.Postgres ? i % 2 : 0;
                        return i % 3 == 0
                            ? await desk.AtTheDoorAsync(
                                (door, _) => door.CheckInAsync(ada, Morning, null, Helper, CancellationToken.None),
                                instance
                            ) == PresenceResult.Done
                            : await RecordHeartbeatAsync(desk, ada, instance);
                    })
                )
        );
        Assert.Equal(2, counted.Count(c => c));
        Assert.Equal(["2030-03-30 Morning, in 08:00 by organiser 2, 1 beats 08:00 to 08:00"], await ToldAsync(desk));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Outside_the_hours_of_a_half_day_nothing_is_counted(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine);
        var ada = await SeatedAsync(desk, Nine.AddMinutes(-16));

        var counted = new List<bool>();
        foreach (var minutes in new[] { 0, 1, 120, 121, 24 * 60 })
        {
            MoveTo(desk, Nine.AddMinutes(-16 + minutes));
            counted.Add(await RecordHeartbeatAsync(desk, ada));
        }
        Assert.Equal([false, true, true, false, false], counted);
        MoveTo(desk, Nine.AddDays(2));
        Assert.False(await RecordHeartbeatAsync(desk, ada));
        Assert.Equal(["2030-03-30 Morning, 2 beats 07:45 to 09:44"], await ToldAsync(desk));
    }
}
