using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Text;

public sealed partial class Words
{
    // My registration
    public string MyRegistration => IsOnApplication ? Say("Ma candidature", "My application") : Say("Mon inscription", "My registration");

    public string LinkIsDead =>
        IsOnApplication
            ? Say("Ce lien n’ouvre aucune candidature", "This link does not open an application")
            : Say("Ce lien n’ouvre aucune inscription", "This link does not open a registration");

    public string LinkIsDeadLead =>
        IsOnApplication
            ? Say(
                "Il est incomplet, il a été remplacé par un plus récent, ou la candidature a été effacée.",
                "It is incomplete, a newer link has replaced it, or the application has been erased."
            )
            : Say(
                "Il est incomplet, il a été remplacé par un plus récent, ou l’inscription a été effacée.",
                "It is incomplete, a newer link has replaced it, or the registration has been erased."
            );

    public string SendLinkAgain => Say("Recevoir mon lien à nouveau", "Send me my link again");

    public string Status(RegistrationStatus status) =>
        status switch
        {
            RegistrationStatus.Pending => Say("à confirmer", "unconfirmed"),
            RegistrationStatus.Confirmed => Say("confirmée", "confirmed"),
            RegistrationStatus.Applied => Say("candidature reçue", "applied"),
            RegistrationStatus.Declined => Say("candidature non retenue", "declined"),
            _ => Say("annulée", "cancelled"),
        };

    public string Standing(RegistrationStatus status, SeatOutcome outcome, string? until, AttendanceOffer offer) =>
        (status, outcome.Place) switch
        {
            (RegistrationStatus.Confirmed, Domain.Registrations.Place.Offer) when !offer.HasStream() => Say(
                $"Une place vous est proposée ; elle vous est gardée jusqu’au {until}.",
                $"You have been offered a seat. We hold it for you until {until}."
            ),
            (RegistrationStatus.Confirmed, Domain.Registrations.Place.WaitingList) when !offer.HasStream() => Say(
                $"Vous êtes {Rank(outcome.Rank ?? 1)} de la liste d’attente.",
                $"You are {Rank(outcome.Rank ?? 1)} on the waiting list."
            ),
            (RegistrationStatus.Cancelled, _) => Say("Votre inscription est annulée.", "Your registration is cancelled."),
            (RegistrationStatus.Pending, Domain.Registrations.Place.None) => Say(
                "Le délai est passé et la place n’est plus gardée. Confirmez : "
                    + "vous prendrez ce qui est libre, ou rejoindrez la liste d’attente.",
                "The deadline has passed and your place is no longer held. Confirm to take what is free, or to join the waiting list."
            ),
            (RegistrationStatus.Pending, Domain.Registrations.Place.Seat) => Say(
                $"Une place en salle vous est gardée jusqu’au {until}. Confirmez votre inscription.",
                $"We hold a seat for you until {until}. Confirm your registration."
            ),
            (RegistrationStatus.Pending, Domain.Registrations.Place.WaitingList) => Say(
                $"Vous êtes sur la liste d’attente, et votre rang vous est gardé jusqu’au {until}. Confirmez votre inscription.",
                $"You are on the waiting list, and we hold your position until {until}. Confirm your registration."
            ),
            (RegistrationStatus.Pending, _) => Say("Confirmez votre inscription à distance.", "Confirm your remote registration."),
            (_, Domain.Registrations.Place.Seat) => Say("Vous avez une place en salle.", "You have a seat."),
            (_, Domain.Registrations.Place.Offer) => Say(
                $"Une place en salle vous est proposée ; elle vous est gardée jusqu’au {until}. En attendant, vous suivez à distance.",
                $"You have been offered a seat. We hold it for you until {until}. Meanwhile, you attend remotely."
            ),
            (_, Domain.Registrations.Place.WaitingList) => Say(
                $"Vous suivez à distance, et vous êtes {Rank(outcome.Rank ?? 1)} de la liste d’attente.",
                $"You attend remotely, and you are {Rank(outcome.Rank ?? 1)} on the waiting list."
            ),
            _ => Say("Vous suivez à distance.", "You attend remotely."),
        };

    public string ComeToTheDesk =>
        Say(
            "L’atelier a commencé : les places libres sont données à l’accueil. Présentez-vous-y, "
                + "les personnes en liste d’attente passent en premier, dans l’ordre.",
            "The workshop has started: free seats are given out at the desk. Come there; people on the waiting list go first, in order."
        );

