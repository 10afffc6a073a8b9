using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Registrations;

/// <summary>
/// Check-ins, heartbeats and corrections. The sample workshop has one half-day, the morning of 30 March 2030 from 9:00 to 10:30 in
/// Toulouse, that is from 8:00 to 9:30 UTC.
/// </summary>
public sealed partial class PresenceTests
{
    private static readonly HalfDayId Morning = new(new(2030, 3, 30), HalfDay.Morning);
    private static readonly DateTimeOffset Nine = new(2030, 3, 30, 8, 0, 0, TimeSpan.Zero);
    private static readonly Actor Helper = new("organiser 2");

    [Theory, OnSqlite, OnPostgres]
    public async Task Three_helpers_at_once_check_in_each_of_50_people_exactly_once(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        var names = Enumerable.Range(0, 50).Select(i => $"p{i}").ToArray();
        await database.SeatAsync(names);
        MoveTo(database, Nine);
        var ids = (await database.AllAsync()).Select(r => r.Id).ToArray();

        // Each helper begins at another person and checks in everybody.
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 3)
                .Select(helper =>
                    Task.Run(async () =>
                    {
                        var results = new List<PresenceResult>();
                        foreach (var id in ids.Skip(helper * 17).Concat(ids.Take(helper * 17)))
                            results.Add(
                                await database.WithPresenceAsync(
                                    (service, _) =>
                                        service.CheckInAsync(id, Morning, null, new($"organiser {helper + 1}"), CancellationToken.None),
                                    engine is Engine.Postgres ? helper % 2 : 0
                                )
                            );
                        return results;
                    })
                )
        );

        Assert.Equal(
            [.. Enumerable.Repeat(PresenceResult.Done, 50), .. Enumerable.Repeat(PresenceResult.NoChange, 100)],
            answers.SelectMany(a => a).Order()
        );
        Assert.Equal(ids.Order(), (await PresencesAsync(database)).Select(p => p.RegistrationId).Order());
        Assert.Equal(
            Enumerable.Range(1, 50),
            (await database.LogAsync())
                .Where(line => line.Contains("| checked in |", StringComparison.Ordinal))
                .Select(line => int.Parse(line.Split(" | ")[2], CultureInfo.InvariantCulture))
                .Order()
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_repeated_check_in_counts_once_and_keeps_its_first_time(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        var ada = await SeatedAsync(database, Nine);
        var arrived = Nine.AddMinutes(-7);

        Assert.Equal(PresenceResult.Done, await CheckInAsync(database, ada, arrived));
        Assert.Equal(PresenceResult.NoChange, await CheckInAsync(database, ada, arrived));
        Assert.Equal(PresenceResult.NoChange, await CheckInAsync(database, ada, null));
        Assert.Equal(["2030-03-30 Morning, in 07:53 by organiser 2, 0 heartbeats"], await RecordsAsync(database));
        Assert.Equal(["organiser 2 | checked in | 1 | 2030-03-30-morning"], await PresenceLogAsync(database));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_check_in_from_the_future_gets_the_current_time(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        var ada = await SeatedAsync(database, Nine);

        Assert.Equal(PresenceResult.Done, await CheckInAsync(database, ada, Nine.AddMinutes(1)));
        Assert.Equal(["2030-03-30 Morning, in 08:00 by organiser 2, 0 heartbeats"], await RecordsAsync(database));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_check_in_can_be_undone_and_repeated(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        var ada = await SeatedAsync(database, Nine);

        Assert.Equal(
            PresenceResult.NoChange,
            await database.WithPresenceAsync((service, _) => service.UndoCheckInAsync(ada, Morning, Helper, CancellationToken.None))
        );
        Assert.Empty(await PresencesAsync(database));
        await CheckInAsync(database, ada, null);
        Assert.Equal(
            PresenceResult.Done,
            await database.WithPresenceAsync((service, _) => service.UndoCheckInAsync(ada, Morning, Helper, CancellationToken.None))
        );
        Assert.Equal(["2030-03-30 Morning, 0 heartbeats"], await RecordsAsync(database));
        database.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(PresenceResult.Done, await CheckInAsync(database, ada, null));
        Assert.Equal(["2030-03-30 Morning, in 08:05 by organiser 2, 0 heartbeats"], await RecordsAsync(database));
        Assert.Equal(
            ["checked in", "undid a check-in", "checked in"],
            (await PresenceLogAsync(database)).Select(line => line.Split(" | ")[1])
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_a_person_with_a_confirmed_seat_can_be_checked_in(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 2);
        await database.SeatAsync("ada");
        await database.RegisterAsync("ben");
        await database.SeatAsync("cat");
        await database.RegisterAsync("dan", Attendance.Remote);
        await database.ConfirmAsync("dan");
        await database.SeatAsync("eve");
        await database.CancelAsync("eve");

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
                await CheckInAsync(database, await IdAsync(database, "ada"), null),
                await CheckInAsync(database, await IdAsync(database, "ben"), null),
                await CheckInAsync(database, await IdAsync(database, "cat"), null),
                await CheckInAsync(database, await IdAsync(database, "dan"), null),
                await CheckInAsync(database, await IdAsync(database, "eve"), null),
                await CheckInAsync(database, Guid.NewGuid(), null),
            }
        );
        Assert.Equal(["2030-03-30 Morning, in 12:00 by organiser 2, 0 heartbeats"], await RecordsAsync(database));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_correction_keeps_the_record_and_can_be_withdrawn(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        var ada = await SeatedAsync(database, Nine);
        await CheckInAsync(database, ada, null);
        await RecordHeartbeatAsync(database, ada);
        const string recorded = "2030-03-30 Morning, in 08:00 by organiser 2, 1 heartbeats 08:00 to 08:00";

        foreach (
            var (correction, answer, suffix) in new (PresenceCorrection?, PresenceResult, string)[]
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
                await database.WithPresenceAsync(
                    (service, _) =>
                        service.CorrectAsync(ada, Morning, correction, RegistrationTestDatabase.Organiser, CancellationToken.None)
                )
            );
            Assert.Equal([recorded + suffix], await RecordsAsync(database));
        }
        Assert.Equal(
            [
                "organiser 1 | corrected a presence | 1 | 2030-03-30-morning Absent",
                "organiser 1 | corrected a presence | 1 | 2030-03-30-morning Remote",
                "organiser 1 | corrected a presence | 1 | 2030-03-30-morning as recorded",
            ],
            (await PresenceLogAsync(database)).Where(line => line.StartsWith("organiser 1", StringComparison.Ordinal))
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_stream_pages_of_one_person_count_as_one(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        var ada = await SeatedAsync(database, Nine);

        // One page is opened a minute after the other; each sends a heartbeat every three minutes.
        for (var minute = 0; minute < 30; minute++, database.Time.Advance(TimeSpan.FromMinutes(1)))
            if (minute % 3 is 0 or 1)
                Assert.Equal(minute % 3 == 0, await RecordHeartbeatAsync(database, ada));
        Assert.Equal(["2030-03-30 Morning, 10 heartbeats 08:00 to 08:27"], await RecordsAsync(database));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Simultaneous_heartbeats_and_check_ins_make_one_record(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        var ada = await SeatedAsync(database, Nine);

        var counted = await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(i =>
                    Task.Run(async () =>
                    {
                        var instance = engine is Engine.Postgres ? i % 2 : 0;
                        return i % 3 == 0
                            ? await database.WithPresenceAsync(
                                (service, _) => service.CheckInAsync(ada, Morning, null, Helper, CancellationToken.None),
                                instance
                            ) == PresenceResult.Done
                            : await RecordHeartbeatAsync(database, ada, instance);
                    })
                )
        );
        Assert.Equal(2, counted.Count(c => c));
        Assert.Equal(["2030-03-30 Morning, in 08:00 by organiser 2, 1 heartbeats 08:00 to 08:00"], await RecordsAsync(database));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Heartbeats_outside_the_hours_of_a_half_day_do_not_count(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        var ada = await SeatedAsync(database, Nine.AddMinutes(-16));

        var counted = new List<bool>();
        foreach (var minutes in new[] { 0, 1, 120, 121, 24 * 60 })
        {
            MoveTo(database, Nine.AddMinutes(-16 + minutes));
            counted.Add(await RecordHeartbeatAsync(database, ada));
        }
        Assert.Equal([false, true, true, false, false], counted);
        MoveTo(database, Nine.AddDays(2));
        Assert.False(await RecordHeartbeatAsync(database, ada));
        Assert.Equal(["2030-03-30 Morning, 2 heartbeats 07:45 to 09:44"], await RecordsAsync(database));
    }
}
