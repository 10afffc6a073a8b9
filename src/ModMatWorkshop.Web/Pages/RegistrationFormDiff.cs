using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages;

/// <summary>What became of one answer, in words.</summary>
/// <param name="Id">Of its field.</param>
public sealed record FieldChange(string Id, string Label, string Before, string After);

/// <summary>An answer that somebody else has changed since the form was shown.</summary>
/// <param name="Theirs">What it is now, in words.</param>
/// <param name="Mine">What was typed, in words.</param>
/// <param name="Before">What was shown; null when that is not known any more.</param>
/// <param name="IsConflict">Both have changed it, each to something else; otherwise theirs stands in the form.</param>
public sealed record FieldConflict(string Id, string Label, string Theirs, string Mine, string? Before, bool IsConflict);

/// <summary>A form into which the changes of somebody else have been worked, and what these were.</summary>
public sealed record MergedForm(RegistrationForm Form, int Revision, IReadOnlyList<FieldConflict> Changes);

/// <summary>The answers of a form one by one: to be compared, merged and told.</summary>
public sealed class RegistrationFormDiff(Words words, RegistrationChoices choices)
{
    private const string MealPrefix = "meal-";
    private const string Yes = "yes";

    public IReadOnlyList<FieldChange> Diff(RegistrationForm before, RegistrationForm after) =>
        [
            .. from answer in AnswersOf(before, after)
            let values = (Before: Of(before, answer), After: Of(after, answer))
            where values.Before != values.After
            select new FieldChange(answer.Id, LabelOf(answer), InWords(answer, values.Before), InWords(answer, values.After)),
        ];

    /// <summary>
    /// What only one side has changed is as that side wants it. What both have changed differently stays as it was typed, and both are
    /// told.
    /// </summary>
    /// <param name="before">What was shown to who typed; when that is not known any more, every difference may be a clash.</param>
    public MergedForm Merge(RegistrationForm? before, RegistrationForm theirs, int revision, RegistrationForm mine)
    {
        // The place has buttons of its own.
        var merged = mine.With(ParticipationFields.Attendance, theirs[ParticipationFields.Attendance]);
        List<FieldConflict> changes = [];
        foreach (var answer in AnswersOf(theirs, mine))
        {
            var (was, now, typed) = (before is null ? null : Of(before, answer), Of(theirs, answer), Of(mine, answer));
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

    private IEnumerable<FieldPart> AnswersOf(RegistrationForm one, RegistrationForm other) =>
        RegistrationFields
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

    /// <param name="Id">Of its control in the form.</param>
    /// <param name="Part">The key of one half-day, or the slug of one meal.</param>
    private sealed record FieldPart(RegistrationField Field, string Id, string Part);
}
