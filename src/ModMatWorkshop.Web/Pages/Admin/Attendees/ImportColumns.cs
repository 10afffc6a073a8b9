using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Exports;

namespace ModMatWorkshop.Web.Pages.Admin.Attendees;

/// <summary>The meaning of a column in an imported file.</summary>
/// <param name="Key">The key of a registration field, or one of the names below.</param>
/// <param name="Part">The key of one half-day, or the slug of one meal, that has its own column.</param>
public sealed record ImportColumn(string Key, string? Part = null)
{
    public static readonly ImportColumn Ignored = new("none");
    public static readonly ImportColumn FullName = new("full-name");
    public static readonly ImportColumn Status = new("status");

    public static ImportColumn Of(RegistrationField field, string? part = null) => new(field.Key, part);

    public string NameIn(Words words) =>
        this == Ignored ? words.NotTaken
        : this == FullName ? words.FullNameColumn
        : this == Status ? words.StatusColumn
        : words.NameOf(RegistrationFields.Of(Key));

    public override string ToString() => Key;
}

/// <summary>
/// Interprets the headings and cells of a file. Knows the words of our own exports, of the registration form in both languages, and of
/// other registration tools.
/// </summary>
public sealed class ImportColumns
{
    private static readonly ImportColumn GivenName = ImportColumn.Of(PersonFields.GivenName);
    private static readonly ImportColumn FamilyName = ImportColumn.Of(PersonFields.FamilyName);

    private static readonly Dictionary<string, ImportColumn> Known = Names([
        .. RegistrationFields.All.Select(f => (ImportColumn.Of(f), f.ImportHeadings)),
        (ImportColumn.FullName, "name, full name, fullname, nom complet, participant, attendee name"),
        (ImportColumn.Status, "status, statut, etat, state, registration state, registration status"),
    ]);

    private static readonly Dictionary<string, bool> Answers = Names<bool>([
        (true, "yes, y, true, 1, oui, o, vrai, x"),
        (false, "no, n, false, 0, non, faux, absent"),
    ]);

    private static readonly HashSet<string> Cancellations =
    [
        "cancelled",
        "canceled",
        "annulee",
        "annule",
        "withdrawn",
        "rejected",
        "refused",
    ];

    private static readonly Dictionary<string, string> CountryCodes = Enum.GetValues<Language>()
        .SelectMany(Countries.All)
        .SelectMany(c => new[] { (Name: Folding.Fold(c.Code), c.Code), (Name: Folding.Fold(c.Name), c.Code) })
        .DistinctBy(c => c.Name)
        .ToDictionary(c => c.Name, c => c.Code);

    private readonly RegistrationChoices _choices;
    private readonly IReadOnlyList<ImportColumn> _columns;
    private readonly Dictionary<ImportColumn, int> _at;

    public ImportColumns(IReadOnlyList<string> head, RegistrationChoices choices)
    {
        _choices = choices;
        var taken = new HashSet<ImportColumn>();
        // When two columns have the same meaning, the first counts.
        _columns = [.. head.Select(Meaning).Select(c => taken.Add(c) ? c : ImportColumn.Ignored)];
        _at = _columns.Index().Where(c => c.Item != ImportColumn.Ignored).ToDictionary(c => c.Item, c => c.Index);
        Head = head;
    }

    public IReadOnlyList<string> Head { get; }

    public bool Has(ImportColumn column) => _at.ContainsKey(column);

    public ImportColumn ColumnAt(int index) => _columns[index];

    /// <summary>The text of a cell, cleaned like the same form field; empty when there is none.</summary>
    public string Text(CsvRow row, ImportColumn column) =>
        _at.TryGetValue(column, out var index) && index < row.Cells.Count ? UserInput.Clean(row.Cells[index]) : "";

    public string Line(CsvRow row, ImportColumn column) => UserInput.CleanLine(Text(row, column));

    public bool HaveNames => Has(ImportColumn.FullName) || Has(GivenName) && Has(FamilyName);

