using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Programme;

/// <summary>When and where something takes place.</summary>
/// <param name="Room">The key of the room; null for everybody, and in a workshop with one room.</param>
/// <param name="RoomName">Null for no room.</param>
public sealed record ProgrammePlace(
    DateOnly Date,
    DateTimeOffset Start,
    DateTimeOffset End,
    string? Room = null,
    Localized? RoomName = null
)
{
    /// <summary>A workshop that begins to name its rooms moves nothing.</summary>
    public bool HasOtherRoomThan(ProgrammePlace other) => Room is not null && other.Room is not null && Room != other.Room;

    public bool IsSameAs(ProgrammePlace other) => (Start, End) == (other.Start, other.End) && !HasOtherRoomThan(other);
}

/// <summary>What readers know of a row of the timetable or of a poster, without its abstract.</summary>
/// <param name="Key">The code of a contribution, or the stable name of another row.</param>
public sealed record ProgrammeItem(string Key, Localized Title)
{
    /// <summary>True for a talk or a poster.</summary>
    public bool IsContribution { get; init; }

    /// <summary>Null for what has no hour: a poster, or a talk that is not scheduled.</summary>
    public SlotKind? Kind { get; init; }

    /// <summary>Null for what has no hour.</summary>
    public ProgrammePlace? Place { get; init; }

    public int? Session { get; init; }

    /// <summary>The half-day whose participants it concerns; null for what has no hour.</summary>
    public HalfDayId? HalfDay { get; init; }

    public IReadOnlyList<string> Speakers { get; init; } = [];

    public IReadOnlyList<string> Chairs { get; init; } = [];

    /// <summary>The chairs of its session. Their change is one of the session.</summary>
    public IReadOnlyList<string> SessionChairs { get; init; } = [];

    public bool Cancelled { get; init; }

    /// <summary>True while it, or its hour, is to be confirmed.</summary>
    public bool IsTentative { get; init; }
}

/// <param name="Title">Its kind and title; null if the site only numbers it.</param>
/// <param name="Items">The number of its rows.</param>
/// <param name="Place">From its first to its last row; null without rows.</param>
public sealed record ProgrammeSession(
    int Number,
    Localized? Title,
    IReadOnlyList<string> Chairs,
    HalfDayId HalfDay,
    int Items,
    ProgrammePlace? Place
);

/// <summary>What a snapshot needs of a contribution.</summary>
public sealed record ProgrammeContribution(
    string Code,
    string Title,
    string SpeakerName,
    IReadOnlyList<Speaker> MoreSpeakers,
    bool Cancelled,
    bool ToBeConfirmed
)
{
    public static ProgrammeContribution Of(Contribution c) =>
        new(c.Code, c.Title, c.SpeakerName, c.MoreSpeakers, c.Cancelled, c.ToBeConfirmed);

    public IReadOnlyList<string> Speakers => [SpeakerName, .. MoreSpeakers.Select(s => s.Name)];
}

/// <summary>The programme at one moment, as far as readers know it. Streams are not public, so they are no part of it.</summary>
public sealed record ProgrammeSnapshot(IReadOnlyList<ProgrammeItem> Items, IReadOnlyList<ProgrammeSession> Sessions)
{
    public static ProgrammeSnapshot Of(
        Workshop workshop,
        IReadOnlyCollection<Session> sessions,
        IReadOnlyCollection<Slot> slots,
        IEnumerable<ProgrammeContribution> contributions
    )
    {
        var byCode = contributions.ToDictionary(c => c.Code);
        var byNumber = sessions.ToDictionary(s => s.Number);
        var scheduled = slots.Select(s => s.ContributionCode).OfType<string>().ToHashSet();
        List<ProgrammeItem> items =
        [
            .. slots.Select(RowOf),
            .. byCode.Values.Where(c => !scheduled.Contains(c.Code)).Select(c => ItemOf(c)),
        ];
        var bySession = items.Where(i => i.Session is not null).ToLookup(i => i.Session!.Value);
        return new(items, [.. sessions.Select(s => SessionOf(s, [.. bySession[s.Number]]))]);

        ProgrammePlace PlaceOf(DateOnly date, DateTimeOffset start, DateTimeOffset end, string? room) =>
            new(date, start, end, workshop.HasSeveralRooms ? room : null, workshop.RoomToName(room)?.Name);

        ProgrammeItem RowOf(Slot slot)
        {
            var session = slot.SessionNumber is { } number ? byNumber.GetValueOrDefault(number) : null;
            var start = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(slot.Start, workshop.TimeZone).DateTime);
            var item =
                slot.ContributionCode is { } code && byCode.TryGetValue(code, out var contribution)
                    ? ItemOf(contribution, slot.Cancelled, slot.ToBeConfirmed)
                    : new(slot.Slug, slot.Title ?? Localized.Same(slot.Slug))
                    {
                        Speakers = [.. slot.Speakers.Select(s => s.Name)],
                        Cancelled = slot.Cancelled,
                        IsTentative = slot.ToBeConfirmed,
                    };
            return item with
            {
                Kind = slot.Kind,
                Place = PlaceOf(slot.Date, slot.Start, slot.End, slot.Room ?? session?.Room),
                Session = slot.SessionNumber,
                HalfDay = session is null ? new(slot.Date, HalfDays.Of(start)) : new(session.Date, session.HalfDay),
                Chairs = slot.Chairs,
                SessionChairs = session?.Chairs ?? [],
                IsTentative = item.IsTentative || slot.HoursToBeConfirmed,
            };
        }

        ProgrammeSession SessionOf(Session session, IReadOnlyList<ProgrammeItem> rows) =>
            new(
                session.Number,
                session.Title is null && session.Kind is null
                    ? null
                    : new(session.SubjectIn(Language.French), session.SubjectIn(Language.English)),
                session.Chairs,
                new(session.Date, session.HalfDay),
                rows.Count,
                rows.Count == 0 ? null : PlaceOf(session.Date, rows.Min(r => r.Place!.Start), rows.Max(r => r.Place!.End), session.Room)
            );
    }

    private static ProgrammeItem ItemOf(ProgrammeContribution c, bool isSlotCancelled = false, bool isSlotTentative = false) =>
        new(c.Code, Localized.Same(c.Title))
        {
            IsContribution = true,
            Speakers = c.Speakers,
            Cancelled = c.Cancelled || isSlotCancelled,
            IsTentative = c.ToBeConfirmed || isSlotTentative,
        };
}
