namespace ModMatWorkshop.Domain.Registrations;

/// <summary>One registration that holds a seat or waits for one, as <see cref="Seating"/> needs it.</summary>
public readonly record struct SeatingEntry(Guid Id, int? SeatNumber, long? LineNumber, bool FromReserve, bool Confirmed)
{
    public static SeatingEntry Of(Registration registration) =>
        new(
            registration.Id,
            registration.SeatNumber,
            registration.LineNumber,
            registration.FromReserve,
            registration.Status == RegistrationStatus.Confirmed
        );
}

/// <summary>A seat that is offered to somebody on the waiting list.</summary>
public readonly record struct SeatOffer(Guid Id, int SeatNumber, DateTimeOffset Until);

/// <summary>
/// Who holds a seat and who is on the waiting list, in memory. A transaction builds it under the lock and a preview builds it without one;
/// <see cref="RegistrationRules"/> reads it and keeps it up to date, so that both decide alike.
/// </summary>
public sealed class Seating
{
    private readonly Dictionary<Guid, SeatingEntry> _entries = [];
    private readonly SortedDictionary<long, SeatingEntry> _line = [];
    private readonly HashSet<int> _seats = [];
    private int _heldFromReserve;

    /// <param name="lastLineNumber">The last number that was drawn for the waiting list.</param>
    public Seating(RegistrationPolicy policy, DateTimeOffset now, IEnumerable<SeatingEntry> entries, long lastLineNumber)
    {
        (Policy, Now, LastLineNumber) = (policy, now, lastLineNumber);
        foreach (var entry in entries)
            Add(entry);
    }

    public RegistrationPolicy Policy { get; }

    public DateTimeOffset Now { get; set; }

    public long LastLineNumber { get; private set; }

    public Seats Seats => Policy.SeatsAt(Now, _seats.Count, _heldFromReserve);

    /// <summary>Everybody on the waiting list, confirmed or not.</summary>
    public int Waiting => _line.Count;

    /// <summary>The lowest free seat number, or the preferred one if it is free.</summary>
    public int FreeSeatNumber(int? preferred = null)
    {
        if (preferred is { } wish && !_seats.Contains(wish))
            return wish;
        var number = 1;
        while (_seats.Contains(number))
            number++;
        return number;
    }

    /// <summary>The next number of the waiting list. It is drawn once and never given to anybody else.</summary>
    public long DrawLineNumber() => ++LastLineNumber;

    /// <summary>
    /// How many people come before a registration when a seat is free: the confirmed ones ahead of it, or the whole waiting list if it is
    /// not on it.
    /// </summary>
    public int Ahead(Registration registration) => registration.LineNumber is { } line ? ConfirmedBefore(line) : Waiting;

    /// <summary>Confirmed people on the waiting list other than this one.</summary>
    public int ConfirmedOthers(Registration registration) => _line.Values.Count(e => e.Confirmed && e.Id != registration.Id);

    /// <summary>The position on the waiting list, from 1; null for somebody who is not on it.</summary>
    public int? Rank(Registration registration) => registration.LineNumber is { } line ? _line.Keys.Count(number => number <= line) : null;

    /// <summary>Call it after every change of a registration.</summary>
    public void Update(Registration registration)
    {
        Remove(registration.Id);
        Add(SeatingEntry.Of(registration));
    }

    public void Remove(Guid id)
    {
        if (!_entries.Remove(id, out var entry))
            return;
        if (entry.LineNumber is { } line)
            _line.Remove(line);
        if (entry.SeatNumber is { } seat)
            _seats.Remove(seat);
        if (entry is { SeatNumber: not null, FromReserve: true })
            _heldFromReserve--;
    }

    /// <summary>Offers the free seats to the confirmed people at the head of the waiting list. Every transaction ends with it.</summary>
    public IReadOnlyList<SeatOffer> OfferFreeSeats()
    {
        if (Waiting == 0 || Seats.Free == 0)
            return [];
        var confirmed = _line.Values.Where(e => e.Confirmed).ToList();
        var offers = new List<SeatOffer>();
        foreach (var first in confirmed.Take(SeatPlan.For(Seats, confirmed.Count, Now < Policy.OffersUntil).Offers))
        {
            var offer = new SeatOffer(first.Id, FreeSeatNumber(), Policy.OfferDeadline(Now));
            Remove(first.Id);
            Add(first with { SeatNumber = offer.SeatNumber, LineNumber = null, FromReserve = false });
            offers.Add(offer);
        }
        return offers;
    }

    private int ConfirmedBefore(long line) => _line.TakeWhile(e => e.Key < line).Count(e => e.Value.Confirmed);

    private void Add(SeatingEntry entry)
    {
        if (entry is { SeatNumber: null, LineNumber: null })
            return;
        _entries.Add(entry.Id, entry);
        if (entry.LineNumber is { } line)
            _line.Add(line, entry);
        if (entry.SeatNumber is not { } seat)
            return;
        _seats.Add(seat);
        if (entry.FromReserve)
            _heldFromReserve++;
    }
}
