using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Registrations;

public sealed partial class PresenceTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Every_heartbeat_of_a_morning_is_counted_once(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        var people = 12;
        for (var i = 0; i < people; i++)
        {
            await database.RegisterAsync($"p{i}", Attendance.Remote);
            await database.ConfirmAsync($"p{i}");
        }
        var ids = (await database.AllAsync()).Select(r => r.Id).ToArray();
        // Each opens the page 15 seconds after the one before, and sends one heartbeat fewer.
        var start = Nine.AddMinutes(-20);
        var expected = ids.Select(
                (_, i) =>
                    Enumerable
                        .Range(0, 50 - i)
                        .Select(heartbeat => start.AddSeconds(15 * i + 180 * heartbeat))
                        .Count(at => at >= Nine.AddMinutes(-15) && at < Nine.AddMinutes(105))
            )
            .ToArray();
        foreach (
            var (at, i) in ids.SelectMany(
                    (_, i) => Enumerable.Range(0, 50 - i).Select(heartbeat => (At: start.AddSeconds(15 * i + 180 * heartbeat), i))
                )
                .OrderBy(b => b.At)
                .ThenBy(b => b.i)
        )
        {
            MoveTo(database, at);
            await RecordHeartbeatAsync(database, ids[i]);
        }
        var counted = (await PresencesAsync(database)).ToDictionary(p => p.RegistrationId, p => p.Heartbeats);
        Assert.Equal(expected, ids.Select(id => counted[id]));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_erased_person_has_no_presence_and_sends_no_heartbeats(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        var ada = await SeatedAsync(database, Nine);
        await CheckInAsync(database, ada, null);
        await database.EraseAsync("ada");

        Assert.Empty(await PresencesAsync(database));
        Assert.False(await RecordHeartbeatAsync(database, ada));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Seating_at_check_in_confirms_the_registration(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await database.RegisterAsync("ada");

        Assert.Equal(ChangeResult.Done, await SeatAtCheckInAsync(database, "ada"));
        Assert.Equal(ChangeResult.NoChange, await SeatAtCheckInAsync(database, "ada"));
        Assert.Equal("ada seat", await database.StandingAsync());
        Assert.Equal("ConfirmAddress, Confirmed", await database.MailsAsync("ada"));
        Assert.Equal(
            "organiser 2 | gave a seat at check-in | 1 | Seat",
            (await database.LogAsync()).Last(line => line.EndsWith("Seat", StringComparison.Ordinal))
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_free_seat_is_given_at_check_in_but_never_past_the_waiting_list(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 2);
        await database.SeatAsync("ada", "ben", "cat", "dan");
        await database.RegisterAsync("eve", Attendance.Remote);
        Assert.Equal("ada seat, ben seat, cat waiting list 1, dan waiting list 2, eve pending remote", await database.StandingAsync());
        MoveTo(database, Nine);

        foreach (var name in new[] { "cat", "dan", "eve" })
            Assert.Equal(ChangeResult.Full, await SeatAtCheckInAsync(database, name));
        // The workshop has begun: a freed seat is no longer offered, and the first person on the waiting list has the first claim.
        await database.CancelAsync("ada");
        Assert.Equal(
            [ChangeResult.OthersFirst, ChangeResult.OthersFirst, ChangeResult.Done],
            new[]
            {
                await SeatAtCheckInAsync(database, "eve"),
                await SeatAtCheckInAsync(database, "dan"),
                await SeatAtCheckInAsync(database, "cat"),
            }
        );
        await database.CancelAsync("ben");
        Assert.Equal(
            [ChangeResult.OthersFirst, ChangeResult.Done, ChangeResult.Full],
            new[]
            {
                await SeatAtCheckInAsync(database, "eve"),
                await SeatAtCheckInAsync(database, "dan"),
                await SeatAtCheckInAsync(database, "eve"),
            }
        );
        await database.SetCapacityAsync(3);
        Assert.Equal(ChangeResult.Done, await SeatAtCheckInAsync(database, "eve"));
        Assert.Equal("ada cancelled, ben cancelled, cat seat, dan seat, eve seat", await database.StandingAsync());
        Assert.Equal(ChangeResult.InvalidState, await SeatAtCheckInAsync(database, "ada"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_lapsed_hold_gives_no_seat_at_check_in(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await database.RegisterAsync("ada");
        await database.SeatAsync("ben");
        database.Time.Advance(TimeSpan.FromHours(3));

        // Ada's hold of two hours has lapsed. Ben has the first claim, and the next transaction offers him the seat.
        Assert.Equal(ChangeResult.OthersFirst, await SeatAtCheckInAsync(database, "ada"));
        Assert.Equal("ada pending no place, ben offer", await database.StandingAsync());
        Assert.Equal(ChangeResult.Done, await SeatAtCheckInAsync(database, "ben"));
        Assert.Equal("ada pending no place, ben seat", await database.StandingAsync());
    }

    private static async Task<Guid> SeatedAsync(RegistrationTestDatabase database, DateTimeOffset now)
    {
        await database.SeatAsync("ada");
        MoveTo(database, now);
        return await IdAsync(database, "ada");
    }

    private static void MoveTo(RegistrationTestDatabase database, DateTimeOffset instant) => database.Time.SetUtcNow(instant);

    private static async Task<Guid> IdAsync(RegistrationTestDatabase database, string name) => (await database.FindAsync(name))!.Id;

    private static Task<PresenceResult> CheckInAsync(RegistrationTestDatabase database, Guid id, DateTimeOffset? at) =>
        database.WithPresenceAsync((service, _) => service.CheckInAsync(id, Morning, at, Helper, CancellationToken.None));

    private static Task<bool> RecordHeartbeatAsync(RegistrationTestDatabase database, Guid id, int instance = 0) =>
        database.WithPresenceAsync(
            async (service, db) =>
                await service.RecordHeartbeatAsync(
                    id,
                    await PresenceService.HalfDayHoursAsync(db, CancellationToken.None),
                    null,
                    CancellationToken.None
                ),
            instance
        );

    private static Task<ChangeResult> SeatAtCheckInAsync(RegistrationTestDatabase database, string name) =>
        database.ApplyAsync(name, new SeatAtCheckIn(), Helper);

    private static async Task<IReadOnlyList<Presence>> PresencesAsync(RegistrationTestDatabase database)
    {
        await using var db = database.Open();
        return await db.Presences.AsNoTracking().OrderBy(p => p.Id).ToListAsync();
    }

    private static async Task<IEnumerable<string>> RecordsAsync(RegistrationTestDatabase database) =>
        (await PresencesAsync(database)).Select(p =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{p.Date:yyyy-MM-dd} {p.Half}{(p.CheckedInAt is { } at ? $", in {at:HH:mm} by {p.CheckedInBy}" : "")}, {p.Heartbeats} "
                    + $"heartbeats{(p.FirstHeartbeat is { } first ? $" {first:HH:mm} to {p.LastHeartbeat:HH:mm}" : "")}"
                    + $"{(p.Correction is { } c ? $", {c} by {p.CorrectedBy}" : "")}"
            )
        );

    private static async Task<IEnumerable<string>> PresenceLogAsync(RegistrationTestDatabase database) =>
        (await database.LogAsync()).Where(line =>
            line.Contains("check", StringComparison.Ordinal) || line.Contains("presence", StringComparison.Ordinal)
        );
}
