using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Exports;

namespace ModMatWorkshop.Web.Pages.Admin.Attendees;

/// <summary>A list of participants and the effect of each of its lines. Reading it changes nothing.</summary>
public sealed class ImportFile
{
    public const int MaxFileBytes = 1 << 20;

    /// <summary>Further columns are not imported: the second form has a field for each, and a form may have 200 fields.</summary>
    public const int MaxColumns = 100;

    /// <summary>Further unknown values are left out, for the same reason: each has two fields.</summary>
    public const int MaxUnknown = 40;

    /// <summary>The examples of a column are taken from these lines.</summary>
    private const int MaxSampledLines = 100;

    private readonly Words _words;
    private readonly ImportChoices _chosen;
    private readonly ImportCells _cells;
    private readonly ImportValues _values;
    private readonly ImportRowReader _rows;

    /// <summary>Lines with another name, but with the address of a line above.</summary>
    private int _sharedAddresses;

    private ImportFile(Words words, ImportChoices chosen, RegistrationChoices choices, ImportSource source, ImportAssignment assignment)
    {
        (_words, _chosen, Choices, Source) = (words, chosen, choices, source);
        _cells = new(assignment);
        _values = new(choices, words, chosen.Values);
        _rows = new(_cells, _values, chosen, choices, words);
    }

    public ImportSource Source { get; }

    public RegistrationChoices Choices { get; }

    public ImportAssignment Assignment => _cells.Assignment;

    public IReadOnlyList<UnknownValue> Unknown => _values.Unknown;

    /// <summary>In the order of the file. Empty as long as a column is missing.</summary>
    public IReadOnlyList<ImportLine> Lines { get; private set; } = [];

    /// <summary>Why the file is refused; null if it is not.</summary>
    public string? Fault => Source.Fault;

    /// <summary>What the organiser has to choose before any line can be imported; null for nothing.</summary>
    public string? Missing { get; private set; }

    /// <summary>The lines in the order of the import: people on a waiting list come after everybody else.</summary>
    public IEnumerable<BatchItem> Items => Lines.OrderBy(l => l.Row is { IsWaiting: true }).Select(l => l.ToItem());

