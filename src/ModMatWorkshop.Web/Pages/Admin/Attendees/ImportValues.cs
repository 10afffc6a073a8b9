using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages.Admin.Attendees;

/// <summary>A text of a list that is no value of its field.</summary>
/// <param name="Key">The key of the field and the folded text.</param>
/// <param name="Column">Without a part: half-days share their values.</param>
/// <param name="Options">What the text can stand for; empty if it can only be left out.</param>
/// <param name="Chosen">The value of one of the options; empty to leave the text out.</param>
public sealed record UnknownValue(string Key, ImportColumn Column, string Text, IReadOnlyList<ChoiceOption> Options, string Chosen)
{
    public int Lines { get; init; } = 1;
}

/// <summary>
/// Turns the texts of a list into the values of the registration form. A text that is not recognised is collected, and an organiser chooses
/// once what it means.
/// </summary>
/// <param name="chosen">What the organiser has chosen, by <see cref="UnknownValue.Key"/>.</param>
public sealed class ImportValues(RegistrationChoices choices, Words words, IReadOnlyDictionary<string, string> chosen)
{
    private const string Yes = "yes";
    private const string No = "no";

    private static readonly Dictionary<string, bool> Answers = new[]
    {
        (Value: true, Names: "yes, y, true, 1, oui, o, vrai, x, ja"),
        (Value: false, Names: "no, n, false, 0, non, faux, absent, nein"),
    }
        .SelectMany(one => one.Names.Split(", ").Select(name => (name, one.Value)))
        .ToDictionary(pair => pair.name, pair => pair.Value);

    private static readonly Dictionary<string, string> CountryCodes = Enum.GetValues<Language>()
        .SelectMany(Countries.All)
        .SelectMany(c => new[] { (Name: Folding.Fold(c.Code), c.Code), (Name: Folding.Fold(c.Name), c.Code) })
        .DistinctBy(c => c.Name)
        .ToDictionary(c => c.Name, c => c.Code);

    private readonly Dictionary<string, UnknownValue> _unknown = [];

    // The folded names of half-days and meals
    private readonly (string Name, string Key)[] _halfDayNames =
    [
        .. choices.HalfDays.SelectMany(h => ImportCells.NamesOf(h).Select(name => (name, h.Key))),
    ];
    private readonly Dictionary<string, string> _mealsByName = choices
        .Meals.SelectMany(m =>
            Enum.GetValues<Language>().Select(m.Title.In).Prepend(m.Slug).Select(name => (Name: Folding.Fold(name), m.Slug))
        )
        .DistinctBy(m => m.Name)
        .ToDictionary(m => m.Name, m => m.Slug);

    /// <summary>The texts that were not recognised, in the order of the fields and the most frequent first; statuses come last.</summary>
    public IReadOnlyList<UnknownValue> Unknown =>
        [
            .. choices
                .Fields.All.Select(f => ImportColumn.Of(f))
                .Append(ImportColumn.Status)
                .Join(_unknown.Values, c => c, v => v.Column, (_, value) => value)
                .GroupBy(v => v.Column)
                .SelectMany(g => g.OrderByDescending(v => v.Lines)),
        ];

    /// <summary>The value that the form would send for this cell; null to leave the answer as it is.</summary>
    /// <param name="isNew">A new person gets the value for all other texts, if the field has one.</param>
    public string? ValueOf(RegistrationField field, string text, bool isNew) =>
        Recognised(field, text) is { } value ? value
        : Chosen(ImportColumn.Of(field), text) is { Length: > 0 } mapped
            ? mapped == No ? ""
                : mapped
        : isNew ? field.OtherValue
        : null;

    public ImportedStatus StatusOf(string text) =>
        ImportedStatuses.Of(text)
        ?? (Enum.TryParse<ImportedStatus>(Chosen(ImportColumn.Status, text), out var status) ? status : ImportedStatus.Confirmed);

    /// <summary>
    /// The attendance of each half-day in these cells, as the form sends it. Empty when the line contains none, or none that is recognised.
    /// </summary>
    /// <param name="all">The text of a column for all half-days.</param>
    public Dictionary<string, string> HalfDaysOf(Func<HalfDayId, string> cell, string all)
    {
        var result = new Dictionary<string, string>();
        foreach (var half in choices.HalfDays)
            if (cell(half) is { Length: > 0 } text && HalfDayIn(half, text) is { } how)
                result[half.Key] = how;
        if (all.Length == 0)
            return result;
        if (ListedHalfDays(all) is not { } listed)
        {
            Chosen(ImportColumn.Of(ParticipationFields.HalfDays), all);
            return result;
        }
        foreach (var half in choices.HalfDays)
            result.TryAdd(half.Key, RegistrationForm.Absent);
        foreach (var (half, how) in listed)
            result[half] = how;
        return result;
    }

