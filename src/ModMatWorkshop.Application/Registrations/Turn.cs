using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>A turn at the desk, or several in one transaction: the room as it is under the lock, and what a turn leaves behind besides the registration itself.</summary>
internal sealed class Turn(WorkshopDb db, SiteClock clock, TimeProvider realTime)
{
    /// <summary>What the log calls it when the line moves up.</summary>
    public const string Offered = "offered a seat";

    private const string SentAgain = "sent the form again";
    private readonly Dictionary<int, bool> _held = [];
    private readonly Dictionary<Guid, (Actor Actor, string Action)> _changedBy = [];
    private bool _seatsChanged;

    public WorkshopDb Db => db;

    public DateTimeOffset Now { get; private set; }

    public RoomState State { get; private set; } = null!;

    public Room Room => State.Room;

    /// <summary>How many stand in line, confirmed or not.</summary>
    public int Waiting { get; private set; }

    public bool HasMail { get; private set; }

    /// <summary>The item of a batch that this turn does, for the history.</summary>
    public long? BatchItem { get; set; }

    public Seats Seats => State.SeatsAt(Now, _held.Count, _held.Values.Count(ofReserve => ofReserve));

    /// <summary>Takes the lock: who comes second waits at this statement, and everything that is read after it is true until the commit.</summary>
    public async Task BeginAsync()
    {
        await db.Rooms.ExecuteUpdateAsync(r => r.SetProperty(x => x.Version, x => x.Version));
        await ReadAsync();
    }

    /// <summary>One turn, on what the one before it has left.</summary>
    public async Task<T> TakeAsync<T>(Func<Turn, Task<T>> work)
    {
        (Now, _seatsChanged, BatchItem) = (clock.GetUtcNow(), false, null);
        _changedBy.Clear();
        Room.Version++;
        var done = await work(this);
        WriteHistory();
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
    /// <param name="preferred">Taken instead, if it is free.</param>
    public int TakeSeat(bool fromReserve, int? preferred = null)
    {
        var number = preferred is { } wish && !_held.ContainsKey(wish) ? wish : 1;
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

    /// <summary>Back to a place in the line that was given up. Numbers are drawn once, so nobody else has it.</summary>
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
    private async Task OfferWhatIsFreeAsync()
    {
        if (!_seatsChanged && Waiting == 0 || Seats.Free == 0)
            return;
        var line = db.Registrations.Where(r => r.LineNumber != null && r.Status == RegistrationStatus.Confirmed);
        var plan = SeatPlan.For(Seats, await line.CountAsync(), Now < State.OffersUntil);
        foreach (var registration in await line.OrderBy(r => r.LineNumber).Take(plan.Offers).ToListAsync())
        {
            registration.BeOffered(TakeSeat(false), State.OfferUntil(Now));
            Mail(registration, MailKind.Offer);
            Log(Actor.Site, Offered, registration, null);
        }
        WriteHistory();
        await db.SaveChangesAsync();
    }

    /// <summary>Before every save: what a registration that was there already has been, and who changed it as the log has it.</summary>
    private void WriteHistory()
    {
        foreach (var entry in db.ChangeTracker.Entries<Registration>().Where(e => e.State == EntityState.Modified).ToList())
        {
            var before = ((Registration)entry.OriginalValues.ToObject()).Snapshot();
            // Needs that are to be forgotten are not first written down.
            if (Now >= State.End)
                before = before.WithoutNeeds();
            var (actor, action) = _changedBy.GetValueOrDefault(entry.Entity.Id, (Actor.Participant, SentAgain));
            db.RegistrationChanges.Add(new()
            {
                RegistrationId = entry.Entity.Id,
                At = realTime.GetUtcNow(),
                Actor = actor.Name,
                Action = action,
                Before = before,
                Revision = before.Revision,
                From = before.Place,
                To = entry.Entity.Place,
                BatchItem = BatchItem,
                TellsNeeds = before.Details is { Diet: not null } or { AccessNeeds: not null },
            });
        }
    }

    /// <param name="suffix">What makes the cause one of its own; the number of this turn when null.</param>
    /// <param name="textId">Of the organisers' message that it brings.</param>
    public void Mail(Registration registration, MailKind kind, string? suffix = null, long? textId = null)
    {
        HasMail = true;
        db.Outbox.Add(OutboxMessage.For(registration, kind, suffix ?? Room.Version.ToString(CultureInfo.InvariantCulture), realTime.GetUtcNow(), State.UidDomain, textId));
    }

    public void Mail(Invitation invitation)
    {
        HasMail = true;
        db.Outbox.Add(OutboxMessage.For(invitation, realTime.GetUtcNow(), State.UidDomain));
    }

    /// <summary>Something waits in the outbox that this turn did not put there.</summary>
    public void RingBell() => HasMail = true;

    /// <param name="changed">False for what was asked for and refused: it stands in the log and not in the history.</param>
    public void Log(Actor actor, string action, Registration? registration, string? result, bool changed = true)
    {
        if (registration is not null && changed)
            _changedBy[registration.Id] = (actor, action);
        db.AuditLog.Add(new() { At = realTime.GetUtcNow(), Actor = actor.Name, From = actor.From, Action = action, Registration = registration?.Number, Result = result });
    }
}
