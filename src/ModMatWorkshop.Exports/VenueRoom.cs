using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Exports;

/// <summary>The one room of the workshop, by the names that the exports give it.</summary>
internal static class VenueRoom
{
    /// <summary>With the house in which it is; the house alone while the room is not known.</summary>
    public static string WithVenue(Venue venue, Language language) =>
        venue.Room is { } room ? $"{room.In(language)}, {venue.Name}" : venue.Name;
}
