using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Options;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages;

/// <summary>The change of one answer, as text.</summary>
/// <param name="Id">The id of the field.</param>
public sealed record FieldChange(string Id, string Label, string Before, string After);

/// <summary>An answer that somebody else has changed since the form was shown.</summary>
/// <param name="Theirs">The current value, as text.</param>
/// <param name="Mine">The typed value, as text.</param>
/// <param name="Before">The value that the form showed; null when it is no longer known.</param>
/// <param name="IsConflict">True when both changed it to different values; the form then keeps the typed one. Otherwise the form contains
/// the current value.</param>
public sealed record FieldConflict(string Id, string Label, string Theirs, string Mine, string? Before, bool IsConflict);

/// <summary>A form with the changes of somebody else merged into it, and the list of these changes.</summary>
public sealed record MergedForm(RegistrationForm Form, int Revision, IReadOnlyList<FieldConflict> Changes);

/// <summary>Compares and merges forms, field by field.</summary>
public sealed class RegistrationFormDiff(Words words, RegistrationChoices choices)
{
    private const string MealPrefix = "meal-";
    private const string Yes = "yes";

    /// <summary>Also compares the answers to questions that are no longer asked.</summary>
    public IReadOnlyList<FieldChange> Diff(RegistrationState before, RegistrationState after)
    {
        var fields = choices.Fields.WithFormer(before.Details, after.Details);
        return
        [
            .. from answer in AnswersOf(fields, RegistrationForm.Of(before, fields), RegistrationForm.Of(after, fields))
            let values = (Before: Of(before, fields, answer), After: Of(after, fields, answer))
            where values.Before != values.After
            select new FieldChange(answer.Id, LabelOf(answer), InWords(answer, values.Before), InWords(answer, values.After)),
            .. OptionPlacesOf(before, after),
        ];
    }

    /// <summary>What the person had of the options, and has.</summary>
    private IEnumerable<FieldChange> OptionPlacesOf(RegistrationState before, RegistrationState after) =>
        from key in before.Options.Concat(after.Options).Select(p => p.Key).Distinct()
        let values = (Before: In(before, key), After: In(after, key))
        where values.Before != values.After
        let id = WorkshopOption.IdOf(key)
        let name = choices.Fields.Find(id)?.Label ?? (before.Details.Answers.Find(id) ?? after.Details.Answers.Find(id))?.Label
        select new FieldChange($"{id}_places", words.OptionPlacesOf(name ?? Localized.Same(key)), values.Before, values.After);

    private string In(RegistrationState state, string key) =>
        words.OptionPlaceInWords(state.Options.FirstOrDefault(p => p.Key == key && !p.IsKept));

    private string InWords(FieldPart answer, (string Value, int? Erased) value) =>
        value.Erased is null ? InWords(answer, value.Value) : words.WithdrawnAnswer;

    /// <summary>
    /// Merges two changes of a form. A field that one side changed gets that value. A field that both changed differently keeps the typed
    /// value and is reported as a conflict.
    /// </summary>
    /// <param name="shown">The state that the form showed. When it or an answer in it is no longer known, every difference may be a
    /// conflict.</param>
    public MergedForm Merge(RegistrationState? shown, RegistrationForm theirs, int revision, RegistrationForm mine)
    {
        var before = shown is null ? null : RegistrationForm.Of(shown, choices.Fields);
        // Attendance is changed by its own buttons, not by this form.
        var merged = mine.With(ParticipationFields.Attendance, theirs[ParticipationFields.Attendance]);
        List<FieldConflict> changes = [];
        foreach (var answer in AnswersOf(choices.Fields, theirs, mine))
        {
            var isKnown = before is not null && !shown!.Erased.ContainsKey(answer.Field.Key);
            var (was, now, typed) = (isKnown ? Of(before!, answer) : null, Of(theirs, answer), Of(mine, answer));
            if (now == was || answer.Field == PersonFields.Language && mine.Language.Length == 0)
                continue;
            var isClash = typed != was && typed != now;
            if (!isClash)
                merged = With(merged, answer, now);
            if (typed != now)
            {
                changes.Add(
                    new(
                        answer.Id,
                        LabelOf(answer),
                        InWords(answer, now),
                        InWords(answer, typed),
                        was is null ? null : InWords(answer, was),
                        isClash
                    )
                );
            }
        }
        return new(merged, revision, changes);
    }

