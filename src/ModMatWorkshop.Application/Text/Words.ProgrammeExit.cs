using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Application.Text;

// What has left the call leaves the programme
public sealed partial class Words
{
    public string EntryIsCancelled => Say("annulée au programme", "cancelled in the programme");

    public string EntriesToLeave(int count) =>
        count == 1
            ? Say(
                "Une contribution du programme a quitté l’appel : annulez-la, ou ôtez-la.",
                "One contribution in the programme has left the call: cancel it, or take it out."
            )
            : Say(
                $"{Count(count)} contributions du programme ont quitté l’appel : annulez-les, ou ôtez-les.",
                $"{Count(count)} contributions in the programme have left the call: cancel them, or take them out."
            );

    public string ExitWayName(ExitWay way) =>
        way == ExitWay.Cancel
            ? Say("Annuler au programme", "Cancel in the programme")
            : Say("Ôter du programme", "Take out of the programme");

    public string LeaveProgramme(ContributionCode code) => Say($"{code} quitte le programme", $"{code} leaves the programme");

    public string HasLeft(ExitWay way, ContributionCode code) =>
        way == ExitWay.Cancel
            ? Say($"{code} est annulée au programme.", $"{code} is cancelled in the programme.")
            : Say($"{code} n’est plus au programme.", $"{code} is no longer in the programme.");

    /// <summary>What readers see afterwards.</summary>
    public string ExitMeans(ExitPreview preview, Workshop workshop) =>
        (preview.Way, preview.Slot) switch
        {
            (ExitWay.Cancel, { } slot) => Say(
                $"Elle est à l’horaire, {Instant(slot.Start, workshop.TimeZone)}. Les lecteurs y liront qu’elle est "
                    + "annulée ; l’heure et le "
                    + "résumé restent.",
                $"It is in the timetable, {Instant(slot.Start, workshop.TimeZone)}. Readers will see there that it is "
                    + "cancelled; its time and "
                    + "abstract stay."
            ),
            (ExitWay.Cancel, _) => Say(
                "Elle n’est pas à l’horaire. Les lecteurs verront qu’elle est annulée ; le résumé reste.",
                "It is not in the timetable. Readers will see that it is cancelled; its abstract stays."
            ),
            _ when preview.IsInDraft => Say(
                "Elle quitte le brouillon commun, et son fichier avec elle. Les lecteurs ne l’ont jamais vue. "
                    + "L’historique du contenu la garde.",
                "It leaves the shared draft, with its file. Readers have never seen it. The history of the content keeps it."
            ),
            _ => Say(
                "Elle n’est pas à l’horaire. Son fichier est supprimé : plus aucun lecteur ne la voit. L’historique du contenu la garde.",
                "It is not in the timetable. Its file is deleted, so readers no longer see it. The history of the content keeps it."
            ),
        };

    public string ExitRefused(EditResult result) =>
        result switch
        {
            EditResult.Conflict => Say(
                "Quelqu’un a modifié ce fichier entre-temps : rien n’a été fait. Voici ce qui changerait maintenant.",
                "Somebody has changed this file in the meantime, so nothing was done. This is what would change now."
            ),
            EditResult.ReadOnlyFolder => Say("Le dossier du contenu est en lecture seule.", "The content folder is read-only."),
            _ => Say("La vérification du contenu refuse ce changement :", "The content check refuses this change:"),
        };

    public string KeepAsItIs => Say("Laisser tel quel", "Leave as it is");
}