    public string SeatsAreAtTheDesk =>
        Say(
            "Vous êtes sur place ? Les places libres sont données à l’accueil.",
            "Are you at the venue? Free seats are given out at the desk."
        );

    public string Confirm => Say("Confirmer", "Confirm");

    public string Accept => Say("Prendre la place", "Take the seat");

    public string Decline => Say("Rester à distance", "Stay remote");

    public string DeclineMeans =>
        Say(
            "La place qui vous est proposée va à la personne suivante, et vous quittez la liste d’attente.",
            "The seat you have been offered goes to the next person, and you leave the waiting list."
        );

    /// <summary>In a workshop without a stream, whoever declines an offer or leaves the waiting list does not take part.</summary>
    public string DeclineAndCancel => Say("Laisser la place et annuler", "Decline the seat and cancel");

    public string LeaveAndCancel => Say("Quitter la liste d’attente et annuler", "Leave the waiting list and cancel");

    public string DeclineNow => Say("Oui, rester à distance", "Yes, stay remote");

    public string RequestSeat => Say("Demander une place en salle", "Request a seat");

    public string SwitchToRemote => Say("Passer à distance", "Switch to remote");

    public string SwitchToRemoteMeans => Say("Votre place va à la personne suivante.", "Your seat goes to the next person.");

    public string LeaveWaitingList => Say("Quitter la liste d’attente", "Leave the waiting list");

    public string LeaveWaitingListMeans =>
        Say(
            "Vous suivez à distance et perdez votre rang : plus aucune place ne vous sera proposée.",
            "You attend remotely and lose your position: no seat will be offered to you."
        );

    public string LeaveWaitingListNow => Say("Oui, quitter la liste", "Yes, leave the list");

    public string Change => Say("Modifier mes réponses", "Change my answers");

    public string CancelRegistration =>
        IsOnApplication
            ? Say("Retirer ma candidature", "Withdraw my application")
            : Say("Annuler mon inscription", "Cancel my registration");

    public string CancelMeans =>
        IsOnApplication
            ? Say(
                "Les organisateurs ne la liront plus. Vous pourrez candidater à nouveau tant que les candidatures sont ouvertes.",
                "The organisers will no longer read it. You can apply again while applications are open."
            )
            : Say(
                "Votre place est libérée pour quelqu’un d’autre. Vous pourrez vous réinscrire tant que les inscriptions sont ouvertes.",
                "Your place goes to somebody else. You can register again while registration is open."
            );

    public string CancelNow => IsOnApplication ? Say("Oui, la retirer", "Yes, withdraw it") : Say("Oui, annuler", "Yes, cancel");

    public string YourData => Say("Vos données", "Your data");

    public string DownloadData => Say("Ce que nous avons sur vous (JSON)", "What we hold about you (JSON)");

    public string EraseMe => Say("Effacer mes données", "Erase my data");

    public string EraseMeans =>
        IsOnApplication
            ? Say(
                "Candidature, réponses et messages sont effacés définitivement, et ce lien ne s’ouvrira plus.",
                "Your application, answers and messages are permanently erased, and this link stops working."
            )
            : Say(
                "Inscription, réponses et messages sont effacés définitivement, et ce lien ne s’ouvrira plus.",
                "Your registration, answers and messages are permanently erased, and this link stops working."
            );

    public string CertificateStays =>
        Say(
            "Une attestation déjà établie reste vérifiable : ce qu’elle dit est gardé scellé, et ne se lit qu’avec son numéro.",
            "A certificate that has been issued can still be verified: its content is kept sealed and can be read only with its number."
        );

    public string EraseNow => Say("Oui, tout effacer", "Yes, erase everything");

    public string Erased => Say("Vos données sont effacées.", "Your data have been erased.");

    public string Ticket => Say("Votre billet", "Your ticket");

    public string TicketHint => Say("À montrer à l’accueil, sur l’écran ou imprimé.", "Show it at check-in, on your screen or printed.");

    public string CheckInCodeIs =>
        Say("Si le code QR ne se lit pas, donnez ce numéro :", "If the QR code cannot be read, give this number:");

    public string StartsOn => Say("Début de l’atelier", "Start of the workshop");

