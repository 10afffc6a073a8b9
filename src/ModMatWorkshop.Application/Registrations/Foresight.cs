using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>What would come of something.</summary>
/// <param name="Answer">The desk's.</param>
/// <param name="Place">… and where they would stand then, and at which rank in line.</param>
/// <param name="Ahead">How many confirmed people stand before them in line.</param>
public sealed record Foreseen(DeskAnswer Answer, Place Place, int? Rank = null, int Ahead = 0);

/// <summary>The rules of the desk on a copy of the room in memory: what would happen to one person after the other, while nothing does.</summary>
public sealed class Foresight
{
    private readonly RoomState _state;
    private readonly DateTimeOffset _now;
    private readonly HashSet<Guid> _invited;
    private readonly SortedDictionary<long, (int Number, bool Confirmed)> _line = [];
    private readonly HashSet<int> _offered = [];
    private long _lastInLine;
    private int _held;
    private int _heldOfReserve;

    private Foresight(RoomState state, DateTimeOffset now, HashSet<Guid> invited) => (_state, _now, _invited, _lastInLine) = (state, now, invited, state.Room.LastInLine);

    public static async Task<Foresight> ReadAsync(WorkshopDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var state = await RoomState.ReadAsync(db, cancel);
        var invited = await db.Invitations.Where(i => i.UsedBy != null).Select(i => i.UsedBy!.Value).ToListAsync(cancel);
        var foresight = new Foresight(state, now, [.. invited]);
        var placed = await db.Registrations.Where(r => r.SeatNumber != null || r.LineNumber != null)
            .Select(r => new { r.Number, r.SeatNumber, r.LineNumber, r.FromReserve, r.Status }).ToListAsync(cancel);
        foreach (var one in placed)
            if (one.LineNumber is { } line)
                foresight._line.Add(line, (one.Number, one.Status == RegistrationStatus.Confirmed));
            else
                foresight.Take(one.FromReserve);
        return foresight;
    }

    private Seats Seats => _state.SeatsAt(_now, _held, _heldOfReserve);

