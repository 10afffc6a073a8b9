using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>What came of something that a participant, an organiser or the sweep wanted.</summary>
public enum DeskAnswer
{
    Done,

    /// <summary>It was so already.</summary>
    AlreadySo,

    /// <summary>There is no such registration, or the link is an old one.</summary>
    Unknown,

    /// <summary>The offer has lapsed, registration has closed, the workshop is over.</summary>
    TooLate,

    /// <summary>Not in the state in which it would make sense: a cancelled registration cannot be confirmed.</summary>
    NotNow,

    /// <summary>Done, but for the seat: none was free, and the person stands in line.</summary>
    Queued,

    /// <summary>Somebody else has this address.</summary>
    Taken,

    /// <summary>Others in line come first.</summary>
    OutOfTurn,

    /// <summary>No seat is free.</summary>
    Full,

    /// <summary>Something else has been changed meanwhile.</summary>
    Stale,
}

/// <summary>
/// The one door to every change of a registration. Each verb is one turn: it takes the lock, loads, plans, saves the rows with the mails and the log, and commits; the answer
/// comes after that. Whatever was changed, the turn ends with the plan of the seats, so that no promotion is forgotten.
/// </summary>
public sealed partial class RegistrationDesk(WorkshopDb db, DeskTurns turns, SiteClock clock, TimeProvider realTime, SiteSettings settings)
{
    /// <summary>As the log has it, of who asked for it.</summary>
    public const string Erased = "erased";

    /// <summary>
    /// Registers, and answers what a newcomer gets now, whether or not the address was known: only its owner learns that, by mail. Null when registration is closed.
    /// The same form sent twice gets the answer that it got.
    /// </summary>
    public Task<SeatOutcome?> RegisterAsync(EmailAddress email, RegistrationDetails details, Attendance attendance, string formKey, Guid? invitation, CancellationToken cancel) =>
        TurnAsync(async turn =>
        {
            if (!turn.State.IsOpenAt(turn.Now))
                return null;
            var known = await turn.Db.Registrations.SingleOrDefaultAsync(r => r.Email == email.Value);
            if (known is { Status: not RegistrationStatus.Cancelled, Place: not Place.None } && known.FormKey == formKey)
                return await OutcomeOfAsync(turn, known);

            var invited = await InvitationForAsync(turn, invitation, known);
            var answer = AnswerToNewcomer(turn, attendance, invited is not null);
            if (known is { Status: RegistrationStatus.Confirmed })
            {
                if (invited is not null)
                    UseInvitation(turn, invited, known);
                await MailSparinglyAsync(turn, known, MailKind.LinkAgain);
                return answer;
            }

            var again = known is { Status: RegistrationStatus.Cancelled };
            var invitedOutOfLine = invited is not null && known is { Place: Place.WaitingList };
            if (known is { Status: RegistrationStatus.Pending, Place: not Place.None } && known.Attendance == attendance && !invitedOutOfLine)
                known.Renew(details, formKey, turn.Now);
            else
            {
                if (known is null)
                    turn.Db.Registrations.Add(known = Registration.New(Guid.CreateVersion7(), ++turn.Room.LastNumber, RandomText(), email));
                else
                    turn.SeatsChanged(known);
                known.Begin(details, attendance, formKey, turn.Now);
                if (attendance == Attendance.Remote)
                    known.FollowRemotely();
                else
                    SeatOrQueue(turn, known, invited is not null);
                known.HoldPlaceUntil(turn.Now + settings.Hold);
                turn.Log(Actor.Participant, "registered", known, $"{attendance} {known.Place}");
            }
            if (invited is not null)
                invited.UsedBy = known.Id;
            // Only the owner of the address can have cancelled, and waits for this mail even if there was one a minute ago.
            if (again)
                turn.Mail(known, MailKind.ConfirmAddress);
            else
                await MailSparinglyAsync(turn, known, MailKind.ConfirmAddress);
            return answer;
        }, cancel);

