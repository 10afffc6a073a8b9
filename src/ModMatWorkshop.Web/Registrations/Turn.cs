using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Data;

namespace ModMatWorkshop.Web.Registrations;

/// <summary>A turn at the desk, or several in one transaction: the room as it is under the lock, and what a turn leaves behind besides the registration itself.</summary>
internal sealed class Turn(WorkshopDb db, SiteClock clock, TimeProvider realTime)
{
    private readonly Dictionary<int, bool> _held = [];
    private bool _seatsChanged;

    public WorkshopDb Db => db;

    public DateTimeOffset Now { get; private set; }

    public RoomState State { get; private set; } = null!;

    public Room Room => State.Room;

    /// <summary>How many stand in line, confirmed or not.</summary>
    public int Waiting { get; private set; }

    public bool HasMail { get; private set; }

    public Seats Seats => State.SeatsOf(_held.Values, Now);

    /// <summary>Takes the lock: who comes second waits at this statement, and everything that is read after it is true until the commit.</summary>
    public async Task BeginAsync()
    {
        await db.Rooms.ExecuteUpdateAsync(r => r.SetProperty(x => x.Version, x => x.Version));
        await ReadAsync();
    }

    /// <summary>One turn, on what the one before it has left.</summary>
    public async Task<T> TakeAsync<T>(Func<Turn, Task<T>> work)
    {
        (Now, _seatsChanged) = (clock.GetUtcNow(), false);
        Room.Version++;
        var done = await work(this);
        await db.SaveChangesAsync();
        await OfferWhatIsFreeAsync();
        db.ChangeTracker.Clear();
        db.Attach(Room);
        return done;
    }

    public async Task ReadAsync()
    {
        State = await RoomState.ReadAsync(db, CancellationToken.None);
        _held.Clear();
        foreach (var seat in await db.Registrations.Where(r => r.SeatNumber != null).Select(r => new { r.SeatNumber, r.FromReserve }).ToListAsync())
            _held.Add(seat.SeatNumber!.Value, seat.FromReserve);
        Waiting = State.Waiting;
    }

    /// <summary>The lowest number that is free.</summary>
    public int TakeSeat(bool fromReserve)
    {
        var number = 1;
        while (_held.ContainsKey(number))
            number++;
        _held.Add(number, fromReserve);
        return number;
    }

    public long JoinLine()
    {
        Waiting++;
        return ++Room.LastInLine;
    }

    /// <summary>Somebody gives up what they have. Call it before they do.</summary>
    public void SeatsChanged(Registration? registration = null)
    {
        _seatsChanged = true;
        if (registration?.SeatNumber is { } seat)
            _held.Remove(seat);
        if (registration?.LineNumber is not null)
            Waiting--;
    }

    /// <summary>The end of every turn: confirmed people at the head of the line are offered what is free.</summary>
    private async Task OfferWhatIsFreeAsync()
    {
        if (!_seatsChanged && Waiting == 0 || Seats.Free == 0)
            return;
        var line = db.Registrations.Where(r => r.LineNumber != null && r.Status == RegistrationStatus.Confirmed);
        var plan = SeatPlan.For(Seats, await line.CountAsync(), Now < State.Start);
        foreach (var registration in await line.OrderBy(r => r.LineNumber).Take(plan.Offers).ToListAsync())
        {
            registration.BeOffered(TakeSeat(false), SeatPlan.OfferUntil(Now, State.Start));
            Mail(registration, MailKind.Offer);
            Log(Actor.Site, "offered a seat", registration, null);
        }
        await db.SaveChangesAsync();
    }

    /// <param name="suffix">What makes the cause one of its own; the number of this turn when null.</param>
    public void Mail(Registration registration, MailKind kind, string? suffix = null)
    {
        HasMail = true;
        db.Outbox.Add(OutboxMessage.For(registration, kind, suffix ?? Room.Version.ToString(CultureInfo.InvariantCulture), realTime.GetUtcNow(), State.UidDomain));
    }

    public void Log(Actor actor, string action, Registration? registration, string? result) =>
        db.AuditLog.Add(new() { At = realTime.GetUtcNow(), Actor = actor.Name, From = actor.From, Action = action, Registration = registration?.Number, Result = result });
}
