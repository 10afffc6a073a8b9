namespace ModMatWorkshop.Domain.Registrations;

/// <summary>The actions of helpers at check-in.</summary>
public static class CheckInRules
{
    /// <summary>Whether <see cref="SeatAtCheckIn"/> would find a free seat for a person without one.</summary>
    public static bool HasSeatFor(Seating seating, Registration registration, bool isInvited) =>
        seating.Now < seating.Policy.End && SeatPlan.For(seating.Seats, 0, false, new(seating.Ahead(registration), isInvited)).TakesSeat;

    /// <summary>
    /// Gives a free seat at check-in. Without one the registration stays as it was: check-in never adds anybody to the waiting list.
    /// </summary>
    internal static ChangeResult SeatAtCheckIn(Change change)
    {
        var registration = change.Registration;
        if (change.IsCancelled)
            return ChangeResult.InvalidState;
        if (registration is { Status: RegistrationStatus.Confirmed, Place: Place.Seat })
            return ChangeResult.NoChange;
        if (change.IsOver)
            return ChangeResult.TooLate;
        if (registration.HoldUntil <= change.Now)
            change.LapseHold();
        if (registration.OfferUntil <= change.Now)
            change.LapseOffer();
        if (registration.Place == Place.Offer)
            registration.Accept();
        else if (!registration.HoldsSeat && !change.TryTakeSeat(change.PlanSeat(change.Facts.IsInvited)))
            return change.Seating.Seats.Free == 0 ? ChangeResult.Full : ChangeResult.OthersFirst;
        var wasPending = registration.Status == RegistrationStatus.Pending;
        if (wasPending)
            registration.Confirm(change.Now);
        change.Mail(wasPending ? MailKind.Confirmed : MailKind.SwitchedToSeat);
        return ChangeResult.Done;
    }
}
