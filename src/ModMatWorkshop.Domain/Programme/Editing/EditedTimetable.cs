using System.Security.Cryptography;
using System.Text;

namespace ModMatWorkshop.Domain.Programme.Editing;

/// <summary>The timetable as an organiser edits it.</summary>
/// <param name="Rows">In chronological order.</param>
/// <param name="Tray">The talks without a slot.</param>
public sealed record EditedTimetable(
    Workshop Workshop,
    IReadOnlyList<Session> Sessions,
    IReadOnlyList<EditedRow> Rows,
    IReadOnlyList<EditedTalk> Tray
)
{
    private TimeZoneInfo Zone { get; } = Workshop.TimeZone;

    /// <summary>The days of the workshop.</summary>
    public IEnumerable<DateOnly> Days =>
        Enumerable.Range(0, Workshop.End.DayNumber - Workshop.Start.DayNumber + 1).Select(Workshop.Start.AddDays);

    /// <param name="talks">All contributions but posters, in the order of their codes.</param>
    public static EditedTimetable Of(
        Workshop workshop,
        IReadOnlyList<Session> sessions,
        IReadOnlyList<Slot> slots,
        IReadOnlyCollection<EditedTalk> talks
    )
    {
        var byCode = talks.ToDictionary(t => t.Code);
        var scheduled = slots.Select(s => s.ContributionCode).ToHashSet();
        return new(
            workshop,
            sessions,
            InOrder(slots.Select(s => EditedRow.Of(s, s.ContributionCode is { } code ? byCode.GetValueOrDefault(code) : null))),
            [.. talks.Where(t => !scheduled.Contains(t.Code))]
        );
    }

    /// <summary>What readers know of the rows.</summary>
    public ProgrammeSnapshot Snapshot() =>
        new(
            [
                .. Rows.Select(row => new ProgrammeItem(row.Code ?? row.Slug, row.Title)
                {
                    IsContribution = row.Code is not null,
                    Kind = row.Kind,
                    Place = new(
                        row.Date,
                        row.Start,
                        row.End,
                        Workshop.HasSeveralRooms ? row.Room : null,
                        Workshop.RoomToName(row.Room)?.Name
                    ),
                    Session = row.Session,
                    Speakers = row.Speakers,
                    Chairs = row.Chairs,
                    Cancelled = row.Cancelled,
                }),
                .. Tray.Select(talk => new ProgrammeItem(talk.Code, Localized.Same(talk.Title))
                {
                    IsContribution = true,
                    Speakers = talk.Speakers,
                }),
            ],
            []
        );

    public EditedRow? Find(string slug) => Rows.FirstOrDefault(r => r.Slug == slug);

    public Session? SessionOf(EditedRow row) => row.Session is { } number ? Sessions.FirstOrDefault(s => s.Number == number) : null;

    /// <summary>The session, if its number is one of the timetable.</summary>
    public Session? FindSession(int? number) => Sessions.FirstOrDefault(s => s.Number == number);

    public OccupiedTime TimeOf(EditedRow row) =>
        new(row.Start, row.End, row.Room, row.Speakers, row.Chairs.Count > 0 ? row.Chairs : SessionOf(row)?.Chairs ?? []);

    /// <summary>Whether a row that starts at this instant is in the half-day of its session; true outside sessions.</summary>
    public bool IsInHalfDay(EditedRow row, DateTimeOffset start) =>
        SessionOf(row) is not { } session || session.HalfDay.Includes(TimeOnly.FromDateTime(Local(start)));

    /// <summary>The row after this one on its day, in its room and, unless it is outside sessions, in a session.</summary>
    public EditedRow? After(EditedRow row) => Rows.SkipWhile(r => r != row).Skip(1).FirstOrDefault(r => IsBeside(r, row));

    /// <summary>The row before this one, like <see cref="After"/>.</summary>
    public EditedRow? Before(EditedRow row) => Rows.TakeWhile(r => r != row).LastOrDefault(r => IsBeside(r, row));

    public DateTime Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone).DateTime;

    public TimeOnly Hour(DateTimeOffset instant) => TimeOnly.FromDateTime(Local(instant));

    /// <summary>The instants of the hours of a row; null with a reason if there is no such row.</summary>
    public ((DateTimeOffset Start, DateTimeOffset End)? Hours, TimetableNoteKind? Why) HoursOn(DateOnly date, TimeOnly start, TimeOnly end)
    {
        if (date < Workshop.Start || date > Workshop.End)
            return (null, TimetableNoteKind.NotADay);
        if (
            !LocalHours.TryToInstant(date, start, Zone, out var from)
            || !LocalHours.TryToInstant(SlotHours.EndDay(date, start, end), end, Zone, out var to)
        )
            return (null, TimetableNoteKind.ClocksSkipHour);
        return to > from ? ((from, to), null) : (null, TimetableNoteKind.EndsBeforeStart);
    }

    /// <summary>Whether content files can say that a row has these hours.</summary>
    public bool IsWritable(DateOnly date, DateTimeOffset start, DateTimeOffset end) =>
        DateOnly.FromDateTime(Local(start)) == date && HoursOn(date, Hour(start), Hour(end)).Hours == (start, end);

    public EditedTimetable With(params IEnumerable<EditedRow> changed)
    {
        var bySlug = changed.ToDictionary(r => r.Slug);
        return this with { Rows = InOrder(Rows.Select(r => bySlug.GetValueOrDefault(r.Slug) ?? r)) };
    }

    public static IReadOnlyList<EditedRow> InOrder(IEnumerable<EditedRow> rows) =>
        [.. rows.OrderBy(r => r.Start).ThenBy(r => r.Slug, StringComparer.Ordinal)];

    /// <summary>
    /// The rows with the hours that readers see struck out. They are those of a row that starts at another time than announced, if it is
    /// moved on the day or on the eve of the old hours; readers then no longer expect a change. The first announced hours stay, until the
    /// row returns to them. Earlier changes leave no trace on the programme.
    /// </summary>
    /// <param name="announced">The timetable that readers see.</param>
    public EditedTimetable WithMovedHours(EditedTimetable announced, DateOnly today)
    {
        var before = announced.Rows.ToDictionary(r => r.Slug);
        return this with { Rows = [.. Rows.Select(row => before.TryGetValue(row.Slug, out var old) ? Moved(row, old) : row)] };

        EditedRow Moved(EditedRow row, EditedRow old)
        {
            if (row.Start == old.Start)
                return row;
            if (row.MovedFrom is { } first)
                return first.Start == row.Start ? row with { MovedFrom = null } : row;
            return today == old.Date || today == old.Date.AddDays(-1) ? row with { MovedFrom = (old.Start, old.End) } : row;
        }
    }

    /// <summary>Differs for timetables that show organisers different rows.</summary>
    public string Stamp()
    {
        var lines = Rows.Select(r =>
            $"{r.Slug} {r.Start.UtcTicks} {r.End.UtcTicks} {r.Session} {r.Room} {r.Cancelled} {r.CancelledBecause} {r.MovedFrom} {r.Title}"
        );
        var text = string.Join('\n', lines.Concat(Tray.Select(t => t.Code)));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
    }

    private static bool IsBeside(EditedRow row, EditedRow other) =>
        row.Date == other.Date && row.Room == other.Room && row.Session is null == other.Session is null;
}
