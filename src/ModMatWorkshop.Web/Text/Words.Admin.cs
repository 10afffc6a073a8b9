namespace ModMatWorkshop.Web.Text;

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
}
