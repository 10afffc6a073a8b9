using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Fees;
using ModMatWorkshop.Exports;

namespace ModMatWorkshop.Web.Pages.Admin.Fees;

/// <summary>The list of a payment platform, and which column means what.</summary>
/// <param name="Columns">The index of each column, by <see cref="Names"/>; -1 for none.</param>
/// <param name="Fault">Why it is refused; null if it is not.</param>
public sealed record PaymentFile(Table Table, string ReadAs, IReadOnlyDictionary<string, int> Columns, string? Fault = null)
{
    public const int MaxLines = 5000;
    private const int MaxCellLength = 10_000;
    private const string Reference = "reference";
    private const string Amount = "amount";
    private const string Day = "day";
    private const string Id = "id";

    /// <summary>The columns that are read.</summary>
    public static readonly IReadOnlyList<string> Names = [Reference, Amount, Day, Id];

    /// <summary>Words in folded headings, the surest first.</summary>
    private static readonly Dictionary<string, string[]> Headings = new()
    {
        [Reference] = ["reference", "ref", "referenz", "communication", "libelle", "label", "motif", "description", "comment", "memo"],
        [Amount] = ["amount", "montant", "betrag", "credit", "somme", "total", "gross", "net", "paid"],
        [Day] = ["date", "day", "jour", "datum", "paid on", "paid at"],
        [Id] = ["transaction", "payment id", "id", "numero", "number", "order"],
    };

    public bool IsComplete => Columns[Reference] >= 0 && Columns[Amount] >= 0;

    public IReadOnlyList<PaymentRow> Rows =>
        [.. Table.Rows.Select(row => new PaymentRow(row.Line, Text(row, Reference), Text(row, Amount), Text(row, Day), Text(row, Id)))];

    /// <param name="chosen">The columns by hand; null to guess them.</param>
    public static PaymentFile Read(byte[] bytes, IReadOnlyDictionary<string, int>? chosen, Words words)
    {
        var (table, readAs, fault) = TableIn(bytes, words);
        if (fault is not null || table is null)
            return Refused(fault ?? words.FileIsEmpty);
        var rows = table.AllRows;
        if (rows.Any(r => r.Cells.Count > Table.MaxColumns))
            return Refused(words.TooManyColumns(Table.MaxColumns));
        if (rows.FirstOrDefault(r => r.Cells.Any(c => c.Length > MaxCellLength)) is { } row)
            return Refused(words.CellTooLong(row.Line, MaxCellLength));
        if (table.Rows.Count == 0)
            return Refused(words.FileIsEmpty);
        if (table.Rows.Count > MaxLines)
            return Refused(words.FileTooLong(table.Rows.Count, MaxLines));
        return new(table, readAs, chosen is null ? Guess(table) : Within(chosen, table));
    }

    private static PaymentFile Refused(string fault) => new(new([], []), "", Names.ToDictionary(n => n, _ => -1), fault);

    private static (Table? Table, string ReadAs, string? Fault) TableIn(byte[] bytes, Words words)
    {
        if (XlsxReader.IsWorkbook(bytes))
        {
            var workbook = XlsxReader.Read(bytes);
            return workbook.Problem is { } problem
                ? (null, "", words.CannotReadWorkbook(problem))
                : (workbook.Table, words.ReadSheet(workbook.SheetName), null);
        }
        var (text, name) = TextDecoder.Decode(bytes, null);
        var csv = CsvReader.Read(text);
        return (csv, words.ReadAs(name, words.DelimiterName(csv.Delimiter)), null);
    }

    private static Dictionary<string, int> Within(IReadOnlyDictionary<string, int> chosen, Table table) =>
        Names.ToDictionary(n => n, n => chosen.GetValueOrDefault(n, -1) is >= 0 and var at && at < table.Head.Count ? at : -1);

    /// <summary>The reference by what the cells are, the others by their headings. Each column has one meaning.</summary>
    private static Dictionary<string, int> Guess(Table table)
    {
        var heads = table.Head.Select(Folding.Fold).ToList();
        var taken = new HashSet<int>();
        var found = new Dictionary<string, int>();
        foreach (var name in Names)
        {
            var at = name == Reference && ByContent() is >= 0 and var sure ? sure : ByHeading(Headings[name]);
            if (at >= 0)
                taken.Add(at);
            found[name] = at;
        }
        return found;

        int ByContent()
        {
            var counts = heads.Select(
                (_, i) => table.Rows.Take(100).Count(r => i < r.Cells.Count && FeeReference.FindIn(r.Cells[i]).Count > 0)
            );
            var most = counts.Select((count, i) => (count, i)).MaxBy(c => c.count);
            return most.count > 0 ? most.i : -1;
        }

        int ByHeading(string[] wanted)
        {
            foreach (var word in wanted)
                for (var i = 0; i < heads.Count; i++)
                    if (!taken.Contains(i) && (heads[i] == word || heads[i].Split(' ', '-', '_', '.').Contains(word)))
                        return i;
            return -1;
        }
    }

    private string Text(TableRow row, string name) =>
        Columns[name] is >= 0 and var at && at < row.Cells.Count ? Cut(UserInput.CleanLine(row.Cells[at])) : "";

    /// <summary>Long enough for a text of a bank, short enough for the database.</summary>
    private static string Cut(string text) =>
        string.Concat(text.Where(c => !UserInput.IsInvisible(c))) is var clean && clean.Length > 300 ? clean[..300] : clean;
}
