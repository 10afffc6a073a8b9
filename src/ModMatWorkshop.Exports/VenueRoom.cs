using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Exports;

/// <summary>The names of rooms in exports.</summary>
internal static class VenueRoom
{
    /// <summary>The room and the venue; only the venue while the room is unknown.</summary>
    /// <param name="room">The key of the room of a slot; null for the venue's room.</param>
    public static string WithVenue(Workshop workshop, string? room, Language language) =>
        workshop.RoomName(room) is { } name ? $"{name.In(language)}, {workshop.Venue.Name}" : workshop.Venue.Name;
}