    public string OnAMap => Say("Sur une carte", "On a map");

    public string NoMealChosen =>
        Say("Aucun choisi ; pour en prendre, modifiez vos réponses.", "None chosen; to take part in some, change your answers.");

    public string SubscribeToMyCalendar => Say("Mes demi-journées dans mon agenda", "My half-days in my calendar");

    public string MyCalendar => Say("Les enregistrer en fichier", "Save them as a file");

    public string CalendarHint =>
        Say(
            "Un agenda abonné suit les changements du programme. L’adresse est personnelle ; elle ne donne que ces demi-journées.",
            "A subscribed calendar follows changes of the programme. Its address is personal, and gives these half-days only."
        );

    public string DeviceIsUnknown =>
        IsOnApplication
            ? Say(
                "Cet appareil n’a pas encore ouvert votre candidature. Suivez le lien reçu par courriel : ensuite, cette page y mène.",
                "This device has not opened your application yet. Follow the personal link in your email; "
                    + "after that, this page leads to it."
            )
            : Say(
                "Cet appareil n’a pas encore ouvert votre inscription. Suivez le lien reçu par courriel : ensuite, cette page y mène.",
                "This device has not opened your registration yet. Follow the personal link in your email; "
                    + "after that, this page leads to it."
            );

    public string NotRegisteredYet =>
        IsOnApplication
            ? Say("Pas encore de candidature ? Candidater", "Not applied yet? Apply")
            : Say("Pas encore d’inscription ? S’inscrire", "Not registered yet? Register");

    public string LiveHint =>
        Say(
            "Pendant l’atelier, cette page montre la diffusion et ce qui se passe en salle.",
            "During the workshop, this page shows the stream and what is on now."
        );

    public string GoToLive => Say("Le direct", "The live stream");

    public string KeepThisLink =>
        Say("Cette page est votre compte : gardez son adresse pour vous.", "This page is your account: keep its address to yourself.");

    /// <summary>The result of an action, by the key in the redirect; null for an unknown key.</summary>
    public string? MyRegistrationResult(string? key) =>
        key switch
        {
            "done" => Say("C’est fait.", "Done."),
            "nochange" => Say("C’était déjà le cas.", "This was already the case."),
            "toolate" => Say(
                "Il est trop tard pour cela : la proposition a expiré, ou l’atelier est terminé.",
                "It is too late for this: the offer has expired, or the workshop is over."
            ),
            "notaccepted" => Say(
                "Votre candidature n’est pas acceptée : cela n’est pas possible.",
                "Your application has not been accepted, so this is not possible."
            ),
            "invalidstate" => Say(
                "L’état de cette inscription ne le permet pas.",
                "The current state of this registration does not allow this."
            ),
            "awaitsapproval" => ChangeIsAsked,
            "identityisfixed" => IdentityStayed,
            "conflict" => Say(
                "Ces réponses ont changé entre-temps. Voici ce qui vaut maintenant.",
                "These answers have changed in the meantime. This is how things stand now."
            ),
            "addresstaken" => Say(
                "Cette adresse a maintenant une autre inscription. Effacez d’abord celle-là.",
                "This address now has another registration. Erase that one first."
            ),
            _ => AddressResult(key),
        };

    // The public list
    public string Participants => Say("Participants", "Participants");

    public string ParticipantsLead =>
        Say("Les personnes inscrites qui ont accepté d’y figurer.", "Registered participants who agreed to be listed.");

    public string NobodyListed => Say("Personne n’y figure encore.", "Nobody is listed yet.");

    public string TooMany => Say("Trop de demandes à la fois", "Too many requests");

    public string TooManyLead =>
        Say(
            "Beaucoup de formulaires sont arrivés de votre réseau en peu de temps. Attendez quelques minutes, puis renvoyez.",
            "Your network has sent many forms in a short time. Wait a few minutes, then send yours again."
        );

    public string TooLarge => Say("Ce formulaire est trop grand", "This form is too large");

    public string TooLargeLead =>
        Say(
            "Aucun champ n’en demande autant. Raccourcissez vos réponses ou réduisez vos fichiers (images : 10 Mo, autres : 50 Mo), "
                + "puis renvoyez.",
            "No field needs that much. Shorten your answers or reduce your files (pictures: 10 MB, others: 50 MB), then send again."
        );
}
