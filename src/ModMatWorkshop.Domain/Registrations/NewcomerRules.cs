using ModMatWorkshop.Domain.Options;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Registrations;

/// <summary>A submitted registration form.</summary>
/// <param name="FormKey">Generated when the form was shown. A form that is sent twice gives one registration.</param>
/// <param name="Corrects">The mistyped address with which the same form was sent before; null for none.</param>
public sealed record FormSubmission(
    EmailAddress Email,
    RegistrationDetails Details,
    Attendance Attendance,
    string FormKey,
    EmailAddress? Corrects = null
);

/// <summary>What is known about the sender of a form.</summary>
/// <param name="Known">The existing registration with the address; null for a new address.</param>
/// <param name="Mistyped">The unconfirmed registration that the same form created with the mistyped address; null for none.</param>
/// <param name="Invitation">The invitation that the form uses; null for none.</param>
/// <param name="HasAttended">The person of the existing registration has attended a half-day.</param>
public sealed record FormContext(
    Registration? Known = null,
    Registration? Mistyped = null,
    InvitationClaim? Invitation = null,
    bool HasAttended = false
);

/// <summary>The invitation that a form uses.</summary>
/// <param name="UsedBy">Another registration that already uses the invitation; null if there is none.</param>
public sealed record InvitationClaim(Registration? UsedBy)
{
    /// <summary>The roles that the invitation gives to the guest.</summary>
    public IReadOnlyList<RoleDecision> Roles { get; init; } = [];
}

/// <summary>The result of a submitted form.</summary>
/// <param name="Place">The place to show to the sender, computed as for a new address, so that it does not reveal whether the address is
/// known. Null if registration is closed.</param>
/// <param name="Registration">The new or changed registration; null for none.</param>
public sealed record FormDecision(Place? Place, Registration? Registration = null, Decision? Decision = null)
{
    /// <summary>The invitation now belongs to this registration.</summary>
    public bool UsesInvitation { get; init; }

    /// <summary>Another registration that loses the seat of the same invitation.</summary>
    public (Registration Registration, Decision Decision)? Released { get; init; }

    /// <summary>The answers that wait for the owner of a confirmed registration; null for none.</summary>
    public AnswerProposal? Proposal { get; init; }

    /// <summary>
    /// The registration with the mistyped address, to be deleted because the corrected address has one; null for none.
    /// </summary>
    public Registration? Replaced { get; init; }
}

/// <summary>Rules for a new registration: by form, by an organiser or by import.</summary>
public static class NewcomerRules
{
    /// <summary>An action in the audit log and in the history.</summary>
    public const string FormSentAgain = "submitted the form again";

    /// <param name="create">Creates the registration of a new address.</param>
    public static FormDecision Register(Seating seating, FormSubmission form, FormContext context, Func<Registration> create)
    {
        if (!seating.Policy.IsOpenAt(seating.Now))
            return new(null);
        form = form with { Attendance = seating.Policy.Offer.Allowed(form.Attendance) };
        var (known, mistyped, claim) = (context.Known, context.Mistyped, context.Invitation);
        if (
            known is { Status: not RegistrationStatus.Cancelled }
            && (known.Place != Place.None || known.IsApplication)
            && known.FormKey == form.FormKey
        )
            return new(known.Place);

        var isInvited = claim is not null && claim.UsedBy is not { Status: RegistrationStatus.Confirmed };
        (Registration, Decision)? released =
            isInvited && claim!.UsedBy is { FromReserve: true } other
                ? (other, RegistrationRules.Decide(seating, other, new LapseHold(), new()))
                : null;
        var place = PlaceToShow(seating, form, mistyped, isInvited);
        if (known is not null && mistyped is not null)
            seating.Remove(mistyped.Id);
        else
            mistyped?.ChangeAddress(form.Email);
        var registration = known ?? mistyped ?? create();
        var facts = new RegistrationFacts(IsInvited: isInvited) { HasAttended = context.HasAttended, IsByOwner = true };
        var change = new Change(seating, registration, facts);
        var isConfirmed = registration.Status is not (RegistrationStatus.Pending or RegistrationStatus.Cancelled);
        var decision = isConfirmed ? RegisterAgain(change) : Begin(change, form, context);
        if (isInvited)
        {
            claim!.UsedBy?.Withdraw(claim.Roles);
            registration.Decide(claim.Roles);
        }
        var proposal = isConfirmed && !change.IsDeclined ? AnswerProposal.Of(form, registration, seating.Now) : null;
        return new(place, registration, decision)
        {
            UsesInvitation = isInvited,
            Released = released,
            Proposal = proposal?.DiffersFrom(registration, change.IsIdentityFixed) == true ? proposal : null,
            Replaced = known is null ? null : mistyped,
        };
    }

