using ModMatWorkshop.Domain.Options;

namespace ModMatWorkshop.Domain.Registrations;

/// <summary>A registration with a seat or a position on the waiting list, reduced to the values that <see cref="Seating"/> needs.</summary>
/// <param name="Kept">The seat that an organiser has freed, kept for an undo; null for none.</param>
public readonly record struct SeatingEntry(
    Guid Id,
    int? SeatNumber,
    long? LineNumber,
    bool FromReserve,
    bool Confirmed,
    KeptSeat? Kept = null
)
{
    public static SeatingEntry Of(Registration registration) =>
        new(
            registration.Id,
            registration.SeatNumber,
            registration.LineNumber,
            registration.FromReserve,
            registration.Status == RegistrationStatus.Confirmed,
            registration.KeptSeat
        );
}

/// <summary>A seat that an organiser has freed. Nobody else gets it before <paramref name="Until"/>, so that an undo finds it.</summary>
public readonly record struct KeptSeat(int Number, bool FromReserve, DateTimeOffset Until)
{
    /// <summary>How long a freed seat is kept, on the site's clock.</summary>
    public static readonly TimeSpan Time = TimeSpan.FromMinutes(10);
}

/// <summary>A seat offered to a person on the waiting list.</summary>
public readonly record struct SeatOffer(Guid Id, int SeatNumber, DateTimeOffset Until);

/// <summary>
/// All seats and the waiting list, in memory. A transaction loads it under the write lock, a preview without a lock.
/// <see cref="RegistrationRules"/> reads and updates it, so both give the same decision.
/// </summary>
public sealed class Seating
{
    private readonly Dictionary<Guid, SeatingEntry> _entries = [];
    private readonly SortedDictionary<long, SeatingEntry> _waitingList = [];
    private readonly HashSet<int> _seats = [];
    private readonly Dictionary<Guid, KeptSeat> _kept = [];
    private int _heldFromReserve;

    /// <param name="lastLineNumber">The last number given on the waiting list.</param>
    public Seating(RegistrationPolicy policy, DateTimeOffset now, IEnumerable<SeatingEntry> entries, long lastLineNumber)
    {
        (Policy, Now, LastLineNumber, Options) = (policy, now, lastLineNumber, new(policy.Options, []));
        foreach (var entry in entries)
            Add(entry);
    }

    public RegistrationPolicy Policy { get; }

    /// <summary>The places of the options, which have lines of their own.</summary>
    public OptionLines Options { get; init; }

    public DateTimeOffset Now { get; set; }

    public long LastLineNumber { get; private set; }

    public Seats Seats
    {
        get
        {
            var kept = Kept.ToList();
            return Policy.SeatsAt(Now, _seats.Count + kept.Count, _heldFromReserve + kept.Count(k => k.FromReserve));
        }
    }

    /// <summary>The seats that are kept for an undo at this moment.</summary>
    public IEnumerable<KeptSeat> Kept => _kept.Values.Where(k => k.Until > Now);

    /// <summary>The length of the waiting list, with confirmed and pending people.</summary>
    public int Waiting => _waitingList.Count;

    /// <summary>The lowest free seat number, or the preferred one if it is free.</summary>
    public int FreeSeatNumber(int? preferred = null)
    {
        var taken = Kept.Select(k => k.Number).Concat(_seats).ToHashSet();
        if (preferred is { } wish && !taken.Contains(wish))
            return wish;
        var number = 1;
        while (taken.Contains(number))
            number++;
        return number;
    }

    /// <summary>The next number of the waiting list. A number is never used twice.</summary>
    public long NextLineNumber() => ++LastLineNumber;

    /// <summary>
    /// The number of people who get a free seat before this registration: the confirmed people ahead of it, or the whole waiting list if it
    /// is not on it.
    /// </summary>
    public int Ahead(Registration registration) => registration.LineNumber is { } line ? ConfirmedBefore(line) : Waiting;

    /// <summary>
    /// The seat that a request would get now, after everybody ahead on the waiting list. A seat that an organiser freed a moment ago goes
    /// back to its owner, because nobody else may have it.
    /// </summary>
    public SeatPlan PlanSeat(Registration registration, bool invited) =>
        registration.KeptSeatAt(Now) is { } own
            ? new(true, own.FromReserve, 0)
            : SeatPlan.For(Seats, 0, false, new(Ahead(registration), invited));

    /// <summary>The number of other confirmed people on the waiting list.</summary>
    public int ConfirmedOthers(Registration registration) => _waitingList.Values.Count(e => e.Confirmed && e.Id != registration.Id);

    /// <summary>The rank on the waiting list, from 1; null for somebody who is not on it.</summary>
    public int? Rank(Registration registration) =>
        registration.LineNumber is { } line ? _waitingList.Keys.Count(number => number <= line) : null;

    /// <summary>Must be called after every change of a registration.</summary>
    public void Update(Registration registration)
    {
        RemoveSeat(registration.Id);
        Add(SeatingEntry.Of(registration));
        Options.Update(registration);
    }

    public void Remove(Guid id)
    {
        Options.Remove(id);
        RemoveSeat(id);
    }

    private void RemoveSeat(Guid id)
    {
        if (!_entries.Remove(id, out var entry))
            return;
        if (entry.LineNumber is { } line)
            _waitingList.Remove(line);
        if (entry.SeatNumber is { } seat)
            _seats.Remove(seat);
        if (entry is { SeatNumber: not null, FromReserve: true })
            _heldFromReserve--;
        _kept.Remove(id);
    }

    /// <summary>Offers the free seats to the confirmed people at the head of the waiting list. Every transaction calls it last.</summary>
    public IReadOnlyList<SeatOffer> OfferFreeSeats()
    {
        if (Waiting == 0 || Seats.Free == 0)
            return [];
        var confirmed = _waitingList.Values.Where(e => e.Confirmed).ToList();
        var offers = new List<SeatOffer>();
        foreach (var first in confirmed.Take(SeatPlan.For(Seats, confirmed.Count, Now < Policy.OffersUntil).Offers))
        {
            var offer = new SeatOffer(first.Id, FreeSeatNumber(), Policy.OfferDeadline(Now));
            RemoveSeat(first.Id);
            Add(first with { SeatNumber = offer.SeatNumber, LineNumber = null, FromReserve = false, Kept = null });
            offers.Add(offer);
        }
        return offers;
    }

    private int ConfirmedBefore(long line) => _waitingList.TakeWhile(e => e.Key < line).Count(e => e.Value.Confirmed);

    private void Add(SeatingEntry entry)
    {
        if (entry is { SeatNumber: null, LineNumber: null, Kept: null })
            return;
        _entries.Add(entry.Id, entry);
        if (entry.LineNumber is { } line)
            _waitingList.Add(line, entry);
        if (entry.Kept is { } kept)
            _kept.Add(entry.Id, kept);
        if (entry.SeatNumber is not { } seat)
            return;
        _seats.Add(seat);
        if (entry.FromReserve)
            _heldFromReserve++;
    }
}
