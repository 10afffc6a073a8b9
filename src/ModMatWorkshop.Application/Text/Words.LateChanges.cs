namespace ModMatWorkshop.Application.Text;

// Changes after the last day for changes
public sealed partial class Words
{
    /// <summary>Above the form of one's own page, before the last day.</summary>
    public string ChangesAreFreeUntil(string day) =>
        Say(
            $"Présence, repas et options se changent librement jusqu’au {day} ; ensuite, les organisateurs décident.",
            $"You can change attendance, meals and options freely until {day}; after that, the organisers decide."
        );

    /// <summary>The same after the last day.</summary>
    public string ChangesAreLate =>
        Say(
            "Les comptes sont arrêtés : un changement de présence, de repas ou d’option est demandé aux organisateurs. "
                + "Annuler reste possible à tout moment.",
            "The numbers have been given to the caterers: a change of attendance, meals or options is a request to the organisers. "
                + "You can still cancel at any time."
        );

    public string LateChangeWaits => Say("Un changement attend l’accord des organisateurs", "A change is waiting for the organisers");

    public string LateChangeWaitsLead(string day) =>
        Say(
            $"Vous l’avez demandé le {day}. Jusqu’à leur réponse, votre inscription reste comme elle est :",
            $"You asked for it on {day}. Until they answer, your registration stays as it is:"
        );

    public string LateChangeRefused => Say("Un changement n’a pas été possible", "A change was not possible");

    public string LateChangeRefusedLead(string day) =>
        Say(
            $"Les organisateurs ont répondu le {day}. Votre inscription reste comme elle est :",
            $"The organisers answered on {day}. Your registration stays as it is:"
        );

    public string AnswerNow => Say("Actuellement", "Now");

    public string AnswerAskedFor => Say("Demandé", "Asked for");

    public string AskedAttendance => Say("Participation", "Attendance");

    public string TakeBackChange => Say("Ne plus le demander", "Take the request back");

    public string CloseRefusal => Say("J’ai lu", "I have read this");

    public string ChangeIsAsked =>
        Say(
            "Votre demande attend l’accord des organisateurs. Le reste est enregistré.",
            "Your request is waiting for the organisers. Everything else is saved."
        );

    // On the organisers' pages
    public string LateChanges => Say("Changements tardifs", "Late changes");

    public string LateChangeOf(string when) => Say($"Changement demandé le {when}", $"Change asked for on {when}");

    public string LateChangeRefusedOn(string when) => Say($"Refusé le {when}.", $"Refused on {when}.");

    public string NothingLeftToChange => Say("L’inscription est déjà comme demandé.", "The registration is already as the person asked.");

    public string ApproveChange => Say("Accepter le changement", "Approve the change");

    public string RefuseChange => Say("Refuser le changement", "Refuse the change");
}
