using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Text;

// The import of participants
public sealed partial class Words
{
    public string Import => Say("Importer des participants", "Import participants");

    public string ImportLead =>
        Say(
            "Un fichier CSV ou XLSX, le nôtre ou celui d’un autre outil. "
                + "D’abord un essai à blanc, ligne par ligne ; rien ne change avant votre accord.",
            "A CSV or XLSX file, from this site or another tool. You see a dry run first, line by line; nothing changes until you agree."
        );

    public string ListFile => Say("Fichier CSV ou XLSX", "CSV or XLSX file");

    public string ListFileHint(int lines) =>
        Say(
            $"1 Mo et {Count(lines)} lignes au plus. Séparateur et encodage sont reconnus ; "
                + "d’un classeur, la première feuille remplie est lue.",
            $"At most 1 MB and {Count(lines)} lines. The separator and the encoding are recognised; "
                + "of a workbook, the first sheet with content is read."
        );

    public string OrPaste => Say("Ou collez les lignes ici", "Or paste the lines here");

    public string ForNewcomers => Say("Pour les nouvelles inscriptions", "For new registrations");

    public string ImportHow => Say("Comment les ajouter", "How to add them");

    /// <param name="how">The name of the import mode.</param>
    public string ImportAs(string how) =>
        how switch
        {
            "ConfirmedWithMail" => Say("Confirmées, et averties par courriel", "Confirmed, with an email"),
            "ConfirmedWithoutMail" => Say("Confirmées, sans courriel", "Confirmed, without an email"),
            _ => Say("À confirmer : chacune reçoit son lien", "Unconfirmed: each person gets their link"),
        };

    public string ImportAsMeans(string how) =>
        how switch
        {
            "ConfirmedWithMail" => Say(
                "L’inscription est faite et le courriel de confirmation part.",
                "The registration is made and the confirmation email is sent."
            ),
            "ConfirmedWithoutMail" => Say(
                "L’inscription est faite ; à vous de prévenir les personnes.",
                "The registration is made; you tell the people yourselves."
            ),
            _ => Say("La place est gardée deux jours, comme une place proposée.", "The place is held for two days, like an offered seat."),
        };

    public string IfNotSaid => Say("Si le fichier ne le dit pas", "If the file does not say");

    public string CheckFile => Say("Essai à blanc", "Dry run");

    public string NoEmailColumn =>
        Say(
            "Aucune colonne n’est reconnue comme celle des adresses électroniques des participants. "
                + "Choisissez-la dans le tableau, puis vérifiez de nouveau.",
            "No column is recognised as the participants’ email addresses. Choose it in the table, then check again."
        );

    public string NoNameColumn =>
        Say(
            "Aucune colonne n’est reconnue comme celle des noms des participants. Choisissez-la dans le tableau, puis vérifiez de nouveau.",
            "No column is recognised as the participants’ names. Choose it in the table, then check again."
        );

    public string ColumnsInDoubt(string meaning, IEnumerable<string> headings) =>
        Say(
            $"{meaning} : plusieurs colonnes conviennent aussi bien ({string.Join(", ", headings.Select(h => $"« {h} »"))}). "
                + "Aucune n’est prise ; choisissez dans le tableau des colonnes.",
            $"{meaning}: several columns are equally plausible ({string.Join(", ", headings.Select(h => $"“{h}”"))}). "
                + "None is taken; choose one in the table of columns."
        );

    public string OnlyFirstColumns(int most) =>
        Say($"Seules les {Count(most)} premières colonnes sont lues.", $"Only the first {Count(most)} columns are read.");

    public string SharedAddresses(int lines) =>
        Say(
            $"Lignes qui ont l’adresse d’une autre personne : {Count(lines)}. Si c’est celle de l’acheteur, choisissez une autre colonne.",
            $"Lines with the address of another person: {Count(lines)}. If it is the buyer’s, choose another column."
        );

    public string NoColumnFor(string answer) =>
        Say(
            $"{answer} : le fichier n’a pas cette colonne. Les nouvelles personnes l’indiqueront sur leur propre page.",
            $"{answer}: the file does not have this column. New people are asked for it on their own page."
        );

    public string AnswersLeftOpen(string answer, int people) =>
        Say(
            $"Nouvelles personnes sans « {answer} » : {Count(people)}. Elles l’indiqueront sur leur propre page.",
            $"New people without “{answer}”: {Count(people)}. They are asked for it on their own page."
        );

    public string WaitingInFile(int people) =>
        Say(
            $"Sur liste d’attente dans le fichier : {Count(people)}. L’import les inscrit après tous les autres et les met en liste "
                + "d’attente ; une place libre leur est proposée dans l’ordre.",
            $"On a waiting list in the file: {Count(people)}. They are imported after everybody else and join the waiting list; "
                + "a free seat is offered to them in order."
        );

    public string UnconfirmedInFile(int people) =>
        Say(
            $"Pas encore payées ou confirmées dans le fichier : {Count(people)}. "
                + "Ces personnes reçoivent leur lien et confirment elles-mêmes.",
            $"Not yet paid or confirmed in the file: {Count(people)}. These people get their link and confirm themselves."
        );

    public string ReadAs(string encoding, string delimiter) =>
        Say($"Lu en {encoding}, séparateur {delimiter}.", $"Read as {encoding}, separator {delimiter}.");

    public string ReadSheet(string name) => Say($"Feuille lue : « {name} ».", $"Sheet read: “{name}”.");

    public string FileEncoding => Say("Encodage du fichier", "Encoding of the file");

    public string FileEncodingHint =>
        Say(
            "Si des accents sont faux ci-dessous, choisissez un autre encodage, puis vérifiez de nouveau.",
            "If letters with accents are wrong below, choose another encoding, then check again."
        );

