using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Text;

// Applications, and the decisions of the organisers about them
public sealed partial class Words
{
    /// <summary>
    /// Readers apply instead of registering: the workshop selects its participants, or this person has applied and is not accepted.
    /// </summary>
    public bool IsOnApplication { get; set; }

    /// <param name="answersBy">Until when everybody gets an answer; null while the content does not say.</param>
    public string SelectionLead(int seats, string? answersBy, AttendanceOffer offer) =>
        (
            offer.HasRoom()
                ? Say(
                    $"La salle a {SeatsCount(seats)} : les organisateurs lisent toutes les candidatures, puis choisissent. ",
                    $"The room has {SeatsCount(seats)}: the organisers read every application, then choose. "
                )
                : Say(
                    "Les organisateurs lisent toutes les candidatures, puis choisissent. ",
                    "The organisers read every application, then choose. "
                )
        )
        + (
            answersBy is null
                ? Say("Vous recevrez leur réponse par courriel.", "You will receive their answer by email.")
                : Say(
                    $"Vous recevrez leur réponse par courriel, au plus tard le {answersBy}.",
                    $"You will receive their answer by email, by {answersBy}."
                )
        );

    /// <summary>What the person reads about an application that is not accepted.</summary>
    public string ApplicationStanding(Registration registration, string? answersBy) =>
        registration.Status switch
        {
            RegistrationStatus.Cancelled => Say("Votre candidature est retirée.", "Your application has been withdrawn."),
            RegistrationStatus.Pending => Say(
                "Confirmez votre candidature : les organisateurs la liront alors.",
                "Confirm your application. The organisers will then read it."
            ),
            RegistrationStatus.Declined => Say("Votre candidature n’a pas été retenue.", "Your application has not been accepted."),
            _ => answersBy is null
                ? Say("Votre candidature est en cours de lecture.", "Your application is being read.")
                : Say(
                    $"Votre candidature est en cours de lecture ; réponse au plus tard le {answersBy}.",
                    $"Your application is being read; you will have an answer by {answersBy}."
                ),
        };

    /// <summary>What the person reads above the place, once the organisers have decided; null when nobody decided.</summary>
    public string? SelectionResult(Registration registration) =>
        registration switch
        {
            { Status: not RegistrationStatus.Confirmed } => null,
            { Selection: Selection.Accepted } => Say("Votre candidature est acceptée.", "Your application has been accepted."),
            { Selection: Selection.Declined } => Say(
                "Votre candidature n’a pas été retenue pour la salle ; vous pouvez suivre l’atelier à distance.",
                "Your application for a seat has not been accepted; you can follow the workshop remotely."
            ),
            _ => null,
        };

    public string WishToCome => Say("Je préfère venir en salle", "I would rather attend in person");

    public string WishToFollow => Say("Je préfère suivre à distance", "I would rather attend remotely");

    public string WordOfTheOrganisers => Say("Un mot des organisateurs :", "A word from the organisers:");

    // On the organisers' pages
    public string SelectionName(Selection selection) =>
        selection switch
        {
            Selection.Applied => Say("à décider", "applied"),
            Selection.Accepted => Say("acceptée", "accepted"),
            Selection.Declined => Say("refusée", "declined"),
            _ => Say("sans candidature", "no application"),
        };

    public string Applications => Say("Candidatures", "Applications");

    public string ApplicationOfPerson => Say("Candidature", "Application");

    public string ToDecide => Say("à décider", "to decide");

    public string SelectionFigure(Selection selection) =>
        selection switch
        {
            Selection.Applied => ToDecide,
            Selection.Accepted => Say("acceptées", "accepted"),
            _ => Say("refusées", "declined"),
        };

    public string NotAccepted => Say("Candidature non acceptée", "Application not accepted");

    public string DecidedOn(string when) => Say($"décidée le {when}", $"decided on {when}");

    public string ToldReason => Say("Motif, lu par la personne", "Reason, read by the person");

    public string ToldReasonHint =>
        Say(
            "Facultatif. Il figure dans le courriel et sur la page de la personne.",
            "Optional. It is in the email and on the person’s page."
        );

    public string ReasonNote => Say("Motif, pour les organisateurs seulement", "Reason, for the organisers only");

    public string ReasonNoteHint =>
        Say(
            "Facultatif. Il devient une note de la fiche, que la personne reçoit si elle demande ses données.",
            "Optional. It becomes a note on the person’s page, which the person receives if they request their data."
        );

    public string ReasonTooLong =>
        Say(
            "Un motif est trop long, ou contient des caractères invisibles. Rien n’a été fait.",
            "A reason is too long, or contains invisible characters. Nothing has been done."
        );

    public string AcceptThem => Say("Accepter la candidature", "Accept the application");

    public string AcceptAfterAll => Say("Accepter finalement", "Accept after all");

    public string DeclineThem => Say("Refuser la candidature", "Decline the application");

    public string MayFollowRemotely => Say("La personne peut suivre à distance", "The person may follow remotely");

    public string DecideApplication => Say("Décider de la candidature", "Decide the application");

    public string ChangeDecision => Say("Revenir sur ce refus", "Change this decision");

    private string SelectionMeans(string kind) =>
        kind switch
        {
            "Accept" => Say(
                "Chacun reçoit la réponse par courriel. Les places sont données dans cet ordre ; quand la salle est pleine, les personnes"
                    + " suivantes sont acceptées en liste d’attente.",
                "Each person gets the answer by email. Seats are given in this order; once the room is full, the next people are accepted"
                    + " on the waiting list."
            ),
            "Decline" => Say(
                "Chacun reçoit la réponse par courriel. Régimes et besoins d’accessibilité sont effacés dix minutes plus tard.",
                "Each person gets the answer by email. Diets and access needs are erased ten minutes later."
            ),
            _ => Say(
                "Chacun reçoit la réponse par courriel, et peut suivre l’atelier à distance, sans pouvoir demander de place.",
                "Each person gets the answer by email and may follow the workshop remotely, without asking for a seat."
            ),
        };
}
