using System.Globalization;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Exports;

/// <summary>
/// The organisers' list of participants as a table. Its headings and values do not depend on language or year, except for half-days and
/// meals, so that other people's spreadsheets and scripts keep working.
/// </summary>
/// <param name="Rank">The rank on the waiting list for a waiting list number.</param>
/// <param name="Roles">Tells confirmed roles from claims.</param>
/// <param name="WithNeeds">Includes diet and access needs, which are exported only on request.</param>
/// <param name="WithSelection">Includes what organisers have decided about applications.</param>
public sealed record AttendeeSheet(
    IReadOnlyList<HalfDayId> HalfDays,
    IReadOnlyList<ServedMeal> Meals,
    TimeZoneInfo Zone,
    Func<long, int> Rank,
    Roles Roles,
    bool WithNeeds,
    RegistrationFields Fields,
    bool WithSelection = false
)
{
    private RegistrationField[] Person { get; } = [.. Exported(Fields, f => f.Section == FormSections.Person)];

    private RegistrationField[] Answers { get; } = [.. Exported(Fields, f => f.Section != FormSections.Person)];

    private RegistrationField[] Needs { get; } = WithNeeds ? [.. Fields.Needs.Where(f => f.IsUsedIn(FieldUse.Export))] : [];

    public Sheet Of(IAsyncEnumerable<Registration> registrations) => new("attendees", Columns, registrations.Select(Row));

    private IReadOnlyList<Column> Columns =>
        [
            new("number", 8),
            .. Person.SelectMany(ColumnsOf),
            new("status", 11),
            new("place", 12),
            new("rank", 6),
            new("seat", 6),
            .. WithSelection ? (Column[])[new("selection", 10), new("reason", 30)] : [],
            .. Answers.SelectMany(ColumnsOf),
            .. Fields.HasTravelSupport ? (Column[])[new("travel-support", 10), new("travel-support-words", 30)] : [],
            new("roles", 16),
            new("claims", 16),
            new("registered", 17),
            new("confirmed", 17),
            new("cancelled", 17),
            .. Needs.SelectMany(ColumnsOf),
        ];

    private IReadOnlyList<Cell> Row(Registration r)
    {
        var (state, standing) = (r.Snapshot(), Roles.StandingOf(r));
        return
        [
            r.Number,
            .. Person.SelectMany(f => CellsOf(f, r, state)),
            Words(r.Status.ToString()),
            Words(r.Place.ToString()),
            r.LineNumber is { } line ? Rank(line) : default(Cell),
            r.SeatNumber,
            .. WithSelection ? (Cell[])[r.Selection == Selection.None ? null : Words(r.Selection.ToString()), r.SelectionReason] : [],
            .. Answers.SelectMany(f => CellsOf(f, r, state)),
            .. Fields.HasTravelSupport ? TravelSupportOf(r) : [],
            Parts(standing, RoleState.Confirmed) ?? "participant",
            Parts(standing, RoleState.Claimed),
            Local(r.CreatedAt),
            Local(r.ConfirmedAt),
            Local(r.CancelledAt),
            .. Needs.SelectMany(f => CellsOf(f, r, state)),
        ];
    }

    private static IEnumerable<RegistrationField> Exported(RegistrationFields fields, Func<RegistrationField, bool> where) =>
        fields.All.Where(f => f.IsUsedIn(FieldUse.Export)).Except(fields.Needs).Where(where);

    private IEnumerable<Column> ColumnsOf(RegistrationField field) =>
        field.Kind switch
        {
            FieldKind.HalfDays => HalfDays.Select(h => new Column($"half-day-{h.Key}", field.ColumnWidth)),
            FieldKind.Meals => Meals.Select(m => new Column($"meal-{m.Slug}", field.ColumnWidth)),
            _ when field.Option is not null =>
            [
                new Column(field.Heading!, field.ColumnWidth),
                new Column($"{field.Heading}-held", field.ColumnWidth),
            ],
            _ => [new Column(field.Heading ?? field.Key, field.ColumnWidth)],
        };

    private IEnumerable<Cell> CellsOf(RegistrationField field, Registration r, RegistrationState state) =>
        field.Kind switch
        {
            FieldKind.HalfDays => HalfDays.Select(h => (Cell)(r.AttendanceAt(h.Date, h.Half)?.Word() ?? "absent")),
            FieldKind.Meals => Meals.Select(m => (Cell)YesOrNo(m.IsTakenBy(r))),
            _ when field.Option is { } option => [Whole(field.Get(state)), r.OptionPlace(option.Key)?.Held ?? 0],
            _ when field.Condition is not null && !Fields.IsAsked(field, state) => [default],
            FieldKind.Choices => [field.Get(state) is { Length: > 0 } chosen ? chosen.Replace(" ", ", ", StringComparison.Ordinal) : null],
            FieldKind.Choice when field.Question is not null => [field.Get(state) is { Length: > 0 } one ? one : null],
            FieldKind.File => [FileAnswer.Of(field.Get(state))?.Name],
            FieldKind.YesNo => [YesOrNo(field.Get(state).Length > 0)],
            FieldKind.Choice => [Words(field.Get(state))],
            _ => [field.Get(state) is { Length: > 0 } text ? text : null],
        };

    /// <summary>"invited-talk i1, organiser": each role with the code of its contribution; null for none.</summary>
    private static string? Parts(IReadOnlyList<RoleStanding> standing, RoleState state) =>
        string.Join(
            ", ",
            standing
                .Where(role => role.State == state)
                .Select(role =>
                    role.Part.Key == Part.Committee
                        ? Words(role.Part.Role.ToString())
                        : $"{Words(role.Part.Role.ToString())} {role.Part.Key}"
                )
        )
            is { Length: > 0 } text
            ? text
            : null;

    private static IReadOnlyList<Cell> TravelSupportOf(Registration r)
    {
        if (!TravelSupportRules.IsAskedBy(r.Details))
            return [default, default];
        return [r.TravelSupport == TravelSupportDecision.None ? "asked" : Words(r.TravelSupport.ToString()), r.TravelSupportWords];
    }

    private static Cell Whole(string number) => int.TryParse(number, CultureInfo.InvariantCulture, out var value) ? value : default;

    private DateTime? Local(DateTimeOffset? instant) => instant is { } known ? TimeZoneInfo.ConvertTime(known, Zone).DateTime : null;

    private static string YesOrNo(bool value) => value ? "yes" : "no";

    /// <summary>Converts a member name: <c>WaitingList</c> gives <c>waiting-list</c>.</summary>
    private static string Words(string name) =>
        string.Concat(
            name.Select((c, i) => char.IsUpper(c) && i > 0 ? $"-{char.ToLowerInvariant(c)}" : char.ToLowerInvariant(c).ToString())
        );
}
