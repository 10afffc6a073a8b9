namespace ModMatWorkshop.Domain.Registrations;

/// <summary>What the content and the organisers' settings say about registration. All instants are UTC.</summary>
/// <param name="Capacity">Seats in the room.</param>
/// <param name="Reserved">Seats kept for invited people until <paramref name="ReservedUntil"/>.</param>
/// <param name="Open">An organiser's decision, which wins over the dates; null for the dates.</param>
/// <param name="Start">The start of the first session.</param>
/// <param name="End">The end of the last day.</param>
/// <param name="OffersUntil">No offer is made from this instant on.</param>
/// <param name="OfferHours">How long an offer lasts; null for the usual time.</param>
/// <param name="LastOfferHours">How long an offer lasts in the last three days; null for the usual time.</param>
public sealed record RegistrationPolicy(
    int Capacity,
    int Reserved,
    DateTimeOffset ReservedUntil,
    DateTimeOffset Opens,
    DateTimeOffset Closes,
    bool? Open,
    DateTimeOffset Start,
    DateTimeOffset End,
    DateTimeOffset OffersUntil,
    int? OfferHours = null,
    int? LastOfferHours = null
)
{
    /// <summary>How long the seat of a pending registration is kept.</summary>
    public TimeSpan Hold { get; init; } = TimeSpan.FromHours(2);

    /// <summary>Nobody registers for a workshop that is over, whatever an organiser has set.</summary>
    public bool IsOpenAt(DateTimeOffset now) => now < End && (Open ?? (now >= Opens && now < Closes));

    public Seats SeatsAt(DateTimeOffset now, int held, int heldFromReserve) =>
        new(Capacity, held, now < ReservedUntil ? Math.Max(0, Reserved - heldFromReserve) : 0);

    /// <summary>The deadline of an offer that is made now.</summary>
    public DateTimeOffset OfferDeadline(DateTimeOffset now) => SeatPlan.OfferUntil(now, Start, OfferHours, LastOfferHours);
}
