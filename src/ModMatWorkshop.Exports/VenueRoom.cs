using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Exports;

/// <summary>The names of the workshop's room in exports.</summary>
internal static class VenueRoom
{
    /// <summary>The room and the venue; only the venue while the room is unknown.</summary>
    public static string WithVenue(Venue venue, Language language) =>
        venue.Room is { } room ? $"{room.In(language)}, {venue.Name}" : venue.Name;
}
