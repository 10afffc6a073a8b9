using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Text;

// The page of one person in the organisers' area
public sealed partial class Words
{
    public string Yes => Say("oui", "yes");

    public string No => Say("non", "no");

    public string Nothing => Say("rien", "nothing");

    public string LanguageName(Language of) => OptionOf(PersonFields.Language, of.Tag());

    public string LanguageOfPerson => NameOf(PersonFields.Language);

    public string ChangedMeanwhile => Say("Ces réponses ont été modifiées entre-temps", "These answers have changed in the meantime");

    public string ChangedMeanwhileMeans =>
        Say(
            "Rien n’est encore enregistré, et rien n’est perdu : le formulaire réunit les deux. Relisez, puis enregistrez.",
            "Nothing is saved yet and nothing is lost: the form combines both versions. Check it, then save."
        );

    public string Clash(string theirs, string mine) =>
        Say(
            $" : l’autre personne a mis « {theirs} », vous « {mine} ». Votre réponse est dans le formulaire.",
            $": the other person put “{theirs}”, you put “{mine}”. The form shows your answer."
        );

    public string Merged(string? before, string theirs) =>
        Say(
            $" : « {before} » est devenu « {theirs} », repris dans le formulaire.",
            $": changed from “{before}” to “{theirs}”, which the form now shows."
        );

    public string PersonNumber(int number) => Say($"Inscription {number}", $"Registration {number}");

    public string StandsAs(RegistrationStatus status, SeatOutcome outcome, int? seat, bool reserve, string? until) =>
        (status, outcome.Place) switch
        {
            (RegistrationStatus.Cancelled, _) => Say("Annulée : aucune place.", "Cancelled: no place."),
            (RegistrationStatus.Applied, _) => Say("Candidature à décider : aucune place.", "Applied, not decided yet: no place."),
            (RegistrationStatus.Declined, _) => Say("Candidature refusée : aucune place.", "Application declined: no place."),
            (RegistrationStatus.Pending, Domain.Registrations.Place.Seat) => Say(
                $"À confirmer par la personne ; le siège {seat}{Reserve(reserve)} lui est gardé jusqu’au {until}.",
                $"Waiting for the person to confirm; seat {seat}{Reserve(reserve)} is held until {until}."
            ),
            (RegistrationStatus.Pending, Domain.Registrations.Place.WaitingList) => Say(
                $"À confirmer par la personne ; {Rank(outcome.Rank ?? 1)} de la liste d’attente, gardé jusqu’au {until}.",
                $"Waiting for the person to confirm; {Rank(outcome.Rank ?? 1)} on the waiting list, held until {until}."
            ),
            (RegistrationStatus.Pending, Domain.Registrations.Place.None) => Say(
                "À confirmer par la personne ; le délai est passé et plus rien ne lui est gardé.",
                "Waiting for the person to confirm; the deadline has passed and nothing is held any more."
            ),
            (RegistrationStatus.Pending, _) => Say(
                "À confirmer par la personne ; à distance.",
                "Waiting for the person to confirm; remote."
            ),
            (_, Domain.Registrations.Place.Seat) => Say(
                $"Confirmée : siège {seat} en salle{Reserve(reserve)}.",
                $"Confirmed: seat {seat}{Reserve(reserve)}."
            ),
            (_, Domain.Registrations.Place.Offer) => Say(
                $"Confirmée : le siège {seat} est proposé jusqu’au {until} ; à distance d’ici là.",
                $"Confirmed: seat {seat} is offered until {until}; remote until then."
            ),
            (_, Domain.Registrations.Place.WaitingList) => Say(
                $"Confirmée : à distance, et {Rank(outcome.Rank ?? 1)} de la liste d’attente.",
                $"Confirmed: remote, and {Rank(outcome.Rank ?? 1)} on the waiting list."
            ),
            _ => Say("Confirmée : à distance.", "Confirmed: remote."),
        };

    public string Status(RegistrationStatus status, Place place) =>
        (status, place) switch
        {
            (RegistrationStatus.Cancelled, _) => Say("annulée", "cancelled"),
            (RegistrationStatus.Pending, _) => Say("à confirmer", "unconfirmed"),
            (RegistrationStatus.Applied or RegistrationStatus.Declined, _) => Status(status),
            (_, Domain.Registrations.Place.Seat) => Say("en salle", "in person"),
            (_, Domain.Registrations.Place.Offer) => Say("place proposée", "seat offered"),
            (_, Domain.Registrations.Place.WaitingList) => Say("liste d’attente", "waiting list"),
            _ => Say("à distance", "remote"),
        };

    public string AnswersOfPerson => Say("Réponses", "Answers");

    public string SecretLink => Say("Lien personnel", "Personal link");

    public string SecretLinkMasked => Say("masqué : seule la personne le reçoit", "masked: only the person receives it");

    public string NewAddressPending(string address) =>
        Say($"demande à passer à {address}, pas encore confirmé", $"has requested {address}, not confirmed yet");

    public string SeatNumber => Say("Siège", "Seat");

    public string WishOfPerson => Say("Souhait", "Requested");

    public string EditAnswersLead =>
        Say(
            "Le formulaire tel que la personne le voit. La place change par les boutons de sa page.",
            "The form as the person sees it. To change the place, use the buttons on their page."
        );

    public string LanguageOfPersonMeans => Say("Pour les messages et les pages", "For emails and pages");

    public string HalfDays => Say("Demi-journées", "Half-days");

    public string StandsSince => Say("Dates", "Dates");

    public string RegisteredOn(string when) => Say($"inscription le {when}", $"registered on {when}");

    public string ConfirmedOn(string when) => Say($"confirmée le {when}", $"confirmed on {when}");