    /// <summary>
    /// An organiser adds a person, whatever the registration dates: a seat if one is free for a new registration, otherwise the end of the
    /// waiting list.
    /// </summary>
    /// <param name="confirmed">False if the owner of the address must still confirm.</param>
    public static Decision Add(Seating seating, Registration registration, FormSubmission form, bool confirmed)
    {
        var change = new Change(seating, registration, new());
        registration.Begin(form.Details, change.Policy.Offer.Allowed(form.Attendance), form.FormKey, change.Now);
        change.Place(form.Attendance, invited: false);
        if (confirmed)
            registration.Confirm(change.Now);
        else
            registration.HoldPlaceUntil(change.Now + change.Policy.Hold);
        seating.Update(registration);
        var waits = registration.Place == Place.WaitingList;
        change.Mail(
            !confirmed ? MailKind.ConfirmAddress
            : waits ? MailKind.WaitingList
            : MailKind.Confirmed
        );
        change.Log("added", $"{registration.Status} {registration.Place}");
        return change.Decision(waits ? ChangeResult.Queued : ChangeResult.Done);
    }

    /// <summary>Creates a registration from an import row with a new address.</summary>
    public static Decision Import(Seating seating, Registration registration, ImportRow row, ImportAs mode)
    {
        var change = new Change(seating, registration, new());
        registration.Begin(row.Details, change.Policy.Offer.Allowed(row.Attendance), "", change.Now);
        if (row.IsApplied && change.Policy.IsOnApplication)
            return ImportApplication(change, row, mode);
        if (row.IsWaiting && registration.Attendance == Attendance.InPerson)
            change.JoinWaitingList();
        else
            change.Place(row.Attendance, invited: false);
        if (row.IsUnconfirmed || row.IsApplied || mode == ImportAs.ToBeConfirmed)
        {
            // The hold lasts as long as an offer, because an imported person does not expect the mail.
            registration.HoldPlaceUntil(change.Policy.OfferDeadline(change.Now));
            change.Mail(MailKind.ConfirmAddress);
        }
        else
        {
            registration.Confirm(change.Now);
            if (mode == ImportAs.ConfirmedWithMail)
                change.Mail(registration.Place == Place.WaitingList ? MailKind.WaitingList : MailKind.Confirmed);
        }
        seating.Update(registration);
        return change.Decision(ChangeResult.Done, "imported");
    }

    private static Decision ImportApplication(Change change, ImportRow row, ImportAs mode)
    {
        change.Registration.MakeApplication(change.Policy.Offer.Allowed(row.Attendance));
        if (mode == ImportAs.ToBeConfirmed)
            change.Mail(MailKind.ConfirmAddress);
        else
        {
            change.Registration.Apply(change.Now);
            if (mode == ImportAs.ConfirmedWithMail)
                change.Mail(MailKind.ApplicationReceived);
        }
        change.Seating.Update(change.Registration);
        return change.Decision(ChangeResult.Done, "imported");
    }

