using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Text;

// The import of participants
public sealed partial class Words
{
    public string Import => Say("Importer des participants", "Import participants");

    public string ImportLead =>
        Say(
            "Un fichier CSV, le nôtre ou celui d’un autre outil. "
                + "D’abord un essai à blanc, ligne par ligne ; rien ne change avant votre accord.",
            "A CSV file, from this site or another tool. You see a dry run first, line by line; nothing changes until you agree."
        );

    public string CsvFile => Say("Fichier CSV", "CSV file");

    public string CsvFileHint(int lines) =>
        Say(
            $"1 Mo et {Count(lines)} lignes au plus. Séparateur « ; », « , » ou tabulation, encodage UTF-8 ou Windows-1252 : reconnus.",
            $"At most 1 MB and {Count(lines)} lines. The separators “;”, “,” "
                + $"and tab and the encodings UTF-8 and Windows-1252 are recognised."
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

    public string FileTooLarge =>
        Say(
            "Ce fichier dépasse 1 Mo. Coupez-le, ou ôtez-en des colonnes.",
            "This file is larger than 1 MB. Split it, or remove some columns."
        );

    public string FileTooLong(int lines, int most) =>
        Say(
            $"Ce fichier a {Count(lines)} lignes ; {Count(most)} au plus à la fois.",
            $"This file has {Count(lines)} lines; the limit is {Count(most)} at a time."
        );

    public string FileIsEmpty =>
        Say(
            "Choisissez un fichier, ou collez des lignes : une ligne de titres, puis une ligne par personne.",
            "Choose a file or paste some lines: a header line, then one line per person."
        );

    public string NoEmailColumn(string head) =>
        Say($"Aucune colonne d’adresse électronique. Titres lus : {head}.", $"There is no email address column. Headings read: {head}.");

    public string NoNameColumn(string head) =>
        Say($"Aucune colonne de nom. Titres lus : {head}.", $"There is no name column. Headings read: {head}.");

    public string ReadAs(string encoding, string delimiter) =>
        Say($"Lu en {encoding}, séparateur {delimiter}.", $"Read as {encoding}, separator {delimiter}.");

    public string NotUtf8 =>
        Say(
            "Ce fichier n’est pas en UTF-8 : il a été lu en Windows-1252. Vérifiez les accents ci-dessous.",
            "This file is not UTF-8, so it was read as Windows-1252. Check the accents below."
        );

    public string DelimiterName(char delimiter) =>
        delimiter switch
        {
            ';' => Say("point-virgule", "semicolon"),
            ',' => Say("virgule", "comma"),
            '\t' => Say("tabulation", "tab"),
            _ => $"“{delimiter}”",
        };

    public string Mapping => Say("Colonnes", "Columns");

    public string MappingHead => Say("Titre dans le fichier", "Heading in the file");

    public string MappedTo => Say("Importé comme", "Imported as");

    public string NotTaken => Say("non importé", "not imported");

    public string FullNameColumn => Say("Prénom et nom", "Full name");

    public string StatusColumn => Say("État : seule une annulation compte", "Status: only a cancellation counts");

    public string DryRun => Say("Essai à blanc", "Dry run");

    public string DryRunSummary(int fresh, int changed, int same, int refused) =>
        Say(
            $"{Count(fresh)} nouvelles, {Count(changed)} modifiées, {Count(same)} inchangées, {Count(refused)} refusées.",
            $"{Count(fresh)} new, {Count(changed)} changed, {Count(same)} unchanged, {Count(refused)} refused."
        );

    public string LineByLine => Say("Ligne par ligne", "Line by line");

    public string WouldBeNew(Place place, int? rank) => Say($"nouvelle : {PlaceAs(place, rank)}", $"new: {PlaceAs(place, rank)}");

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

    public string NotReadable(string what) => Say($"{what} : cette valeur n’est pas reconnue.", $"{what}: this value is not recognised.");

    public string RunImport(int lines) => Say($"Importer {Count(lines)} lignes", $"Import {Count(lines)} lines");

    public string AnotherFile => Say("Un autre fichier, ou d’autres réglages", "Another file, or other settings");

    public string NothingToImport => Say("Il n’y a rien à importer.", "There is nothing to import.");
}
