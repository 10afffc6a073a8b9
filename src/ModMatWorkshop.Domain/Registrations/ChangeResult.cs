namespace ModMatWorkshop.Domain.Registrations;

/// <summary>The result of a command.</summary>
public enum ChangeResult
{
    Done,

    /// <summary>The registration is already in the requested state.</summary>
    NoChange,

    /// <summary>The registration does not exist, or the link is of an older generation.</summary>
    NotFound,

    /// <summary>The offer has lapsed, registration has closed, or the workshop is over.</summary>
    TooLate,

    /// <summary>The status does not allow the command: a cancelled registration cannot be confirmed.</summary>
    InvalidState,

    /// <summary>Done, but no seat was free: the person is on the waiting list.</summary>
    Queued,

    /// <summary>Done, but the name and the claims stay: only an organiser may change them now.</summary>
    IdentityIsFixed,

    /// <summary>Done, but what is counted stays until the organisers approve it: the last day for changes is over.</summary>
    AwaitsApproval,

    /// <summary>Another registration has this address.</summary>
    AddressTaken,

    /// <summary>The address has just been changed, and the owner of the previous one can still stop that.</summary>
    AddressJustChanged,

    /// <summary>Other people on the waiting list come first.</summary>
    OthersFirst,

    /// <summary>No seat is free.</summary>
    Full,

    /// <summary>The only free seats are kept for a few minutes, so that an organiser can undo what freed them.</summary>
    Kept,

    /// <summary>The person has applied, and the organisers have not accepted them.</summary>
    NotAccepted,

    /// <summary>Somebody else has changed the registration in the meantime.</summary>
    Conflict,
}