    public string CancelledOn(string when) => Say($"annulée le {when}", $"cancelled on {when}");

    public string SinceWhen(string when) => Say($"oui, depuis le {when}", $"yes, since {when}");

    public string PreviousPerson => Say("Personne précédente", "Previous person");

    public string NextPerson => Say("Personne suivante", "Next person");

    public string TheList => Say("La liste", "Attendee list");

    public string PositionInList(int place, int of) => Say($"{place} sur {of}", $"{place} of {of}");

    public string ActionsOnPerson => Say("Actions", "Actions");

    public string EditAnswers => Say("Modifier les réponses", "Edit answers");

    public string CorrectAddress => Say("Corriger l’adresse", "Correct the address");

    public string CorrectAddressMeans =>
        Say(
            "Pour une faute de frappe. La nouvelle adresse compte aussitôt, les liens "
                + "déjà envoyés ne servent plus, et un nouveau part à la nouvelle adresse.",
            "For a typing error. The new address applies at once, links sent earlier stop working, and a new one goes to the new address."
        );

    public string AddressChangedMeanwhile(string address) =>
        Say(
            $"Quelqu’un a mis {address} entre-temps. Renvoyez pour mettre la vôtre à la place.",
            $"Somebody changed it to {address} in the meantime. Send again to use yours instead."
        );

    public string AddressTaken => Say("Une autre inscription a déjà cette adresse.", "Another registration already has this address.");

    public string OpenThatOne(int number) => Say($"Ouvrir l’inscription {number}", $"Open registration {number}");

    public string ConfirmForThem => Say("Confirmer à sa place", "Confirm on their behalf");

    public string GiveSeat => Say("Donner une place, ou mettre en liste d’attente", "Give a seat, or add to the waiting list");

    public string OfferSeat => Say("Proposer une place", "Offer a seat");

    public string SeatOfReserve(int left) => Say($"Place de la réserve (reste {left})", $"Give a reserved seat ({left} left)");

    public string AcceptForThem => Say("Accepter à sa place", "Accept on their behalf");

    public string MoveToRemote => Say("Passer à distance", "Move to remote");

    public string RemoveFromWaitingList => Say("Retirer de la liste d’attente", "Remove from the waiting list");

    public string DeclineForThem => Say("Refuser à sa place", "Decline on their behalf");

    public string Reinstate => Say("Rétablir", "Reinstate");

    public string SendLinkAgainTo => Say("Renvoyer le lien", "Resend the link");

    public string CancelThem => Say("Annuler l’inscription", "Cancel the registration");

    public string CancelThemMeans =>
        Say(
            "Un courriel part. La place est gardée dix minutes, le temps de pouvoir revenir en arrière ; "
                + "ensuite, elle va à la liste d’attente.",
            "An email is sent. The place is kept for ten minutes, so that you can undo this; then it goes to the waiting list."
        );

    public string CancelThemNow => Say("Oui, annuler cette inscription", "Yes, cancel this registration");

    public string EraseThem => Say("Effacer", "Erase");

    public string EraseThemMeans =>
        Say(
            "Réponses, historique, notes et messages sont effacés définitivement, ici et pour tous. C’est irréversible.",
            "Answers, history, notes and emails are permanently erased, here and for everybody. You cannot undo this."
        );

    public string EraseThemNow => Say("Oui, effacer cette personne", "Yes, erase this person");

    public string Gone => Say("Cette inscription n’existe pas, ou a été effacée", "This registration does not exist, or has been erased");

    /// <summary>The result of an action, by the key in the redirect; null for an unknown key.</summary>
    public string? PersonResult(string? key) =>
        key switch
        {
            "done" => Say("C’est fait.", "Done."),
            "saved" => Say("C’est enregistré.", "Saved."),
            "nochange" => Say("C’était déjà le cas.", "This was already the case."),
            "queued" => Say(
                "Les places sont prises, ou d’autres personnes attendent avant celle-ci : elle suit à distance, en liste d’attente.",
                "The seats are taken, or others are ahead of this person, who attends remotely and is on the waiting list."
            ),
            "toolate" => Say(
                "Il est trop tard pour cela : la proposition a expiré, l’atelier a commencé, ou il est terminé.",
                "It is too late for this: the offer has expired, or the workshop has started or is over."
            ),
            "notaccepted" => NotAccepted,
            "invalidstate" => Say(
                "L’état de cette inscription ne le permet pas.",
                "The current state of this registration does not allow this."
            ),
            "addresstaken" => AddressTaken,
            "othersfirst" => Say(
                "D’autres personnes attendent avant celle-ci, et personne n’est dépassé : "
                    + "une place libre va automatiquement à la première personne de la liste d’attente. "
                    + "Vous pouvez donner une place de la réserve, ou augmenter le nombre de places.",
                "Others are ahead on the waiting list, and nobody may be overtaken: a free seat goes automatically "
                    + "to the first person on the list. You can give a reserved seat or increase the number of seats."
            ),
            "full" => Say("Aucune place n’est libre.", "No seat is free."),
            "conflict" => Say(
                "Autre chose a changé entre-temps : rien n’a été fait. Regardez l’historique, puis recommencez s’il le faut.",
                "Something else has changed in the meantime, so nothing was done. Check the history, then try again if necessary."
            ),
            "notfound" => Say("Cela n’existe plus.", "This no longer exists."),
            "empty" => Say("La note est vide.", "The note is empty."),
            "toolong" => Say(
                "La note est trop longue, ou contient des caractères invisibles.",
                "The note is too long, or contains invisible characters."
            ),
            _ => null,
        };

    private static string Reserve(bool reserve, string text) => reserve ? text : "";

    private string Reserve(bool reserve) => Reserve(reserve, language == Language.English ? " (reserved)" : " (de la réserve)");
}
