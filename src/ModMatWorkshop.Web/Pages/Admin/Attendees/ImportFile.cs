using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Exports;

namespace ModMatWorkshop.Web.Pages.Admin.Attendees;

public enum ImportLineStatus
{
    New,
    Changed,
    Unchanged,
    Refused,
}

/// <summary>What would become of one line.</summary>
/// <param name="Line">In the file.</param>
/// <param name="Why">Of what is refused, in the organiser's words.</param>
/// <param name="Row">Null when it is refused.</param>
public sealed record ImportLine(
    int Line,
    string Name,
    string Email,
    ImportLineStatus Outcome,
    Place Place,
    int? Rank,
    IReadOnlyList<ImportField> Changes,
    string? Why,
    ImportRow? Row
)
{
    public BatchItem ToItem() =>
        new()
        {
            Position = Line,
            Reason = Why,
            Row = Outcome is ImportLineStatus.New or ImportLineStatus.Changed ? Row : null,
            RowEmail = Outcome is ImportLineStatus.New or ImportLineStatus.Changed ? Row!.Email : null,
            State = Outcome switch
            {
                ImportLineStatus.Refused => BatchItemState.Refused,
                ImportLineStatus.Unchanged => BatchItemState.NoChange,
                _ => BatchItemState.Waiting,
            },
        };
}

/// <summary>What an organiser chose for all lines.</summary>
public sealed record ImportChoices(ImportAs How, Attendance Attendance, Position Position, Language Language);

/// <summary>A file of participants as it was read, and what would come of each of its lines. To read it changes nothing.</summary>
public sealed class ImportFile
{
    public const int MaxFileBytes = 1 << 20;
    public const int MaxLines = 5000;

    private readonly Words _words;
    private readonly ImportChoices _chosen;
    private readonly RegistrationChoices _choices;
    private readonly RegistrationFormValidator _validator;

    private ImportFile(Words words, ImportChoices chosen, RegistrationChoices choices) =>
        (_words, _chosen, _choices, _validator) = (words, chosen, choices, new(words, choices));

    public string Encoding { get; private init; } = "";

    public char Delimiter { get; private init; }

    public ImportColumns Columns { get; private set; } = null!;

    public IReadOnlyList<ImportLine> Lines { get; private set; } = [];