    /// <summary>Changes with every choice that the preview depends on, so that only what was shown is imported.</summary>
    public string Stamp =>
        Convert.ToHexString(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join('\n', [Source.Encoding, .. Assignment.Columns, .. Unknown.Select(v => $"{v.Key}={v.Chosen}")])
                )
            )
        );

    public int Count(ImportLineStatus outcome) => Lines.Count(l => l.Outcome == outcome);

    public static async Task<ImportFile> ReadAsync(
        byte[] bytes,
        ImportChoices chosen,
        Words words,
        WorkshopDb db,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        var choices = await RegistrationChoices.ReadAsync(db);
        var programme = ImportCells.Programme(choices);
        var source = ImportSource.Read(bytes, chosen.Encoding, programme, words);
        var table = source.Table;
        var file = new ImportFile(words, chosen, choices, source, AssignmentOf(table, chosen, choices, programme));
        file.Missing =
            file.Fault is not null ? null
            : !file.Assignment.Has(ImportColumn.Email) ? words.NoEmailColumn
            : !file.Assignment.HasNames ? words.NoNameColumn
            : null;
        if (file.Fault is null && file.Missing is null)
            file.Preview(table, await file.KnownAsync(table, db, cancel), await BatchPreview.ReadAsync(db, now, cancel));
        return file;
    }

    /// <summary>The first different texts of a column, as examples.</summary>
    public string SamplesOf(int column) =>
        string.Join(
            " · ",
            Source
                .Table.Rows.Take(MaxSampledLines)
                .Select(r => column < r.Cells.Count ? Shorten(r.Cells[column], 40) : "")
                .Where(text => text.Length > 0)
                .Distinct()
                .Take(2)
        );

    /// <summary>What the organiser should know before the import, one sentence for each fact.</summary>
    public IEnumerable<string> Notes()
    {
        foreach (var doubt in Assignment.Doubts)
            yield return _words.ColumnsInDoubt(
                _words.MeaningOf(doubt.Meaning),
                doubt.Columns.Select(c => Shorten(Source.Table.Head[c], 40))
            );
        if (Source.Table.Head.Count > MaxColumns)
            yield return _words.OnlyFirstColumns(MaxColumns);
        if (_sharedAddresses > 0)
            yield return _words.SharedAddresses(_sharedAddresses);
        var rows = Lines.Where(l => l.Outcome == ImportLineStatus.New).Select(l => l.Row!).ToList();
        foreach (var field in Choices.Fields.All.Where(f => f.MayBeLeftOpen))
            if (rows.Count(r => !r.Given.Contains(field.Key)) is > 0 and var open)
                yield return Assignment.Has(ImportColumn.Of(field))
                    ? _words.AnswersLeftOpen(_words.NameOf(field), open)
                    : _words.NoColumnFor(_words.NameOf(field));
        if (rows.Count(r => r is { IsWaiting: true, Attendance: Attendance.InPerson }) is > 0 and var waiting)
            yield return _words.WaitingInFile(waiting);
        if (_chosen.How != ImportAs.ToBeConfirmed && rows.Count(r => r.IsUnconfirmed) is > 0 and var unconfirmed)
            yield return _words.UnconfirmedInFile(unconfirmed);
    }

    private static ImportAssignment AssignmentOf(
        Table table,
        ImportChoices chosen,
        RegistrationChoices choices,
        IReadOnlyDictionary<string, ImportColumn> programme
    )
    {
        var head = table.Head.Take(MaxColumns).ToList();
        return chosen.Columns.Count > 0 && chosen.Columns.Count == head.Count
            ? ImportAssignment.ByHand([.. chosen.Columns.Select(text => ImportColumnList.Parse(text, choices))])
            : ImportAssignment.Recognise(head, [.. table.Rows.Select(r => r.Cells)], programme);
    }

    private async Task<Dictionary<string, Registration>> KnownAsync(Table table, WorkshopDb db, CancellationToken cancel)
    {
        var named = table
            .Rows.Select(r => EmailAddress.TryParse(_cells.Line(r, ImportColumn.Email), out var email) ? email.Value : "")
            .Where(e => e.Length > 0)
            .Distinct()
            .ToList();
        return await db
            .Registrations.AsNoTracking()
            .Where(r => EF.Parameter(named).Contains(r.Email))
            .ToDictionaryAsync(r => r.Email, cancel);
    }

    private void Preview(Table table, Dictionary<string, Registration> known, BatchPreview preview)
    {
        var seen = new Dictionary<string, (int Line, string Name)>();
        var read = new List<(TableRow Row, IReadOnlySet<ImportedStatus> Statuses, Registration? Known, ImportRowReading Reading)>();
        foreach (var row in table.Rows)
        {
            var email = EmailAddress.TryParse(_cells.Line(row, ImportColumn.Email), out var address) ? address.Value : null;
            var registration = email is null ? null : known.GetValueOrDefault(email);
            var statuses = _rows.StatusesOf(row);
            var reading = _rows.Read(row, statuses, registration);
            // A cancelled line leaves the address to another one: the person may have registered again.
            if (
                statuses.Contains(ImportedStatus.Cancelled)
                && registration is not { Status: RegistrationStatus.Cancelled }
                && reading.Row is not null
            )
                reading = new(null, _words.CancelledInFile);
            else if (email is not null && !seen.TryAdd(email, (row.Line, NameIn(row))))
            {
                reading = new(null, _words.SameAddressAbove(seen[email].Line));
                _sharedAddresses += seen[email].Name == NameIn(row) ? 0 : 1;
            }
            read.Add((row, statuses, registration, reading));
        }
        Lines =
        [
            .. read.OrderBy(l => l.Statuses.Contains(ImportedStatus.Waiting))
                .Select(l => Line(l.Row, l.Statuses, l.Reading, l.Known, preview))
                .ToList()
                .OrderBy(l => l.Line),
        ];
    }

    private ImportLine Line(
        TableRow line,
        IReadOnlySet<ImportedStatus> statuses,
        ImportRowReading reading,
        Registration? known,
        BatchPreview preview
    )
    {
        var name = Shorten(NameIn(line), 100);
        var email = Shorten(_cells.Line(line, ImportColumn.Email), 100);
        if (reading.Row is not { } row)
            return Refused(reading.Why!);
        if (known is null)
        {
            var entered = preview.Import(row, _chosen.How);
            return entered.Result == ChangeResult.Done ? Accepted(ImportLineStatus.New, entered, []) : Refused(_words.TooLateForNew);
        }
        var changes = row.ChangesOf(known);
        if (known.Status == RegistrationStatus.Cancelled && !statuses.Contains(ImportedStatus.Cancelled))
            return Refused(_words.CancelledHere);
        if (known.Status == RegistrationStatus.Declined)
            return Refused(_words.NotAccepted);
        if (changes.Count == 0 || statuses.Contains(ImportedStatus.Cancelled))
            return Accepted(ImportLineStatus.Unchanged, new(ChangeResult.NoChange, known.Place), []);
        return Accepted(ImportLineStatus.Changed, preview.Of(new ApplyImport(row, _chosen.How), known), changes);

        ImportLine Refused(string why) => new(line.Line, name, email, ImportLineStatus.Refused, Place.None, null, [], why, null);

        ImportLine Accepted(ImportLineStatus outcome, PreviewResult expected, IReadOnlyList<RegistrationField> changed) =>
            new(line.Line, name, email, outcome, expected.Place, expected.Rank, changed, null, row);
    }

    private string NameIn(TableRow row)
    {
        var (given, family) = _cells.NamesOf(row);
        return RegistrationDetails.NameOf(given, family);
    }

    public static string Shorten(string text, int maxLength)
    {
        var clean = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return clean.Length <= maxLength ? clean : clean[..maxLength] + "…";
    }
}
