using ModMatWorkshop.Domain.Options;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Registrations;

/// <summary>The registration settings of the content and of the organisers. All instants are UTC.</summary>
/// <param name="Capacity">The number of seats of the workshop.</param>
/// <param name="Reserved">The seats of the reserve until <paramref name="ReservedUntil"/>, and never after the start.</param>
/// <param name="Open">An organiser's override of the dates; null to follow the dates.</param>
/// <param name="Start">The start of the first session.</param>
/// <param name="End">The end of the last day.</param>
/// <param name="OffersUntil">No offer is made from this instant on.</param>
/// <param name="OfferHours">The time limit of an offer; null for the default.</param>
/// <param name="LastOfferHours">The time limit of an offer in the last three days; null for the default.</param>
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
    /// <summary>The length of the hold of a pending registration.</summary>
    public TimeSpan Hold { get; init; } = TimeSpan.FromHours(2);

    /// <summary>How people can take part.</summary>
    public AttendanceOffer Offer { get; init; } = AttendanceOffer.Both;

    /// <summary>People apply, and organisers accept or decline them. Invited people need no selection.</summary>
    public bool IsOnApplication { get; init; }

    /// <summary>The options of the content, in its order.</summary>
    public IReadOnlyList<OptionTerms> Options { get; init; } = [];

    /// <summary>From now on, organisers decide about what participants change; null for never.</summary>
    public DateTimeOffset? ChangesUntil { get; init; }

    public bool AreChangesFreeAt(DateTimeOffset now) => !(now >= ChangesUntil);

    /// <summary>Whether registration is open. After the workshop it is closed, whatever the organisers have set.</summary>
    public bool IsOpenAt(DateTimeOffset now) => now < End && (Open ?? (now >= Opens && now < Closes));

    /// <summary>From now on no offers go out, and a free seat belongs to whoever stands at the desk.</summary>
    public bool DeskGivesSeatsAt(DateTimeOffset now) => now >= OffersUntil && now < End;

    public Seats SeatsAt(DateTimeOffset now, int held, int heldFromReserve) =>
        new(Capacity, held, now < ReservedUntil && now < Start ? Math.Max(0, Reserved - heldFromReserve) : 0);

    /// <summary>The deadline of an offer of places of an option: as for a seat, but never after the option closes.</summary>
    public DateTimeOffset OptionOfferDeadline(OptionTerms terms, DateTimeOffset now) =>
        SeatPlan.OfferUntil(now, terms.ClosesAt, OfferHours, LastOfferHours);

    /// <summary>The deadline of an offer that is made now.</summary>
    public DateTimeOffset OfferDeadline(DateTimeOffset now) => SeatPlan.OfferUntil(now, Start, OfferHours, LastOfferHours);
}
