namespace ModMatWorkshop.Domain.Programme;

/// <summary>A room in which sessions take place. Its stream is no part of it, because a room is public.</summary>
/// <param name="Key">The name in content files and in <c>data-room</c>: <c>main-hall</c>.</param>
/// <param name="Seats">Null while it is unknown.</param>
/// <param name="Directions">One line on how to find the room; null for none.</param>
public sealed record Room(string Key, Localized Name, int? Seats = null, Localized? Directions = null);
