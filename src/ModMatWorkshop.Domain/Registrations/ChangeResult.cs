namespace ModMatWorkshop.Domain.Registrations;

/// <summary>What became of a command.</summary>
public enum ChangeResult
{
    Done,

    /// <summary>Nothing to do: it was so already.</summary>
    NoChange,

    /// <summary>There is no such registration, or the link is an old one.</summary>
    NotFound,

    /// <summary>The offer has lapsed, registration has closed, or the workshop is over.</summary>
    TooLate,

    /// <summary>The registration is in no state for it: a cancelled one cannot be confirmed.</summary>
    InvalidState,

    /// <summary>Done, except for the seat: none was free, and the person is on the waiting list.</summary>
    Queued,

    /// <summary>Somebody else has this address.</summary>
    AddressTaken,

    /// <summary>Others on the waiting list come first.</summary>
    OthersFirst,

    /// <summary>No seat is free.</summary>
    Full,

    /// <summary>The registration has changed since it was read.</summary>
    Conflict,
}