    /// <summary>Both parts of a name, from one column or two; empty when there is none.</summary>
    public (string Given, string Family) NamesOf(CsvRow row)
    {
        var (given, family) = (Line(row, GivenName), Line(row, FamilyName));
        if (given.Length + family.Length > 0 || Line(row, ImportColumn.FullName) is not { Length: > 0 } name)
            return (given, family);
        // Two formats: "Lovelace, Ada" and "Ada Lovelace".
        if (name.Split(',', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } last, { Length: > 0 } first])
            return (first, last);
        var cut = name.LastIndexOf(' ');
        return cut < 0 ? ("", name) : (name[..cut], name[(cut + 1)..]);
    }

    /// <summary>The value that the form would send for this cell; null when the text is not recognised.</summary>
    public static string? ValueOf(RegistrationField field, string text) =>
        field.Kind switch
        {
            FieldKind.Choice or FieldKind.Attendance => OptionIn(field, text),
            FieldKind.Country => CountryCodes.GetValueOrDefault(Folding.Fold(text)),
            FieldKind.Contribution => CodesIn(text),
            FieldKind.YesNo => AnswerOf(text) switch
            {
                true => "yes",
                false => "",
                null => null,
            },
            _ => field.Read(text).Value,
        };

    /// <summary>"O1, O3" or "o1 o3", as our own exports write it. Some files write the title after the code.</summary>
    private static string CodesIn(string text)
    {
        var words = text.ToLowerInvariant().Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries);
        return words.All(w => ContributionCode.TryParse(w, out _))
            ? string.Join(' ', words)
            : string.Join(' ', text.ToLowerInvariant().Split(';', StringSplitOptions.TrimEntries).Select(part => part.Split(' ')[0]));
    }

    private static string? OptionIn(RegistrationField field, string text)
    {
        var folded = Folding.Fold(text);
        return field.Options.FirstOrDefault(o => o.ImportNames.Split(", ").Contains(folded))?.Value;
    }

    private static bool? AnswerOf(string text) => Answers.TryGetValue(Folding.Fold(text), out var found) ? found : null;

    public static bool IsCancellation(string text) => Cancellations.Contains(Folding.Fold(text));

    /// <summary>
    /// The attendance of each half-day, as the form sends it. Null when a cell is not recognised; empty when the line contains none.
    /// </summary>
    public Dictionary<string, string>? HalfDaysOf(CsvRow row)
    {
        var result = new Dictionary<string, string>();
        foreach (var half in _choices.HalfDays)
            if (Text(row, ImportColumn.Of(ParticipationFields.HalfDays, half.Key)) is { Length: > 0 } cell)
            {
                if (AttendanceIn(cell) is not { } how)
                    return null;
                result[half.Key] = how;
            }
        if (Text(row, ImportColumn.Of(ParticipationFields.HalfDays)) is not { Length: > 0 } all)
            return result;
        foreach (var half in _choices.HalfDays)
            result.TryAdd(half.Key, RegistrationForm.Absent);
        foreach (var part in all.Split([';', ',', '|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var folded = Folding.Fold(part);
            if (
                _choices
                    .HalfDays.SelectMany(h => NamesOf(h).Select(name => (Half: h, Name: name)))
                    .FirstOrDefault(h => folded.StartsWith(h.Name, StringComparison.Ordinal))
                is not { Name: not null } found
            )
                return null;
            var rest = folded[found.Name.Length..].Trim();
            if (rest.Length == 0)
                result[found.Half.Key] = "";
            else if (AttendanceIn(rest) is { } how)
                result[found.Half.Key] = how;
            else
                return null;
        }
        return result;
    }

    /// <summary>For each meal in the line, whether the person takes part. Null when a cell is not recognised.</summary>
    public Dictionary<string, bool>? MealsOf(CsvRow row)
    {
        var result = new Dictionary<string, bool>();
        foreach (var meal in _choices.Meals)
            if (Text(row, ImportColumn.Of(ParticipationFields.Meals, meal.Slug)) is { Length: > 0 } cell)
            {
                if (AnswerOf(cell) is not { } yes)
                    return null;
                result[meal.Slug] = yes;
            }
        if (Text(row, ImportColumn.Of(ParticipationFields.Meals)) is not { Length: > 0 } all)
            return result;
        foreach (var meal in _choices.Meals)
            result.TryAdd(meal.Slug, false);
        foreach (var part in all.Split([';', ',', '|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var folded = Folding.Fold(part);
            if (
                _choices.Meals.FirstOrDefault(m =>
                    Folding.Fold(m.Slug) == folded || Enum.GetValues<Language>().Any(l => Folding.Fold(m.Title.In(l)) == folded)
                )
                is not { } meal
            )
                return null;
            result[meal.Slug] = true;
        }
        return result;
    }

    private ImportColumn Meaning(string heading)
    {
        var folded = Folding.Fold(heading);
        if (Known.TryGetValue(folded, out var column))
            return column;
        if (_choices.HalfDays.FirstOrDefault(h => NamesOf(h).Any(name => folded == name || folded == $"half day {name}")) is { } half)
            return ImportColumn.Of(ParticipationFields.HalfDays, half.Key);
        return _choices.Meals.FirstOrDefault(m => folded == $"meal {Folding.Fold(m.Slug)}" || folded == Folding.Fold(m.Slug)) is { } meal
            ? ImportColumn.Of(ParticipationFields.Meals, meal.Slug)
            : ImportColumn.Ignored;
    }

    private static IEnumerable<string> NamesOf(HalfDayId half) =>
        [Folding.Fold(half.Key), .. Enum.GetValues<Language>().Select(l => Folding.Fold(new Words(l).HalfDayName(half.Date, half.Half)))];

    private static string? AttendanceIn(string text) =>
        OptionIn(ParticipationFields.Attendance, text)
        ??
        // A tick means the attendance of the registration as a whole.
        AnswerOf(text) switch
        {
            true => "",
            false => RegistrationForm.Absent,
            _ => null,
        };

    private static Dictionary<string, T> Names<T>((T Value, string Names)[] all) =>
        all.SelectMany(one => one.Names.Split(", ").Select(name => (name, one.Value))).ToDictionary(pair => pair.name, pair => pair.Value);
}
