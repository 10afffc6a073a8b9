namespace ModMatWorkshop.Domain.Registrations;

/// <summary>Why an organiser cannot offer a seat to a person.</summary>
/// <param name="Ahead">The number of people on the waiting list who come first.</param>
/// <param name="Reserved">Free seats that only invited people may take.</param>
/// <param name="At">When offers ended, when the reserve ends, or until when the freed seats are kept for an undo.</param>
public sealed record OfferRefusal(ChangeResult Result, int Ahead = 0, int Reserved = 0, DateTimeOffset? At = null)
{
    /// <summary>Null if a seat can be offered to this person now.</summary>
    public static OfferRefusal? Of(Seating seating, Registration registration)
    {
        if (registration.Status != RegistrationStatus.Confirmed)
            return new(ChangeResult.InvalidState);
        if (registration.Selection == Selection.Declined)
            return new(ChangeResult.NotAccepted);
        if (registration.HoldsSeat)
            return new(ChangeResult.NoChange);
        if (seating.Now >= seating.Policy.OffersUntil)
            return new(ChangeResult.TooLate, At: seating.Policy.OffersUntil);
        if (registration.KeptSeatAt(seating.Now) is not null)
            return null;
        var (seats, ahead) = (seating.Seats, seating.Ahead(registration));
        return seats.Free > ahead ? null
            : ahead > 0 ? new(ChangeResult.OthersFirst, ahead)
            : seating.Kept.Any() ? new(ChangeResult.Kept, At: seating.Kept.Min(k => k.Until))
            : seats.AvailableReserve > 0 ? new(ChangeResult.Full, Reserved: seats.AvailableReserve, At: seating.Policy.ReservedUntil)
            : new(ChangeResult.Full);
    }
}