    /// <summary>The owner of the address confirms. Who comes after the hold has lapsed takes what is free, or joins the line.</summary>
    public Task<DeskAnswer> ConfirmAsync(Guid id, Actor actor, CancellationToken cancel) => ChangeAsync(id, "confirmed", actor, async (turn, registration) =>
    {
        if (registration.Status != RegistrationStatus.Pending)
            return registration.Status == RegistrationStatus.Confirmed ? DeskAnswer.AlreadySo : DeskAnswer.NotNow;
        if (turn.Now >= turn.State.End)
            return DeskAnswer.TooLate;
        if (registration.HoldUntil <= turn.Now)
            LoseHold(turn, registration);
        registration.Confirm(turn.Now);
        if (registration.Place == Place.WaitingList)
        {
            var plan = SeatPlan.For(turn.Seats, 0, false, await RequestOfAsync(turn.Db, registration, turn.Waiting, CancellationToken.None));
            if (plan.Sits)
            {
                turn.SeatsChanged(registration);
                registration.Sit(turn.TakeSeat(plan.FromReserve), plan.FromReserve);
            }
        }
        else if (registration.Place == Place.None)
            SeatOrQueue(turn, registration, await IsInvitedAsync(turn, registration));
        turn.Mail(registration, registration.Place == Place.WaitingList ? MailKind.WaitingList : MailKind.Confirmed);
        return DeskAnswer.Done;
    }, cancel);

    /// <summary>From the screen into the room: a seat if one is free, the end of the line otherwise.</summary>
    public Task<DeskAnswer> ComeToTheRoomAsync(Guid id, Actor actor, CancellationToken cancel) => ChangeAsync(id, "asked for a seat", actor, async (turn, registration) =>
    {
        if (registration.Status != RegistrationStatus.Confirmed)
            return DeskAnswer.NotNow;
        if (registration.Place != Place.Remote)
            return DeskAnswer.AlreadySo;
        if (turn.Now >= turn.State.End)
            return DeskAnswer.TooLate;
        SeatOrQueue(turn, registration, await IsInvitedAsync(turn, registration));
        turn.Mail(registration, registration.Place == Place.Seat ? MailKind.SwitchedToSeat : MailKind.WaitingList);
        return DeskAnswer.Done;
    }, cancel);

    /// <summary>Out of the room, the line or an offer; the remote place is there at once, and the seat goes to whom it is due.</summary>
    public Task<DeskAnswer> FollowRemotelyAsync(Guid id, Actor actor, CancellationToken cancel) => ChangeAsync(id, "follows remotely", actor, (turn, registration) =>
    {
        if (registration.Status == RegistrationStatus.Cancelled)
            return Task.FromResult(DeskAnswer.NotNow);
        if (registration.Place == Place.Remote)
            return Task.FromResult(DeskAnswer.AlreadySo);
        turn.SeatsChanged(registration);
        registration.FollowRemotely();
        if (registration.Status == RegistrationStatus.Confirmed)
            turn.Mail(registration, MailKind.SwitchedToRemote);
        return Task.FromResult(DeskAnswer.Done);
    }, cancel);

    public Task<DeskAnswer> AcceptOfferAsync(Guid id, Actor actor, CancellationToken cancel) => ChangeAsync(id, "accepted the offer", actor, (turn, registration) =>
    {
        if (registration.Place == Place.Seat)
            return Task.FromResult(DeskAnswer.AlreadySo);
        if (registration.Place != Place.Offer)
            return Task.FromResult(DeskAnswer.TooLate);
        if (registration.OfferUntil <= turn.Now)
        {
            LapseOffer(turn, registration);
            return Task.FromResult(DeskAnswer.TooLate);
        }
        registration.Accept();
        turn.Mail(registration, MailKind.SwitchedToSeat);
        return Task.FromResult(DeskAnswer.Done);
    }, cancel);

    public Task<DeskAnswer> CancelAsync(Guid id, Actor actor, CancellationToken cancel) => ChangeAsync(id, "cancelled", actor, (turn, registration) =>
    {
        if (registration.Status == RegistrationStatus.Cancelled)
            return Task.FromResult(DeskAnswer.AlreadySo);
        var told = registration.Status == RegistrationStatus.Confirmed;
        turn.SeatsChanged(registration);
        registration.Cancel(turn.Now);
        if (told)
            turn.Mail(registration, MailKind.Cancelled);
        return Task.FromResult(DeskAnswer.Done);
    }, cancel);

    /// <param name="revision">Of the details that were shown to whoever changes them; null to put these in the place of any.</param>
    public Task<DeskAnswer> DescribeAsync(Guid id, RegistrationDetails details, Actor actor, CancellationToken cancel, int? revision = null) => ChangeAsync(id, "changed the details", actor, (turn, registration) =>
    {
        if (registration.Status == RegistrationStatus.Cancelled)
            return Task.FromResult(DeskAnswer.NotNow);
        if (revision is { } shown && shown != registration.Revision)
            return Task.FromResult(DeskAnswer.Stale);
        registration.Describe(details, turn.Now);
        return Task.FromResult(DeskAnswer.Done);
    }, cancel);

