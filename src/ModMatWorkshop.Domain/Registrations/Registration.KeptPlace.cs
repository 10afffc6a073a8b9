namespace ModMatWorkshop.Domain.Registrations;

/// <summary>The place that an organiser has freed, kept for an undo.</summary>
public sealed partial class Registration
{
    /// <summary>Until this instant an undo restores the place that an organiser has freed; null when there is none.</summary>
    public DateTimeOffset? KeptUntil { get; private set; }

    /// <summary>The freed seat, which nobody else gets before <see cref="KeptUntil"/>; null if the place was on the waiting list.</summary>
    public int? KeptSeatNumber { get; private set; }

    /// <summary>True if the kept seat comes from the reserve.</summary>
    public bool KeptFromReserve { get; private set; }

    public KeptSeat? KeptSeat =>
        KeptSeatNumber is { } number && KeptUntil is { } until ? new KeptSeat(number, KeptFromReserve, until) : null;

    public KeptSeat? KeptSeatAt(DateTimeOffset now) => KeptUntil > now ? KeptSeat : null;

    /// <summary>Keeps a place that an organiser has freed, so that an undo restores it.</summary>
    public void KeepPlace(RegistrationState before, DateTimeOffset now)
    {
        if (KeptUntil <= now)
            ForgetKeptPlace();
        KeptUntil = now + Registrations.KeptSeat.Time;
        if (before.SeatNumber is { } seat)
            (KeptSeatNumber, KeptFromReserve) = (seat, before.FromReserve);
    }

    /// <summary>Takes back the place of an earlier state, which <see cref="KeepPlace"/> has kept. The answers stay.</summary>
    public void RestorePlace(RegistrationState before)
    {
        ReleasePlace();
        ForgetKeptPlace();
        (Place, SeatNumber, LineNumber) = (before.Place, before.SeatNumber, before.LineNumber);
        (FromReserve, OfferUntil) = (before.FromReserve, before.OfferUntil);
        EnsureValid();
    }

    private void ForgetKeptPlace() => (KeptUntil, KeptSeatNumber, KeptFromReserve) = (null, null, false);
}
