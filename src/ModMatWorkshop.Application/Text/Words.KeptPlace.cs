using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Text;

// A place that an organiser frees, and offers that are not possible
public sealed partial class Words
{
    /// <summary>What a move to remote does, for a person with a seat, an offer or a position on the waiting list.</summary>
    public string MoveToRemoteMeans(Place place, int? seat) =>
        place == Domain.Registrations.Place.WaitingList
            ? Say(
                "La personne garde sa place à distance et en est avertie par courriel. Son rang est gardé dix minutes, "
                    + "le temps de pouvoir revenir en arrière.",
                "They keep their remote place and get an email. Their position is kept for ten minutes, so that you can undo this."
            )
            : Say(
                $"La personne suit à distance et en est avertie par courriel. Le siège {seat} est gardé dix minutes, "
                    + "le temps de pouvoir revenir en arrière ; ensuite, il va à la liste d’attente.",
                $"They attend remotely and get an email. Seat {seat} is kept for ten minutes, so that you can undo this; "
                    + "then it goes to the waiting list."
            );

    public string UndoFreesSeat(int? seat) =>
        Say($"Les réponses sont rétablies, et le siège {seat} devient libre.", $"The answers are restored, and seat {seat} becomes free.");

    public string YesDoIt(string action) => Say($"Oui : {LowerFirst(action)}", $"Yes, {LowerFirst(action)}");

    /// <summary>Until when an undo restores the place that an organiser has freed.</summary>
    public string KeptForUndo(int? seat, string hour) =>
        seat is null
            ? Say("Jusqu’à", "Until")
                + $" {hour}"
                + Say(", « Annuler cette action » rend exactement le rang.", ", “Undo this action” restores the exact position.")
            : Say($"Le siège {seat} est gardé jusqu’à", $"Seat {seat} is kept until")
                + $" {hour}"
                + Say(" : d’ici là, « Annuler cette action » le rend.", ": until then, “Undo this action” gives it back.");

    public string OfferIsPossible =>
        Say(
            "La proposition n’était pas possible, mais elle l’est maintenant : recommencez.",
            "The offer was not possible a moment ago, but it is now: try again."
        );

    public string OfferNotPossible(OfferRefusal refusal, TimeZoneInfo zone) => $"{UpperFirst(OfferRefused(refusal, zone))}.";

    /// <summary>Why a seat cannot be offered, without a capital and a full stop.</summary>
    public string OfferRefused(OfferRefusal refusal, TimeZoneInfo zone) =>
        refusal.Result switch
        {
            ChangeResult.InvalidState => Say(
                "pas de proposition : l’inscription n’est pas confirmée",
                "no offer: the registration is not confirmed"
            ),
            ChangeResult.NoChange => Say(
                "pas de proposition : a déjà une place, ou une proposition",
                "no offer: already has a seat or an offer"
            ),
            ChangeResult.TooLate => Say(
                $"pas de proposition : elles ont pris fin ({Until(refusal.At!.Value, zone)})",
                $"no offer: offers ended ({Until(refusal.At!.Value, zone)})"
            ),
            ChangeResult.OthersFirst => Say(
                $"pas de proposition : {People(refusal.Ahead)} avant sur la liste d’attente, et personne n’est dépassé",
                $"no offer: {People(refusal.Ahead)} ahead on the waiting list, and nobody may be overtaken"
            ),
            ChangeResult.Kept => Say(
                "pas de proposition : la place libérée est gardée, pour pouvoir revenir en arrière, jusqu’à ",
                "no offer: the freed seat is kept, so that this can be undone, until "
            ) + HourOf(refusal.At!.Value, zone),
            _ when refusal.Reserved > 0 => Say(
                $"pas de proposition : {(refusal.Reserved == 1 ? "la place libre est" : $"les {refusal.Reserved} places libres sont")} "
                    + $"en réserve (jusqu’à {Until(refusal.At!.Value, zone)})",
                $"no offer: the {(refusal.Reserved == 1 ? "free seat is" : $"{refusal.Reserved} free seats are")} reserved "
                    + $"(until {Until(refusal.At!.Value, zone)})"
            ),
            _ => Say("pas de proposition : toutes les places sont prises", "no offer: every seat is taken"),
        };
}
