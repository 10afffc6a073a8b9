using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>Somebody who was added at the desk.</summary>
/// <param name="Number">Of the registration, or of the one that has the address already; 0 when there is none.</param>
public sealed record Addition(DeskAnswer Answer, int Number = 0);

/// <content>What only organisers do.</content>
public sealed partial class RegistrationDesk
{
    public Task<DeskAnswer> ConfirmAsync(Guid id, CancellationToken cancel) => ConfirmAsync(id, Actor.Participant, cancel);

    /// <summary>Registers somebody by hand, whatever the dates say: a seat if one is free for a newcomer, the end of the line otherwise. No known registration is touched.</summary>
    /// <param name="confirmed">Somebody vouches for the address, or the person stands here; otherwise its owner confirms, as everybody does.</param>
    public Task<Addition> AddAsync(EmailAddress email, RegistrationDetails details, Attendance attendance, bool confirmed, string formKey, Actor actor, CancellationToken cancel) => TurnAsync(async turn =>
    {
        if (turn.Now >= turn.State.End)
            return new Addition(DeskAnswer.TooLate);
        if (await turn.Db.Registrations.SingleOrDefaultAsync(r => r.Email == email.Value) is { } known)
            return new(known.FormKey == formKey ? DeskAnswer.AlreadySo : DeskAnswer.Taken, known.Number);
        var registration = Registration.New(Guid.CreateVersion7(), ++turn.Room.LastNumber, RandomText(), email);
        turn.Db.Registrations.Add(registration);
        registration.Begin(details, attendance, formKey, turn.Now);
        if (attendance == Attendance.Remote)
            registration.FollowRemotely();
        else
            SeatOrQueue(turn, registration, invited: false);
        if (confirmed)
            registration.Confirm(turn.Now);
        else
            registration.HoldPlaceUntil(turn.Now + settings.Hold);
        turn.Mail(registration, !confirmed ? MailKind.ConfirmAddress : registration.Place == Place.WaitingList ? MailKind.WaitingList : MailKind.Confirmed);
        turn.Log(actor, "added", registration, $"{registration.Status} {registration.Place}");
        return new(registration.Place == Place.WaitingList ? DeskAnswer.Queued : DeskAnswer.Done, registration.Number);
    }, cancel);

    /// <summary>A cancellation was a mistake. The seat has gone to whom it was due, so this one takes what is free or joins the line.</summary>
    public Task<DeskAnswer> ReinstateAsync(Guid id, Actor actor, CancellationToken cancel) => ChangeAsync(id, "reinstated", actor, async (turn, registration) =>
    {
        if (registration.Status != RegistrationStatus.Cancelled)
            return DeskAnswer.AlreadySo;
        if (turn.Now >= turn.State.End)
            return DeskAnswer.TooLate;
        registration.Reinstate(turn.Now);
        if (registration.Attendance == Attendance.Remote)
            registration.FollowRemotely();
        else
            SeatOrQueue(turn, registration, await IsInvitedAsync(turn, registration));
        turn.Mail(registration, registration.Place == Place.WaitingList ? MailKind.WaitingList : MailKind.Confirmed);
        return registration.Place == Place.WaitingList ? DeskAnswer.Queued : DeskAnswer.Done;
    }, cancel);

    /// <summary>
    /// Offers a free seat to one person, who need not be in line: to somebody who let an offer lapse, for instance. Nobody in line is overtaken; whoever is next is
    /// offered what is free by itself.
    /// </summary>
    public Task<DeskAnswer> OfferSeatAsync(Guid id, Actor actor, CancellationToken cancel) => ChangeAsync(id, Turn.Offered, actor, async (turn, registration) =>
    {
        if (registration.Status != RegistrationStatus.Confirmed)
            return DeskAnswer.NotNow;
        if (registration.HoldsSeat)
            return DeskAnswer.AlreadySo;
        if (turn.Now >= turn.State.OffersUntil)
            return DeskAnswer.TooLate;
        var ahead = registration.LineNumber is { } line
            ? await turn.Db.Registrations.CountAsync(r => r.LineNumber < line && r.Status == RegistrationStatus.Confirmed)
            : turn.Waiting;
        if (turn.Seats.Free <= ahead)
            return ahead > 0 ? DeskAnswer.OutOfTurn : DeskAnswer.Full;
        turn.SeatsChanged(registration);
        registration.BeOffered(turn.TakeSeat(false), turn.State.OfferUntil(turn.Now));
        turn.Mail(registration, MailKind.Offer);
        return DeskAnswer.Done;
    }, cancel);

