using ModMatWorkshop.Domain.Programme;
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

    /// <summary>The subject of the mail about the waiting list, after the name of the workshop.</summary>
    public string WaitingSubject(AttendanceOffer offer) =>
        offer.HasStream()
            ? Say("à distance pour l’instant, et sur la liste d’attente", "remote for now, and on the waiting list")
            : Say("vous êtes sur la liste d’attente", "you are on the waiting list");

    public string DirectionsAreOnTheSite =>
        Say("Le site décrit le chemin jusqu’au lieu de l’atelier.", "The website describes how to get to the venue.");

    /// <summary>A person's place, within a sentence; null for none.</summary>
    public string? Got(Place place, AttendanceOffer offer) =>
        place switch
        {
            Domain.Registrations.Place.Offer when !offer.HasStream() => Say("une place qui attend votre réponse", "the offer of a seat"),
            Domain.Registrations.Place.WaitingList when !offer.HasStream() => Say(
                "un rang sur la liste d’attente",
                "a position on the waiting list"
            ),
            Domain.Registrations.Place.Seat => Say("une place dans la salle", "a seat"),
            Domain.Registrations.Place.Offer => Say(
                "une place à distance, et une place dans la salle qui attend votre réponse",
                "a remote place, and the offer of a seat"
            ),
            Domain.Registrations.Place.WaitingList => Say(
                "une place à distance, et un rang sur la liste d’attente de la salle",
                "a remote place, and a position on the waiting list for a seat"
            ),
            Domain.Registrations.Place.Remote => Say("une place à distance", "a remote place"),
            _ => null,
        };

    /// <summary>The heading of a list of half-days.</summary>
    public string YourHalfDays(int number) =>
        number == 1 ? Say("Votre demi-journée", "Your half-day") : Say("Vos demi-journées", "Your half-days");

    /// <summary>"jeudi 23 septembre, matin, 9 h 00–12 h 30, en salle"</summary>
    public string AttendedHalfDay(AttendedHalfDay half, TimeZoneInfo zone) =>
        HalfDayName(half.Choice.Date, half.Choice.Half)
        + (half.Hours is { } hours ? $", {HourOf(hours.Start, zone)}–{HourOf(hours.End, zone)}" : "")
        + (half.Choice.Attendance == Attendance.InPerson ? Say(", en salle", ", in person") : Say(", à distance", ", remotely"));

    /// <summary>"Pause café (jeu. 23), Buffet (jeu. 23)"</summary>
    public string MealsInWords(IEnumerable<ServedMeal> meals) =>
        string.Join(", ", meals.Select(m => $"{m.Title.In(language)} ({ShortDay(m.Date)})"));

    /// <summary>Who invites, at the beginning of a sentence.</summary>
    public string Inviter(string? organiser) =>
        organiser is null
            ? Say("Le comité d’organisation", "The organising committee")
            : Say($"{organiser}, au nom du comité d’organisation,", $"{organiser}, on behalf of the organising committee,");
}
