using System.Globalization;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Text;

public sealed partial class Words
{
    /// <summary>Sets the no-break spaces in a text of this language.</summary>
    public string Typeset(string text) => Say(text, text);

    /// <summary>A deadline with its time zone. Bypasses Say, which would widen the spaces in the time.</summary>
    public string Deadline(DateTimeOffset local, string city)
    {
        var (day, hour) = (DayWithYear(DateOnly.FromDateTime(local.DateTime)), Hour(TimeOnly.FromDateTime(local.DateTime)));
        return language == Domain.Language.English ? $"{day} at {hour} ({city} time)" : $"{day} à {hour} (heure de {city})";
    }

    /// <summary>A person's place, within a sentence; null for none.</summary>
    /// <param name="rank">The position on the waiting list, from 1.</param>
    public string? Got(Place place, int? rank) =>
        place switch
        {
            Domain.Registrations.Place.Seat => Say("une place dans la salle", "a seat"),
            Domain.Registrations.Place.Offer => Say(
                "une place à distance, et une place dans la salle qui attend votre réponse",
                "a remote place, and the offer of a seat"
            ),
            Domain.Registrations.Place.WaitingList => Say(
                $"une place à distance, et le rang {Number(rank)} sur la liste d’attente de la salle",
                $"a remote place, and number {Number(rank)} on the waiting list for a seat"
            ),
            Domain.Registrations.Place.Remote => Say("une place à distance", "a remote place"),
            _ => null,
        };

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
