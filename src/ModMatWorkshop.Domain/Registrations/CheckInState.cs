namespace ModMatWorkshop.Domain.Registrations;

/// <summary>How somebody who stands at the door stands with respect to a half-day, and so what a helper can do.</summary>
public enum CheckInState
{
    Cancelled,

    /// <summary>Has arrived.</summary>
    In,

    /// <summary>Has a confirmed seat: one press.</summary>
    Seated,

    /// <summary>Has a seat that is still to be confirmed, which standing here does: one press too.</summary>
    Unconfirmed,

    /// <summary>Has been offered a seat: the same.</summary>
    Offered,

    /// <summary>Follows remotely, stands in line, or has let a hold lapse.</summary>
    Seatless,
}
