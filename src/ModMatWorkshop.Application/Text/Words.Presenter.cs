using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Text;

// The author's answer to an acceptance, and the presenter's registration
public sealed partial class Words
{
    public string IComeAndPresent => Say("Je viens la présenter", "I come and present it");

    public string IPresentRemotely => Say("Je la présente à distance", "I present it remotely");

    public string NobodyCanCome => Say("Personne ne peut la présenter", "Nobody can present it");

    public string NobodyComesNow => Say("Le dire maintenant", "Say so now");

    public string OnePressRegisters(AttendanceOffer offer) =>
        offer.HasRoom()
            ? Say(
                "Ce bouton inscrit aussi la personne qui présente et lui garde une place en salle. Vous compléterez le reste ensuite.",
                "This button also registers the presenter and keeps a seat in the room. You can complete the rest afterwards."
            )
            : Say(
                "Ce bouton inscrit aussi la personne qui présente. Vous compléterez le reste ensuite.",
                "This button also registers the presenter. You can complete the rest afterwards."
            );

    public string RegisterToPresent =>
        Say("La personne qui présente n’est pas inscrite, ou ne l’est plus.", "The presenter is not registered, or not any more.");

    public string RegisterPresenter => Say("Inscrire la personne qui présente", "Register the presenter");

    public string RegisterRemotePresenter => Say("L’inscrire à distance", "Register them as remote");

    public string PresenterIsRegistered(string name) =>
        Say($"L’inscription de {name} est faite.", $"{name} is registered for the workshop.");

    public string NoSeatForPresenter =>
        Say(
            "La salle est pleine et les places gardées pour les orateurs sont prises.",
            "The room is full, and the seats kept for speakers are taken."
        );

    public string SeatForPresenterWriteToUs =>
        Say("Si vous devez présenter en salle, écrivez-nous :", "If you have to present in the room, write to us:");

    public string PresenterRefused(PresenterResult refusal) =>
        refusal == PresenterResult.Over
            ? Say("L’atelier est terminé : personne n’est inscrit.", "The workshop is over: nobody is registered.")
            : Say(
                "Les inscriptions sont fermées : votre réponse est gardée, mais personne n’est inscrit.",
                "Registration is closed: your answer is kept, but nobody is registered."
            );

    public string PresenterWriteToUs => Say("Écrivez-nous :", "Please write to us:");

    public string StillWanted => Say("Ce qu’il nous faut encore", "What we still need");

    public string RoomOrRemote(Place place) =>
        place == Domain.Registrations.Place.Remote
            ? Say(
                "Vous présentez à distance. Si vous venez en salle, dites-le sur votre inscription.",
                "You present remotely. If you come to the room, say so on your registration."
            )
            : Say(
                "Vous venez en salle. Si vous présentez à distance, dites-le sur votre inscription.",
                "You come to the room. If you present remotely, say so on your registration."
            );

    public string CheckRegistration =>
        Say(
            "Relisez votre inscription : situation, demi-journées (toutes, pour le moment), repas.",
            "Check your registration: position, half-days (all of them, for now), meals."
        );

    public string FileStillWanted(SubmissionFileUse use, int number, DateOnly? by)
    {
        var name = NameOfFile(use, number);
        return by is { } day ? Say($"{name}, avant le {DayWithYear(day)} inclus", $"{name}, by {DayWithYear(day)}") : name;
    }

    public string OpenPresenterRegistration => Say("Ouvrir l’inscription", "Open the registration");

    public string RegistrationHasOtherAddress =>
        Say(
            "L’inscription a une autre adresse électronique : son lien est dans les courriels envoyés à cette adresse.",
            "The registration has another email address: its link is in the emails that went there."
        );

    public string NotComingFrees(AnswerTook took) =>
        took == AnswerTook.Registration
            ? Say(
                "L’inscription faite par votre réponse est annulée, et sa place revient à d’autres. "
                    + "Vous pourrez vous inscrire comme participant.",
                "The registration that your answer made is cancelled, and its place goes to others. You can register as a participant."
            )
            : Say(
                "La place que votre réponse a prise revient à d’autres. L’inscription reste, telle qu’elle était avant.",
                "The place that your answer took goes to others. The registration stays, as it was before."
            );
}
