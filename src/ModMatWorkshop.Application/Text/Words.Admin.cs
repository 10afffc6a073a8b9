using System.Globalization;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Text;

// The organisers' area
public sealed partial class Words
{
    public string AdminArea => Say("Organisation", "Organisers’ area");

    public string AdminNavigation => Say("Navigation de l’organisation", "Organisers’ area navigation");

    public string Dashboard => Say("Tableau de bord", "Dashboard");

    public string Attendees => Say("Inscrits", "Attendees");

    public string Messages => Say("Messages", "Messages");

    public string Settings => Say("Réglages", "Settings");

    public string ContentProblems => Say("Contenu", "Content");

    public string MailQueue => Say("Courriels", "Outbox");

    public string AuditLog => Say("Journal", "Audit log");

    public string Organisers => Say("Comptes", "Accounts");

    public string Account => Say("Mon compte", "My account");

    public string Help => Say("Aide", "Help");

    public string SignIn => Say("Se connecter", "Sign in");

    public string Password => Say("Mot de passe", "Password");

    public string WrongSignIn => Say("Adresse ou mot de passe incorrect.", "Wrong email address or password.");

    public string PublicSite => Say("Site public", "Public site");

    public string Denied => Say("Votre compte ne donne pas accès à cette page", "Your account cannot open this page");

    public string DeniedLead =>
        Say(
            "Votre compte a le rôle « aide à l’accueil ». Un organisateur peut changer ce rôle.",
            "Your account has the role “helper”. An organiser can change this."
        );

    /// <summary>A count and its noun: singular for one, in French also for zero.</summary>
    private string Some(int count, string frenchOne, string frenchMore, string englishOne, string englishMore) =>
        Say($"{count} {(count < 2 ? frenchOne : frenchMore)}", $"{count} {(count == 1 ? englishOne : englishMore)}");

    /// <summary>"3 of 1,200 people", and "1,200 people" for all of them.</summary>
    private string SomeOf(int some, int all, string frenchOne, string frenchMore, string englishOne, string englishMore) =>
        (some == all ? "" : Say($"{Amount(some)} sur ", $"{Amount(some)} of "))
        + Say($"{Amount(all)} {(all < 2 ? frenchOne : frenchMore)}", $"{Amount(all)} {(all == 1 ? englishOne : englishMore)}");

    public string ShortDate(DateOnly day) => First(day, day.ToString("d MMM", Culture));

    public string ShortHalfDay(HalfDayId half) => $"{half.Date.ToString("ddd d MMM", Culture)}, {Half(half.Half)}";

    /// <summary>"2021-09-01 09:07", in the zone of <paramref name="local"/>.</summary>
    public string Stamp(DateTimeOffset local) => local.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public string PeopleColumn => Say("Personnes", "People");

    public string Registrations => Say("Inscriptions", "Registration");

    public string CountryName(string code) =>
        Countries.All(Language).FirstOrDefault(c => c.Code == code) is { Name: { } name } ? name : code;

    /// <summary>"24 nov. 2021, 9 h 05", for dense tables. Bypasses Say, which would widen the spaces in the time.</summary>
    public string ShortInstant(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone).DateTime;
        return $"{First(DateOnly.FromDateTime(local), local.ToString("d MMM yyyy", Culture))}, {Hour(TimeOnly.FromDateTime(local))}";
    }
}
