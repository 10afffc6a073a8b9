namespace ModMatWorkshop.Domain.Registrations;

/// <summary>The place to show to a person.</summary>
/// <param name="Rank">Rank on the waiting list, from 1; null for somebody who is not on it.</param>
public sealed record SeatOutcome(Place Place, int? Rank = null);

/// <summary>The public number of free seats, coarse enough not to reveal a single registration.</summary>
public enum SeatsLeft
{
    /// <summary>More than <see cref="RegistrationAvailability.Few"/> seats.</summary>
    Many,
    Few,

    /// <summary>A new registration is remote and joins the waiting list.</summary>
    None,
}

/// <summary>Whether registration is open, and roughly how many seats are left.</summary>
/// <param name="Opens">The instant from which registration is open, in the past or in the future.</param>
/// <param name="Closes">The instant at which registration closes.</param>
public sealed record RegistrationAvailability(bool IsOpen, DateTimeOffset Opens, DateTimeOffset Closes, SeatsLeft Left)
{
    public const int Few = 10;

    /// <summary>The total number of seats, taken or free.</summary>
    public int Capacity { get; init; }

    public static SeatsLeft FromCount(int seats) =>
        seats > Few ? SeatsLeft.Many
        : seats > 0 ? SeatsLeft.Few
        : SeatsLeft.None;
}
