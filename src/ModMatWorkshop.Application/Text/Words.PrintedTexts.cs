using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Text;

// What stands on the printables
public sealed partial class Words
{
    // Labels
    public string BoardWord => Say("Panneau", "Board");

    public string BoardCode => Say("Le résumé, sur votre téléphone", "The abstract on your phone");

    // The book
    public string PracticalInformation => Say("Informations pratiques", "Practical information");

    public string KeywordIndex => Say("Index des mots-clés", "Keyword index");

    // The programme on a sheet
    public string OnlineProgramme => Say("Le programme à jour, avec les résumés", "The current programme, with the abstracts");

    // The sign-in sheet
    public string SignInSheet => Say("Feuille d’émargement", "Sign-in sheet");

    public string RemoteSheet => Say("Relevé des présences à distance", "Record of remote attendance");

    public string SheetDate => Say("Date", "Date");

    public string SheetHours => Say("Horaires", "Times");

    public string SheetPlace => Say("Lieu", "Venue");

    public string SheetOrganiser => Say("Organisation", "Organiser");

    public string SheetSessions => Say("Sessions", "Sessions");

    public string Signature => Say("Signature", "Signature");

    public string LogIn => Say("Connexion", "Signed in");

    public string LastOnStream => Say("Dernière présence", "Last seen");

    public string Heartbeats => Say("Signaux", "Signals");

    public string ZoneOfHours => Say("Fuseau", "Time zone");

    public string SheetPage(int page, int pages) => Say($"Page {page} sur {pages}", $"Page {page} of {pages}");

    public string NoTalks => Say("aucune séance", "no sessions");

    public string ByStream => Say("en streaming", "by live stream");

    // Letters to participants
    public string ConfirmationOfRegistration => Say("Confirmation d’inscription", "Confirmation of registration");

    public string LetterOfInvitation => Say("Lettre d’invitation", "Letter of invitation");

    public string LettersHint =>
        Say("Pour une demande d’ordre de mission, ou pour votre laboratoire.", "For a travel request, or for your laboratory.");

    public string BackToMyRegistration => Say("Mon inscription", "My registration");

    public string DoneAt(string city, string date) => Say($"{city}, le {date}", $"{city}, {date}");

    public string WeConfirm(string workshop) =>
        Say(
            $"Le comité d’organisation confirme l’inscription de la personne nommée ci-dessous à l’atelier « {workshop} ».",
            $"The organising committee confirms that the person named below is registered for the workshop “{workshop}”."
        );

    public string WeInvite(string workshop, string dates, string where, bool inTheRoom) =>
        inTheRoom
            ? Say(
                $"Le comité d’organisation a le plaisir de vous inviter à l’atelier « {workshop} », qui se tient {dates}, {where}.",
                $"The organising committee is pleased to invite you to the workshop “{workshop}”, which takes place {dates} at {where}."
            )
            : Say(
                "Le comité d’organisation a le plaisir de vous inviter à suivre à "
                    + $"distance l’atelier « {workshop} », qui se tient {dates}, {where}.",
                "The organising committee is pleased to invite you to attend the "
                    + $"workshop “{workshop}” remotely. It takes place {dates} at {where}."
            );

    public string FromTo(DateOnly start, DateOnly end) =>
        start == end
            ? Say($"le {DayWithYear(start)}", $"on {DayWithYear(start)}")
            : Say($"du {Day(start)} au {DayWithYear(end)}", $"from {Day(start)} to {DayWithYear(end)}");

    public string YouPresent(Role role) =>
        role == Role.Poster
            ? Say("Vous y présentez un poster :", "You are presenting a poster:")
            : Say("Vous y donnez un exposé :", "You are giving a talk:");

    /// <summary>The opening quotation mark before a title in a sentence.</summary>
    public string QuoteOpens => Say("«\u202F", "“");

    public string QuoteCloses => Say("\u202F»", "”");

    public string YourSeat =>
        Say("Une place en salle vous est réservée pour les demi-journées suivantes :", "A seat is reserved for you on these half-days:");

    public string YourStream =>
        Say("Votre inscription vaut pour les demi-journées suivantes :", "Your registration covers these half-days:");

    public string ForTheTravelOrder =>
        Say(
            "Cette lettre peut être jointe à une demande d’ordre de mission, avec le programme. "
                + "Elle n’engage aucune prise en charge de frais par les organisateurs.",
            "You may enclose this letter and the programme with a travel request. The organisers make no commitment to pay expenses."
        );

    public string DearParticipant(string name) => Say($"À l’attention de {name}", $"To {name}");

    public string Participant => Say("Participant ou participante", "Participant");

    public string Participation => Say("Participation", "Attendance");

    public string DatesLabel => Say("Dates", "Dates");

    public string Included => Say("Compris", "Included");

    public string IncludedInTheRoom(string meals) =>
        meals.Length == 0
            ? Say("l’accès aux séances et aux posters", "access to the sessions and the posters")
            : Say($"l’accès aux séances et aux posters ; {meals}", $"access to the sessions and the posters; {meals}");

    public string IncludedRemotely => Say("l’accès à la diffusion en direct", "access to the live stream");

    public string Presentation => Say("Communication", "Contribution");

    public string RegistrationLabel => Say("Inscription", "Registration");

    public string RegistrationConfirmedOn(int number, string? when) =>
        when is null
            ? Say($"n° {number}, confirmée", $"no. {number}, confirmed")
            : Say($"n° {number}, confirmée le {when}", $"no. {number}, confirmed on {when}");

    public string ForTheCommittee => Say("Pour le comité d’organisation", "For the organising committee");

    public string HeldBy(string network, string sponsors) =>
        sponsors.Length == 0 ? network : Say($"{network}, avec le soutien de {sponsors}", $"{network}, supported by {sponsors}");
}