    /// <summary>Somebody who is registered turns out to be a speaker or of the committee: a seat of those kept back, past the line.</summary>
    public Task<DeskAnswer> SeatFromReserveAsync(Guid id, Actor actor, CancellationToken cancel) => ChangeAsync(id, "gave a seat of the reserve", actor, (turn, registration) =>
    {
        if (registration.Status != RegistrationStatus.Confirmed)
            return Task.FromResult(DeskAnswer.NotNow);
        if (registration.HoldsSeat)
            return Task.FromResult(DeskAnswer.AlreadySo);
        if (!SeatPlan.For(turn.Seats, 0, false, new(turn.Waiting, Invited: true)).FromReserve)
            return Task.FromResult(DeskAnswer.Full);
        turn.Db.Invitations.Add(new() { Id = Guid.NewGuid(), Guest = "", CreatedAt = realTime.GetUtcNow(), By = actor.Name, UsedBy = registration.Id, Language = registration.Details.Language });
        turn.SeatsChanged(registration);
        registration.Sit(turn.TakeSeat(fromReserve: true), fromReserve: true);
        turn.Mail(registration, MailKind.SwitchedToSeat);
        return Task.FromResult(DeskAnswer.Done);
    }, cancel);

    /// <summary>The address was mistyped. The right one counts at once, every link that went to the wrong one is dead, and a new one is mailed.</summary>
    /// <param name="seen">The address that was shown to whoever corrects it; another one in its place meanwhile is not overwritten unseen.</param>
    public Task<DeskAnswer> CorrectAddressAsync(Guid id, EmailAddress address, string seen, Actor actor, CancellationToken cancel) => ChangeAsync(id, "corrected the address", actor, async (turn, registration) =>
    {
        if (registration.Email == address.Value)
            return DeskAnswer.AlreadySo;
        if (registration.Email != seen)
            return DeskAnswer.Stale;
        if (await turn.Db.Registrations.AnyAsync(r => r.Email == address.Value))
            return DeskAnswer.Taken;
        registration.TakeAddress(address);
        // The mail that asked to confirm went astray, and its time with it.
        if (registration.HoldUntil > turn.Now)
            registration.HoldPlaceUntil(turn.Now + settings.Hold);
        MailLink(turn, registration);
        return DeskAnswer.Done;
    }, cancel);

    public Task<DeskAnswer> SendLinkAgainAsync(Guid id, Actor actor, CancellationToken cancel) => ChangeAsync(id, "sent the link again", actor, (turn, registration) =>
    {
        if (registration.Status == RegistrationStatus.Cancelled)
            return Task.FromResult(DeskAnswer.NotNow);
        MailLink(turn, registration);
        return Task.FromResult(DeskAnswer.Done);
    }, cancel);

    /// <summary>A mail that failed is sent once more.</summary>
    public Task<DeskAnswer> RetryMailAsync(Guid id, long mail, Actor actor, CancellationToken cancel) => ChangeAsync(id, "retried a mail", actor, async (turn, registration) =>
    {
        if (await turn.Db.Outbox.SingleOrDefaultAsync(m => m.Id == mail && m.RegistrationId == registration.Id) is not { } message)
            return DeskAnswer.Unknown;
        if (message.State != MailState.Failed)
            return DeskAnswer.AlreadySo;
        message.TryAgain(realTime.GetUtcNow());
        turn.RingBell();
        return DeskAnswer.Done;
    }, cancel);

