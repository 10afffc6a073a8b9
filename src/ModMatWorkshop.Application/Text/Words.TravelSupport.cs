using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Text;

// Travel support: asked for in the form, granted or declined by the organisers
public sealed partial class Words
{
    public string TravelSupport => Say("Aide au voyage", "Travel support");

    /// <summary>What the person reads about the request.</summary>
    public string TravelSupportStanding(TravelSupportDecision decision) =>
        decision switch
        {
            TravelSupportDecision.Granted => Say("Votre aide au voyage est accordée :", "Your travel support is granted:"),
            TravelSupportDecision.Declined => Say(
                "Les organisateurs ne peuvent pas vous accorder d’aide au voyage.",
                "The organisers cannot grant you travel support."
            ),
            _ => Say(
                "Les organisateurs étudient votre demande d’aide au voyage.",
                "The organisers are considering your request for travel support."
            ),
        };

    /// <summary>Under a question that is asked until a day.</summary>
    public string AskedUntil(string day) => Say($"Réponse possible jusqu’au {day}.", $"You can answer until {day}.");

    // On the organisers' pages
    public string TravelSupportName(TravelSupportDecision decision) =>
        decision switch
        {
            TravelSupportDecision.Granted => Say("accordée", "granted"),
            TravelSupportDecision.Declined => Say("refusée", "declined"),
            _ => Say("à décider", "to decide"),
        };

    public string TravelSupportLine(string when) => Say($"décidée le {when}", $"decided on {when}");

    public string TravelSupportWords => Say("Ce qui est accordé, ou le motif d’un refus", "What is granted, or the reason for none");

    public string TravelSupportWordsHint =>
        Say(
            "Lu par la personne, 200 caractères au plus : 300 €, l’hôtel, le train. Facultatif pour un refus.",
            "Read by the person, at most 200 characters: €300, the hotel, the train. Optional if you decline."
        );

    public string TravelSupportWordsFault =>
        Say(
            "Dites ce qui est accordé, en 200 caractères au plus et sans caractère invisible. Rien n’a été fait.",
            "Say what is granted, in at most 200 characters and without invisible ones. Nothing has been done."
        );

    public string DecideTravelSupport(TravelSupportDecision decision) =>
        decision == TravelSupportDecision.None
            ? Say("Décider de l’aide au voyage", "Decide the travel support")
            : Say("Revenir sur l’aide au voyage", "Change the travel support");

    public string GrantTravelSupport => Say("Accorder", "Grant");

    public string DeclineTravelSupport => Say("Refuser", "Decline");
}