    private string InWords(FieldPart answer, string value) =>
        answer.Field.Kind switch
        {
            FieldKind.YesNo or FieldKind.Meals => value == Yes ? words.Yes : words.No,
            _ when value.Length == 0 => words.Nothing,
            FieldKind.HalfDays => AttendanceWords.FromWord(value) is { } attendance ? words.AttendanceName(attendance) : words.Absent,
            _ => choices.InWords(answer.Field, value, words),
        };

    private string LabelOf(FieldPart answer) =>
        answer.Field.Kind switch
        {
            FieldKind.HalfDays => choices.HalfDays.FirstOrDefault(h => h.Key == answer.Part) is { } half
                ? words.HalfDayName(half.Date, half.Half)
                : answer.Part,
            FieldKind.Meals => choices.Meals.FirstOrDefault(m => m.Slug == answer.Part) is { } meal
                ? $"{meal.Title.In(words.Language)}, {words.ShortDay(meal.Date)}"
                : answer.Part,
            _ => words.NameOf(answer.Field),
        };

    private IEnumerable<FieldPart> AnswersOf(RegistrationFields fields, RegistrationForm one, RegistrationForm other) =>
        fields
            .All.Where(f => f.Set is not null)
            .SelectMany(field =>
                field.Kind switch
                {
                    FieldKind.HalfDays => choices
                        .HalfDays.Select(h => h.Key)
                        .Union(one.HalfDays.Keys)
                        .Union(other.HalfDays.Keys)
                        .Select(key => new FieldPart(field, RegistrationForm.HalfDayPrefix + key, key)),
                    FieldKind.Meals => choices
                        .Meals.Select(m => m.Slug)
                        .Union(one.Meals)
                        .Union(other.Meals)
                        .Select(slug => new FieldPart(field, MealPrefix + slug, slug)),
                    _ => [new FieldPart(field, field.Key, "")],
                }
            );

    /// <summary>An answer. Erased answers are different if they were withdrawn by different changes.</summary>
    private static (string Value, int? Erased) Of(RegistrationState state, RegistrationFields fields, FieldPart answer) =>
        (Of(RegistrationForm.Of(state, fields), answer), state.Erased.TryGetValue(answer.Field.Key, out var revision) ? revision : null);

    private static string Of(RegistrationForm form, FieldPart answer) =>
        answer.Field.Kind switch
        {
            FieldKind.HalfDays => form.HalfDays.GetValueOrDefault(answer.Part) is { Length: > 0 } how ? how : RegistrationForm.Absent,
            FieldKind.Meals => form.Meals.Contains(answer.Part) ? Yes : "",
            _ => form[answer.Field],
        };

    private static RegistrationForm With(RegistrationForm form, FieldPart answer, string value) =>
        answer.Field.Kind switch
        {
            FieldKind.HalfDays => form with { HalfDays = new Dictionary<string, string>(form.HalfDays) { [answer.Part] = value } },
            FieldKind.Meals => form with
            {
                Meals = value.Length > 0 ? [.. form.Meals, answer.Part] : [.. form.Meals.Where(m => m != answer.Part)],
            },
            _ => form.With(answer.Field, value),
        };

    /// <param name="Id">The id of the control in the form.</param>
    /// <param name="Part">The key of one half-day, or the slug of one meal.</param>
    private sealed record FieldPart(RegistrationField Field, string Id, string Part);
}
