using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>What the content and the organisers say of the room: how many seats, how many kept back until when, when registration is open, when all begins.</summary>
/// <param name="Held">How many seats are held, offered ones among them …</param>
/// <param name="HeldOfReserve">… and how many of those are of the reserve.</param>
/// <param name="Waiting">How many stand in line, confirmed or not.</param>
public sealed record RoomState(Room Room, int Held, int HeldOfReserve, int Waiting, int Capacity, int Reserved, DateTimeOffset ReservedUntil, DateTimeOffset Opens, DateTimeOffset Closes, bool? Open, DateTimeOffset Start, DateTimeOffset End, string UidDomain)
{
    /// <summary>As people are told it.</summary>
    public required DateOnly LastDayOfReserve { get; init; }

    /// <summary>Seats are offered up to this instant.</summary>
    public required DateTimeOffset OffersUntil { get; init; }

    public static async Task<RoomState> ReadAsync(WorkshopDb db, CancellationToken cancel)
    {
        var read = await (
            from room in db.Rooms
            from workshop in db.Workshops
            select new
            {
                Room = room,
                Held = db.Registrations.Count(r => r.SeatNumber != null),
                HeldOfReserve = db.Registrations.Count(r => r.SeatNumber != null && r.FromReserve),
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
        return new(
            read.Room, read.Held, read.HeldOfReserve, read.Waiting, read.Capacity, read.Reserved, EndOf(lastDayOfReserve), LocalHours.StartOfDay(read.RegistrationOpens, zone), EndOf(read.RegistrationCloses), read.Room.Open,
            start, EndOf(read.End), read.UidDomain)
        {
            LastDayOfReserve = lastDayOfReserve,
            OffersUntil = read.Room.OffersUntil is { } day && EndOf(day) is var end && end < start ? end : start,
        };

        DateTimeOffset EndOf(DateOnly day) => LocalHours.StartOfDay(day.AddDays(1), zone);
    }

    /// <summary>Until when somebody keeps the seat that is offered now.</summary>
    public DateTimeOffset OfferUntil(DateTimeOffset now) => SeatPlan.OfferUntil(now, Start, Room.OfferHours, Room.LastOfferHours);

    /// <summary>An organiser's decision wins over the dates, but nobody registers for what is over.</summary>
    public bool IsOpenAt(DateTimeOffset now) => now < End && (Open ?? (now >= Opens && now < Closes));

    public static async Task<RoomNotice> NoticeAsync(WorkshopDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var state = await ReadAsync(db, cancel);
        return new(state.IsOpenAt(now), state.Opens, state.Closes, RoomNotice.Coarsely(state.SeatsAt(now).Free - state.Waiting)) { Capacity = state.Capacity };
    }

    public Seats SeatsAt(DateTimeOffset now) => SeatsAt(now, Held, HeldOfReserve);

    /// <summary>With so many held, which may be others than when the state was read.</summary>
    public Seats SeatsAt(DateTimeOffset now, int held, int heldOfReserve) => new(Capacity, held, now < ReservedUntil ? Math.Max(0, Reserved - heldOfReserve) : 0);
}
