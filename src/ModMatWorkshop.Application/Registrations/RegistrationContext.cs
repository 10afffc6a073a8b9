using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Options;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>The policy of registration and the number of occupied seats, read in one query.</summary>
/// <param name="Held">The number of seats taken, held, offered or kept for an undo.</param>
/// <param name="HeldFromReserve">The number of those seats that come from the reserve.</param>
/// <param name="Waiting">The number of people on the waiting list, confirmed or not.</param>
/// <param name="LastReserveDay">The last day of the reserve, as pages and mails announce it.</param>
public sealed record RegistrationContext(
    WorkshopState State,
    RegistrationPolicy Policy,
    int Held,
    int HeldFromReserve,
    int Waiting,
    DateOnly LastReserveDay,
    string UidDomain
)
{
    public static async Task<RegistrationContext> ReadAsync(WorkshopDb db, CancellationToken cancel)
    {
        var read = await (
            from state in db.WorkshopStates
            from workshop in db.Workshops
            select new
            {
                State = state,
                // Maintenance forgets a kept seat as soon as its time is over, so these counts need no clock.
                Held = db.Registrations.Count(r => r.SeatNumber != null || r.KeptSeatNumber != null),
                HeldFromReserve = db.Registrations.Count(r => r.SeatNumber != null && r.FromReserve || r.KeptFromReserve),
                Waiting = db.Registrations.Count(r => r.LineNumber != null),
                state.Capacity,
                workshop.Seats,
                workshop.IsInPersonOnly,
                workshop.IsOnApplication,
                Reserved = state.Reserved ?? workshop.Reserved,
                workshop.ReservedUntil,
                RegistrationOpens = state.RegistrationOpens ?? workshop.RegistrationOpens,
                RegistrationCloses = state.RegistrationCloses ?? workshop.RegistrationCloses,
                workshop.ChangesUntil,
                workshop.Start,
                workshop.End,
                workshop.TimeZoneId,
                workshop.UidDomain,
                workshop.Options,
                First = db.Slots.Min(s => (DateTimeOffset?)s.Start),
            }
        ).SingleAsync(cancel);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(read.TimeZoneId);
        var start = read.First ?? LocalHours.StartOfDay(read.Start, zone);
        var lastDayOfReserve = read.State.LastReserveDay(read.ReservedUntil, read.RegistrationCloses);
        var offer = AttendanceOffers.Of(read.Seats, read.IsInPersonOnly);
        var policy = new RegistrationPolicy(
            offer.HasRoom() ? read.Capacity ?? read.Seats : 0,
            read.Reserved,
            EndOf(lastDayOfReserve),
            LocalHours.StartOfDay(read.RegistrationOpens, zone),
            EndOf(read.RegistrationCloses),
            read.State.Open,
            start,
            EndOf(read.End),
            read.State.OffersUntil is { } day && EndOf(day) is var end && end < start ? end : start,
            read.State.OfferHours,
            read.State.LastOfferHours
        )
        {
            Offer = offer,
            IsOnApplication = read.IsOnApplication,
            ChangesUntil = read.ChangesUntil is { } lastDay ? EndOf(lastDay) : null,
            Options = [.. read.Options.Select(o => new OptionTerms(o, o.ClosesAt(zone, start)))],
        };
        return new(read.State, policy, read.Held, read.HeldFromReserve, read.Waiting, lastDayOfReserve, read.UidDomain);

        DateTimeOffset EndOf(DateOnly day) => LocalHours.StartOfDay(day.AddDays(1), zone);
    }

    public static async Task<RegistrationAvailability> ReadAvailabilityAsync(WorkshopDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var context = await ReadAsync(db, cancel);
        var policy = context.Policy;
        var left = RegistrationAvailability.FromCount(context.SeatsAt(now).Free - context.Waiting);
        return new(policy.IsOpenAt(now), policy.Opens, policy.Closes, left) { Capacity = policy.Capacity };
    }

    public Seats SeatsAt(DateTimeOffset now) => Policy.SeatsAt(now, Held, HeldFromReserve);

    /// <summary>Reads everybody who has a seat or waits for one.</summary>
    public async Task<Seating> ReadSeatingAsync(WorkshopDb db, DateTimeOffset now, TimeSpan? hold = null)
    {
        var entries = await db
            .Registrations.Where(r => r.SeatNumber != null || r.LineNumber != null || r.KeptSeatNumber != null)
            .Select(r => new SeatingEntry(
                r.Id,
                r.SeatNumber,
                r.LineNumber,
                r.FromReserve,
                r.Status == RegistrationStatus.Confirmed,
                r.KeptSeatNumber == null ? (KeptSeat?)null : new KeptSeat(r.KeptSeatNumber.Value, r.KeptFromReserve, r.KeptUntil!.Value)
            ))
            .ToListAsync();
        return new(hold is { } kept ? Policy with { Hold = kept } : Policy, now, entries, State.LastLineNumber)
        {
            Options = await ReadOptionsAsync(db, CancellationToken.None),
        };
    }

    /// <summary>Reads everybody who has places of options or waits for some.</summary>
    public async Task<OptionLines> ReadOptionsAsync(WorkshopDb db, CancellationToken cancel) =>
        new(
            Policy.Options,
            Policy.Options.Count == 0
                ? []
                : await db
                    .Registrations.Where(r => r.OptionPlaces != null)
                    .Select(r => new OptionEntry(r.Id, r.Status == RegistrationStatus.Confirmed, r.OptionPlaces!))
                    .ToListAsync(cancel)
        );
}
