namespace ModMatWorkshop.Domain.Registrations;

/// <summary>What the desk can do for a person without a seat.</summary>
/// <param name="Result">
/// <see cref="ChangeResult.Done"/> if one press gives a seat, <see cref="ChangeResult.OthersFirst"/> if a seat is free for others on the
/// waiting list, <see cref="ChangeResult.Kept"/>, <see cref="ChangeResult.Full"/> or <see cref="ChangeResult.TooLate"/>.
/// </param>
/// <param name="Ahead">The number of people who come first.</param>
/// <param name="MayCall">The helper may give the seat after calling those people.</param>
/// <param name="KeptUntil">When the first kept seat is free again.</param>
public sealed record DeskSeat(ChangeResult Result, int Ahead = 0, bool MayCall = false, DateTimeOffset? KeptUntil = null);

/// <summary>The actions of helpers at check-in.</summary>
public static class CheckInRules
{
    /// <summary>Whether the desk can give a seat to a person without one. Nobody loses a seat because they have not come yet.</summary>
    public static DeskSeat SeatFor(Seating seating, Registration registration, bool isInvited)
    {
        if (seating.Now >= seating.Policy.End)
            return new(ChangeResult.TooLate);
        if (!registration.MaySitDown)
            return new(ChangeResult.NotAccepted);
        if (seating.PlanSeat(registration, isInvited).TakesSeat)
            return new(ChangeResult.Done);
        if (seating.Seats.Free > 0)
            return new(ChangeResult.OthersFirst, seating.Ahead(registration), seating.Policy.DeskGivesSeatsAt(seating.Now));
        return seating.Kept.Any() ? new(ChangeResult.Kept, KeptUntil: seating.Kept.Min(k => k.Until)) : new(ChangeResult.Full);
    }

    /// <summary>
    /// Gives a free seat at check-in. Without one the registration stays as it was: check-in never adds anybody to the waiting list.
    /// </summary>
    internal static ChangeResult SeatAtCheckIn(Change change, SeatAtCheckIn command)
    {
        var registration = change.Registration;
        if (change.IsCancelled)
            return ChangeResult.InvalidState;
        if (!registration.MaySitDown)
            return ChangeResult.NotAccepted;
        if (registration is { Status: RegistrationStatus.Confirmed, Place: Place.Seat })
            return ChangeResult.NoChange;
        if (change.IsOver)
            return ChangeResult.TooLate;
        if (registration.HoldUntil <= change.Now)
            change.LapseHold();
        var offerHasLapsed = registration.OfferUntil <= change.Now;
        if (offerHasLapsed)
            change.ReleasePlace();
        if (registration.Place == Place.Offer)
            registration.Accept();
        else if (!registration.HoldsSeat)
        {
            var desk = SeatFor(change.Seating, registration, change.Facts.IsInvited);
            if (desk.Result != ChangeResult.Done && !(command.OthersWereCalled && desk.MayCall))
            {
                if (offerHasLapsed)
                    change.LapseOffer();
                return desk.Result;
            }
            change.TryTakeSeat(
                desk.Result == ChangeResult.Done ? change.PlanSeat(change.Facts.IsInvited) : new(TakesSeat: true, FromReserve: false, 0)
            );
        }
        var wasPending = registration.Status == RegistrationStatus.Pending;
        if (wasPending)
            registration.Confirm(change.Now);
        change.Mail(wasPending ? MailKind.Confirmed : MailKind.SwitchedToSeat);
        return ChangeResult.Done;
    }
}
