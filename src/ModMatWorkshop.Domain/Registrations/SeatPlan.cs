namespace ModMatWorkshop.Domain.Registrations;

/// <summary>The seats at one moment, read under the write lock.</summary>
/// <param name="Capacity">The number of seats of the workshop.</param>
/// <param name="Held">The seats that are taken: pending, confirmed, offered or kept for an undo.</param>
/// <param name="UnusedReserve">Seats of the reserve that are still free; 0 after the reserve has ended.</param>
public readonly record struct Seats(int Capacity, int Held, int UnusedReserve)
{
    /// <summary>Free seats outside the reserve. Never negative, because a lower capacity takes no seat away.</summary>
    public int Free => Math.Max(0, Capacity - Held - UnusedReserve);

    /// <summary>Free seats of the reserve for an invited person, within the capacity.</summary>
    public int AvailableReserve => Math.Min(UnusedReserve, Math.Max(0, Capacity - Held));
}

/// <summary>A request for a seat now: a new registration, a confirmation or a change of attendance.</summary>
/// <param name="Ahead">The number of people on the waiting list ahead of this person.</param>
/// <param name="Invited">The person may take a seat of the reserve.</param>
public readonly record struct SeatRequest(int Ahead, bool Invited = false);

/// <summary>Who gets a seat, who gets an offer and who waits. Every change of a registration uses this rule.</summary>
/// <param name="TakesSeat">The person who asks takes a seat now.</param>
/// <param name="FromReserve">That seat comes from the reserve.</param>
/// <param name="Offers">The number of offers to confirmed people at the head of the waiting list.</param>
public readonly record struct SeatPlan(bool TakesSeat, bool FromReserve, int Offers)
{
    /// <param name="waiting">Confirmed people on the waiting list, without the person who asks.</param>
    /// <param name="offersMayBeMade">False once the workshop has begun.</param>
    public static SeatPlan For(Seats seats, int waiting, bool offersMayBeMade, SeatRequest? request = null)
    {
        var fromReserve = request is { Invited: true } && seats.AvailableReserve > 0;
        // People who were on the waiting list before the request come first.
        var sits = fromReserve || request is { } asked && seats.Free > asked.Ahead;
        var left = seats.Free - (sits && !fromReserve ? 1 : 0);
        return new(sits, fromReserve, offersMayBeMade ? Math.Min(left, waiting) : 0);
    }

    /// <summary>The default time limit of an offer.</summary>
    public const int DefaultOfferHours = 48;

    /// <summary>The default time limit of an offer in the last three days before the start.</summary>
    public const int DefaultLastOfferHours = 12;

    /// <summary>
    /// The deadline of an offer: two days, or half a day in the last three days, unless an organiser has set other hours; never after the
    /// start.
    /// </summary>
    public static DateTimeOffset OfferUntil(DateTimeOffset now, DateTimeOffset start, int? hours = null, int? lastHours = null)
    {
        var until =
            now + TimeSpan.FromHours(start - now > TimeSpan.FromDays(3) ? hours ?? DefaultOfferHours : lastHours ?? DefaultLastOfferHours);
        return until < start ? until : start;
    }
}