    public Task<DeskAnswer> NoteAsync(Guid id, string text, Actor actor, CancellationToken cancel) => ChangeAsync(id, "noted something", actor, (turn, registration) =>
    {
        turn.Db.RegistrationNotes.Add(new() { RegistrationId = registration.Id, At = realTime.GetUtcNow(), By = actor.Name, Text = text });
        return Task.FromResult(DeskAnswer.Done);
    }, cancel);

    public Task<DeskAnswer> DeleteNoteAsync(Guid id, long note, Actor actor, CancellationToken cancel) => ChangeAsync(id, "deleted a note", actor, async (turn, registration) =>
        await turn.Db.RegistrationNotes.Where(n => n.Id == note && n.RegistrationId == registration.Id).ExecuteDeleteAsync() == 1 ? DeskAnswer.Done : DeskAnswer.AlreadySo, cancel);

    /// <summary>What an undo would take back. That the line moved up followed from something else, and is not undone by itself.</summary>
    public static Task<RegistrationChange?> LastChangeAsync(WorkshopDb db, Guid id, CancellationToken cancel = default) =>
        db.RegistrationChanges.AsNoTracking().Where(c => c.RegistrationId == id && !(c.Action == Turn.Offered && c.Actor == Actor.Site.Name)).OrderByDescending(c => c.Id).FirstOrDefaultAsync(cancel);

    /// <summary>
    /// Takes the last change back, whoever made it: the answers as they were, and the place as far as the plan allows. A seat that was lost comes back when it is free and
    /// nobody who waits would be overtaken; a place in line when nobody behind it was promoted. Otherwise the person stands at the end of the line. This is a change too,
    /// and can be undone.
    /// </summary>
    /// <param name="change">The change that was shown.</param>
    public Task<DeskAnswer> UndoAsync(Guid id, long change, Actor actor, CancellationToken cancel) => ChangeAsync(id, "undid the last change", actor, async (turn, registration) =>
    {
        if (await LastChangeAsync(turn.Db, id) is not { } last || last.Id != change)
            return DeskAnswer.Stale;
        var before = last.Before;
        EmailAddress? address = null;
        if (before.Email != registration.Email && (!EmailAddress.TryParse(before.Email, out address) || await turn.Db.Registrations.AnyAsync(r => r.Email == before.Email)))
            return DeskAnswer.Taken;
        if (before.Place == Place.Offer && registration.HoldsSeat && !(before.OfferUntil > turn.Now))
            return DeskAnswer.TooLate;

        var (status, place) = (registration.Status, registration.Place);
        if (address is not null)
            registration.TakeAddress(address);
        registration.GoBackTo(before, turn.Now);
        var answer = await GoBackToPlaceAsync(turn, registration, last);
        if (registration.Status == RegistrationStatus.Pending)
            registration.HoldPlaceUntil(turn.Now + settings.Hold);
        if (address is not null)
            MailLink(turn, registration);
        else if ((status, place) != (registration.Status, registration.Place) && NewsOf(registration, status) is { } news)
            turn.Mail(registration, news);
        return answer;
    }, cancel);

    private static async Task<DeskAnswer> GoBackToPlaceAsync(Turn turn, Registration registration, RegistrationChange last)
    {
        var before = last.Before;
        switch (before.Place)
        {
            case Place.Seat when registration.HoldsSeat:
                registration.Accept();
                return DeskAnswer.Done;
            case Place.Offer when registration.SeatNumber is { } kept:
                registration.BeOffered(kept, before.OfferUntil!.Value);
                return DeskAnswer.Done;
            case Place.WaitingList when registration.LineNumber is not null:
                return DeskAnswer.Done;
        }
        turn.SeatsChanged(registration);
        if (registration.FromReserve)
            await turn.Db.Invitations.Where(i => i.UsedBy == registration.Id && i.Guest == "").ExecuteDeleteAsync();
        switch (before.Place)
        {
            case Place.Remote:
                registration.FollowRemotely();
                return DeskAnswer.Done;
            case Place.None:
                registration.LoseHold();
                return DeskAnswer.Done;
            case Place.WaitingList when !await HasLineMovedSinceAsync(turn, last):
                registration.JoinLine(turn.RejoinLine(before.LineNumber!.Value));
                return DeskAnswer.Done;
            case Place.Seat:
                // Who waits unconfirmed has no claim on a seat yet.
                var ahead = await turn.Db.Registrations.CountAsync(r => r.LineNumber != null && r.Id != registration.Id && r.Status == RegistrationStatus.Confirmed);
                var plan = SeatPlan.For(turn.Seats, 0, false, new(ahead, before.FromReserve));
                if (!plan.Sits)
                    break;
                registration.Sit(turn.TakeSeat(plan.FromReserve, before.SeatNumber), plan.FromReserve);
                return DeskAnswer.Done;
        }
        registration.JoinLine(turn.JoinLine());
        return DeskAnswer.Queued;
    }

