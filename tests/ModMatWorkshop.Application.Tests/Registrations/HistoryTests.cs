using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Registrations;

/// <summary>Random events in random order never break an invariant. A failure shows the seed and the events.</summary>
public class HistoryTests
{
    private static readonly DateTimeOffset Start = new(2030, 3, 30, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Released = new(2030, 2, 1, 23, 0, 0, TimeSpan.Zero);
    private static readonly string[] People = [.. Enumerable.Range(0, 14).Select(i => $"p{i}")];

    [Fact]
    public async Task Seats_and_waiting_list_keep_their_invariants_through_random_events()
    {
        for (var seed = 1; seed <= 3; seed++)
            await RunAsync(seed, events: 50);
    }

    [Trait("Category", "prove")]
    [Fact]
    public async Task Seats_and_waiting_list_keep_their_invariants_through_long_random_histories()
    {
        for (var seed = 101; seed <= 140; seed++)
            await RunAsync(seed, events: 200);
    }

    private static async Task RunAsync(int seed, int events)
    {
        var random = new Random(seed);
        using var database = await RegistrationTestDatabase.OpenAsync(Engine.Sqlite, seats: 5, reserved: 2);
        await database.SetOpenAsync(true);
        Guid[] invitations =
        [
            await database.InviteAsync("A speaker"),
            await database.InviteAsync("A chair"),
            await database.InviteAsync("Another"),
        ];
        var log = new List<string> { $"seed {seed}" };
        var before = await StateAsync(database);
        for (var i = 0; i < events; i++)
        {
            var happened = await DoRandomEventAsync(database, random, invitations);
            var after = await StateAsync(database);
            log.Add($"{happened}: {await database.StandingAsync()}");
            if (BrokenInvariant(before, after, happened, database.Time.GetUtcNow()) is { } invariant)
                Assert.Fail($"{invariant}\n{string.Join('\n', log)}");
            before = after;
        }

        // Every offer and hold ends when the workshop starts.
        database.Time.SetUtcNow(Start);
        await database.RunMaintenanceAsync();
        Assert.True(
            !(await database.AllAsync()).Any(r => r.Place == Place.Offer || r.HoldUntil <= Start),
            $"An offer or a hold is still open.\n{string.Join('\n', log)}"
        );
    }

    private static async Task<string> DoRandomEventAsync(RegistrationTestDatabase database, Random random, Guid[] invitations)
    {
        var name = People[random.Next(People.Length)];
        switch (random.Next(24))
        {
            case < 4:
                var attendance = random.Next(4) == 0 ? Attendance.Remote : Attendance.InPerson;
                return $"{name} registers: {await database.RegisterAsync(name, attendance)}";
            case 4:
                var which = random.Next(invitations.Length);
                return $"{name} registers with invitation {which}: {await database.RegisterAsync(name, invitation: invitations[which])}";
            case < 9:
                return $"{name} confirms: {await database.ConfirmAsync(name)}";
            case 9:
                return $"{name} cancels: {await database.CancelAsync(name)}";
            case 10:
                return $"{name} follows remotely: {await database.FollowRemotelyAsync(name)}";
            case 11:
                return $"{name} requests a seat: {await database.RequestSeatAsync(name)}";
            case 12 or 13:
                var offered = (await database.AllAsync()).FirstOrDefault(r => r.Place == Place.Offer)?.Email.Split('@')[0] ?? name;
                return $"{offered} accepts: {await database.AcceptAsync(offered)}";
            case 14:
                return $"{name} is erased: {await database.EraseAsync(name)}";
            case 15:
                int? seats = random.Next(4) == 0 ? null : random.Next(0, 9);
                await database.SetCapacityAsync(seats);
                return $"capacity {seats}";
            case 16:
                await database.WaitAsync(TimeSpan.FromHours(random.Next(1, 4)));
                return "hours pass";
            case 17:
                await database.WaitAsync(TimeSpan.FromHours(random.Next(1, 100)));
                return "days pass";
            case 18:
                database.Time.Advance(TimeSpan.FromHours(random.Next(1, 60)));
                return "time passes without maintenance";
            case 19 or 20:
                return $"{name}, undone: {await UndoAsync(database, name)}";
            case 21:
                return $"{name} is reinstated: " + $"{await ApplyAsync(new Reinstate())}";
            case 22:
                return random.Next(2) == 0
                    ? $"{name} is offered a seat: " + $"{await ApplyAsync(new OfferSeat())}"
                    : $"{name} gets a seat of the reserve: " + $"{await ApplyAsync(new SeatFromReserve())}";
            default:
                await database.RunMaintenanceAsync();
                return "maintenance runs";
        }

        Task<ChangeResult> ApplyAsync(RegistrationCommand command) =>
            database.AskAsync(name, (d, id) => d.ApplyAsync(id, command, RegistrationTestDatabase.Organiser, CancellationToken.None));
    }

    private static async Task<ChangeResult?> UndoAsync(RegistrationTestDatabase database, string name)
    {
        await using var db = database.Open();
        return await database.FindAsync(name) is { } person && await RegistrationQueries.LastChangeAsync(db, person.Id) is { } last
            ? await database.AskAsync(name, (d, id) =>
                d.ApplyAsync(id, new UndoLastChange(last.Id), RegistrationTestDatabase.Organiser, CancellationToken.None)
            )
            : null;
    }

    private static async Task<(WorkshopState State, IReadOnlyList<Registration> All)> StateAsync(RegistrationTestDatabase database)
    {
        await using var db = database.Open();
        return (await db.WorkshopStates.AsNoTracking().SingleAsync(), await database.AllAsync());
    }

    /// <summary>The invariant that the event has broken, or null.</summary>
    private static string? BrokenInvariant(
        (WorkshopState State, IReadOnlyList<Registration> All) before,
        (WorkshopState State, IReadOnlyList<Registration> All) after,
        string happened,
        DateTimeOffset now
    )
    {
        var capacity = after.State.Capacity ?? 5;
        // A seat that an organiser has freed is still its owner's for a few minutes.
        var held = after.All.Where(r => r.HoldsSeat || r.KeptSeatAt(now) is not null).ToList();
        var heldBefore = before.All.Where(r => r.HoldsSeat || r.KeptSeatAt(now) is not null).ToDictionary(r => r.Id);
        if (held.Count > capacity && held.Count > heldBefore.Count)
            return "More seats are taken than there are.";
        if (happened.StartsWith("capacity", StringComparison.Ordinal) && !heldBefore.Keys.All(id => held.Any(r => r.Id == id)))
            return "A change of capacity has taken a seat away.";

        // After the mere passing of time, the next transaction or maintenance updates the seating.
        var isUpToDate = happened != "time passes without maintenance";
        var fromReserve = held.Count(r => r.FromReserve || r is { HoldsSeat: false, KeptFromReserve: true });
        var reserved = now < Released ? Math.Max(0, 2 - fromReserve) : 0;
        var waiting = after.All.Where(r => r is { Status: RegistrationStatus.Confirmed, LineNumber: not null }).ToList();
        if (
            isUpToDate
            && after.State.Version > before.State.Version
            && now < Start
            && waiting.Count > 0
            && capacity - held.Count - reserved > 0
        )
            return "A seat is free while a confirmed person waits.";

        var newlySeated = held.Where(r => !heldBefore.ContainsKey(r.Id) && !r.FromReserve);
        var stillWaiting = waiting
            .Where(r => before.All.Any(b => b.Id == r.Id && b.LineNumber == r.LineNumber && b.Status == RegistrationStatus.Confirmed))
            .ToList();
        foreach (var person in newlySeated)
        {
            var lineNumber = before.All.SingleOrDefault(b => b.Id == person.Id)?.LineNumber ?? long.MaxValue;
            if (stillWaiting.Any(r => r.LineNumber < lineNumber))
                return $"{person.Email} has overtaken somebody.";
        }
        if (held.Any(r => r.Place == Place.Offer != (r.OfferUntil is not null) || r.OfferUntil > Start))
            return "An offer has no deadline, or one after the start.";
        return after.All.Any(r =>
            r.HoldsSeat != (r.Place is Place.Seat or Place.Offer)
            || (r.LineNumber is not null) != (r.Place == Place.WaitingList)
            || r is { Status: RegistrationStatus.Pending, Place: Place.Seat or Place.WaitingList, HoldUntil: null }
        )
            ? "A registration contradicts itself."
            : null;
    }
}
