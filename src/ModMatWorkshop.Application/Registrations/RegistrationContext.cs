using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>The policy of registration and how full the room is, read in one query.</summary>
/// <param name="Held">Seats that are held, offered ones included.</param>
/// <param name="HeldFromReserve">How many of them are reserved ones.</param>
/// <param name="Waiting">Everybody on the waiting list, confirmed or not.</param>
/// <param name="LastDayOfReserve">The last day on which seats are reserved, as people are told.</param>
public sealed record RegistrationContext(
    Room Room, RegistrationPolicy Policy, int Held, int HeldFromReserve, int Waiting, DateOnly LastDayOfReserve, string UidDomain)
{
    public static async Task<RegistrationContext> ReadAsync(WorkshopDb db, CancellationToken cancel)
    {
        var read = await (
            from room in db.Rooms
            from workshop in db.Workshops
            select new
            {
                Room = room,
                Held = db.Registrations.Count(r => r.SeatNumber != null),
                HeldFromReserve = db.Registrations.Count(r => r.SeatNumber != null && r.FromReserve),
                Waiting = db.Registrations.Count(r => r.LineNumber != null),
                Capacity = room.Capacity ?? workshop.Seats,
                workshop.Reserved,
                workshop.ReservedUntil,
                RegistrationOpens = room.RegistrationOpens ?? workshop.RegistrationOpens,
                RegistrationCloses = room.RegistrationCloses ?? workshop.RegistrationCloses,
                workshop.Start,
                workshop.End,
                workshop.TimeZoneId,
                workshop.UidDomain,
                First = db.Slots.Min(s => (DateTimeOffset?)s.Start),
            }).SingleAsync(cancel);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(read.TimeZoneId);
        var start = read.First ?? LocalHours.StartOfDay(read.Start, zone);
        var lastDayOfReserve = read.Room.LastDayOfReserve(read.ReservedUntil, read.RegistrationCloses);
        var policy = new RegistrationPolicy(
            read.Capacity,
            read.Reserved,
            EndOf(lastDayOfReserve),
            LocalHours.StartOfDay(read.RegistrationOpens, zone),
            EndOf(read.RegistrationCloses),
            read.Room.Open,
            start,
            EndOf(read.End),
            read.Room.OffersUntil is { } day && EndOf(day) is var end && end < start ? end : start,
            read.Room.OfferHours,
            read.Room.LastOfferHours);
        return new(read.Room, policy, read.Held, read.HeldFromReserve, read.Waiting, lastDayOfReserve, read.UidDomain);

        DateTimeOffset EndOf(DateOnly day) => LocalHours.StartOfDay(day.AddDays(1), zone);
    }

    public static async Task<RoomNotice> NoticeAsync(WorkshopDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var context = await ReadAsync(db, cancel);
        var policy = context.Policy;
        var left = RoomNotice.Coarsely(context.SeatsAt(now).Free - context.Waiting);
        return new(policy.IsOpenAt(now), policy.Opens, policy.Closes, left) { Capacity = policy.Capacity };
    }

    public Seats SeatsAt(DateTimeOffset now) => Policy.SeatsAt(now, Held, HeldFromReserve);

    /// <summary>Everybody who holds a seat or waits for one.</summary>
    public async Task<Seating> ReadSeatingAsync(WorkshopDb db, DateTimeOffset now, TimeSpan? hold = null)
    {
        var entries = await db.Registrations.Where(r => r.SeatNumber != null || r.LineNumber != null)
            .Select(r => new SeatingEntry(r.Id, r.SeatNumber, r.LineNumber, r.FromReserve, r.Status == RegistrationStatus.Confirmed)).ToListAsync();
        return new(hold is { } kept ? Policy with { Hold = kept } : Policy, now, entries, Room.LastInLine);
    }
}
