namespace ModMatWorkshop.Domain.Registrations;

/// <summary>Commands that only organisers give.</summary>
internal static class OrganiserRules
{
    public static ChangeResult CorrectAddress(Change change, CorrectAddress command)
    {
        var registration = change.Registration;
        if (registration.Email == command.Address.Value)
            return ChangeResult.NoChange;
        if (registration.Email != command.Seen)
            return ChangeResult.Conflict;
        if (change.Facts.IsAddressTaken)
            return ChangeResult.AddressTaken;
        registration.ChangeAddress(command.Address);
        // The confirmation mail went to the wrong address, so the hold starts again.
        if (registration.HoldUntil > change.Now)
            registration.HoldPlaceUntil(change.Now + change.Policy.Hold);
        change.MailLink();
        return ChangeResult.Done;
    }

    public static ChangeResult SendLink(Change change)
    {
        if (change.IsCancelled)
            return ChangeResult.InvalidState;
        change.MailLink();
        return ChangeResult.Done;
    }

    public static ChangeResult Reinstate(Change change)
    {
        var registration = change.Registration;
        if (!change.IsCancelled)
            return ChangeResult.NoChange;
        if (change.IsOver)
            return ChangeResult.TooLate;
        registration.Reinstate(change.Now);
        if (registration.IsApplication)
        {
            change.Mail(change.IsDeclined ? MailKind.ApplicationDeclined : MailKind.ApplicationReceived);
            change.LogDone(registration.Status.ToString());
            return ChangeResult.Done;
        }
        change.Place(registration.Attendance, change.Facts.IsInvited);
        var waits = registration.Place == Place.WaitingList;
        change.Mail(waits ? MailKind.WaitingList : MailKind.Confirmed);
        return waits ? ChangeResult.Queued : ChangeResult.Done;
    }

    public static ChangeResult OfferSeat(Change change)
    {
        var (registration, seating) = (change.Registration, change.Seating);
        if (OfferRefusal.Of(seating, registration) is { } refusal)
            return refusal.Result;
        change.ReleasePlace();
        registration.OfferSeat(
            registration.KeptSeatAt(change.Now)?.Number ?? seating.FreeSeatNumber(),
            change.Policy.OfferDeadline(change.Now)
        );
        change.Mail(MailKind.Offer);
        return ChangeResult.Done;
    }

    public static ChangeResult SeatFromReserve(Change change)
    {
        if (!change.IsConfirmed)
            return ChangeResult.InvalidState;
        if (change.IsSelectedForRemoteOnly)
            return ChangeResult.NotAccepted;
        if (change.Registration.HoldsSeat)
            return ChangeResult.NoChange;
        var plan = change.PlanSeat(invited: true);
        if (!plan.FromReserve)
            return ChangeResult.Full;
        change.GrantReserve();
        change.TryTakeSeat(plan);
        change.Mail(MailKind.SwitchedToSeat);
        return ChangeResult.Done;
    }

    public static ChangeResult SendMessage(Change change, SendMessage command)
    {
        if (change.Facts.IsMessageQueued)
            return ChangeResult.NoChange;
        if ((change.IsCancelled || change.IsDeclined) && !command.ToCancelled)
            return ChangeResult.InvalidState;
        change.Mail(
            MailKind.Message,
            command.MessageId.ToString(System.Globalization.CultureInfo.InvariantCulture),
            message: command.MessageId
        );
        return ChangeResult.Done;
    }
}