    private static Task<bool> HasLineMovedSinceAsync(Turn turn, RegistrationChange change) => turn.Db.RegistrationChanges.AnyAsync(c =>
        c.Id > change.Id && c.RegistrationId != change.RegistrationId && c.From == Place.WaitingList && (c.To == Place.Offer || c.To == Place.Seat));

    private static MailKind? NewsOf(Registration registration, RegistrationStatus was) => (registration.Status, registration.Place) switch
    {
        (RegistrationStatus.Pending, _) => MailKind.ConfirmAddress,
        (RegistrationStatus.Cancelled, _) => was == RegistrationStatus.Confirmed ? MailKind.Cancelled : null,
        (_, Place.WaitingList) => MailKind.WaitingList,
        _ when was != RegistrationStatus.Confirmed => MailKind.Confirmed,
        (_, Place.Seat) => MailKind.SwitchedToSeat,
        (_, Place.Offer) => MailKind.Offer,
        (_, Place.Remote) => MailKind.SwitchedToRemote,
        _ => null,
    };

    private static void MailLink(Turn turn, Registration registration) =>
        turn.Mail(registration, registration.Status == RegistrationStatus.Pending ? MailKind.ConfirmAddress : MailKind.LinkAgain);

    /// <summary>A link for somebody who comes on the reserve.</summary>
    public Task<Invitation> InviteAsync(string guest, Actor actor, CancellationToken cancel) => InviteAsync(Guid.NewGuid(), guest, null, Language.French, actor, cancel);

    /// <summary>A link for somebody who comes on the reserve, mailed when there is an address.</summary>
    /// <param name="id">Drawn when the form was shown: the same form sent twice is one invitation.</param>
    public Task<Invitation> InviteAsync(Guid id, string guest, EmailAddress? email, Language language, Actor actor, CancellationToken cancel) => TurnAsync(async turn =>
    {
        if (await turn.Db.Invitations.SingleOrDefaultAsync(i => i.Id == id) is { } known)
            return known;
        var invitation = new Invitation { Id = id, Guest = guest, CreatedAt = realTime.GetUtcNow(), By = actor.Name, Email = email?.Value, Language = language };
        turn.Db.Invitations.Add(invitation);
        if (email is not null)
            turn.Mail(invitation);
        turn.Log(actor, "invited", null, email is null ? null : "by mail");
        return invitation;
    }, cancel);

    /// <summary>The link opens the form and no reserve any more. One that somebody has used is done with.</summary>
    public Task<DeskAnswer> RevokeInvitationAsync(Guid id, Actor actor, CancellationToken cancel) => TurnAsync(async turn =>
    {
        if (await turn.Db.Invitations.SingleOrDefaultAsync(i => i.Id == id) is not { } invitation)
            return DeskAnswer.AlreadySo;
        if (invitation.UsedBy is { } user && await turn.Db.Registrations.AnyAsync(r => r.Id == user && r.Status == RegistrationStatus.Confirmed))
            return DeskAnswer.NotNow;
        await turn.Db.Outbox.Where(m => m.RegistrationId == id).ExecuteDeleteAsync();
        turn.Db.Invitations.Remove(invitation);
        turn.Log(actor, "revoked an invitation", null, string.Create(CultureInfo.InvariantCulture, $"made {invitation.CreatedAt:yyyy-MM-dd}"));
        return DeskAnswer.Done;
    }, cancel);
}
