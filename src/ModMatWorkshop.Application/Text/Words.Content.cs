using ModMatWorkshop.Content;

namespace ModMatWorkshop.Application.Text;

// The content page of the organisers' area
public sealed partial class Words
{
    public string ContentLead =>
        Say(
            "Tout ce que les visiteurs lisent. Chaque modification est vérifiée, publiée aussitôt ou gardée au brouillon commun.",
            "Everything that visitors read. Each change is checked, then live at once or kept in the shared draft."
        );

    public string ContentParts => Say("Parties du contenu", "Parts of the content");

    public string TheWorkshop => Say("L’atelier", "The workshop");

    public string ContentTimetable => Say("Horaires", "Timetable");

    public string Sessions => Say("Sessions", "Sessions");

    public string ContentPages => Say("Pages", "Pages");

    public string ContentPeople => Say("Personnes", "People");

    public string Pictures => Say("Images", "Pictures");

    public string LastChanges => Say("Derniers changements", "Last changes");

    public string YourDrafts => Say("Vos brouillons non enregistrés", "Your unsaved drafts");

    public string ImportOfTheFolder => Say("Lecture du dossier", "Import of the folder");

    public string ShowAllOf(int count) => Say($"Afficher les {count}", $"Show all {count}");

    public string AddOne => Say("Ajouter", "Add");

    public string ErrorCount(int count) => Some(count, "erreur", "erreurs", "error", "errors");

    public string WarningCount(int count) => Some(count, "avertissement", "avertissements", "warning", "warnings");

    public string NotKnownYet => Say("Pas encore connu", "Not known yet");

    public string NotKnownYetLead =>
        Say(
            "Le contenu dit « à compléter » : les visiteurs ne voient rien à ces endroits.",
            "The content says “to be completed”: visitors see nothing in these places."
        );

    /// <summary>The line of the dashboard, with <see cref="VisitorsSeeNothingOfThem"/> after it.</summary>
    public string FactsNotKnownYet(int count) =>
        Say(
            $"{Some(count, "information n’est", "informations ne sont", "", "")} pas encore {(count < 2 ? "connue" : "connues")}",
            $"{Some(count, "", "", "fact is", "facts are")} not known yet"
        );

    public string VisitorsSeeNothingOfThem => Say(" : les visiteurs n’en voient rien.", ": visitors see nothing of this.");

    /// <summary>A key of a content file in words; the label itself in the text of a page.</summary>
    public string NameOfFact(string fact) =>
        fact switch
        {
            "venue.room" => Say("salle", "room"),
            "contact" => Say("adresse de contact", "contact address"),
            "fee" => Say("frais", "fee"),
            "signatory.name" => Say("signataire des lettres et attestations", "signatory of letters and certificates"),
            "chair" => Say("présidence d’une session", "chair of a session"),
            _ => fact,
        };

    public string VersionLabel => Say("Version", "Version");

    public string ImportedLabel => Say("Lu le", "Loaded");

    public string ReadAgain => Say("Relire maintenant", "Reload now");

    public string ReadsByItself =>
        Say("Les changements sont lus automatiquement, en deux secondes.", "Changes are loaded automatically within two seconds.");

    public string ReadDone(int added, int changed, int removed) =>
        added + changed + removed == 0
            ? Say("Relu : rien n’a changé.", "Reloaded: nothing has changed.")
            : Say(
                $"Relu : {Some(added, "ajouté", "ajoutés", "", "")}, {Some(changed, "changé", "changés", "", "")}, "
                    + $"{Some(removed, "retiré", "retirés", "", "")}.",
                $"Reloaded: {added} added, {changed} changed, {removed} removed."
            );

    public string ReadWithErrors =>
        Say(
            "Des fichiers ont des erreurs : ceux qui attendent sont listés ci-dessous, les autres sont en ligne.",
            "Some files have errors. Those that wait are listed below; the others are live."
        );

    public string ReadRefused =>
        Say(
            "Le dossier a des erreurs : rien n’est changé, le site reste comme il était.",
            "The folder has errors. Nothing was loaded, and the site stays as it was."
        );

    public string WaitingFiles(int count) =>
        Say(Some(count, "fichier attend", "fichiers attendent", "", ""), Some(count, "", "", "file waits", "files wait"));

    public string WaitingFilesLead =>
        Say(
            "Un fichier corrigé est en ligne deux secondes plus tard. Tous les autres fichiers le sont déjà.",
            "A corrected file is live two seconds later. All other files are."
        );

    /// <summary>Why a file waits, and what readers see meanwhile.</summary>
    public string FileWaits(WaitingFile file)
    {
        var (french, english) = file.Reason switch
        {
            WaitReason.Error => ("a une erreur", "has an error"),
            WaitReason.Timetable => ("attend que le programme soit corrigé", "waits until the timetable is corrected"),
            WaitReason.Decision => ("attend votre accord", "waits until you agree"),
            WaitReason.Deleted => ("a été supprimé, mais un autre fichier s’y réfère", "was deleted, but another file refers to it"),
            _ => ("attend qu’un autre fichier soit corrigé", "waits until another file is corrected"),
        };
        return file.HasLastGood
            ? Say(
                $"{file.Name} {french} : les lecteurs voient sa dernière version correcte.",
                $"{file.Name} {english}: readers see its last good version."
            )
            : Say(
                $"{file.Name} {french} et n’a jamais été publié : les lecteurs n’en voient rien.",
                $"{file.Name} {english} and has never been live: readers see nothing of it."
            );
    }

    /// <summary>The end of a check that knows no site.</summary>
    public string FilesWithErrorsWait =>
        Say(
            "Un site garde la dernière version correcte d’un fichier qui a une erreur, et ne montre rien de celui qui n’en a jamais eu.",
            "A site keeps the last good version of a file with an error, and shows nothing of one that never had a good version."
        );

    public string ProblemsCount(int errors, int warnings) =>
        errors + warnings == 0
            ? Say("Rien à signaler", "Nothing to report")
            : Say(
                $"{Some(errors, "erreur", "erreurs", "", "")}, {Some(warnings, "avertissement", "avertissements", "", "")}",
                $"{Some(errors, "", "", "error", "errors")}, {Some(warnings, "", "", "warning", "warnings")}"
            );

    public string ErrorWord => Say("erreur", "error");

    public string WarningWord => Say("avertissement", "warning");

    public string FileColumn => Say("Fichier, ligne, colonne", "File, line, column");

    public string ProblemColumn => Say("Ce qui ne va pas, que faire", "What is wrong and what to do");
}
