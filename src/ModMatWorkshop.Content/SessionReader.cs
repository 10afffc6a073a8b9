using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Content;

/// <summary>Reads the sessions with their slots, and the slots outside sessions.</summary>
/// <param name="roomStreams">The stream addresses of rooms. A session without one of its own has that of its room.</param>
public sealed class SessionReader(
    Workshop? workshop,
    IReadOnlyDictionary<string, string> roomStreams,
    PersonCollector people,
    MaterialReader materials,
    ProblemList problems
)
{
    private static readonly Dictionary<string, HalfDay> HalfDayNames = new()
    {
        ["morning"] = HalfDay.Morning,
        ["afternoon"] = HalfDay.Afternoon,
    };

    private readonly SlotReader _reader = new(workshop, people, materials);
    private readonly List<Session> _sessions = [];
    private readonly List<Broadcast> _broadcasts = [];
    private readonly List<PlacedSlot> _slots = [];
    private readonly Dictionary<string, int?> _places = [];

    public IReadOnlyList<Session> Sessions => [.. _sessions.OrderBy(s => s.Number)];

    /// <summary>Separate from the sessions, because sessions are public.</summary>
    public IReadOnlyList<Broadcast> Broadcasts => [.. _broadcasts.OrderBy(b => b.SessionNumber)];

    /// <summary>The session number for each contribution code that a slot names.</summary>
    public IReadOnlyDictionary<string, int?> Places => _places;

    public void Read(SourceFile file)
    {
        if (file.FrontMatter is null)
        {
            problems.Error(new(file.Name), "The file has no front matter.", "See docs/content-format.md.");
            return;
        }
        var fields = new Fields(file.Name, file.FrontMatter, problems, workshop?.Languages);
        var (number, date, room) = (fields.Integer("session") ?? 0, Day(fields), RoomReader.KeyIn(fields, workshop));
        var slots = fields.List("slots").Select(slot => ReadSlot(slot, date, number, room)).OfType<PlacedSlot>().ToList();
        var session = new Session
        {
            Number = number,
            Date = date,
            HalfDay = HalfDayOf(fields, slots),
            Title = fields.Localized("title"),
            Kind = KindIn(fields),
            Room = room,
            Chairs = fields.TextOrTexts("chair"),
        };
        var stream = RoomReader.StreamIn(fields) ?? (room is null ? null : roomStreams.GetValueOrDefault(room));
        if (session.Number == 0)
            fields.Error("session", "The session has no number.", "`session: 1` for the first.");
        else if (_sessions.Exists(s => s.Number == session.Number))
            fields.Error("session", $"There are two sessions {session.Number}.", "Give each session its own number.");
        else
        {
            _sessions.Add(session);
            if (stream is not null)
                _broadcasts.Add(new() { SessionNumber = session.Number, Url = stream });
        }
        if (room is null && workshop is { HasSeveralRooms: true })
            problems.Warn(fields.Place, "The session names no room.", $"Add `room:` with one of: {RoomKeys}.");
        fields.ReportUnknownKeys();
        if (file.Body.Trim().Length > 0)
            problems.Error(new(file.Name, file.BodyLine), "The body of a session is not shown.", "Write a page or a news item instead.");
    }

    public void ReadStandaloneSlots(IEnumerable<Fields> slots)
    {
        foreach (var slot in slots)
            ReadSlot(slot, Day(slot), null, null);
    }

    /// <summary>The slots in chronological order, with the facts of their contributions.</summary>
    /// <param name="unreadable">Files that exist but cannot be read. Their content is unknown, so it is not reported as missing.</param>
    public IReadOnlyList<Slot> SlotsInOrder(IReadOnlyList<Contribution> contributions, IReadOnlySet<string> unreadable) =>
        new Timetable(workshop, contributions, unreadable, problems).InOrder(_slots);

    private SessionKind? KindIn(Fields fields)
    {
        var kinds = SessionKind.All(workshop?.Kinds ?? []);
        // Without workshop.md, its kinds are unknown.
        if (workshop is null && !kinds.Any(k => k.Key == fields.Text("kind")))
            return null;
        var choices = kinds.Select((kind, index) => (kind.Key, index)).DistinctBy(k => k.Key).ToDictionary(k => k.Key, k => k.index);
        return fields.Choice("kind", choices) is { } chosen ? kinds[chosen] : null;
    }

    private string RoomKeys => string.Join(", ", workshop?.Rooms.Select(r => r.Key) ?? []);

    private PlacedSlot? ReadSlot(Fields fields, DateOnly date, int? session, string? room)
    {
        var slot = _reader.Read(fields, date, session, room);
        if (ContributionCode.TryParse(fields.Text("contribution"), out var code))
            _places[code.Slug] = session;
        if (slot is null)
            return null;
        var placed = new PlacedSlot(slot, fields.Place);
        _slots.Add(placed);
        return placed;
    }

    /// <summary>
    /// The half-day that the file names, or else that of the first slot. A cancelled slot counts too, so that the half-day stays the same
    /// when a talk is cancelled.
    /// </summary>
    private HalfDay HalfDayOf(Fields fields, List<PlacedSlot> slots)
    {
        var named = fields.Choice("half_day", HalfDayNames);
        if (named is null && !fields.Has("half_day") && slots.Count == 0)
            fields.Error("half_day", "Nothing says in which half-day the session is.", "Add its slots, or `half_day: morning`.");
        var half = named ?? (slots.Count == 0 ? default : HalfDays.Of(slots.Select(s => LocalStart(s.Slot)).Min()));
        foreach (var (slot, place) in slots.Where(s => named is not null || !fields.Has("half_day")))
            if (!half.Includes(LocalStart(slot)))
                problems.Warn(
                    place,
                    NotIn(half, LocalStart(slot)),
                    "Presence and meals are counted by half-day: correct the time, or move the slot into another session."
                );
        return half;
    }

    private static ProblemText NotIn(HalfDay half, TimeOnly start)
    {
        if (half == HalfDay.Morning)
            return $"{start:HH\\:mm} is not in the morning, the half-day of the session.";
        return $"{start:HH\\:mm} is not in the afternoon, the half-day of the session.";
    }

    private TimeOnly LocalStart(Slot slot) =>
        TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(slot.Start, workshop?.TimeZone ?? TimeZoneInfo.Utc).DateTime);

    private DateOnly Day(Fields fields)
    {
        var date = fields.RequiredDate("date");
        if (
            workshop is not null
            && date != default
            && workshop.Start != default
            && workshop.End != default
            && (date < workshop.Start || date > workshop.End)
        )
            fields.Error(
                "date",
                $"{date:yyyy-MM-dd} is not a day of the workshop ({workshop.Start:yyyy-MM-dd} to {workshop.End:yyyy-MM-dd}).",
                "Correct it, or `start` and `end` in workshop.md."
            );
        return date;
    }
}
