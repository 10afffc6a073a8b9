using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Data;

namespace ModMatWorkshop.Web.Registrations;

/// <summary>One turn at the desk: the room as it is under the lock, and what the turn leaves behind besides the registration itself.</summary>
internal sealed class Turn(WorkshopDb db, SiteClock clock, TimeProvider realTime)
{
    private readonly Dictionary<int, bool> _held = [];
    private bool _seatsChanged;

    public WorkshopDb Db => db;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public RoomState State { get; private set; } = null!;

    public Room Room => State.Room;

    /// <summary>How many stand in line, confirmed or not.</summary>
    public int Waiting { get; private set; }

    public bool HasMail { get; private set; }

    public Seats Seats => State.SeatsOf(_held.Values, Now);

    /// <summary>Takes the lock: who comes second waits at this statement, and everything that is read after it is true until the commit.</summary>
    public async Task BeginAsync(CancellationToken cancel)
    {
        await db.Rooms.ExecuteUpdateAsync(r => r.SetProperty(x => x.Version, x => x.Version + 1), cancel);
        HasMail = _seatsChanged = false;
        await ReadAsync(cancel);
    }

    public async Task ReadAsync(CancellationToken cancel)
    {
        State = await RoomState.ReadAsync(db, cancel);
        _held.Clear();
        foreach (var seat in await db.Registrations.Where(r => r.SeatNumber != null).Select(r => new { r.SeatNumber, r.FromReserve }).ToListAsync(cancel))
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

    /// <summary>Somebody comes back to the place in line that was theirs: nobody else can have drawn it.</summary>
    public long RejoinLine(long number)
    {
        Waiting++;
        return number;
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
    public async Task OfferWhatIsFreeAsync(CancellationToken cancel)
    {
        if (!_seatsChanged && Waiting == 0 || Seats.Free == 0)
            return;
        var line = db.Registrations.Where(r => r.LineNumber != null && r.Status == RegistrationStatus.Confirmed);
        var plan = SeatPlan.For(Seats, await line.CountAsync(cancel), Now < State.Start);
        foreach (var registration in await line.OrderBy(r => r.LineNumber).Take(plan.Offers).ToListAsync(cancel))
        {
            registration.BeOffered(TakeSeat(false), SeatPlan.OfferUntil(Now, State.Start));
            Mail(registration, MailKind.Offer);
            Log(Actor.Site, "offered a seat", registration, null);
        }
        await db.SaveChangesAsync(cancel);
    }

    /// <param name="suffix">What makes the cause one of its own; the number of this turn when null.</param>
    /// <param name="textId">Of the organisers' message that it brings.</param>
    public void Mail(Registration registration, MailKind kind, string? suffix = null, long? textId = null)
    {
        HasMail = true;
        db.Outbox.Add(OutboxMessage.For(registration, kind, suffix ?? Room.Version.ToString(CultureInfo.InvariantCulture), realTime.GetUtcNow(), State.UidDomain, textId));
    }

    public void Log(Actor actor, string action, Registration? registration, string? result) =>
        db.AuditLog.Add(new() { At = realTime.GetUtcNow(), Actor = actor.Name, From = actor.From, Action = action, Registration = registration?.Number, Result = result });
}
