namespace ModMatWorkshop.Domain.Registrations;

/// <summary>Where a registration stands with respect to the room.</summary>
public enum Place
{
    /// <summary>Nowhere: cancelled, or a wish for a seat whose hold lapsed before it was confirmed.</summary>
    None,
    Remote,

    /// <summary>Remote for now, and in line for a seat.</summary>
    WaitingList,

    /// <summary>A seat is kept for this person until they answer.</summary>
    Offer,
    Seat,
}