    public string DelimiterName(char delimiter) =>
        delimiter switch
        {
            ';' => Say("point-virgule", "semicolon"),
            ',' => Say("virgule", "comma"),
            '\t' => Say("tabulation", "tab"),
            _ => $"“{delimiter}”",
        };

    public string FileColumns => Say("Colonnes du fichier", "Columns of the file");

    public string ColumnHeading => Say("Titre", "Heading");

    /// <summary>In place of a heading, in a list without headings.</summary>
    public string ColumnNumber(int number) => Say($"Colonne {number}", $"Column {number}");

    public string ColumnSamples => Say("Exemples", "Examples");

    public string ColumnImportedAs => Say("Importée comme", "Imported as");

    public string MeaningOfColumn(string heading) => Say($"Importer « {heading} » comme", $"Import “{heading}” as");

    public string MeaningOf(ImportColumn column) =>
        column == ImportColumn.Ignored ? Say("ne pas importer", "do not import")
        : column == ImportColumn.FullName ? Say("Prénom et nom dans une case", "Given and family name in one cell")
        : column == ImportColumn.Status ? Say("État de l’inscription", "Registration status")
        : NameOf(column.Field!);

    public string UnknownValues => Say("Valeurs inconnues", "Unknown values");

    public string UnknownValuesLead =>
        Say(
            "Dites une fois ce que chacune veut dire. Sans choix, la ligne est importée sans cette réponse.",
            "Say once what each of them means. Without a choice, the line is imported without this answer."
        );

    public string MoreUnknownValues(int others) =>
        others == 1
            ? Say("Et une autre valeur inconnue, qui est omise.", "And one other unknown value, which is left out.")
            : Say(
                $"Et {Count(others)} autres valeurs inconnues, qui sont omises.",
                $"And {Count(others)} other unknown values, which are left out."
            );

    public string UnknownQuestion => Say("Question", "Question");

    public string UnknownText => Say("Dans le fichier", "In the file");

    public string UnknownLines => Say("Lignes", "Lines");

    public string UnknownMeans => Say("Comprendre comme", "Treat as");

    public string MeaningOfText(string text) => Say($"Comprendre « {text} » comme", $"Treat “{text}” as");

    public string LeaveOut => Say("ne pas importer", "leave out");

    public string OtherForNewPeople(string other) =>
        Say($"« {other} » pour les nouvelles personnes, inchangé pour les autres", $"“{other}” for new people, unchanged for others");

    public string ImportedAs(ImportedStatus status) =>
        status switch
        {
            ImportedStatus.Pending => Say("À confirmer ou à payer", "Unpaid or unconfirmed"),
            ImportedStatus.Applied => Say("Candidature à décider", "Applied, not decided yet"),
            ImportedStatus.Waiting => Say("En liste d’attente", "On the waiting list"),
            ImportedStatus.Cancelled => Say("Annulée", "Cancelled"),
            _ => Say("Valable, comme les autres lignes", "Valid, like the other lines"),
        };

    public string CheckAgain => Say("Vérifier de nouveau avec ces choix", "Check again with these choices");

    public string ChoicesHaveChanged =>
        Say(
            "Vos choix ont changé : voici ce qu’ils donnent. Rien n’est encore importé.",
            "You have changed your choices, so here is a new dry run. Nothing has been imported yet."
        );

    public string DryRun => Say("Essai à blanc", "Dry run");

    public string DryRunSummary(int fresh, int changed, int same, int refused) =>
        Say(
            $"{Lines(fresh, "nouvelle")}, {Lines(changed, "modifiée")}, {Lines(same, "inchangée")}, {Lines(refused, "refusée")}.",
            $"{Count(fresh)} new, {Count(changed)} changed, {Count(same)} unchanged, {Count(refused)} refused."
        );

    private string Lines(int count, string french) => $"{Count(count)} {french}{(count < 2 ? "" : "s")}";

    public string LineByLine => Say("Ligne par ligne", "Line by line");

    /// <param name="confirms">The person has to confirm, unlike the others.</param>
    public string WouldBeNew(Place place, int? rank, bool confirms) =>
        confirms
            ? Say($"nouvelle, à confirmer : {PlaceAs(place, rank)}", $"new, unconfirmed: {PlaceAs(place, rank)}")
            : Say($"nouvelle : {PlaceAs(place, rank)}", $"new: {PlaceAs(place, rank)}");

    public string WouldChange(IEnumerable<string> fields) =>
        Say($"modifiée : {string.Join(", ", fields)}", $"changed: {string.Join(", ", fields)}");

    public string Unchanged => Say("inchangée", "unchanged");

    public string RefusedBecause(string why) => Say($"refusée. {why}", $"refused. {why}");

    public string SameAddressAbove(int line) => Say($"Cette adresse est déjà à la ligne {line}.", $"Line {line} already has this address.");

    public string CancelledInFile =>
        Say(
            "Annulée dans le fichier : l’import n’inscrit ni n’annule cette personne.",
            "Cancelled in the file: the import neither registers nor cancels this person."
        );

    public string CancelledHere =>
        Say("Cette personne a annulé : l’import ne la rétablit pas.", "This person has cancelled: the import does not reinstate them.");

    public string TooLateForNew => Say("L’atelier est terminé.", "The workshop is over.");

    public string RunImport(int lines) =>
        Say($"Importer {Lines(lines, "ligne")}", lines == 1 ? "Import 1 line" : $"Import {Count(lines)} lines");

    public string AnotherFile => Say("Un autre fichier, ou d’autres réglages", "Another file, or other settings");

    public string NothingToImport => Say("Il n’y a rien à importer.", "There is nothing to import.");
}
