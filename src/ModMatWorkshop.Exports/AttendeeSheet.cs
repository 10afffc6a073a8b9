using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Exports;

/// <summary>
/// The organisers' list as a table. Its headings and words are those of the registration form's fields and of the marks of its pages, the
/// same in every language and every
/// year but for the half-days and meals: what somebody has built on it goes on working.
/// </summary>
/// <param name="Rank">The place in line that belongs to a number of the line.</param>
/// <param name="WithNeeds">Diet and access needs too; nobody is given them unasked.</param>
public sealed record AttendeeSheet(
    IReadOnlyList<HalfDayId> HalfDays,
    IReadOnlyList<ServedMeal> Meals,
    TimeZoneInfo Zone,
    Func<long, int> Rank,
    bool WithNeeds
)
{
    public Sheet Of(IAsyncEnumerable<Registration> registrations) => new("attendees", Columns, registrations.Select(Row));

    private IReadOnlyList<Column> Columns =>
        [
            new("number", 8),
            new("given-name", 18),
            new("family-name", 20),
            new("email", 30),
            new("affiliation", 32),
            new("country", 8),
            new("position", 16),
            new("language", 9),
            new("status", 11),
            new("place", 12),
            new("rank", 6),
            new("seat", 6),
            new("attendance", 11),
            .. HalfDays.Select(h => new Column($"half-day-{h.Key}", 12)),
            .. Meals.Select(m => new Column($"meal-{m.Slug}", 12)),
            new("presents", 9),
            new("listed", 7),
            new("photos", 7),
            new("registered", 17),
            new("confirmed", 17),
            new("cancelled", 17),
            .. WithNeeds ? (Column[])[new("diet", 30), new("access", 30)] : [],
        ];

    private IReadOnlyList<Cell> Row(Registration r) =>
        [
            r.Number,
            r.Details.GivenName,
            r.Details.FamilyName,
            r.Email,
            r.Details.Affiliation,
            r.Details.Country,
            Words(r.Details.Position.ToString()),
            r.Details.Language.Tag(),
            Words(r.Status.ToString()),
            Words(r.Place.ToString()),
            r.LineNumber is { } line ? Rank(line) : default(Cell),
            r.SeatNumber,
            Words(r.Attendance.ToString()),
            .. HalfDays.Select(h => (Cell)(r.AttendanceAt(h.Date, h.Half) is { } there ? Words(there.ToString()) : "absent")),
            .. Meals.Select(m => (Cell)YesOrNo(m.IsTakenBy(r))),
            r.Details.Presents,
            YesOrNo(r.Details.MayBeListed),
            YesOrNo(r.Details.MayBePhotographed),
            Local(r.CreatedAt),
            Local(r.ConfirmedAt),
            Local(r.CancelledAt),
            .. WithNeeds ? (Cell[])[r.Details.Diet, r.Details.AccessNeeds] : [],
        ];

    private DateTime? Local(DateTimeOffset? instant) => instant is { } known ? TimeZoneInfo.ConvertTime(known, Zone).DateTime : null;

    private static string YesOrNo(bool value) => value ? "yes" : "no";

    /// <summary><c>WaitingList</c> is <c>waiting-list</c>.</summary>
    private static string Words(string name) =>
        string.Concat(
            name.Select((c, i) => char.IsUpper(c) && i > 0 ? $"-{char.ToLowerInvariant(c)}" : char.ToLowerInvariant(c).ToString())
        );
}
