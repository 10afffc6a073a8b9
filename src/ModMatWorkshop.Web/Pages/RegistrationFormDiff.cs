using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
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

/// <summary>The answers of a form one by one, by the ids of their fields: to be compared, merged and told.</summary>
public sealed class RegistrationFormDiff(Words words, RegistrationChoices choices)
{
    private const string Half = "half-day-";
    private const string Meal = "meal-";
    private const string Yes = "yes";

    public IReadOnlyList<FieldChange> Diff(RegistrationForm before, RegistrationForm after) =>
        [
            .. from id in Ids(before, after)
            let values = (Before: Of(before, id), After: Of(after, id))
            where values.Before != values.After
            select new FieldChange(id, LabelOf(id), InWords(id, values.Before), InWords(id, values.After)),
        ];

    /// <summary>
    /// What only one side has changed is as that side wants it. What both have changed differently stays as it was typed, and both are
    /// told.
    /// </summary>
    /// <param name="before">What was shown to who typed; when that is not known any more, every difference may be a clash.</param>
    public MergedForm Merge(RegistrationForm? before, RegistrationForm theirs, int revision, RegistrationForm mine)
    {
        // The place has buttons of its own.
        var merged = mine with { Attendance = theirs.Attendance };
        List<FieldConflict> changes = [];
        foreach (var id in Ids(theirs, mine))
        {
            var (was, now, typed) = (before is null ? null : Of(before, id), Of(theirs, id), Of(mine, id));
            if (now == was || id == "language" && mine.Language.Length == 0)
                continue;
            var isClash = typed != was && typed != now;
            if (!isClash)
                merged = With(merged, id, now);
            if (typed != now)
                changes.Add(new(id, LabelOf(id), InWords(id, now), InWords(id, typed), was is null ? null : InWords(id, was), isClash));
        }
        return new(merged, revision, changes);
    }

    public string InWords(string id, string value) =>
        value.Length == 0
            ? (id.StartsWith(Meal, StringComparison.Ordinal) || id is "listed" or "photos" ? words.No : words.Nothing)
            : id switch
            {
                "country" => Countries.All(words.Language).FirstOrDefault(c => c.Code == value).Name ?? value,
                "position" => Enum.TryParse<Position>(value, out var position) ? words.PositionName(position) : value,
                "language" => value == Language.English.Tag() ? words.InEnglish : words.InFrench,
                "presents" => choices.Contributions.FirstOrDefault(c => c.Code == value) is { Title.Length: > 0 } known
                    ? $"{value.ToUpperInvariant()} – {known.Title}"
                    : value.ToUpperInvariant(),
                _ when id.StartsWith(Half, StringComparison.Ordinal) => value switch
                {
                    RegistrationForm.InPerson => words.AttendanceName(Attendance.InPerson),
                    RegistrationForm.Remote => words.AttendanceName(Attendance.Remote),
                    _ => words.Absent,
                },
                _ when value == Yes && (id.StartsWith(Meal, StringComparison.Ordinal) || id is "listed" or "photos") => words.Yes,
                _ => value,
            };

    public string LabelOf(string id) =>
        id switch
        {
            "given-name" => words.GivenName,
            "family-name" => words.FamilyName,
            "affiliation" => words.Affiliation,
            "country" => words.Country,
            "position" => words.PositionLabel,
            "language" => words.LanguageOfPerson,
            "diet" => words.Diet,
            "access" => words.AccessNeeds,
            "presents" => words.PresentsWhat,
            "listed" => words.OnPublicList,
            "photos" => words.OnPhotographs,
            _ when id.StartsWith(Half, StringComparison.Ordinal) => HalfDay(id[Half.Length..]),
            _ when id.StartsWith(Meal, StringComparison.Ordinal) => choices.Meals.FirstOrDefault(m => m.Slug == id[Meal.Length..])
                is { } meal
                ? $"{meal.Title.In(words.Language)}, {words.ShortDay(meal.Date)}"
                : id[Meal.Length..],
            _ => id,
        };

    private string HalfDay(string key) =>
        choices.HalfDays.FirstOrDefault(h => h.Key == key) is { } known ? words.HalfDayName(known.Date, known.Half) : key;

    private IEnumerable<string> Ids(RegistrationForm one, RegistrationForm other) =>
        [
            "given-name",
            "family-name",
            "affiliation",
            "country",
            "position",
            "language",
            .. choices.HalfDays.Select(h => h.Key).Union(one.HalfDays.Keys).Union(other.HalfDays.Keys).Select(key => Half + key),
            .. choices.Meals.Select(m => m.Slug).Union(one.Meals).Union(other.Meals).Select(slug => Meal + slug),
            "diet",
            "presents",
            "access",
            "listed",
            "photos",
        ];

    private static string Of(RegistrationForm form, string id) =>
        id switch
        {
            "given-name" => form.GivenName,
            "family-name" => form.FamilyName,
            "affiliation" => form.Affiliation,
            "country" => form.Country,
            "position" => form.Position,
            "language" => form.Language,
            "diet" => form.Diet,
            "access" => form.AccessNeeds,
            "presents" => form.Presents,
            "listed" => form.MayBeListed ? Yes : "",
            "photos" => form.MayBePhotographed ? Yes : "",
            _ when id.StartsWith(Half, StringComparison.Ordinal) => form.HalfDays.GetValueOrDefault(id[Half.Length..])
                is { Length: > 0 } how
                ? how
                : RegistrationForm.Absent,
            _ => form.Meals.Contains(id[Meal.Length..]) ? Yes : "",
        };

    private static RegistrationForm With(RegistrationForm form, string id, string value) =>
        id switch
        {
            "given-name" => form with { GivenName = value },
            "family-name" => form with { FamilyName = value },
            "affiliation" => form with { Affiliation = value },
            "country" => form with { Country = value },
            "position" => form with { Position = value },
            "language" => form with { Language = value },
            "diet" => form with { Diet = value },
            "access" => form with { AccessNeeds = value },
            "presents" => form with { Presents = value },
            "listed" => form with { MayBeListed = value.Length > 0 },
            "photos" => form with { MayBePhotographed = value.Length > 0 },
            _ when id.StartsWith(Half, StringComparison.Ordinal) => form with
            {
                HalfDays = new Dictionary<string, string>(form.HalfDays) { [id[Half.Length..]] = value },
            },
            _ => form with
            {
                Meals = value.Length > 0 ? [.. form.Meals, id[Meal.Length..]] : [.. form.Meals.Where(m => m != id[Meal.Length..])],
            },
        };
}