    /// <summary>A mail goes to the new address; until its owner confirms it, the old one stays. The answer does not tell whether somebody else has it.</summary>
    public Task<DeskAnswer> AskForAddressAsync(Guid id, EmailAddress address, Actor actor, CancellationToken cancel) => ChangeAsync(id, "asked for another address", actor, async (turn, registration) =>
    {
        if (registration.Status == RegistrationStatus.Cancelled)
            return DeskAnswer.NotNow;
        if (registration.Email == address.Value)
            return DeskAnswer.AlreadySo;
        registration.AskForAddress(address);
        if (!await turn.Db.Registrations.AnyAsync(r => r.Email == address.Value))
            await MailSparinglyAsync(turn, registration, MailKind.ConfirmNewAddress, address.Value);
        return DeskAnswer.Done;
    }, cancel);

    /// <summary>The owner of the new address has followed the link in the mail to it. All older links are dead from then on.</summary>
    public Task<DeskAnswer> TakeAddressAsync(Guid id, CancellationToken cancel) => ChangeAsync(id, "took the new address", Actor.Participant, async (turn, registration) =>
    {
        if (registration.NewEmail is not { } text || !EmailAddress.TryParse(text, out var address))
            return DeskAnswer.AlreadySo;
        if (await turn.Db.Registrations.AnyAsync(r => r.Email == text))
            return DeskAnswer.NotNow;
        registration.TakeAddress(address);
        turn.Mail(registration, MailKind.LinkAgain, $"address-{registration.Generation}");
        return DeskAnswer.Done;
    }, cancel);

    /// <summary>Everything that is known of a person, and the mails to them. The log knows them by number only and stays.</summary>
    public async Task<DeskAnswer> EraseAsync(Guid id, Actor actor, CancellationToken cancel)
    {
        var answer = await EraseRowsAsync(id, actor, cancel);
        await db.LeaveNoTraceAsync(CancellationToken.None);
        return answer;
    }

    private Task<DeskAnswer> EraseRowsAsync(Guid id, Actor actor, CancellationToken cancel) => ChangeAsync(id, Erased, actor, async (turn, registration) =>
    {
        turn.SeatsChanged(registration);
        await turn.Db.Outbox.Where(m => m.RegistrationId == id).ExecuteDeleteAsync();
        await turn.Db.Outbox.Where(m => turn.Db.Invitations.Any(i => i.UsedBy == id && i.Id == m.RegistrationId)).ExecuteDeleteAsync();
        await turn.Db.Invitations.Where(i => i.UsedBy == id && i.Guest == "").ExecuteDeleteAsync();
        await turn.Db.Invitations.Where(i => i.UsedBy == id).ExecuteUpdateAsync(i => i.SetProperty(x => x.UsedBy, (Guid?)null).SetProperty(x => x.Guest, "").SetProperty(x => x.Email, (string?)null));
        // A file that is being read in would bring them back.
        var line = ImportRow.BeginningFor(registration.Email);
        await turn.Db.BatchItems.Where(i => i.Row!.StartsWith(line)).ExecuteUpdateAsync(i => i
            .SetProperty(x => x.Row, (string?)null).SetProperty(x => x.State, BatchItemState.Refused).SetProperty(x => x.Answer, nameof(DeskAnswer.Unknown)));
        turn.Db.Registrations.Remove(registration);
        return DeskAnswer.Done;
    }, cancel);

    /// <summary>Mails the secret link again to whoever is registered under an address. Nothing tells whether somebody is.</summary>
    public Task SendLinkAgainAsync(EmailAddress email, CancellationToken cancel) => TurnAsync(async turn =>
    {
        if (await turn.Db.Registrations.SingleOrDefaultAsync(r => r.Email == email.Value) is { } registration)
            await MailSparinglyAsync(turn, registration, registration.Status == RegistrationStatus.Pending ? MailKind.ConfirmAddress : MailKind.LinkAgain);
        return true;
    }, cancel);

    /// <summary>How many stand in line up to this one; null for who is not in line.</summary>
    public static async Task<int?> RankAsync(WorkshopDb db, Registration registration, CancellationToken cancel) =>
        registration.LineNumber is { } line ? await db.Registrations.CountAsync(r => r.LineNumber <= line, cancel) : null;
}
