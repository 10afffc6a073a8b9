using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Application.Text;

// The versions of the content
public sealed partial class Words
{
    public string ContentHistory => Say("Historique du contenu", "Content history");

    public string ContentHistoryOf(string file) => Say($"Historique de {file}", $"History of {file}");

    public string ContentHistoryLead =>
        Say(
            "Chaque version de chaque texte et de chaque image : rien ne se perd, et toute version peut revenir.",
            "Every version of every text and picture: nothing is lost, and any version can come back."
        );

    public string HistoryOfEverything => Say("Historique de tout le contenu", "History of all content");

    /// <param name="reason">In the words of git.</param>
    public string NotCommitted(string reason) =>
        Say(
            $"Le dernier changement est enregistré et visible, mais git ne l’a pas reçu : {reason}",
            $"The last change is saved and live, but was not committed to git: {reason}"
        );

    public string NoContentHistory => Say("Aucune version pour l’instant.", "No versions yet.");

    public string EditThis => Say("Modifier", "Edit");

    public string AllVersions => Say("Toutes les versions", "All versions");

    public string OlderVersion => Say("Version précédente", "Earlier version");

    public string NewerVersion => Say("Version suivante", "Later version");

    public string VersionOf(string file) => Say($"Une version de {file}", $"A version of {file}");

    public string AndOtherFiles(int count) =>
        Say($"et {Some(count, "autre fichier", "autres fichiers", "", "")}", $"and {Some(count, "", "", "other file", "other files")}");

    /// <summary>What was done to a file, before its name.</summary>
    public string ContentChange(ContentChangeKind kind, ContentVersionState state) =>
        state switch
        {
            ContentVersionState.Draft => Say("au brouillon", "in the draft"),
            ContentVersionState.Released => Say("au brouillon, publié ensuite", "in the draft, released later"),
            ContentVersionState.Discarded => Say("au brouillon, jeté", "in the draft, discarded"),
            not ContentVersionState.Written => Say("non enregistré", "not saved"),
            _ => kind switch
            {
                ContentChangeKind.Found => Say("trouvé dans le dossier", "found in the folder"),
                ContentChangeKind.Created => Say("créé", "created"),
                ContentChangeKind.Deleted => Say("supprimé", "deleted"),
                ContentChangeKind.Merged => Say("fusionné", "merged"),
                ContentChangeKind.BroughtBack => Say("rétabli", "brought back"),
                _ => Say("modifié", "edited"),
            },
        };

    public string ContentChangeBy(ContentChangeKind kind, ContentVersionState state, string who, string when)
    {
        if (state is ContentVersionState.Waiting or ContentVersionState.NeverWritten)
            return Say(
                $"Par {who}, {when} : le serveur s’est arrêté avant d’écrire cette version, et le fichier avait changé entre-temps.",
                $"By {who}, {when}: the server stopped before it wrote this version, and the file had changed meanwhile."
            );
        if (state != ContentVersionState.Written)
            return Say(
                $"{UpperFirst(ContentChange(kind, state))}, par {who}, {when}.",
                $"{UpperFirst(ContentChange(kind, state))}, by {who}, {when}."
            );
        if (kind == ContentChangeKind.Found)
            return Say($"Trouvé dans le dossier, {when}.", $"Found in the folder, {when}.");
        var merged =
            kind == ContentChangeKind.Merged
                ? Say(
                    " Quelqu’un d’autre avait modifié d’autres lignes : cette version a les deux modifications.",
                    " Somebody else had changed other lines: this version has both changes."
                )
                : "";
        return Say(
            $"{UpperFirst(ContentChange(kind, state))} par {who}, {when}.{merged}",
            $"{UpperFirst(ContentChange(kind, state))} by {who}, {when}.{merged}"
        );
    }

    public string FirstVersion => Say("Première version connue", "First known version");

    public string DifferenceToBefore => Say("Ce qui change", "What changes");

    public string TooLongToCompare => Say("Le texte est trop long pour être comparé.", "The text is too long to be compared.");

    public string NoDifference => Say("Aucune différence.", "No difference.");

    /// <summary>Said by screen readers before the text, in brackets.</summary>
    public string RemovedText => Say("retiré :", "removed:");

    /// <inheritdoc cref="RemovedText"/>
    public string AddedText => Say("ajouté :", "added:");

    public string EqualLines(int count) =>
        Say(Some(count, "ligne identique", "lignes identiques", "", ""), Some(count, "", "", "equal line", "equal lines"));

    public string BringBack => Say("Rétablir cette version", "Bring this version back");

    public string DeleteAgain => Say("Supprimer de nouveau ce fichier", "Delete this file again");

    public string BringBackHint =>
        Say(
            "Le site vérifie, enregistre et publie. C’est une version de plus : rien n’est effacé.",
            "The site checks, saves and publishes it. This adds a version; none is erased."
        );

    public string ThisIsCurrent => Say("C’est la version actuelle.", "This is the current version.");

    public string VersionIsBack => Say("La version est rétablie.", "The version is back.");

    public string UnsavedDraft(string when) =>
        Say($"Vous avez un brouillon non enregistré, du {when}.", $"You have an unsaved draft of {when}.");

    public string ContinueDraft => Say("Le continuer", "Continue with it");

    public string ThrowDraftAway => Say("Le jeter", "Throw it away");

    public string PictureBefore => Say("Avant", "Before");

    public string PictureAfter => Say("Après", "After");

    /// <summary>Why a change of the content was not saved.</summary>
    public string WhyNotSaved(EditResult result) =>
        result switch
        {
            EditResult.Refused => Say(
                "Rien n’est enregistré : cette version apporterait une erreur.",
                "Nothing was saved: this version would bring an error."
            ),
            EditResult.Conflict => Say(
                "Rien n’est enregistré : quelqu’un d’autre a modifié ce fichier entre-temps. Regardez sa dernière version.",
                "Nothing was saved: somebody else has changed this file meanwhile. Look at its last version."
            ),
            EditResult.ReadOnlyFolder => Say(
                "Rien n’est enregistré : le site ne peut pas écrire dans le dossier du contenu (droits, ou disque plein).",
                "Nothing was saved: the site cannot write into the content folder (its permissions, or a full disk)."
            ),
            _ => NothingChanged,
        };
}
