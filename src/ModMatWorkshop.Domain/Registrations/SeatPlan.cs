namespace ModMatWorkshop.Domain.Registrations;

/// <summary>The seats at one moment, under the lock.</summary>
/// <param name="Capacity">How many people the room takes.</param>
/// <param name="Held">How many hold a seat: pending, confirmed or offered.</param>
/// <param name="UnusedReserve">Seats of the reserve that nobody has drawn on yet; none once it is released.</param>
public readonly record struct Seats(int Capacity, int Held, int UnusedReserve)
{
    /// <summary>What anybody may take. Never negative: a smaller capacity unseats nobody.</summary>
    public int Free => Math.Max(0, Capacity - Held - UnusedReserve);

    /// <summary>What who is invited may take: no more than the room has.</summary>
    public int AvailableReserve => Math.Min(UnusedReserve, Math.Max(0, Capacity - Held));
}

/// <summary>Somebody who asks for a seat now: a newcomer, or one who confirms or changes their mind.</summary>
/// <param name="Ahead">How many in line stand before them.</param>
/// <param name="Invited">They may draw on the reserve.</param>
public readonly record struct SeatRequest(int Ahead, bool Invited = false);

/// <summary>Who sits, who is offered a seat and who waits: the one rule that every change of a registration ends with.</summary>
/// <param name="TakesSeat">The one who asked takes a seat now.</param>
/// <param name="FromReserve">… out of the reserve.</param>
/// <param name="Offers">How many confirmed people at the head of the line are offered a seat.</param>
public readonly record struct SeatPlan(bool TakesSeat, bool FromReserve, int Offers)
{
    /// <param name="waiting">Confirmed people in line, who asked themselves not among them.</param>
    /// <param name="offersMayBeMade">False once the workshop has begun.</param>
    public static SeatPlan For(Seats seats, int waiting, bool offersMayBeMade, SeatRequest? request = null)
    {
        var fromReserve = request is { Invited: true } && seats.AvailableReserve > 0;
        // Whoever asks is served after those who were there before.
        var sits = fromReserve || request is { } asked && seats.Free > asked.Ahead;
        var left = seats.Free - (sits && !fromReserve ? 1 : 0);
        return new(sits, fromReserve, offersMayBeMade ? Math.Min(left, waiting) : 0);
    }

    /// <summary>How long an offer lasts.</summary>
    public const int UsualOfferHours = 48;

    /// <summary>How long one lasts in the last three days.</summary>
    public const int UsualLastOfferHours = 12;

    /// <summary>
    /// Two days to answer, half a day in the last three days, unless an organiser has set other hours, and never past the beginning.
    /// </summary>
    public static DateTimeOffset OfferUntil(DateTimeOffset now, DateTimeOffset start, int? hours = null, int? lastHours = null)
    {
        var until =
            now + TimeSpan.FromHours(start - now > TimeSpan.FromDays(3) ? hours ?? UsualOfferHours : lastHours ?? UsualLastOfferHours);
        return until < start ? until : start;
    }
}
