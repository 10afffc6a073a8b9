using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Registrations;

public sealed partial class PresenceTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_morning_of_people_who_follow_is_counted_to_the_beat(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine);
        var people = 12;
        for (var i = 0; i < people; i++)
        {
            await desk.RegisterAsync($"p{i}", Attendance.Remote);
            await desk.ConfirmAsync($"p{i}");
        }
        var ids = (await desk.AllAsync()).Select(r => r.Id).ToArray();
        // Each opens the page a quarter of a minute after the one before, and leaves a beat earlier.
        var start = Nine.AddMinutes(-20);
        var expected = ids.Select(
                (_, i) =>
                    Enumerable
                        .Range(0, 50 - i)
                        .Select(beat => start.AddSeconds(15 * i + 180 * beat))
                        .Count(at => at >= Nine.AddMinutes(-15) && at < Nine.AddMinutes(105))
            )
            .ToArray();
        foreach (
            var (at, i) in ids.SelectMany(
                    (_, i) => Enumerable.Range(0, 50 - i).Select(beat => (At: start.AddSeconds(15 * i + 180 * beat), i))
                )
                .OrderBy(b => b.At)
                .ThenBy(b => b.i)
        )
        {
            MoveTo(desk, at);
            await RecordHeartbeatAsync(desk, ids[i]);
        }
        var beats = (await PresencesAsync(desk)).ToDictionary(p => p.RegistrationId, p => p.Heartbeats);
        Assert.Equal(expected, ids.Select(id => beats[id]));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_is_erased_beats_nothing_and_leaves_nothing(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine);
        var ada = await SeatedAsync(desk, Nine);
        await PressAsync(desk, ada, null);
        await desk.EraseAsync("ada");

        Assert.Empty(await PresencesAsync(desk));
        Assert.False(await RecordHeartbeatAsync(desk, ada));
    }

    // At the door
    [Theory, OnSqlite, OnPostgres]
    public async Task Standing_at_the_door_confirms(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await desk.RegisterAsync("ada");

        Assert.Equal(ChangeResult.Done, await SitAsync(desk, "ada"));
        Assert.Equal(ChangeResult.NoChange, await SitAsync(desk, "ada"));
        Assert.Equal("ada seat", await desk.StandingAsync());
        Assert.Equal("ConfirmAddress, Confirmed", await desk.MailsAsync("ada"));
        Assert.Equal(
            "organiser 2 | gave a seat at check-in | 1 | Seat",
            (await desk.LogAsync()).Last(line => line.EndsWith("Seat", StringComparison.Ordinal))
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_free_seat_is_given_at_the_door_and_never_past_the_line(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 2);
        await desk.SeatAsync("ada", "ben", "cat", "dan");
        await desk.RegisterAsync("eve", Attendance.Remote);
        Assert.Equal("ada seat, ben seat, cat line 1, dan line 2, eve pending remote", await desk.StandingAsync());
        MoveTo(desk, Nine);

        foreach (var name in new[] { "cat", "dan", "eve" })
            Assert.Equal(ChangeResult.Full, await SitAsync(desk, name));
        // The workshop has begun: what is freed is offered to nobody any more, and the head of the line has the first claim on it.
        await desk.CancelAsync("ada");
        Assert.Equal(
            [ChangeResult.OthersFirst, ChangeResult.OthersFirst, ChangeResult.Done],
            new[] { await SitAsync(desk, "eve"), await SitAsync(desk, "dan"), await SitAsync(desk, "cat") }
        );
        await desk.CancelAsync("ben");
        Assert.Equal(
            [ChangeResult.OthersFirst, ChangeResult.Done, ChangeResult.Full],
            new[] { await SitAsync(desk, "eve"), await SitAsync(desk, "dan"), await SitAsync(desk, "eve") }
        );
        await desk.SetCapacityAsync(3);
        Assert.Equal(ChangeResult.Done, await SitAsync(desk, "eve"));
        Assert.Equal("ada cancelled, ben cancelled, cat seat, dan seat, eve seat", await desk.StandingAsync());
        Assert.Equal(ChangeResult.InvalidState, await SitAsync(desk, "ada"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_hold_or_an_offer_that_has_lapsed_gives_no_claim_at_the_door(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await desk.RegisterAsync("ada");
        await desk.SeatAsync("ben");
        desk.Time.Advance(TimeSpan.FromHours(3));

        // Two hours were Ada's; Ben has the first claim now, and is offered the seat at the end of the turn that finds out.
        Assert.Equal(ChangeResult.OthersFirst, await SitAsync(desk, "ada"));
        Assert.Equal("ada pending nowhere, ben offer", await desk.StandingAsync());
        Assert.Equal(ChangeResult.Done, await SitAsync(desk, "ben"));
        Assert.Equal("ada pending nowhere, ben seat", await desk.StandingAsync());
    }

    private static async Task<Guid> SeatedAsync(RegistrationTestDatabase desk, DateTimeOffset now)
    {
        await desk.SeatAsync("ada");
        MoveTo(desk, now);
        return await IdAsync(desk, "ada");
    }

    private static void MoveTo(RegistrationTestDatabase desk, DateTimeOffset instant) => desk.Time.SetUtcNow(instant);

    private static async Task<Guid> IdAsync(RegistrationTestDatabase desk, string name) => (await desk.FindAsync(name))!.Id;

    private static Task<PresenceResult> PressAsync(RegistrationTestDatabase desk, Guid id, DateTimeOffset? at) =>
        desk.AtTheDoorAsync((door, _) => door.CheckInAsync(id, Morning, at, Helper, CancellationToken.None));

    private static Task<bool> RecordHeartbeatAsync(RegistrationTestDatabase desk, Guid id, int instance = 0) =>
        desk.AtTheDoorAsync(
            async (door, db) =>
                await door.RecordHeartbeatAsync(
                    id,
                    await PresenceService.HalfDayHoursAsync(db, CancellationToken.None),
                    CancellationToken.None
                ),
            instance
        );

    private static Task<ChangeResult> SitAsync(RegistrationTestDatabase desk, string name) =>
        desk.ApplyAsync(name, new SeatAtCheckIn(), Helper);

    private static async Task<IReadOnlyList<Presence>> PresencesAsync(RegistrationTestDatabase desk)
    {
        await using var db = desk.Open();
        return await db.Presences.AsNoTracking().OrderBy(p => p.Id).ToListAsync();
    }

    private static async Task<IEnumerable<string>> ToldAsync(RegistrationTestDatabase desk) =>
        (await PresencesAsync(desk)).Select(p =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{p.Date:yyyy-MM-dd} {p.Half}{(p.CheckedInAt is { } at ? $", in {at:HH:mm} by {p.CheckedInBy}" : "")}, {p.Heartbeats} "
                    + $"beats{(p.FirstHeartbeat is { } first ? $" {first:HH:mm} to {p.LastHeartbeat:HH:mm}" : "")}"
                    + $"{(p.Correction is { } c ? $", {c} by {p.CorrectedBy}" : "")}"
            )
        );

    private static async Task<IEnumerable<string>> DoneAtTheDoorAsync(RegistrationTestDatabase desk) =>
        (await desk.LogAsync()).Where(line =>
            line.Contains("check", StringComparison.Ordinal) || line.Contains("presence", StringComparison.Ordinal)
        );
}
