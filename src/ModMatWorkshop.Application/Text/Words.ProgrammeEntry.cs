using System.Globalization;
using ModMatWorkshop.Application.Call;

namespace ModMatWorkshop.Application.Text;

// Accepted submissions on their way into the programme
public sealed partial class Words
{
    public string IntoProgramme => Say("Mettre au programme", "Put into the programme");

    public string IntoProgrammeLead =>
        Say(
            "Chaque soumission acceptée devient une contribution, avec un code qui reste. Les exposés attendent ensuite un créneau.",
            "Each accepted submission becomes a contribution with a code that stays. Talks then wait for a slot."
        );

    public string EntryTimetable => Say("Placer les exposés dans l’horaire", "Place talks in the timetable");

    public string EntryNone => Say("Cochez au moins une soumission.", "Tick at least one submission.");

    public string EntryWaiting(int count) => Say($"À mettre au programme : {count}", $"Not yet in the programme: {count}");

    /// <param name="count">As many as are entered together.</param>
    /// <param name="waiting">Of all, of which the page shows the first ones.</param>
    public string EntryAll(int count, int waiting) =>
        count == waiting
            ? Say($"Toutes les {count}, aussi celles qui ne sont pas affichées", $"All {count}, also those that are not shown")
            : Say($"Les {count} premières sur {waiting}", $"The first {count} of {waiting}");

    public string EntryThere(int count) => Say($"Déjà au programme : {count}", $"In the programme: {count}");

    public string EntryCode => Say("Code", "Code");

    public string EntryPresenter => Say("Qui présente", "Presenter");

    public string EntryCodesHint =>
        Say(
            "Ces codes valent si tout reste coché ; sinon, les numéros se suivent sans trou.",
            "These are the codes if all stay ticked; otherwise the numbers follow without a gap."
        );

    public string EnterNow => Say("Publier au programme", "Publish in the programme");

    public string EntryGone => Say("retirée", "withdrawn");

    public string EntryDraft => Say("Voir le brouillon commun", "See the shared draft");

    public string EntryWritten(int count, bool inDraft) =>
        inDraft
            ? Say($"Mises dans le brouillon commun : {count}.", $"Kept in the shared draft: {count}.")
            : Say($"Mises au programme : {count}.", $"Put into the programme: {count}.");

    public string EntryFailures(int count) => Say($"Non écrites : {count}", $"Not written: {count}");

    public string EntryFailure(EntryOutcome outcome)
    {
        var number = outcome.Number.ToString(CultureInfo.InvariantCulture);
        return outcome.Result switch
        {
            EntryResult.NotAccepted => Say($"Soumission {number} : elle n’est pas acceptée.", $"Submission {number}: it is not accepted."),
            EntryResult.OtherKind => Say(
                $"Soumission {number} : son genre n’est plus celui de son code {outcome.Code}. Décidez de nouveau.",
                $"Submission {number}: its kind is no longer that of its code {outcome.Code}. Decide again."
            ),
            EntryResult.Conflict => Say(
                $"Soumission {number} : quelqu’un d’autre vient d’écrire le fichier {outcome.Code}. Rechargez cette page.",
                $"Submission {number}: somebody else has just written the file {outcome.Code}. Reload this page."
            ),
            EntryResult.ReadOnlyFolder => Say(
                $"Soumission {number} : le site ne peut pas écrire dans le dossier du contenu (droits, ou disque plein).",
                $"Submission {number}: the site cannot write into the content folder (rights, or a full disk)."
            ),
            _ => Say(
                $"Soumission {number} : la vérification du contenu refuse {outcome.Code}.",
                $"Submission {number}: the content check refuses {outcome.Code}."
            ),
        };
    }
}
