namespace ModMatWorkshop.Domain.Registrations;

/// <summary>What somebody is told about their place.</summary>
/// <param name="Rank">In line, from 1; null for who is not in line.</param>
public sealed record SeatOutcome(Place Place, int? Rank = null);

/// <summary>What the public is told about the room: coarse enough that nobody can count one person in.</summary>
public enum SeatsLeft
{
    /// <summary>More than <see cref="RegistrationAvailability.Few"/> seats.</summary>
    Many,
    Few,

    /// <summary>Whoever comes now follows remotely and stands in line.</summary>
    None,
}

/// <summary>Whether one may register now, and what is left.</summary>
/// <param name="Opens">The instant from which registration is, was or will be open.</param>
/// <param name="Closes">The instant at which it closes.</param>
public sealed record RegistrationAvailability(bool IsOpen, DateTimeOffset Opens, DateTimeOffset Closes, SeatsLeft Left)
{
    public const int Few = 10;

    /// <summary>Of the room, whoever sits in it.</summary>
    public int Capacity { get; init; }

    public static SeatsLeft FromCount(int seats) =>
        seats > Few ? SeatsLeft.Many
        : seats > 0 ? SeatsLeft.Few
        : SeatsLeft.None;
}
