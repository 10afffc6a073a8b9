namespace ModMatWorkshop.Domain.Registrations;

/// <summary>A submitted registration form.</summary>
/// <param name="FormKey">Generated when the form was shown. A form that is sent twice gives one registration.</param>
public sealed record FormSubmission(EmailAddress Email, RegistrationDetails Details, Attendance Attendance, string FormKey);

/// <summary>The invitation that a form uses.</summary>
/// <param name="UsedBy">Another registration that already uses the invitation; null if there is none.</param>
public sealed record InvitationClaim(Registration? UsedBy)
{
    /// <summary>The roles that the invitation gives to the guest.</summary>
    public IReadOnlyList<RoleDecision> Roles { get; init; } = [];
}

/// <summary>The result of a submitted form.</summary>
/// <param name="Outcome">The place to show to the sender, computed as for a new address, so that it does not reveal whether the address is
/// known. Null if registration is closed.</param>
/// <param name="Registration">The new or changed registration; null for none.</param>
/// <param name="UsesInvitation">The invitation now belongs to this registration.</param>
/// <param name="Released">Another registration that loses the seat of the same invitation.</param>
public sealed record FormDecision(
    SeatOutcome? Outcome,
    Registration? Registration = null,
    Decision? Decision = null,
    bool UsesInvitation = false,
    (Registration Registration, Decision Decision)? Released = null
);

/// <summary>Rules for a new registration: by form, by an organiser or by import.</summary>
public static class NewcomerRules
{
    /// <param name="known">The existing registration with this address; null for a new address.</param>
    /// <param name="create">Creates the registration of a new address.</param>
    /// <param name="facts">The facts about the existing registration.</param>
    public static FormDecision Register(
        Seating seating,
        FormSubmission form,
        Registration? known,
        InvitationClaim? claim,
        Func<Registration> create,
        RegistrationFacts? facts = null
    )
    {
        if (!seating.Policy.IsOpenAt(seating.Now))
            return new(null);
        if (known is { Status: not RegistrationStatus.Cancelled, Place: not Place.None } && known.FormKey == form.FormKey)
            return new(new SeatOutcome(known.Place, seating.Rank(known)));

        var isInvited = claim is not null && claim.UsedBy is not { Status: RegistrationStatus.Confirmed };
        (Registration, Decision)? released =
            isInvited && claim!.UsedBy is { FromReserve: true } other
                ? (other, RegistrationRules.Decide(seating, other, new LapseHold(), new()))
                : null;
        var outcome = OutcomeForNewcomer(seating, form.Attendance, isInvited);
        var registration = known ?? create();
        var change = new Change(seating, registration, (facts ?? new()) with { IsInvited = isInvited, IsByOwner = true });
        var decision = known is { Status: RegistrationStatus.Confirmed }
            ? RegisterAgain(change)
            : Begin(change, form, isNew: known is null);
        if (isInvited)
        {
            claim!.UsedBy?.Withdraw(claim.Roles);
            registration.Decide(claim.Roles);
        }
        return new(outcome, registration, decision, isInvited, released);
    }

    /// <summary>
    /// An organiser adds a person, whatever the registration dates: a seat if one is free for a new registration, otherwise the end of the
    /// waiting list.
    /// </summary>
    /// <param name="confirmed">False if the owner of the address must still confirm.</param>
    public static Decision Add(Seating seating, Registration registration, FormSubmission form, bool confirmed)
    {
        var change = new Change(seating, registration, new());
        registration.Begin(form.Details, form.Attendance, form.FormKey, change.Now);
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
        registration.Begin(row.Details, row.Attendance, "", change.Now);
        change.Place(row.Attendance, invited: false);
        if (mode == ImportAs.ToBeConfirmed)
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

    private static SeatOutcome OutcomeForNewcomer(Seating seating, Attendance attendance, bool invited) =>
        attendance == Attendance.Remote ? new(Place.Remote)
        : SeatPlan.For(seating.Seats, 0, false, new(seating.Waiting, invited)).TakesSeat ? new(Place.Seat)
        : new(Place.WaitingList, seating.Waiting + 1);

    /// <summary>
    /// A confirmed person sends the form again. Only an invitation changes something: it takes them off the waiting list.
    /// </summary>
    private static Decision RegisterAgain(Change change)
    {
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
        change.Mail(MailKind.LinkAgain, isRateLimited: true);
        return change.Decision(ChangeResult.Done);
    }

    private static Decision Begin(Change change, FormSubmission form, bool isNew)
    {
        var registration = change.Registration;
        // Only the owner can have cancelled and now expects this mail, so the limit on repeated mails does not apply.
        var wasCancelled = !isNew && change.IsCancelled;
        // Somebody who was present and has cancelled does not come back under another name.
        if (!isNew && change.IsIdentityFixed)
            form = form with { Details = form.Details.WithIdentityOf(registration.Details) };
        var leavesWaitingList = change.Facts.IsInvited && registration.Place == Place.WaitingList;
        if (!isNew && !wasCancelled && registration.Place != Place.None && registration.Attendance == form.Attendance && !leavesWaitingList)
            registration.Renew(form.Details, form.FormKey, change.Now);
        else
        {
            registration.Begin(form.Details, form.Attendance, form.FormKey, change.Now);
            change.Place(form.Attendance, change.Facts.IsInvited);
            registration.HoldPlaceUntil(change.Now + change.Policy.Hold);
            change.Log("registered", $"{form.Attendance} {registration.Place}");
        }
        change.Mail(MailKind.ConfirmAddress, isRateLimited: !wasCancelled);
        return change.Decision(ChangeResult.Done);
    }
}