    /// <summary>Why nothing of it can be taken; null when something can.</summary>
    public string? Fault { get; private set; }

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
        var (text, encoding) = CsvReader.Decode(bytes);
        var table = CsvReader.Read(text);
        var choices = await RegistrationChoices.ReadAsync(db);
        var file = new ImportFile(words, chosen, choices)
        {
            Encoding = encoding,
            Delimiter = table.Delimiter,
            Columns = new(table.Head, choices),
        };
        file.Fault = file.FaultOf(table);
        if (file.Fault is null)
            file.Lines = file.Preview(
                table,
                await KnownAsync(table, file.Columns, db, cancel),
                await BatchPreview.ReadAsync(db, now, cancel)
            );
        return file;
    }

    private string? FaultOf(CsvTable table)
    {
        var head = string.Join(", ", table.Head.Take(30).Select(h => Shown(h, 40)));
        return table.Head.Count == 0 || table.Rows.Count == 0 ? _words.FileIsEmpty
            : table.Rows.Count > MaxLines ? _words.FileTooLong(table.Rows.Count, MaxLines)
            : !Columns.Has(ImportColumn.Email) ? _words.NoEmailColumn(head)
            : !Columns.Has(ImportColumn.FullName) && !(Columns.Has(ImportColumn.GivenName) && Columns.Has(ImportColumn.FamilyName))
                ? _words.NoNameColumn(head)
            : null;
    }

    private static async Task<Dictionary<string, Registration>> KnownAsync(
        CsvTable table,
        ImportColumns columns,
        WorkshopDb db,
        CancellationToken cancel
    )
    {
        var named = table
            .Rows.Select(r => EmailAddress.TryParse(columns.Line(r, ImportColumn.Email), out var email) ? email.Value : "")
            .Where(e => e.Length > 0)
            .Distinct()
            .ToList();
        return await db
            .Registrations.AsNoTracking()
            .Where(r => EF.Parameter(named).Contains(r.Email))
            .ToDictionaryAsync(r => r.Email, cancel);
    }

    private List<ImportLine> Preview(CsvTable table, Dictionary<string, Registration> known, BatchPreview preview)
    {
        var seen = new Dictionary<string, int>();
        var lines = new List<ImportLine>();
        foreach (var row in table.Rows)
        {
            var (given, family) = NamesOf(row);
            var typed = Columns.Line(row, ImportColumn.Email);
            var email = EmailAddress.TryParse(typed, out var address) ? address.Value : null;
            var registration = email is null ? null : known.GetValueOrDefault(email);
            var reading = Read(row, given, family, typed, registration);
            if (email is not null && !seen.TryAdd(email, row.Line))
                reading = (null, _words.SameAddressAbove(seen[email]));
            var isCancelled = ImportColumns.IsCancellation(Columns.Text(row, ImportColumn.Status));
            var isCancelledToo = isCancelled && registration is { Status: RegistrationStatus.Cancelled };
            if (isCancelled && !isCancelledToo && reading.Row is not null)
                reading = (null, _words.CancelledInFile);
            lines.Add(
                Line(row.Line, Shown($"{given} {family}".Trim(), 100), Shown(typed, 100), reading, registration, isCancelledToo, preview)
            );
        }
        return lines;
    }

    private ImportLine Line(
        int line,
        string name,
        string email,
        (ImportRow? Row, string? Why) reading,
        Registration? known,
        bool isCancelledToo,
        BatchPreview preview
    )
    {
        if (reading.Row is not { } row)
            return Refused(reading.Why!);
        if (known is null)
        {
            var entered = preview.Import(row, _chosen.How);
            return entered.Result == ChangeResult.Done ? Taken(ImportLineStatus.New, entered, []) : Refused(_words.TooLateForNew);
        }
        var changes = row.ChangesOf(known);
        if (known.Status == RegistrationStatus.Cancelled && !isCancelledToo)
            return Refused(_words.CancelledHere);
        if (changes.Count == 0 || isCancelledToo)
            return Taken(ImportLineStatus.Unchanged, new(ChangeResult.NoChange, known.Place), []);
        return Taken(ImportLineStatus.Changed, preview.Of(new ApplyImport(row, _chosen.How), known), changes);

        ImportLine Refused(string why) => new(line, name, email, ImportLineStatus.Refused, Place.None, null, [], why, null);

        ImportLine Taken(ImportLineStatus outcome, PreviewResult foreseen, IReadOnlyList<ImportField> changed) =>
            new(line, name, email, outcome, foreseen.Place, foreseen.Rank, changed, null, row);
    }

    /// <summary>
    /// The line as the form would have it, on what is known of the person or on what was chosen for newcomers, through the form's own
    /// rules.
    /// </summary>
    private (ImportRow? Row, string? Why) Read(CsvRow row, string given, string family, string email, Registration? known)
    {
        var told = new List<ImportField>();
        var unread = new List<string>();
        var form = known is null
            ? RegistrationForm.Empty(_choices) with
            {
                Attendance = Word(_chosen.Attendance),
                Position = _chosen.Position.ToString(),
            }
            : RegistrationForm.Of(known);
        form = form with { Email = email };
        if (Tells(given, ImportField.GivenName))
            form = form with { GivenName = given };
        if (Tells(family, ImportField.FamilyName))
            form = form with { FamilyName = family };
        if (Tells(Columns.Line(row, ImportColumn.Affiliation), ImportField.Affiliation))
            form = form with { Affiliation = Columns.Line(row, ImportColumn.Affiliation) };
        if (Tells(Columns.Text(row, ImportColumn.Diet), ImportField.Diet))
            form = form with { Diet = Columns.Text(row, ImportColumn.Diet) };
        if (Tells(Columns.Text(row, ImportColumn.AccessNeeds), ImportField.AccessNeeds))
            form = form with { AccessNeeds = Columns.Text(row, ImportColumn.AccessNeeds) };
        if (Tells(Columns.Line(row, ImportColumn.Presents), ImportField.Presents))
            form = form with { Presents = Columns.Line(row, ImportColumn.Presents).Split(' ')[0].ToLowerInvariant() };
        if (Value(ImportColumn.Country, ImportField.Country, text => ImportColumns.CountryOf(text)) is { } country)
            form = form with { Country = country };
        if (Value(ImportColumn.Position, ImportField.Position, text => ImportColumns.PositionOf(text)?.ToString()) is { } position)
            form = form with { Position = position };
        if (
            Value(ImportColumn.Attendance, ImportField.Attendance, text => ImportColumns.AttendanceOf(text) is { } a ? Word(a) : null) is
            { } attendance
        )
            form = form with { Attendance = attendance };
        if (Value(ImportColumn.Listed, ImportField.Listed, text => ImportColumns.AnswerOf(text)?.ToString()) is { } listed)
            form = form with { MayBeListed = bool.Parse(listed) };
        if (Value(ImportColumn.Photos, ImportField.Photos, text => ImportColumns.AnswerOf(text)?.ToString()) is { } photos)
            form = form with { MayBePhotographed = bool.Parse(photos) };
        var language = Value(ImportColumn.Language, ImportField.Language, text => ImportColumns.LanguageOf(text)?.ToString()) is { } spoken
            ? Enum.Parse<Language>(spoken)
            : known?.Details.Language ?? _chosen.Language;

        if (Columns.HalfDaysOf(row) is not { } halves)
            unread.Add(_words.NotReadable(_words.ColumnName(nameof(ImportColumn.HalfDays))));
        else if (halves.Count > 0 && !IsHowItStands(halves, known))
        {
            told.Add(ImportField.HalfDays);
            form = form with { HalfDays = known is null ? Wished(halves, form.ChosenAttendance) : Merged(form.HalfDays, halves) };
        }
        if (Columns.MealsOf(row) is not { } meals)
            unread.Add(_words.NotReadable(_words.ColumnName(nameof(ImportColumn.Meals))));
        else if (
            form.ChosenAttendance == Attendance.InPerson
            && meals.Where(m => m.Value || SaysNo(m.Key, known)).ToDictionary() is { Count: > 0 } said
        )
        {
            told.Add(ImportField.Meals);
            form = form with
            {
                Meals =
                [
                    .. _choices
                        .Meals.Select(m => m.Slug)
                        .Where(slug => said.TryGetValue(slug, out var yes) ? yes : form.Meals.Contains(slug)),
                ],
            };
        }

        // A half-day that somebody known did not choose is one that they do not attend.
        if (known is not null)
            form = form with
            {
                HalfDays = _choices.HalfDays.ToDictionary(h => h.Key, h => form.HalfDays.GetValueOrDefault(h.Key, RegistrationForm.Absent)),
            };
        var faults = _validator
            .Validate(form)
            .Errors.Where(f => known is null || IsTold(f.PropertyName, told))
            .Select(f => f.ErrorMessage)
            .Concat(unread)
            .ToList();
        if (faults.Count > 0 || !EmailAddress.TryParse(email, out var address))
            return (null, string.Join(' ', faults.DefaultIfEmpty(_words.NotAnAddress)));
        return (new(address.Value, form.ToDetails(_choices, language), form.ChosenAttendance!.Value, [.. told.Distinct().Order()]), null);

        bool Tells(string text, ImportField field)
        {
            if (text.Length > 0)
                told.Add(field);
            return text.Length > 0;
        }

        string? Value(ImportColumn column, ImportField field, Func<string, string?> read)
        {
            var text = Columns.Line(row, column);
            if (text.Length == 0)
                return null;
            if (read(text) is not { } value)
            {
                unread.Add(_words.NotReadable(_words.ColumnName(column.ToString())));
                return null;
            }
            told.Add(field);
            return value;
        }
    }

    private (string Given, string Family) NamesOf(CsvRow row)
    {
        var (given, family) = (Columns.Line(row, ImportColumn.GivenName), Columns.Line(row, ImportColumn.FamilyName));
        if (given.Length + family.Length > 0 || Columns.Line(row, ImportColumn.FullName) is not { Length: > 0 } name)
            return (given, family);
        // "Lovelace, Ada" or "Ada Lovelace".
        if (name.Split(',', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } last, { Length: > 0 } first])
            return (first, last);
        var cut = name.LastIndexOf(' ');
        return cut < 0 ? ("", name) : (name[..cut], name[(cut + 1)..]);
    }

    /// <summary>
    /// Our own export writes how things stand: who waits for a seat follows remotely. To read that back says nothing new.
    /// </summary>
    private bool IsHowItStands(Dictionary<string, string> halves, Registration? known) =>
        known is not null && _choices.HalfDays.Where(h => halves.ContainsKey(h.Key)).All(h => halves[h.Key] == Standing(known, h));

    private static string Standing(Registration known, HalfDayId half) =>
        known.Place == Place.None
        || known.Details.HalfDays.FirstOrDefault(h => h.Date == half.Date && h.Half == half.Half) is not { } choice
            ? RegistrationForm.Absent
        : known.Place == Place.Seat ? Word(choice.Attendance)
        : RegistrationForm.Remote;

    /// <summary>
    /// A "no" counts from somebody who is in the room all that day; of the others the export says no whatever they have ticked.
    /// </summary>
    private bool SaysNo(string meal, Registration? known) =>
        known is null
        || known.Place == Place.Seat
            && _choices.Meals.First(m => m.Slug == meal).Date is var date
            && _choices.HalfDays.Where(h => h.Date == date).All(h => Standing(known, h) == RegistrationForm.InPerson);

    private static Dictionary<string, string> Merged(IReadOnlyDictionary<string, string> before, Dictionary<string, string> told)
    {
        var merged = before.ToDictionary();
        foreach (var (half, how) in told)
            merged[half] = how;
        return merged;
    }

    /// <summary>Who waited for a seat elsewhere followed remotely; the wish was for the room.</summary>
    private static Dictionary<string, string> Wished(Dictionary<string, string> halves, Attendance? attendance) =>
        attendance == Attendance.InPerson && !halves.Values.Any(how => how is RegistrationForm.InPerson or "")
            ? halves.ToDictionary(h => h.Key, h => h.Value == RegistrationForm.Remote ? "" : h.Value)
            : halves;

    /// <summary>Somebody who is known is refused for what the line says, not for what they had said before.</summary>
    private static bool IsTold(string id, List<ImportField> told) =>
        id switch
        {
            "given-name" => told.Contains(ImportField.GivenName),
            "family-name" => told.Contains(ImportField.FamilyName),
            "affiliation" => told.Contains(ImportField.Affiliation),
            "country" => told.Contains(ImportField.Country),
            "position" => told.Contains(ImportField.Position),
            "attendance" => told.Contains(ImportField.Attendance),
            "half-days" => told.Contains(ImportField.HalfDays),
            "diet" => told.Contains(ImportField.Diet),
            "access" => told.Contains(ImportField.AccessNeeds),
            "presents" => told.Contains(ImportField.Presents),
            _ => true,
        };

    private static string Word(Attendance attendance) =>
        attendance == Attendance.InPerson ? RegistrationForm.InPerson : RegistrationForm.Remote;

    private static string Shown(string text, int most)
    {
        var clean = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return clean.Length <= most ? clean : clean[..most] + "…";
    }
}
