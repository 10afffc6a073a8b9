namespace ModMatWorkshop.Application.Text;

// What the check of the content says, to organisers
public sealed partial class Words
{
    public string ContentLead => Say("Ce que dit le dossier des fichiers, et ce qui y manque.", "What the folder of files says, and what it lacks.");

    public string VersionLabel => Say("Version", "Version");

    public string ImportedLabel => Say("Lu le", "Read on");

    public string ReadAgain => Say("Relire maintenant", "Read again now");

    public string ReadsByItself => Say("Un changement est lu de lui-même en deux secondes.", "A change is read by itself within two seconds.");

    public string ReadDone(int added, int changed, int removed) => added + changed + removed == 0
        ? Say("Relu : rien n’a changé.", "Read again: nothing has changed.")
        : Say($"Relu : {added} ajoutés, {changed} changés, {removed} retirés.", $"Read again: {added} added, {changed} changed, {removed} removed.");

    public string ReadBroken => Say("Le dossier a une erreur : rien n’est pris, le site reste comme il était.", "The folder has an error: nothing is taken, the site stays as it was.");

    public string ProblemsCount(int errors, int warnings) => errors + warnings == 0
        ? Say("Rien à signaler", "Nothing to report")
        : Say($"{Some(errors, "erreur", "erreurs", "", "")}, {Some(warnings, "avertissement", "avertissements", "", "")}", $"{Some(errors, "", "", "error", "errors")}, {Some(warnings, "", "", "warning", "warnings")}");

    public string ErrorWord => Say("erreur", "error");

    public string WarningWord => Say("avertissement", "warning");

    public string FileColumn => Say("Fichier, ligne, colonne", "File, line, column");

    public string ProblemColumn => Say("Ce qui ne va pas, que faire", "What is wrong, what to do");
}
