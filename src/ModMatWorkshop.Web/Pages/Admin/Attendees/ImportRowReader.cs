using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Exports;

namespace ModMatWorkshop.Web.Pages.Admin.Attendees;

/// <summary>A line as the registration form would send it.</summary>
/// <param name="Row">Null when the line is refused.</param>
/// <param name="Why">Why it is refused, in the organiser's language.</param>
public sealed record ImportRowReading(ImportRow? Row, string? Why);

/// <summary>
/// Turns the lines of a list into import rows, by the rules of the registration form. Only the name and the address can make a line
/// useless; other answers are left out when they are not recognised.
/// </summary>
public sealed class ImportRowReader(ImportCells cells, ImportValues values, ImportChoices chosen, RegistrationChoices choices, Words words)
{
    private readonly RegistrationFormValidator _validator = new(words, choices);

    /// <summary>What the columns of statuses say about a line; empty if nothing.</summary>
    public IReadOnlySet<ImportedStatus> StatusesOf(TableRow row) => cells.StatusesOf(row).Select(values.StatusOf).ToHashSet();

    /// <param name="known">The registration with the address of the line; null for a new person.</param>
    public ImportRowReading Read(TableRow row, IReadOnlySet<ImportedStatus> statuses, Registration? known)
    {
        var given = new HashSet<RegistrationField>();
        var email = cells.Line(row, ImportColumn.Email);
        var names = cells.NamesOf(row);
        var form = (known is null ? Newcomer(statuses) : RegistrationForm.Of(known, choices.Fields)).With(PersonFields.Email, email);
        foreach (var field in choices.Fields.All.Except([PersonFields.Email]))
            if (Apply(row, field, names, form, known) is { } applied)
                (form, _) = (applied, given.Add(field));
        // A half-day that a known person did not choose counts as absent.
        if (known is not null)
            form = form with
            {
                HalfDays = choices.HalfDays.ToDictionary(h => h.Key, h => form.HalfDays.GetValueOrDefault(h.Key, RegistrationForm.Absent)),
            };
        var faults = _validator
            .Validate(form)
            .Errors.Where(f => Counts(choices.Fields[f.PropertyName], form, given, known))
            .Select(f => f.ErrorMessage)
            .ToList();
        if (faults.Count > 0 || !EmailAddress.TryParse(email, out var address))
            return new(null, string.Join(' ', faults.DefaultIfEmpty(words.NotAnAddress(email))));
        var details = form.ToDetails(choices, form.ChosenLanguage ?? chosen.Language);
        return new(
            new(address.Value, details, form.ChosenAttendance!.Value, [.. given.Select(f => f.Key)])
            {
                IsWaiting = statuses.Contains(ImportedStatus.Waiting),
                IsUnconfirmed = statuses.Contains(ImportedStatus.Pending),
                IsApplied = statuses.Contains(ImportedStatus.Applied),
            },
            null
        );
    }

    /// <summary>
    /// Whether an error of a field refuses the line. For a known person, only the fields that the line contains count: older answers may
    /// break newer rules.
    /// </summary>
    private static bool Counts(RegistrationField field, RegistrationForm form, HashSet<RegistrationField> given, Registration? known) =>
        known is not null ? field == PersonFields.Email || given.Contains(field) : !(field.MayBeLeftOpen && form[field].Length == 0);

    /// <summary>Somebody on the waiting list of another tool wishes to come.</summary>
    private RegistrationForm Newcomer(IReadOnlySet<ImportedStatus> statuses) =>
        RegistrationForm
            .WithAllMeals(choices)
            .With(
                ParticipationFields.Attendance,
                (statuses.Contains(ImportedStatus.Waiting) ? Attendance.InPerson : chosen.Attendance).Word()
            )
            .With(PersonFields.Position, chosen.Position.ToString());

    /// <summary>The form with the value of the line; null when the line contains none.</summary>
    private RegistrationForm? Apply(
        TableRow row,
        RegistrationField field,
        (string Given, string Family) names,
        RegistrationForm form,
        Registration? known
    )
    {
        switch (field.Kind)
        {
            case FieldKind.HalfDays:
                var halves = values.HalfDaysOf(
                    half => cells.Text(row, ImportColumn.Of(field, half.Key)),
                    cells.Text(row, ImportColumn.Of(field))
                );
                if (halves.Count == 0 || RepeatsCurrentState(halves, known))
                    return null;
                return form with { HalfDays = known is null ? Wished(halves, form.ChosenAttendance) : Merged(form.HalfDays, halves) };
            case FieldKind.Meals:
                var answers = values
                    .MealsOf(meal => cells.Text(row, ImportColumn.Of(field, meal)), cells.Text(row, ImportColumn.Of(field)))
                    .Where(m => m.Value || CountsAsNo(m.Key, known))
                    .ToDictionary();
                if (answers.Count == 0 || form.ChosenAttendance != Attendance.InPerson)
                    return null;
                bool Takes(string slug) => answers.TryGetValue(slug, out var yes) ? yes : form.Meals.Contains(slug);
                return form with { Meals = [.. choices.Meals.Select(m => m.Slug).Where(Takes)] };
            case FieldKind.File:
                // The export has the name of a file alone.
                return null;
            case var _ when field.IsPartOfName:
                var name = field == PersonFields.GivenName ? names.Given : names.Family;
                return name.Length == 0 ? null : form.With(field, name);
            default:
                var text = cells.Text(row, ImportColumn.Of(field));
                return text.Length > 0 && values.ValueOf(field, text, known is null) is { } value ? form.With(field, value) : null;
        }
    }

    /// <summary>
    /// Whether the half-days only repeat the current state. Our export writes "remote" for a person on the waiting list; importing that
    /// must not change the person's wish.
    /// </summary>
    private bool RepeatsCurrentState(Dictionary<string, string> halves, Registration? known) =>
        known is not null && choices.HalfDays.Where(h => halves.ContainsKey(h.Key)).All(h => halves[h.Key] == CurrentAttendance(known, h));

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
            && choices.Meals.First(m => m.Slug == meal).Date is var date
            && choices.HalfDays.Where(h => h.Date == date).All(h => CurrentAttendance(known, h) == RegistrationForm.InPerson);

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
}
