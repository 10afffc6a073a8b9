using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Application.Registrations;

/// <content>The turn, and what the verbs do in it.</content>
public sealed partial class RegistrationDesk
{
    private static readonly TimeSpan BetweenMailsOfOneKind = TimeSpan.FromMinutes(10);

    private static SeatOutcome AnswerToNewcomer(Turn turn, Attendance attendance, bool invited) =>
        attendance == Attendance.Remote ? new(Place.Remote)
        : SeatPlan.For(turn.Seats, 0, false, new(turn.Waiting, invited)).Sits ? new(Place.Seat)
        : new(Place.WaitingList, turn.Waiting + 1);

    private static async Task<SeatOutcome> OutcomeOfAsync(Turn turn, Registration registration) => new(registration.Place, await RankAsync(turn.Db, registration, CancellationToken.None));

    /// <summary>Whoever asks for a seat sits behind those who asked before.</summary>
    private static void SeatOrQueue(Turn turn, Registration registration, bool invited)
    {
        var plan = SeatPlan.For(turn.Seats, 0, false, new(turn.Waiting, invited));
        if (plan.Sits)
            registration.Sit(turn.TakeSeat(plan.FromReserve), plan.FromReserve);
        else
            registration.JoinLine(turn.JoinLine());
    }

    /// <summary>
    /// An invitation is good for one registration: the first that is confirmed. Until then the last form counts, so that an address with a typing error
    /// does not cost a speaker the seat.
    /// </summary>
    private static async Task<Invitation?> InvitationForAsync(Turn turn, Guid? id, Registration? known)
    {
        if (id is null || await turn.Db.Invitations.SingleOrDefaultAsync(i => i.Id == id) is not { } invitation)
            return null;
        if (invitation.UsedBy is not { } user || user == known?.Id || await turn.Db.Registrations.SingleOrDefaultAsync(r => r.Id == user) is not { } other)
            return invitation;
        if (other.Status == RegistrationStatus.Confirmed)
            return null;
        if (other.FromReserve)
            LoseHold(turn, other);
        return invitation;
    }

    /// <summary>Somebody in line who turns out to be invited is no longer number 51.</summary>
    private static void UseInvitation(Turn turn, Invitation invitation, Registration registration)
    {
        invitation.UsedBy = registration.Id;
        if (registration.Place != Place.WaitingList || !SeatPlan.For(turn.Seats, 0, false, new(turn.Waiting, Invited: true)).FromReserve)
            return;
        turn.SeatsChanged(registration);
        registration.Sit(turn.TakeSeat(fromReserve: true), fromReserve: true);
        turn.Mail(registration, MailKind.SwitchedToSeat);
        turn.Log(Actor.Participant, "used an invitation", registration, registration.Place.ToString());
    }

    private static Task<bool> IsInvitedAsync(Turn turn, Registration registration) => turn.Db.Invitations.AnyAsync(i => i.UsedBy == registration.Id);

    private static void LoseHold(Turn turn, Registration registration)
    {
        turn.SeatsChanged(registration);
        registration.LoseHold();
        turn.Log(Actor.Site, "the hold lapsed", registration, null);
    }

    private static void LapseOffer(Turn turn, Registration registration)
    {
        turn.SeatsChanged(registration);
        turn.Mail(registration, MailKind.OfferLapsed);
        registration.FollowRemotely();
        turn.Log(Actor.Site, "the offer lapsed", registration, null);
    }

    private Task<DeskAnswer> ChangeAsync(Guid id, string action, Actor actor, Func<Turn, Registration, Task<DeskAnswer>> change, CancellationToken cancel) => TurnAsync(ForItem(async turn =>
    {
        if (await turn.Db.Registrations.SingleOrDefaultAsync(r => r.Id == id) is not { } registration)
            return DeskAnswer.Unknown;
        var answer = await change(turn, registration);
        turn.Log(actor, action, registration, answer == DeskAnswer.Done ? registration.Place.ToString() : answer.ToString(), changed: answer is DeskAnswer.Done or DeskAnswer.Queued);
        return answer;
    }), cancel);

    private Task<T> TurnAsync<T>(Func<Turn, Task<T>> work, CancellationToken cancel) => turns.TakeAsync(db, work, cancel);

    /// <summary>A mail that a stranger can cause: at most one of a kind to one person in ten minutes.</summary>
    private async Task MailSparinglyAsync(Turn turn, Registration registration, MailKind kind, string? to = null)
    {
        var suffix = string.Create(CultureInfo.InvariantCulture, $"{to}{realTime.GetUtcNow().UtcTicks / BetweenMailsOfOneKind.Ticks}");
        var cause = OutboxMessage.CauseOf(kind, registration.Id, suffix);
        if (turn.Db.Entry(registration).State == EntityState.Added || !await turn.Db.Outbox.AnyAsync(m => m.Cause == cause))
            turn.Mail(registration, kind, suffix);
    }

    private static string RandomText() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
}
