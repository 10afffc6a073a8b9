using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Web.Exports;

/// <summary>The one room of the workshop, by the names that the exports give it.</summary>
internal static class Room
{
    /// <summary>The room's own name; null while the content says that it is "à compléter".</summary>
    public static string? KnownName(Venue venue, Language language) =>
        venue.Room is { } room && room.Fr != "à compléter" ? room.In(language) : null;

    /// <summary>With the house in which it is; the house alone while the room is not known.</summary>
    public static string WithVenue(Venue venue, Language language) =>
        KnownName(venue, language) is { } room ? $"{room}, {venue.Name}" : venue.Name;
}
