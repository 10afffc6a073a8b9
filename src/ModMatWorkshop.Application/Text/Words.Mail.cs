using System.Globalization;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Text;

public sealed partial class Words
{
    /// <summary>Sets the no-break spaces of a text that is already in this language.</summary>
    public string Typeset(string text) => Say(text, text);

    /// <summary>A deadline, with the zone, for it is also read far from there. Not through Say, as the hour.</summary>
    public string Deadline(DateTimeOffset local, string city)
    {
        var (day, hour) = (DayWithYear(DateOnly.FromDateTime(local.DateTime)), Hour(TimeOnly.FromDateTime(local.DateTime)));
        return language == Domain.Language.English ? $"{day} at {hour} ({city} time)" : $"{day} à {hour} (heure de {city})";
    }

    /// <summary>What somebody has got, within a sentence; null for nothing.</summary>
    /// <param name="rank">From 1, for who stands in line.</param>
    public string? Got(Place place, int? rank) => place switch
    {
        Domain.Registrations.Place.Seat => Say("une place dans la salle", "a seat in the room"),
        Domain.Registrations.Place.Offer => Say("une place à distance, et une place dans la salle qui attend votre réponse", "a remote place, and a seat in the room that awaits your answer"),
        Domain.Registrations.Place.WaitingList => Say(
            $"une place à distance, et le rang {Number(rank)} dans la file d’attente de la salle",
            $"a remote place, and number {Number(rank)} in the line for the room"),
        Domain.Registrations.Place.Remote => Say("une place à distance", "a remote place"),
        _ => null,
    };

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
