namespace ModMatWorkshop.Domain.Registrations;

/// <summary>The state of a registration at check-in for one half-day. It decides which buttons a helper sees.</summary>
public enum CheckInState
{
    Cancelled,

    CheckedIn,

    /// <summary>Has a confirmed seat: one click checks the person in.</summary>
    Seated,

    /// <summary>Has a held seat. Check-in confirms the registration, so one click is enough.</summary>
    Unconfirmed,

    /// <summary>Has an offer. Check-in accepts it, so one click is enough.</summary>
    Offered,

    /// <summary>Has no seat: remote, on the waiting list, or after a lapsed hold.</summary>
    NoSeat,

    /// <summary>Has applied and is not accepted, or for the stream only. Check-in gives no seat.</summary>
    NotAccepted,
}
