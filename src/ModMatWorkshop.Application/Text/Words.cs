using System.Globalization;
using ModMatWorkshop.Content;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Application.Text;

/// <summary>The texts of the interface in French and English; a missing text does not compile.</summary>
public sealed partial class Words(Language language)
{
    public Language Language => language;

    /// <summary>Sets the French no-break spaces, so that the texts here use ordinary ones.</summary>
    public string Say(string french, string english) => language == Language.English ? english : Typography.French(french);

    public string Of(Localized text) =>
        text.LanguageFor(language) == Language.English ? text.In(language) : Typography.French(text.In(language));

    /// <summary>The <c>lang</c> attribute of a text that may be in another language than the page; null if it is not.</summary>
    public string? LangOf(Localized text) => text.LanguageFor(language) == language ? null : text.LanguageFor(language).Tag();

    // The page layout
    public string SkipToContent => Say("Aller au contenu", "Skip to content");

    public string MainNavigation => Say("Navigation principale", "Main navigation");

    public string Home => Say("Accueil", "Home");

    public string Programme => Say("Programme", "Programme");

    public string Abstracts => Say("Résumés", "Abstracts");

    public string Posters => Say("Posters", "Posters");

    public string Speakers => Say("Intervenants", "Speakers");

    public string PracticalInfo => Say("Infos pratiques", "Practical info");

    /// <summary>One word, so that the navigation fits on a phone.</summary>
    public string Info => Say("Infos", "Info");

    public string News => Say("Actualités", "News");

    public string Book => Say("Livret des résumés", "Book of abstracts");

    public string Contact => Say("Contact", "Contact");

    public string LegalNotice => Say("Mentions légales", "Legal notice");

    public string Privacy => Say("Confidentialité", "Privacy");

    public string Accessibility => Say("Accessibilité : non conforme", "Accessibility: not compliant");

    public string Search => Say("Rechercher", "Search");

    public string OtherLanguage => Say("English", "Français");

    public string Feeds => Say("Calendrier et données", "Calendar and data");

    public string WholeCalendar => Say("Calendrier (iCalendar)", "Calendar (iCalendar)");

    public string RehearsalLabel => Say("Répétition", "Rehearsal");

    public string Rehearsal(string instant) =>
        Say(
            $"Répétition : sur ce site, il est {instant}. Rien de ce qui s’y passe n’est réel.",
            $"Rehearsal: on this site it is {instant}. Nothing here is real."
        );

    // Kinds and places
    public string Kind(SlotKind kind) =>
        kind switch
        {
            SlotKind.Opening => Say("Ouverture", "Opening"),
            SlotKind.Invited => Say("Conférence invitée", "Invited talk"),
            SlotKind.Oral => Say("Exposé", "Talk"),
            SlotKind.Intervention => Say("Intervention", "Talk"),
            SlotKind.PosterSession => Say("Session posters", "Poster session"),
            SlotKind.Break => Say("Pause", "Break"),
            SlotKind.Tutorial => Say("Tutoriel", "Tutorial"),
            SlotKind.Panel => Say("Table ronde", "Panel"),
            SlotKind.Social => Say("Moment convivial", "Social event"),
            _ => Say("Repas", "Meal"),
        };

    public string Kind(ContributionKind kind) =>
        kind switch
        {
            ContributionKind.Invited => Say("Conférence invitée", "Invited talk"),
            ContributionKind.Oral => Say("Exposé oral", "Contributed talk"),
            _ => Say("Poster", "Poster"),
        };

    /// <summary>The kind by which the workshop calls a contribution.</summary>
    public string Kind(ContributionCode code, Workshop workshop) =>
        workshop.OwnKindOf(code) is { } own ? Of(own.Name) : Kind(code.BuiltInKind ?? ContributionKind.Oral);

    public string Kinds(ContributionCode code, Workshop workshop) =>
        workshop.OwnKindOf(code) is { } own ? Of(own.Names) : Kinds(code.BuiltInKind ?? ContributionKind.Oral);

    public string Kinds(ContributionKind kind) =>
        kind switch
        {
            ContributionKind.Invited => Say("Conférences invitées", "Invited talks"),
            ContributionKind.Oral => Say("Exposés oraux", "Contributed talks"),
            _ => Say("Posters", "Posters"),
        };

    public string Remote => Say("à distance", "remote");

