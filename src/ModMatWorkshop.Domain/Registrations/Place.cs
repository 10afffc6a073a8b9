namespace ModMatWorkshop.Domain.Registrations;

/// <summary>What a registration has at this moment; see the glossary.</summary>
public enum Place
{
    /// <summary>Cancelled, or pending after its hold has lapsed.</summary>
    None,
    Remote,

    /// <summary>Remote for now, with a position on the waiting list.</summary>
    WaitingList,

    /// <summary>A seat is kept for this person until the deadline of the offer.</summary>
    Offer,
    Seat,
}
