using System.Globalization;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Text;

// The frame of the organisers' room
public sealed partial class Words
{
    public string OrganisersRoom => Say("Organisation", "Organisers");

    public string AdminNavigation => Say("Navigation de l’organisation", "Organisers’ navigation");

    public string Dashboard => Say("Tableau de bord", "Dashboard");

    public string Attendees => Say("Inscrits", "Attendees");

    public string Messages => Say("Messages", "Messages");

    public string Settings => Say("Réglages", "Settings");

    public string ContentProblems => Say("Contenu", "Content");

    public string MailQueue => Say("Courriels", "Mail");

    public string AuditLog => Say("Journal", "Log");

    public string Organisers => Say("Comptes", "Accounts");

    public string Account => Say("Mon compte", "My account");

    public string SignIn => Say("Se connecter", "Sign in");

    public string Password => Say("Mot de passe", "Password");

    public string WrongSignIn => Say("Adresse ou mot de passe incorrect.", "Wrong address or password.");

    public string PublicSite => Say("Le site public", "The public site");

    public string Denied => Say("Cette page n’est pas pour votre compte", "This page is not for your account");

    public string DeniedLead => Say("Votre compte est celui d’une aide à l’accueil. Un organisateur peut en changer le rôle.", "Yours is a helper’s account. An organiser can change its role.");

    /// <summary>A number of things, in the singular for one, and in French for none.</summary>
    private string Some(int count, string frenchOne, string frenchMore, string englishOne, string englishMore) =>
        Say($"{count} {(count < 2 ? frenchOne : frenchMore)}", $"{count} {(count == 1 ? englishOne : englishMore)}");

    public string ShortDate(DateOnly day) => First(day, day.ToString("d MMM", Culture));

    public string ShortHalfDay(HalfDayOf half) => $"{half.Date.ToString("ddd d MMM", Culture)}, {Half(half.Half)}";

    /// <summary>A moment of the log: 2021-09-01 09:07, in the zone it is given in.</summary>
    public string Stamp(DateTimeOffset local) => local.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public string PeopleColumn => Say("Personnes", "People");

    public string Registrations => Say("Inscriptions", "Registration");

    public string CountryName(string code) => Countries.All(Language).FirstOrDefault(c => c.Code == code) is { Name: { } name } ? name : code;

    /// <summary>"24 nov., 9 h 05": for a dense table. Not through Say, as the hour.</summary>
    public string ShortInstant(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone).DateTime;
        return $"{First(DateOnly.FromDateTime(local), local.ToString("d MMM yyyy", Culture))}, {Hour(TimeOnly.FromDateTime(local))}";
    }
}
