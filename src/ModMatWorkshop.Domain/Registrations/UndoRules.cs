using ModMatWorkshop.Domain.Options;

namespace ModMatWorkshop.Domain.Registrations;

/// <summary>
/// Reverts the last change, whoever made it: the answers in full, the place as far as the plan allows. A place that an organiser freed less
/// than <see cref="KeptSeat.Time"/> ago comes back exactly as it was. Otherwise a lost seat comes back if it is free
/// and nobody on the waiting list is overtaken. A position on the waiting list comes back if nobody has moved up since. Otherwise the
/// person joins the end. An undo is a change too and can be undone.
/// </summary>
internal static class UndoRules
{
    public static ChangeResult Undo(Change change, UndoLastChange command)
    {
        var registration = change.Registration;
        if (change.Facts.LastChange is not { } last || last.Id != command.Change)
            return ChangeResult.Conflict;
        var before = last.Before;
        EmailAddress? address = null;
        if (before.Email != registration.Email && (!EmailAddress.TryParse(before.Email, out address) || change.Facts.IsAddressTaken))
            return ChangeResult.AddressTaken;
        if (before.Place == Place.Offer && registration.HoldsSeat && !(before.OfferUntil > change.Now))
            return ChangeResult.TooLate;

        var (standing, status, details) = (StandingOf(registration), registration.Status, registration.Details);
        if (address is not null)
            registration.ChangeAddress(address);
        var support = (registration.TravelSupport, registration.TravelSupportWords);
        registration.RestoreState(before, change.Now);
        change.LogIdentity(details);
        change.Seating.Update(registration);
        var result = RestorePlace(change, last);
        if (registration.Status == RegistrationStatus.Pending)
            registration.HoldPlaceUntil(change.Now + change.Policy.Hold);
        OptionRules.Restore(change, before);
        if (support != (registration.TravelSupport, registration.TravelSupportWords))
            change.Mail(TravelSupportRules.MailOf(registration.TravelSupport));
        if (address is not null)
            change.MailLink();
        else if (standing != StandingOf(registration) && MailFor(registration, status) is { } mail)
            change.Mail(mail);
        return result;
    }

    private static (RegistrationStatus, Place, Selection) StandingOf(Registration registration) =>
        (registration.Status, registration.Place, registration.Selection);

    private static ChangeResult RestorePlace(Change change, LastChange last)
    {
        var (registration, before) = (change.Registration, last.Before);
        if (IsKept(registration, before, change.Now))
        {
            registration.RestorePlace(before);
            return ChangeResult.Done;
        }
        switch (before.Place)
        {
            case Place.Seat when registration.HoldsSeat:
                registration.Accept();
                return ChangeResult.Done;
            case Place.Offer when registration.SeatNumber is { } seat:
                registration.OfferSeat(seat, before.OfferUntil!.Value);
                return ChangeResult.Done;
            case Place.WaitingList when registration.LineNumber is not null:
                return ChangeResult.Done;
        }
        if (registration.FromReserve)
            change.ReturnReserve();
        change.ReleasePlace();
        switch (before.Place)
        {
            case Place.Remote:
                registration.FollowRemotely();
                return ChangeResult.Done;
            case Place.None:
                return ChangeResult.Done;
            case Place.WaitingList when !last.HasWaitingListMoved:
                registration.JoinWaitingList(before.LineNumber!.Value);
                return ChangeResult.Done;
            case Place.Seat when change.TryTakeSeat(PlanReturn(change, before), before.SeatNumber):
                return ChangeResult.Done;
        }
        change.JoinWaitingList();
        return ChangeResult.Queued;
    }

    private static bool IsKept(Registration registration, RegistrationState before, DateTimeOffset now) =>
        registration.KeptUntil > now
        && before.Place switch
        {
            Place.Seat => registration.KeptSeatNumber == before.SeatNumber,
            Place.Offer => registration.KeptSeatNumber == before.SeatNumber && before.OfferUntil > now,
            Place.WaitingList => registration.LineNumber is null,
            _ => false,
        };

    /// <summary>Only confirmed people on the waiting list come before a returning seat.</summary>
    private static SeatPlan PlanReturn(Change change, RegistrationState before) =>
        SeatPlan.For(change.Seating.Seats, 0, false, new(change.Seating.ConfirmedOthers(change.Registration), before.FromReserve));

    private static MailKind? MailFor(Registration registration, RegistrationStatus before) =>
        (registration.Status, registration.Place) switch
        {
            (RegistrationStatus.Pending, _) => MailKind.ConfirmAddress,
            (RegistrationStatus.Cancelled, _) => before is RegistrationStatus.Confirmed or RegistrationStatus.Applied
                ? MailKind.Cancelled
                : null,
            (RegistrationStatus.Applied, _) => before is RegistrationStatus.Confirmed or RegistrationStatus.Declined
                ? MailKind.ApplicationReopened
                : MailKind.ApplicationReceived,
            (RegistrationStatus.Declined, _) => MailKind.ApplicationDeclined,
            _ when registration.Selection == Selection.Declined => MailKind.ApplicationDeclined,
            _ when registration.Selection == Selection.Accepted && before is RegistrationStatus.Applied or RegistrationStatus.Declined =>
                MailKind.ApplicationAccepted,
            (_, Place.WaitingList) => MailKind.WaitingList,
            _ when before != RegistrationStatus.Confirmed => MailKind.Confirmed,
            (_, Place.Seat) => MailKind.SwitchedToSeat,
            (_, Place.Offer) => MailKind.Offer,
            (_, Place.Remote) => MailKind.SwitchedToRemote,
            _ => null,
        };
}