    /// <summary>What a new address would get. A corrected address keeps what its sender was shown.</summary>
    private static Place PlaceToShow(Seating seating, FormSubmission form, Registration? mistyped, bool invited) =>
        seating.Policy.IsOnApplication && !invited ? Place.None
        : mistyped is { Place: not Place.None } && mistyped.Attendance == form.Attendance ? mistyped.Place
        : form.Attendance == Attendance.Remote ? Place.Remote
        : SeatPlan.For(seating.Seats, 0, false, new(seating.Waiting, invited)).TakesSeat ? Place.Seat
        : Place.WaitingList;

    /// <summary>
    /// A confirmed person sends the form again. Only an invitation changes something: it takes them off the waiting list.
    /// </summary>
    private static Decision RegisterAgain(Change change)
    {
        change.Log(FormSentAgain, null);
        if (change.Facts.IsInvited && change.Registration is { IsApplication: true } applicant)
        {
            applicant.AcceptApplication(null, change.Now);
            change.Place(applicant.Attendance, invited: true);
            change.Mail(MailKind.ApplicationAccepted);
            change.Log("used an invitation", applicant.Place.ToString());
            return change.Decision(ChangeResult.Done);
        }
        if (
            change.Facts.IsInvited
            && change.Registration.Place == Place.WaitingList
            && change.PlanSeat(invited: true) is { FromReserve: true } plan
        )
        {
            change.TryTakeSeat(plan);
            change.Mail(MailKind.SwitchedToSeat);
            change.Log("used an invitation", change.Registration.Place.ToString());
        }
        change.Mail(MailKind.AlreadyRegistered, isRateLimited: true);
        return change.Decision(ChangeResult.Done);
    }

    private static Decision Begin(Change change, FormSubmission form, FormContext context)
    {
        var registration = change.Registration;
        var isNew = context.Known is null && context.Mistyped is null;
        var isMoved = context.Known is null && context.Mistyped is not null;
        // Only the owner can have cancelled and now expects this mail, so the limit on repeated mails does not apply.
        var wasCancelled = !isNew && change.IsCancelled;
        // Somebody who was present and has cancelled does not come back under another name.
        if (!isNew && change.IsIdentityFixed)
            form = form with { Details = form.Details.WithIdentityOf(registration.Details) };
        form = form with { Details = OptionRules.KeepClosed(change, form.Details, isNew ? null : registration.Details) };
        var leavesWaitingList = change.Facts.IsInvited && registration.Place == Place.WaitingList;
        var hold = change.Now + change.Policy.Hold;
        if (isMoved)
            change.Log(CorrectAddress.AddressCorrected, null);
        var applies = change.Policy.IsOnApplication && !change.Facts.IsInvited;
        var isSameWish = registration.Attendance == form.Attendance && registration.IsApplication == applies;
        if (!isNew && !wasCancelled && (registration.Place != Place.None || applies) && isSameWish && !leavesWaitingList)
        {
            registration.Renew(form.Details, form.FormKey, change.Now);
            // The first mail went to the mistyped address, so the hold starts again. So it does for options that are new in the form.
            if (!applies && (isMoved || registration is { HoldUntil: null, WantsOptions: true }))
                registration.HoldPlaceUntil(hold);
        }
        else
        {
            registration.Begin(form.Details, form.Attendance, form.FormKey, change.Now);
            if (applies)
            {
                registration.MakeApplication(form.Attendance);
                change.Seating.Update(registration);
                change.Log("applied", form.Attendance.ToString());
            }
            else
            {
                change.Place(form.Attendance, change.Facts.IsInvited);
                registration.HoldPlaceUntil(hold);
                change.Log("registered", $"{form.Attendance} {registration.Place}");
            }
        }
        change.Mail(
            MailKind.ConfirmAddress,
            isMoved ? $"address-{registration.Generation}" : null,
            isRateLimited: !wasCancelled && !isMoved
        );
        return change.Decision(ChangeResult.Done);
    }
}