    /// <summary>In the order in which it would be done: what one gives up is there for the next.</summary>
    public Foreseen Of(BatchKind kind, Registration registration)
    {
        var foreseen = kind switch
        {
            BatchKind.Confirm => Confirm(registration),
            BatchKind.Cancel => Cancel(registration),
            BatchKind.Remote => FollowRemotely(registration),
            BatchKind.Offer => Offer(registration),
            BatchKind.Link or BatchKind.Message => new(registration.Status == RegistrationStatus.Cancelled ? DeskAnswer.NotNow : DeskAnswer.Done, PlaceOf(registration)),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "It is not foreseen."),
        };
        // Also a turn that changes nothing ends so.
        OfferWhatIsFree();
        return foreseen;
    }

    /// <summary>Somebody whom a file names for the first time.</summary>
    public Foreseen Enter(Attendance attendance, bool isConfirmed)
    {
        if (_now >= _state.End)
            return new(DeskAnswer.TooLate, Place.None);
        return Seen(attendance == Attendance.Remote ? (Place.Remote, null) : SeatOrQueue(0, isConfirmed, invited: false));
    }

    /// <summary>Somebody who is known and whom a file wants elsewhere.</summary>
    public Foreseen Move(Registration registration, Attendance attendance)
    {
        var (number, confirmed) = (registration.Number, registration.Status == RegistrationStatus.Confirmed);
        if (registration.Status == RegistrationStatus.Cancelled)
            return new(DeskAnswer.NotNow, Place.None);
        Leave(registration);
        return Seen(attendance == Attendance.Remote ? (Place.Remote, null) : SeatOrQueue(number, confirmed, invited: false));
    }

    private Foreseen Confirm(Registration registration)
    {
        var number = registration.Number;
        if (registration.Status != RegistrationStatus.Pending)
            return new(registration.Status == RegistrationStatus.Confirmed ? DeskAnswer.AlreadySo : DeskAnswer.NotNow, PlaceOf(registration));
        if (_now >= _state.End)
            return new(DeskAnswer.TooLate, registration.Place);
        var invited = _invited.Contains(registration.Id);
        var hasLapsed = registration.HoldUntil <= _now;
        if (hasLapsed)
            Leave(registration);
        if (hasLapsed || registration.Place == Place.None)
            return Seen(SeatOrQueue(number, isConfirmed: true, invited));
        if (registration.LineNumber is not { } line)
            return Seen((registration.Place, null));

        var plan = SeatPlan.For(Seats, 0, false, new(Ahead(line), invited));
        _line[line] = (number, true);
        if (!plan.Sits)
            return Seen((Place.WaitingList, line));
        _line.Remove(line);
        Take(plan.FromReserve);
        return Seen((Place.Seat, null));
    }

    private Foreseen Cancel(Registration registration)
    {
        if (registration.Status == RegistrationStatus.Cancelled)
            return new(DeskAnswer.AlreadySo, Place.None);
        Leave(registration);
        return Seen((Place.None, null));
    }

    private Foreseen FollowRemotely(Registration registration)
    {
        if (registration.Status == RegistrationStatus.Cancelled)
            return new(DeskAnswer.NotNow, Place.None);
        if (registration.Place == Place.Remote)
            return new(DeskAnswer.AlreadySo, Place.Remote);
        Leave(registration);
        return Seen((Place.Remote, null));
    }

    private Foreseen Offer(Registration registration)
    {
        var (place, line) = (PlaceOf(registration), registration.LineNumber);
        if (registration.Status != RegistrationStatus.Confirmed)
            return new(DeskAnswer.NotNow, place);
        if (place is Place.Seat or Place.Offer)
            return new(DeskAnswer.AlreadySo, place);
        if (_now >= _state.OffersUntil)
            return new(DeskAnswer.TooLate, place, RankOf(line));
        var ahead = line is { } own ? Ahead(own) : _line.Count;
        if (Seats.Free <= ahead)
            return new(ahead > 0 ? DeskAnswer.OutOfTurn : DeskAnswer.Full, place, RankOf(line), ahead);
        if (line is { } left)
            _line.Remove(left);
        Take(ofReserve: false);
        return Seen((Place.Offer, null));
    }

    /// <summary>The end of a turn, and where it leaves the person.</summary>
    private Foreseen Seen((Place Place, long? Line) stands)
    {
        OfferWhatIsFree();
        return stands.Line switch
        {
            null => new(DeskAnswer.Done, stands.Place),
            { } line when _line.ContainsKey(line) => new(DeskAnswer.Done, Place.WaitingList, Rank(line)),
            _ => new(DeskAnswer.Done, Place.Offer),
        };
    }

    private (Place, long?) SeatOrQueue(int number, bool isConfirmed, bool invited)
    {
        var plan = SeatPlan.For(Seats, 0, false, new(_line.Count, invited));
        if (plan.Sits)
        {
            Take(plan.FromReserve);
            return (Place.Seat, null);
        }
        _line.Add(++_lastInLine, (number, isConfirmed));
        return (Place.WaitingList, _lastInLine);
    }

    private void OfferWhatIsFree()
    {
        if (Seats.Free == 0)
            return;
        var waiting = _line.Where(l => l.Value.Confirmed).ToList();
        foreach (var (line, first) in waiting.Take(SeatPlan.For(Seats, waiting.Count, _now < _state.OffersUntil).Offers))
        {
            _line.Remove(line);
            _offered.Add(first.Number);
            Take(ofReserve: false);
        }
    }

    private void Leave(Registration registration)
    {
        if (registration.LineNumber is { } line && _line.Remove(line))
            return;
        if (registration.HoldsSeat || _offered.Remove(registration.Number))
        {
            _held--;
            _heldOfReserve -= registration.FromReserve ? 1 : 0;
        }
    }

    private void Take(bool ofReserve)
    {
        _held++;
        _heldOfReserve += ofReserve ? 1 : 0;
    }

    private Place PlaceOf(Registration registration) => _offered.Contains(registration.Number) ? Place.Offer : registration.Place;

    private int Ahead(long line) => _line.Count(l => l.Key < line && l.Value.Confirmed);

    private int Rank(long line) => line == _lastInLine ? _line.Count : _line.Count(l => l.Key <= line);

    private int? RankOf(long? line) => line is { } own ? Rank(own) : null;
}
