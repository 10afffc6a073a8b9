using ModMatWorkshop.Exports;

namespace ModMatWorkshop.Application.Text;

// Why the import refuses a file
public sealed partial class Words
{
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

    public string TooManyColumns(int most) =>
        Say(
            $"Ce fichier a plus de {Count(most)} colonnes. Ôtez celles qui ne servent pas.",
            $"This file has more than {Count(most)} columns. Remove those that you do not need."
        );

    public string CellTooLong(int line, int most) =>
        Say(
            $"À la ligne {Count(line)}, une case dépasse {Count(most)} caractères. Un guillemet n’est peut-être pas refermé ; "
                + "sinon, ôtez cette colonne.",
            $"On line {Count(line)}, a cell has more than {Count(most)} characters. A quotation mark may not be closed; "
                + "otherwise, remove this column."
        );

    public string FileIsEmpty =>
        Say(
            "Choisissez un fichier, ou collez des lignes : une ligne de titres, puis une ligne par personne.",
            "Choose a file or paste some lines: a header line, then one line per person."
        );

    public string CannotReadWorkbook(WorkbookProblem problem) =>
        problem switch
        {
            WorkbookProblem.Encrypted => Say(
                "Ce classeur est protégé par un mot de passe. Enregistrez-le sans mot de passe, ou en CSV.",
                "This workbook is protected by a password. Save it without the password, or as CSV."
            ),
            WorkbookProblem.OldExcel => Say(
                "Ce classeur est dans l’ancien format d’Excel (.xls). Enregistrez-le en XLSX ou en CSV.",
                "This workbook is in the old Excel format (.xls). Save it as XLSX or CSV."
            ),
            WorkbookProblem.OpenDocument => Say(
                "Ce classeur est au format OpenDocument (.ods). Enregistrez-le en XLSX ou en CSV.",
                "This workbook is in the OpenDocument format (.ods). Save it as XLSX or CSV."
            ),
            WorkbookProblem.TooLarge => Say(
                "Une fois décompressé, ce classeur est trop grand. Enregistrez la feuille utile en CSV.",
                "This workbook is too large when decompressed. Save the sheet that you need as CSV."
            ),
            _ => Say(
                "Ce fichier n’est pas un classeur XLSX lisible : il est abîmé ou d’un autre type. Enregistrez la feuille en CSV.",
                "This file is not a readable XLSX workbook: it is damaged or of another kind. Save the sheet as CSV."
            ),
        };
}
