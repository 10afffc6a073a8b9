using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Application.Registrations;

/// <content>What helpers do at the door.</content>
public sealed partial class RegistrationDesk
{
    /// <summary>
    /// Somebody stands at the door: that confirms a registration and accepts an offer, and who has no seat takes one that is free, unless somebody in line has a claim on it.
    /// Nobody joins the line by standing here: who gets no seat stays as they were.
    /// </summary>
    public Task<DeskAnswer> SeatAtTheDoorAsync(Guid id, Actor actor, CancellationToken cancel) => ChangeAsync(id, "seated at the door", actor, async (turn, registration) =>
    {
        if (registration.Status == RegistrationStatus.Cancelled)
            return DeskAnswer.NotNow;
        if (registration is { Status: RegistrationStatus.Confirmed, Place: Place.Seat })
            return DeskAnswer.AlreadySo;
        if (turn.Now >= turn.State.End)
            return DeskAnswer.TooLate;
        if (registration.HoldUntil <= turn.Now)
            LoseHold(turn, registration);
        if (registration.OfferUntil <= turn.Now)
            LapseOffer(turn, registration);
        if (!registration.HoldsSeat)
        {
            var plan = SeatPlan.For(turn.Seats, 0, false, await RequestOfAsync(turn.Db, registration, turn.Waiting, CancellationToken.None));
            if (!plan.Sits)
                return turn.Seats.Free == 0 ? DeskAnswer.Full : DeskAnswer.OutOfTurn;
            turn.SeatsChanged(registration);
            registration.Sit(turn.TakeSeat(plan.FromReserve), plan.FromReserve);
        }
        else if (registration.Place == Place.Offer)
            registration.Accept();
        var wasPending = registration.Status == RegistrationStatus.Pending;
        if (wasPending)
            registration.Confirm(turn.Now);
        turn.Mail(registration, wasPending ? MailKind.Confirmed : MailKind.SwitchedToSeat);
        return DeskAnswer.Done;
    }, cancel);

    /// <summary>Whether <see cref="SeatAtTheDoorAsync"/> would find a seat for somebody who holds none.</summary>
    public static async Task<bool> HasSeatForAsync(WorkshopDb db, Registration registration, DateTimeOffset now, CancellationToken cancel)
    {
        var room = await RoomState.ReadAsync(db, cancel);
        var seats = room.SeatsAt(now);
        return now < room.End && SeatPlan.For(seats, 0, false, await RequestOfAsync(db, registration, room.Waiting, cancel)).Sits;
    }

    /// <summary>Who stands in line comes after the confirmed who stand before; everybody else after the whole line.</summary>
    private static async Task<SeatRequest> RequestOfAsync(WorkshopDb db, Registration registration, int waiting, CancellationToken cancel) => new(
        registration.LineNumber is { } line ? await db.Registrations.CountAsync(r => r.LineNumber < line && r.Status == RegistrationStatus.Confirmed, cancel) : waiting,
        await db.Invitations.AnyAsync(i => i.UsedBy == registration.Id, cancel));
}
