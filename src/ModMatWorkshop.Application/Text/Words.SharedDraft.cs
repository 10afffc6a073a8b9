using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Application.Text;

// The draft that organisers share, and what is published at once
public sealed partial class Words
{
    private const int MaxProposed = 3;

    public string SharedDraft => Say("Brouillon commun", "Shared draft");

    public string SharedDraftLead =>
        Say(
            "Des changements que seuls les organisateurs voient, jusqu’à ce que l’un d’eux les publie tous ensemble.",
            "Changes that only organisers see, until one of them releases them all together."
        );

    public string SharedDraftIsEmpty =>
        Say(
            "Le brouillon commun est vide. Les formulaires du contenu et de l’horaire peuvent y garder un changement.",
            "The shared draft is empty. The forms of the content and the timetable can keep a change in it."
        );

    public string PublishNow => Say("Publier maintenant", "Publish now");

    public string KeepInDraft => Say("Garder au brouillon commun", "Keep in the shared draft");

    /// <summary>Beside the two buttons, before anything is typed.</summary>
    public string WhereToSave =>
        Say(
            "Une correction se publie tout de suite. Un changement du programme peut attendre au brouillon commun.",
            "Publish a correction at once. A change of the programme can wait in the shared draft."
        );

    public string IsCorrection =>
        Say(
            "C’est une correction : les lecteurs la voient tout de suite, et personne n’en est prévenu.",
            "This is a correction: readers see it at once and nobody is told."
        );

    public string IsNotOfProgramme =>
        Say(
            "Le programme ne change pas : les lecteurs voient ce texte tout de suite, et personne n’en est prévenu.",
            "The programme does not change: readers see this text at once and nobody is told."
        );

    /// <summary>What the programme would change into, in at most three sentences.</summary>
    public string ChangesProgramme(ProgrammeChanges changes, TimeZoneInfo zone)
    {
        var sentences = changes.Differences.Select(d => Sentence(d, zone)).ToList();
        var more = sentences.Count - MaxProposed;
        var shown = string.Join(Say(" ; ", "; "), sentences.Take(MaxProposed));
        var rest = more > 0 ? Say($" ; et {Some(more, "autre", "autres", "", "")}", $"; and {Some(more, "", "", "other", "others")}") : "";
        return Say($"Cela change le programme : {shown}{rest}.", $"This changes the programme: {shown}{rest}.");
    }

    public string SavedInDraft =>
        Say(
            "C’est gardé au brouillon commun. Les lecteurs ne voient rien avant sa publication.",
            "Kept in the shared draft. Readers see nothing until it is released."
        );

    public string SeeDraft => Say("Voir le brouillon", "See the draft");

    public string FilesInDraft(int files, string who, string when) =>
        Say(
            $"Le brouillon commun contient {Some(files, "fichier", "fichiers", "", "")}, de {who}, {when}.",
            $"The shared draft has {Some(files, "", "", "file", "files")}, by {who}, {when}."
        );

    public string FileIsInDraft(string who, string when) =>
        Say(
            $"Voici le texte du brouillon commun, de {who}, {when}. Le publier le fait sortir du brouillon.",
            $"This is the text of the shared draft, by {who}, {when}. Publishing takes it out of the draft."
        );

    public string TimetableIsInDraft =>
        Say(
            "Voici l’horaire du brouillon commun. Le publier en fait sortir tous ses changements de l’horaire.",
            "This is the timetable of the shared draft. Publishing takes all its changes of the timetable out of the draft."
        );

    // The page of the draft
    public string ReleaseDraft => Say("Publier le brouillon", "Release the draft");

    public string ReleaseQuestion(int files) =>
        Say(
            $"Publier maintenant {Some(files, "fichier", "fichiers", "", "")} ? Les lecteurs les verront tous en même temps.",
            $"Release {Some(files, "", "", "file", "files")} now? Readers will see them all at once."
        );

    public string ReleaseNow => Say("Oui, publier", "Yes, release");

    public string NotYet => Say("Pas encore", "Not yet");

    public string DraftIsReleased => Say("Le brouillon est publié.", "The draft is released.");

    public string DraftIsReleasedAndWaits =>
        Say(
            "Le brouillon est publié, sauf l’horaire, qui touche à des réponses : un organisateur doit l’accepter.",
            "The draft is released, except for the timetable, which concerns answers: an organiser has to agree to it."
        );

    public string DraftHasChanged =>
        Say(
            "Le brouillon a changé entre-temps. Rien n’est fait ; le voici tel qu’il est.",
            "The draft has changed meanwhile. Nothing was done; this is the draft as it is now."
        );

    public string DraftHasErrors =>
        Say(
            "Rien n’est publié : le contrôle du contenu trouve des erreurs dans le brouillon.",
            "Nothing was released: the content check finds errors in the draft."
        );

    public string DraftHasConflicts =>
        Say(
            "Rien n’est publié : des lignes du brouillon ont aussi changé en ligne. Ouvrez ces fichiers et gardez ce qui convient.",
            "Nothing was released: lines of the draft have also changed live. Open these files and keep what is right."
        );

    public string DraftIsDiscarded(int files) =>
        Say(
            $"{Some(files, "fichier est jeté", "fichiers sont jetés", "", "")}.",
            $"{Some(files, "", "", "file is discarded", "files are discarded")}."
        );

    public string TakeDraftBack => Say("Reprendre", "Take back");

    public string DraftIsBack => Say("C’est revenu au brouillon commun.", "It is back in the shared draft.");

    public string DraftCannotComeBack =>
        Say("Ces fichiers sont de nouveau au brouillon, ou ont été publiés.", "These files are in the draft again, or have been released.");

    public string DiscardDraft => Say("Jeter tout le brouillon", "Discard the whole draft");

    public string DiscardFile => Say("Jeter", "Discard");

    public string DiscardDraftHint =>
        Say("Les lecteurs n’en voient rien. L’historique garde ces textes.", "Readers see nothing of it. The history keeps these texts.");

    public string DraftFiles(int files) =>
        Some(files, "fichier au brouillon", "fichiers au brouillon", "file in the draft", "files in the draft");

    public string NoChangeForReaders =>
        Say("Des corrections seulement : personne n’en est prévenu.", "Only corrections: nobody is told of them.");

    public string DraftCannotBeRead =>
        Say("Le brouillon a des erreurs ; ce qui changerait n’est pas connu.", "The draft has errors; what would change is unknown.");

    public string AnswersConcerned => Say("Des réponses sont concernées", "Answers are concerned");

    public string AnswersConcernedHint =>
        Say(
            "Après la publication, l’horaire attend qu’un organisateur accepte ce changement.",
            "After the release, the timetable waits until an organiser agrees to this change."
        );

    public string ConflictsWithLive =>
        Say("Des lignes de ce fichier ont aussi changé en ligne.", "Lines of this file have also changed live.");

    public string ResolveConflict => Say("Voir les deux versions", "See both versions");

    public string DraftDeletesFile => Say("Le brouillon supprime ce fichier.", "The draft deletes this file.");

    public string PreviewDraft => Say("Voir le site avec le brouillon", "See the site with the draft");

    public string PreviewOfDraft => Say("Aperçu du brouillon commun, pour vous seulement.", "Preview of the shared draft, for you only.");

    public string ShowDraft => Say("Avec le brouillon", "With the draft");

    public string ShowLive => Say("Sans le brouillon", "Without the draft");

    public string DraftIsNotHere =>
        Say("Cette page est celle du site en ligne, sans le brouillon.", "This page is that of the live site, without the draft.");
}