    /// <summary>For each meal in these cells, whether the person takes part.</summary>
    /// <param name="all">The text of a column for all meals.</param>
    public Dictionary<string, bool> MealsOf(Func<string, string> cell, string all)
    {
        var result = new Dictionary<string, bool>();
        foreach (var meal in choices.Meals)
            if (cell(meal.Slug) is { Length: > 0 } text)
            {
                if (AnswerOf(text) is { } known)
                    result[meal.Slug] = known;
                else if (Chosen(ImportColumn.Of(ParticipationFields.Meals, meal.Slug), text) is { Length: > 0 } mapped)
                    result[meal.Slug] = mapped == Yes;
            }
        if (all.Length == 0)
            return result;
        var named = Parts(all).Select(MealIn).ToList();
        if (named.Contains(null))
        {
            Chosen(ImportColumn.Of(ParticipationFields.Meals), all);
            return result;
        }
        foreach (var meal in choices.Meals)
            result.TryAdd(meal.Slug, false);
        foreach (var meal in named)
            result[meal!] = true;
        return result;
    }

    private string? Recognised(RegistrationField field, string text) =>
        field.Kind switch
        {
            FieldKind.Choice when field.Option is not null && AnswerOf(text) == false => "",
            FieldKind.Choice or FieldKind.Attendance => field.OptionIn(text),
            FieldKind.Choices => OptionsIn(field, text),
            FieldKind.Country => CountryCodes.GetValueOrDefault(Folding.Fold(text)),
            FieldKind.Contribution => CodesIn(text) is var codes && codes.Split(' ').All(choices.IsInProgramme) ? codes : null,
            FieldKind.YesNo => AnswerOf(text) switch
            {
                true => Yes,
                false => "",
                null => null,
            },
            _ => field.Read(text) is { Error: null } reading ? reading.Value : null,
        };

    /// <summary>What an organiser has chosen for an unknown text, which is counted; empty for nothing yet.</summary>
    private string Chosen(ImportColumn column, string text)
    {
        var key = $"{column.Key}={Folding.Fold(text)}";
        if (_unknown.TryGetValue(key, out var known))
        {
            _unknown[key] = known with { Lines = known.Lines + 1 };
            return known.Chosen;
        }
        var options = OptionsOf(column);
        var value = chosen.GetValueOrDefault(key, "");
        var isOption = options.Any(o => o.Value == value);
        _unknown[key] = new(key, column with { Part = null }, text, options, isOption ? value : "");
        return _unknown[key].Chosen;
    }

    private IReadOnlyList<ChoiceOption> OptionsOf(ImportColumn column) =>
        column == ImportColumn.Status
            ? [.. Enum.GetValues<ImportedStatus>().Select(s => new ChoiceOption(s.ToString(), words.ImportedAs(s)))]
        : column is { Part: not null, Field.Kind: FieldKind.HalfDays }
            ? [.. choices.OptionsOf(ParticipationFields.Attendance, words), new(RegistrationForm.Absent, words.Absent)]
        : column is { Part: not null, Field.Kind: FieldKind.Meals } or { Field.Kind: FieldKind.YesNo }
            ? [new(Yes, words.Yes), new(No, words.No)]
        : column.Part is null ? [.. choices.OptionsOf(choices.Fields[column.Key], words)]
        : [];

    private string? HalfDayIn(HalfDayId half, string text) =>
        AttendanceIn(text)
        ?? (Chosen(ImportColumn.Of(ParticipationFields.HalfDays, half.Key), text) is { Length: > 0 } mapped ? mapped : null);

    private Dictionary<string, string>? ListedHalfDays(string all)
    {
        var listed = new Dictionary<string, string>();
        foreach (var part in Parts(all).Select(Folding.Fold))
        {
            if (Array.Find(_halfDayNames, h => part.StartsWith(h.Name, StringComparison.Ordinal)) is not { Name: not null } found)
                return null;
            var rest = part[found.Name.Length..].Trim();
            if ((rest.Length == 0 ? "" : AttendanceIn(rest)) is not { } how)
                return null;
            listed[found.Key] = how;
        }
        return listed;
    }

    private string? MealIn(string text) => _mealsByName.GetValueOrDefault(Folding.Fold(text));

    private static string[] Parts(string all) =>
        all.Split([';', ',', '|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>"O1, O3" or "o1 o3", as our own exports write it. Some files write the title after the code.</summary>
    private static string CodesIn(string text)
    {
        var words = text.ToLowerInvariant().Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries);
        return words.All(w => ContributionCode.TryParse(w, out _))
            ? string.Join(' ', words)
            : string.Join(' ', text.ToLowerInvariant().Split(';', StringSplitOptions.TrimEntries).Select(part => part.Split(' ')[0]));
    }

    /// <summary>"Vegan, gluten-free", in the order of the options; null if one is unknown.</summary>
    private static string? OptionsIn(RegistrationField field, string text)
    {
        var values = (field.OptionIn(text) is { } one ? [one] : Parts(text).Select(field.OptionIn).ToList());
        return values.Contains(null) || values.Count == 0 ? null : QuestionRules.Options(field, string.Join(' ', values)).Value;
    }

    private static bool? AnswerOf(string text) => Answers.TryGetValue(Folding.Fold(text), out var found) ? found : null;

    private static string? AttendanceIn(string text) =>
        ParticipationFields.Attendance.OptionIn(text)
        ??
        // A tick means the attendance of the registration as a whole.
        AnswerOf(text) switch
        {
            true => "",
            false => RegistrationForm.Absent,
            _ => null,
        };
}
