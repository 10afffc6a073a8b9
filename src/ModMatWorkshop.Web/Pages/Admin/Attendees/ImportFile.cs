using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Exports;

namespace ModMatWorkshop.Web.Pages.Admin.Attendees;

/// <summary>A file of participants and the effect of each of its lines. Reading it changes nothing.</summary>
public sealed class ImportFile
{
    public const int MaxFileBytes = 1 << 20;
    public const int MaxLines = 5000;

    private static readonly ImportColumn EmailColumn = ImportColumn.Of(PersonFields.Email);

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

    /// <summary>Why no line can be imported; null when at least one can.</summary>
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
        var head = string.Join(", ", table.Head.Take(30).Select(h => Shorten(h, 40)));
        return table.Head.Count == 0 || table.Rows.Count == 0 ? _words.FileIsEmpty
            : table.Rows.Count > MaxLines ? _words.FileTooLong(table.Rows.Count, MaxLines)
            : !Columns.Has(EmailColumn) ? _words.NoEmailColumn(head)
            : !Columns.HaveNames ? _words.NoNameColumn(head)
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
            .Rows.Select(r => EmailAddress.TryParse(columns.Line(r, EmailColumn), out var email) ? email.Value : "")
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
            var (given, family) = Columns.NamesOf(row);
            var typed = Columns.Line(row, EmailColumn);
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
                Line(
                    row.Line,
                    Shorten(RegistrationDetails.NameOf(given, family), 100),
                    Shorten(typed, 100),
                    reading,
                    registration,
                    isCancelledToo,
                    preview
                )
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
            return entered.Result == ChangeResult.Done ? Accepted(ImportLineStatus.New, entered, []) : Refused(_words.TooLateForNew);
        }
        var changes = row.ChangesOf(known);
        if (known.Status == RegistrationStatus.Cancelled && !isCancelledToo)
            return Refused(_words.CancelledHere);
        if (changes.Count == 0 || isCancelledToo)
            return Accepted(ImportLineStatus.Unchanged, new(ChangeResult.NoChange, known.Place), []);
        return Accepted(ImportLineStatus.Changed, preview.Of(new ApplyImport(row, _chosen.How), known), changes);

        ImportLine Refused(string why) => new(line, name, email, ImportLineStatus.Refused, Place.None, null, [], why, null);

        ImportLine Accepted(ImportLineStatus outcome, PreviewResult expected, IReadOnlyList<RegistrationField> changed) =>
            new(line, name, email, outcome, expected.Place, expected.Rank, changed, null, row);
    }

    /// <summary>
    /// Turns a line into a form, starting from the known registration or from the defaults for new people, and applies the rules of the
    /// form.
    /// </summary>
    private (ImportRow? Row, string? Why) Read(CsvRow row, string given, string family, string email, Registration? known)
    {
        var givenFields = new HashSet<RegistrationField>();
        var unreadable = new List<string>();
        var form = (known is null ? Newcomer() : RegistrationForm.Of(known)).With(PersonFields.Email, email);
        foreach (var field in RegistrationFields.All.Except([PersonFields.Email]))
        {
            var name =
                field == PersonFields.GivenName ? given
                : field == PersonFields.FamilyName ? family
                : null;
            if (Apply(row, field, name, form, known) is not { } applied)
                unreadable.Add(_words.NotReadable(_words.NameOf(field)));
            else if (applied.IsGiven)
                (form, _) = (applied.Form, givenFields.Add(field));
        }
        // A half-day that a known person did not choose counts as absent.
        if (known is not null)
        {
            form = form with
            {
                HalfDays = _choices.HalfDays.ToDictionary(h => h.Key, h => form.HalfDays.GetValueOrDefault(h.Key, RegistrationForm.Absent)),
            };
        }
        // For a known person, only errors in fields that the line contains count. Older answers may break newer rules.
        var faults = _validator
            .Validate(form)
            .Errors.Where(f =>
                known is null
                || RegistrationFields.Of(f.PropertyName) is var field && (field == PersonFields.Email || givenFields.Contains(field))
            )
            .Select(f => f.ErrorMessage)
            .Concat(unreadable)
            .ToList();
        if (faults.Count > 0 || !EmailAddress.TryParse(email, out var address))
            return (null, string.Join(' ', faults.DefaultIfEmpty(_words.NotAnAddress(email))));
        var details = form.ToDetails(_choices, form.ChosenLanguage ?? _chosen.Language);
        return (new(address.Value, details, form.ChosenAttendance!.Value, [.. givenFields.Select(f => f.Key)]), null);
    }

    private RegistrationForm Newcomer() =>
        RegistrationForm
            .WithAllMeals(_choices)
            .With(ParticipationFields.Attendance, _chosen.Attendance.Word())
            .With(PersonFields.Position, _chosen.Position.ToString());

    /// <param name="name">The part of the name, for a name field; null for other fields.</param>
    /// <returns>The form with the line's value, and whether the line contains one; null when the value is not recognised.</returns>
    private (RegistrationForm Form, bool IsGiven)? Apply(
        CsvRow row,
        RegistrationField field,
        string? name,
        RegistrationForm form,
        Registration? known
    )
    {
        switch (field.Kind)
        {
            case FieldKind.HalfDays:
                if (Columns.HalfDaysOf(row) is not { } halves)
                    return null;
                if (halves.Count == 0 || RepeatsCurrentState(halves, known))
                    return (form, false);
                return (
                    form with
                    {
                        HalfDays = known is null ? Wished(halves, form.ChosenAttendance) : Merged(form.HalfDays, halves),
                    },
                    true
                );
            case FieldKind.Meals:
                if (Columns.MealsOf(row) is not { } meals)
                    return null;
                var answers = meals.Where(m => m.Value || CountsAsNo(m.Key, known)).ToDictionary();
                if (answers.Count == 0 || form.ChosenAttendance != Attendance.InPerson)
                    return (form, false);
                bool Takes(string slug) => answers.TryGetValue(slug, out var yes) ? yes : form.Meals.Contains(slug);
                return (form with { Meals = [.. _choices.Meals.Select(m => m.Slug).Where(Takes)] }, true);
            default:
                var text = name ?? Columns.Text(row, ImportColumn.Of(field));
                if (text.Length == 0)
                    return (form, false);
                return ImportColumns.ValueOf(field, text) is { } value ? (form.With(field, value), true) : null;
        }
    }

    /// <summary>
    /// Whether the half-days only repeat the current state. Our export writes "remote" for a person on the waiting list; importing that
    /// must not change the person's wish.
    /// </summary>
    private bool RepeatsCurrentState(Dictionary<string, string> halves, Registration? known) =>
        known is not null && _choices.HalfDays.Where(h => halves.ContainsKey(h.Key)).All(h => halves[h.Key] == CurrentAttendance(known, h));

    private static string CurrentAttendance(Registration known, HalfDayId half) =>
        known.Place == Place.None
        || known.Details.HalfDays.FirstOrDefault(h => h.Date == half.Date && h.Half == half.Half) is not { } choice
            ? RegistrationForm.Absent
        : known.Place == Place.Seat ? choice.Attendance.Word()
        : RegistrationForm.Remote;

    /// <summary>
    /// Whether "no" to a meal is an answer. For a known person it is, only if they have a seat and attend the whole day in person: for
    /// everybody else the export writes "no" whatever they chose.
    /// </summary>
    private bool CountsAsNo(string meal, Registration? known) =>
        known is null
        || known.Place == Place.Seat
            && _choices.Meals.First(m => m.Slug == meal).Date is var date
            && _choices.HalfDays.Where(h => h.Date == date).All(h => CurrentAttendance(known, h) == RegistrationForm.InPerson);

    private static Dictionary<string, string> Merged(IReadOnlyDictionary<string, string> before, Dictionary<string, string> changes)
    {
        var merged = before.ToDictionary();
        foreach (var (half, how) in changes)
            merged[half] = how;
        return merged;
    }

    /// <summary>
    /// In a file from another tool, a person on the waiting list may be "remote" everywhere. With the attendance "in person", these
    /// half-days count as in person.
    /// </summary>
    private static Dictionary<string, string> Wished(Dictionary<string, string> halves, Attendance? attendance) =>
        attendance == Attendance.InPerson && !halves.Values.Any(how => how is RegistrationForm.InPerson or "")
            ? halves.ToDictionary(h => h.Key, h => h.Value == RegistrationForm.Remote ? "" : h.Value)
            : halves;

    private static string Shorten(string text, int maxLength)
    {
        var clean = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return clean.Length <= maxLength ? clean : clean[..maxLength] + "…";
    }
}