    public string Cancelled => Say("annulé", "cancelled");

    public string MovedFrom(string when) => Say($"déplacé, initialement {when}", $"moved from {when}");

    public string OnNow => Say("En ce moment", "On now");

    /// <summary>A short link to the current row.</summary>
    public string Now => Say("Maintenant", "Now");

    public string UpNext => Say("Ensuite", "Up next");

    public string NotRecorded => Say("Cet exposé ne sera pas enregistré.", "This talk will not be recorded.");

    public string ToBeConfirmed => Say("à confirmer", "to be confirmed");

    public string HoursToBeConfirmed => Say("horaire à confirmer", "time to be confirmed");

    public string Rooms => Say("Salles", "Rooms");

    public string AllRooms => Say("Toutes les salles", "All rooms");

    public string SeatsOfRoom(int seats) => Some(seats, "place", "places", "seat", "seats");

    public string AbstractToCome => Say("Le résumé n’est pas encore arrivé.", "The abstract has not arrived yet.");

    public string? Chair(IReadOnlyList<string> names) => SlotPeople.Chairs(names, language);

    public string SessionName(int number) => Say($"Session {number}", $"Session {number}");

    public string SessionName(Session session) =>
        session.SubjectIn(Language.French) is { } subject
            ? Say($"Session {session.Number} – {subject}", $"Session {session.Number} – {session.SubjectIn(Language.English)}")
            : SessionName(session.Number);

    public string Half(HalfDay half) => half == HalfDay.Morning ? Say("matin", "morning") : Say("après-midi", "afternoon");

    public string Board(int number) => Say($"Panneau {number}", $"Board {number}");

    public string PostersHang => Say("les posters sont affichés", "posters are on display");

    // Dates and times
    /// <summary>"9 h 05" with thin spaces, as in site.js; not through Say, which would widen the first one.</summary>
    public string Hour(TimeOnly hour) =>
        language == Language.English
            ? string.Create(CultureInfo.InvariantCulture, $"{hour.Hour}:{hour.Minute:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{hour.Hour}\u202Fh\u202F{hour.Minute:00}");

    public string Day(DateOnly day) => First(day, day.ToString("dddd d MMMM", Culture));

    public string DayWithYear(DateOnly day) => First(day, day.ToString("dddd d MMMM yyyy", Culture));

    public string ShortDay(DateOnly day) => day.ToString("ddd d", Culture);

    /// <summary>"mercredi 1er septembre 2021 à 11 h 00"</summary>
    public string Instant(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone).DateTime;
        var (day, hour) = (DayWithYear(DateOnly.FromDateTime(local)), Hour(TimeOnly.FromDateTime(local)));
        return language == Language.English ? $"{day} at {hour}" : $"{day} à {hour}";
    }

    /// <summary>Midnight counts as the end of the previous day: "lundi 20 septembre 2021 à minuit".</summary>
    public string Until(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone).DateTime;
        if (local.TimeOfDay != TimeSpan.Zero)
            return Instant(instant, zone);
        var day = DayWithYear(DateOnly.FromDateTime(local).AddDays(-1));
        return language == Language.English ? $"the end of {day}" : $"{day} à minuit";
    }

    public string Date(DateOnly day) => First(day, day.ToString("d MMMM yyyy", Culture));

    public string Month(DateOnly month) => month.ToString("MMMM yyyy", Culture);

    /// <summary>"22–24 septembre 2021", "30 septembre – 2 octobre 2021".</summary>
    public string Dates(DateOnly start, DateOnly end) =>
        start == end ? Date(start)
        : start.Year == end.Year && start.Month == end.Month ? $"{Ordinal(start)}–{end.ToString("d MMMM yyyy", Culture)}"
        : start.Year == end.Year ? $"{First(start, start.ToString("d MMMM", Culture))} – {Date(end)}"
        : $"{Date(start)} – {Date(end)}";

    private CultureInfo Culture => language.Culture();

    private string Ordinal(DateOnly day) =>
        language == Language.French && day.Day == 1 ? "1er" : day.Day.ToString(CultureInfo.InvariantCulture);

    /// <summary>In French, the first of the month is an ordinal.</summary>
    private string First(DateOnly day, string text) =>
        language == Language.French && day.Day == 1 ? text.Replace("1 ", "1er ", StringComparison.Ordinal) : text;
}
