using System.Collections.Immutable;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages;

/// <summary>
/// The values of the registration form as they were typed, so that a refused form can be shown again unchanged. Reads known fields only.
/// </summary>
public sealed record RegistrationForm
{
    public const string InPerson = AttendanceWords.InPerson;
    public const string Remote = AttendanceWords.Remote;
    public const string Absent = "absent";
    public const string HalfDayPrefix = "half-day-";

    /// <summary>The end of the name of further selects of a field.</summary>
    public const string MoreSuffix = "-more";

    // The values of the choice between all half-days and some of them
    public const string AllHalfDays = "all";
    public const string SomeHalfDays = "some";

    /// <summary>The checkbox for all meals. It is no slug.</summary>
    public const string AllMeals = "*";

    /// <summary>Answers by field key. Half-days and meals have several values and are stored separately.</summary>
    public ImmutableDictionary<string, string> Answers { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>All half-days or some; empty in a form without this question, or without an answer.</summary>
    public string WhichHalfDays { get; init; } = "";

    /// <summary>Attendance by half-day key; empty means absent if the person chooses some, and otherwise as the registration.</summary>
    public IReadOnlyDictionary<string, string> HalfDays { get; init; } = new Dictionary<string, string>();

    public IReadOnlyCollection<string> Meals { get; init; } = [];

    /// <summary>The keys of closed fields: the form neither gives nor takes back an answer to them.</summary>
    public ImmutableHashSet<string> NotAsked { get; init; } = [];

    /// <summary>Created with the form, so that sending the same form twice creates one registration.</summary>
    public string Key { get; init; } = "";

    public string this[RegistrationField field] => Answers.GetValueOrDefault(field.Key, "");

    public string Email => this[PersonFields.Email];

    /// <summary>The language of the person, when somebody else fills in the form; empty for the language of the page.</summary>
    public string Language => this[PersonFields.Language];

    public Attendance? ChosenAttendance => AttendanceWords.FromWord(this[ParticipationFields.Attendance]);

    /// <summary>The language chosen in the form; null when the form has no such field.</summary>
    public Language? ChosenLanguage =>
        PersonFields.Language.Check(Language) is { Error: null, Value.Length: > 0 } chosen ? Languages.FromTag(chosen.Value) : null;

    public RegistrationForm With(RegistrationField field, string value) => this with { Answers = Answers.SetItem(field.Key, value) };

    /// <summary>A form in which nothing is chosen yet.</summary>
    public static RegistrationForm Empty() => new() { Key = NewKey() };

    /// <summary>A form for organisers, who add people to all meals unless they say otherwise.</summary>
    public static RegistrationForm WithAllMeals(RegistrationChoices choices) =>
        Empty() with
        {
            Meals = [.. choices.Meals.Select(m => m.Slug)],
        };

    /// <param name="fields">The fields that the form asks for.</param>
    public static RegistrationForm Read(IFormCollection form, RegistrationFields fields) =>
        new()
        {
            Answers = Single(fields).ToImmutableDictionary(f => f.Key, f => f.Read(TypedIn(form, f)).Value),
            WhichHalfDays = form[ParticipationFields.HalfDays.Key].ToString(),
            HalfDays = form.Where(f => f.Key.StartsWith(HalfDayPrefix, StringComparison.Ordinal))
                .ToDictionary(f => f.Key[HalfDayPrefix.Length..], f => f.Value.ToString()),
            Meals = [.. form[ParticipationFields.Meals.Key].OfType<string>()],
            Key = Guid.TryParseExact(form["key"], "N", out _) ? form["key"].ToString() : NewKey(),
        };

    public static RegistrationForm Of(Registration registration, RegistrationFields fields) => Of(registration.Snapshot(), fields);

    public static RegistrationForm Of(RegistrationState state, RegistrationFields fields) =>
        new()
        {
            Answers = Single(fields).ToImmutableDictionary(f => f.Key, f => f.Get(state)),
            HalfDays = state.Details.HalfDays.ToDictionary(h => new HalfDayId(h.Date, h.Half).Key, h => h.Attendance.Word()),
            Meals = state.Details.Meals,
        };

    /// <summary>Copies the address and the attendance from the registration: other forms change them.</summary>
    public RegistrationForm OnAddressAndPlaceOf(Registration registration) =>
        With(PersonFields.Email, EmailAddress.Display(registration.Email))
            .With(ParticipationFields.Attendance, registration.Attendance.Word());

    /// <summary>Copies the answers to what is closed from the registration; a new one has none.</summary>
    public RegistrationForm OnClosedFieldsOf(Registration? registration, RegistrationChoices choices, DateTimeOffset now) =>
        choices
            .Fields.All.Where(field => choices.IsClosed(field, now))
            .Aggregate(this, (form, field) =>
                registration is null
                    ? form.With(field, "") with
                    {
                        NotAsked = form.NotAsked.Add(field.Key),
                    }
                    : form.With(field, Of(registration, choices.Fields)[field])
            );

    /// <summary>Copies the name and the claims from the registration when the form does not ask for them.</summary>
    public RegistrationForm OnFixedIdentityOf(Registration registration, IFormCollection form)
    {
        var known = Of(registration, RegistrationFields.BuiltIn);
        return RegistrationFields
            .Identity.Where(field => !form.ContainsKey(field.Key))
            .Aggregate(this, (answers, field) => answers.With(field, known[field]));
    }

    /// <summary>The attendance of a half-day; null when absent.</summary>
    public Attendance? AttendanceOf(HalfDayId half) =>
        WhichHalfDays == AllHalfDays
            ? ChosenAttendance
            : HalfDays.GetValueOrDefault(half.Key) switch
            {
                InPerson => Attendance.InPerson,
                Remote => Attendance.Remote,
                Absent => null,
                _ => WhichHalfDays == SomeHalfDays ? null : ChosenAttendance,
            };

    /// <summary>Converts a valid form, with an empty answer to each question and option without one, which takes one back.</summary>
    /// <param name="language">The first language of the workshop takes the place of one that it does not have.</param>
    public RegistrationDetails ToDetails(RegistrationChoices choices, Language language)
    {
        var form = With(PersonFields.Language, choices.Languages.OrFirst(language).Tag());
        var fields = choices.Fields;
        var details = fields
            .All.Where(f => f.Set is not null && !f.IsFormer && (f.Condition is null || fields.IsAsked(f, other => form[other])))
            .Aggregate(RegistrationDetails.Empty, (given, field) => field.Set!(given, form.TextOf(field, choices)));
        var open = fields
            .All.Where(f => !form.NotAsked.Contains(f.Key))
            .Where(f => f.IsFormer ? form[f].Length == 0 : QuestionAnswer.IsId(f.Key) && details.Answers.Find(f.Key) is null)
            .Select(f => new QuestionAnswer(f.Key, ""))
            .ToList();
        return open.Count == 0 ? details : details with { Answers = [.. details.Answers, .. open] };
    }

    /// <summary>The names and values of all fields, for hidden inputs on another page.</summary>
    public IEnumerable<(string Name, string Value)> Pairs() =>
        [
            .. Answers.Select(a => (a.Key, a.Value)),
            (ParticipationFields.HalfDays.Key, WhichHalfDays),
            .. HalfDays.Select(h => (HalfDayPrefix + h.Key, h.Value)),
            .. Meals.Select(m => (ParticipationFields.Meals.Key, m)),
            ("key", Key),
        ];

    private static IEnumerable<RegistrationField> Single(RegistrationFields fields) =>
        fields.All.Where(f => f.Kind is not (FieldKind.HalfDays or FieldKind.Meals));

    private string TextOf(RegistrationField field, RegistrationChoices choices) =>
        field.Kind switch
        {
            FieldKind.HalfDays => string.Join(' ', choices.HalfDays.Select(ChoiceOf).OfType<HalfDayChoice>().Select(h => h.ToText())),
            FieldKind.Meals => ChosenAttendance == Attendance.InPerson
                ? string.Join(' ', choices.Meals.Select(m => m.Slug).Where(slug => Meals.Contains(AllMeals) || Meals.Contains(slug)))
                : "",
            _ => this[field],
        };

    /// <summary>The values of several selects or checkboxes are one text.</summary>
    private static string TypedIn(IFormCollection form, RegistrationField field) =>
        field.Kind == FieldKind.Contribution ? ParticipationFields.CodesIn(form[field.Key].Concat(form[field.Key + MoreSuffix]))
        : field.Kind == FieldKind.Choices ? string.Join(' ', form[field.Key].OfType<string>())
        : field.Kind == FieldKind.File
            ? form.ContainsKey(field.Key + AnswerUploads.RemoveSuffix) ? ""
                : form[field.Key].FirstOrDefault() ?? ""
        : form[field.Key].ToString();

    private HalfDayChoice? ChoiceOf(HalfDayId half) => AttendanceOf(half) is { } attendance ? new(half.Date, half.Half, attendance) : null;

    private static string NewKey() => Guid.NewGuid().ToString("N");
}
