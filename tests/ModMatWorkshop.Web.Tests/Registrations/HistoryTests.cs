using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Registrations;

/// <summary>
/// Whatever people do and in whatever order, the room keeps its promises. A failure shows the seed and the events up to it.
/// </summary>
public class HistoryTests
{
    private static readonly DateTimeOffset Start = new(2030, 3, 30, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Released = new(2030, 2, 1, 23, 0, 0, TimeSpan.Zero);
    private static readonly string[] People = [.. Enumerable.Range(0, 14).Select(i => $"p{i}")];

    [Fact]
    public async Task A_room_keeps_its_promises_through_any_history()
    {
        for (var seed = 1; seed <= 3; seed++)
            await LiveAsync(seed, events: 50);
    }

    [Trait("Category", "prove")]
    [Fact]
    public async Task A_room_keeps_its_promises_through_many_long_histories()
    {
        for (var seed = 101; seed <= 140; seed++)
            await LiveAsync(seed, events: 200);
    }

    private static async Task LiveAsync(int seed, int events)
    {
        var chance = new Random(seed);
        using var desk = await RegistrationTestDatabase.OpenAsync(Engine.Sqlite, seats: 5, reserved: 2);
        await desk.SetOpenAsync(true);
        Guid[] invitations = [await desk.InviteAsync("A speaker"), await desk.InviteAsync("A chair"), await desk.InviteAsync("Another")];
        var story = new List<string> { $"seed {seed}" };
        var before = await RoomAsync(desk);
        for (var i = 0; i < events; i++)
        {
            var what = await HappenAsync(desk, chance, invitations);
            var after = await RoomAsync(desk);
            story.Add($"{what}: {await desk.StandingAsync()}");
            if (Broken(before, after, what, desk.Time.GetUtcNow()) is { } promise)
                Assert.Fail($"{promise}\n{string.Join('\n', story)}");
            before = after;
        }

        // The last word is spoken at the beginning: every offer has ended.
        desk.Time.SetUtcNow(Start);
        await desk.RunMaintenanceAsync();
        Assert.True(
            !(await desk.AllAsync()).Any(r => r.Place == Place.Offer || r.HoldUntil <= Start),
            $"An offer or a hold goes on.\n{string.Join('\n', story)}"
        );
    }

    private static async Task<string> HappenAsync(RegistrationTestDatabase desk, Random chance, Guid[] invitations)
    {
        var name = People[chance.Next(People.Length)];
        switch (chance.Next(24))
        {
            case < 4:
                return $"{name} registers: {await desk.RegisterAsync(name, chance.Next(4) == 0 ? Attendance.Remote : Attendance.InPerson)}";
            case 4:
                var which = chance.Next(invitations.Length);
                return $"{name} registers with invitation {which}: {await desk.RegisterAsync(name, invitation: invitations[which])}";
            case < 9:
                return $"{name} confirms: {await desk.ConfirmAsync(name)}";
            case 9:
                return $"{name} cancels: {await desk.CancelAsync(name)}";
            case 10:
                return $"{name} leaves: {await desk.LeaveAsync(name)}";
            case 11:
                return $"{name} comes: {await desk.ComeAsync(name)}";
            case 12 or 13:
                var offered = (await desk.AllAsync()).FirstOrDefault(r => r.Place == Place.Offer)?.Email.Split('@')[0] ?? name;
                return $"{offered} accepts: {await desk.AcceptAsync(offered)}";
            case 14:
                return $"{name} is erased: {await desk.EraseAsync(name)}";
            case 15:
                int? seats = chance.Next(4) == 0 ? null : chance.Next(0, 9);
                await desk.SetCapacityAsync(seats);
                return $"capacity {seats}";
            case 16:
                await desk.WaitAsync(TimeSpan.FromHours(chance.Next(1, 4)));
                return "hours pass";
            case 17:
                await desk.WaitAsync(TimeSpan.FromHours(chance.Next(1, 100)));
                return "days pass";
            case 18:
                desk.Time.Advance(TimeSpan.FromHours(chance.Next(1, 60)));
                return "time passes and nobody sweeps";
            case 19 or 20:
                return $"{name}, undone: {await UndoAsync(desk, name)}";
            case 21:
                return $"{name} is reinstated: " + $"{await ApplyAsync(new Reinstate())}";
            case 22:
                return chance.Next(2) == 0
                    ? $"{name} is to be offered a seat: " + $"{await ApplyAsync(new OfferSeat())}"
                    : $"{name} is to draw on the reserve: " + $"{await ApplyAsync(new SeatFromReserve())}";
            default:
                await desk.RunMaintenanceAsync();
                return "the sweep comes round";
        }

        Task<ChangeResult> ApplyAsync(RegistrationCommand command) =>
            desk.AskAsync(name, (d, id) => d.ApplyAsync(id, command, RegistrationTestDatabase.Organiser, CancellationToken.None));
    }

    private static async Task<ChangeResult?> UndoAsync(RegistrationTestDatabase desk, string name)
    {
        await using var db = desk.Open();
        return await desk.FindAsync(name) is { } person && await RegistrationQueries.LastChangeAsync(db, person.Id) is { } last
            ? await desk.AskAsync(name, (d, id) =>
                d.ApplyAsync(id, new UndoLastChange(last.Id), RegistrationTestDatabase.Organiser, CancellationToken.None)
            )
            : null;
    }

    private static async Task<(WorkshopState Room, IReadOnlyList<Registration> All)> RoomAsync(RegistrationTestDatabase desk)
    {
        await using var db = desk.Open();
        return (await db.WorkshopStates.AsNoTracking().SingleAsync(), await desk.AllAsync());
    }

    /// <summary>The promise that is broken, or null.</summary>
    private static string? Broken(
        (WorkshopState Room, IReadOnlyList<Registration> All) before,
        (WorkshopState Room, IReadOnlyList<Registration> All) after,
        string what,
        DateTimeOffset now
    )
    {
        var capacity = after.Room.Capacity ?? 5;
        var held = after.All.Where(r => r.HoldsSeat).ToList();
        var heldBefore = before.All.Where(r => r.HoldsSeat).ToDictionary(r => r.Id);
        if (held.Count > capacity && held.Count > heldBefore.Count)
            return "The room is sold twice.";
        if (what.StartsWith("capacity", StringComparison.Ordinal) && !heldBefore.Keys.All(id => held.Any(r => r.Id == id)))
            return "A change of capacity has unseated somebody.";

        // What only time has changed is seen to by the next turn or the sweep.
        var swept = what != "time passes and nobody sweeps";
        var keptBack = now < Released ? Math.Max(0, 2 - held.Count(r => r.FromReserve)) : 0;
        var line = after.All.Where(r => r is { Status: RegistrationStatus.Confirmed, LineNumber: not null }).ToList();
        if (swept && after.Room.Version > before.Room.Version && now < Start && line.Count > 0 && capacity - held.Count - keptBack > 0)
            return "A seat is free while a confirmed person waits.";

        var passed = held.Where(r => !heldBefore.ContainsKey(r.Id) && !r.FromReserve);
        var stillWaiting = line.Where(r =>
                before.All.Any(b => b.Id == r.Id && b.LineNumber == r.LineNumber && b.Status == RegistrationStatus.Confirmed)
            )
            .ToList();
        foreach (var sits in passed)
        {
            var stood = before.All.SingleOrDefault(b => b.Id == sits.Id)?.LineNumber ?? long.MaxValue;
            if (stillWaiting.Any(r => r.LineNumber < stood))
                return $"{sits.Email} has overtaken somebody.";
        }
        if (held.Any(r => r.Place == Place.Offer != (r.OfferUntil is not null) || r.OfferUntil > Start))
            return "An offer has no end.";
        return after.All.Any(r =>
            r.HoldsSeat != (r.Place is Place.Seat or Place.Offer)
            || (r.LineNumber is not null) != (r.Place == Place.WaitingList)
            || r is { Status: RegistrationStatus.Pending, Place: Place.Seat or Place.WaitingList, HoldUntil: null }
        )
            ? "A registration contradicts itself."
            : null;
    }
}
