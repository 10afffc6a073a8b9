using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Exports;

/// <summary>
/// The timetable in the data model of frab, which <see cref="FrabXml"/> and <see cref="FrabJson"/> write. Identifiers depend only on slugs
/// and the UID domain, so they survive other changes of the programme; apps store a reader's favourites under them.
/// </summary>
internal sealed class Frab
{
    public const string SlotLength = "00:05";

    public static readonly IReadOnlyList<Export> Exports =
    [
        new ScheduleExport(Routes.ScheduleXml, "application/xml; charset=utf-8", FileName: null, FrabXml.Write),
        new ScheduleExport(Routes.ScheduleJson, "application/json; charset=utf-8", FileName: null, FrabJson.Write),
    ];

    private readonly Schedule _schedule;

    public Frab(Schedule schedule, SiteAddress site, Language language)
    {
        _schedule = schedule;
        var workshop = schedule.Workshop;
        Acronym = string.Concat(Folding.Fold(workshop.Name).Where(char.IsAsciiLetterOrDigit)).PadRight(4, '_');
        Version = schedule.Version is { } version
            ? string.Create(CultureInfo.InvariantCulture, $"{version.Number} ({version.At.UtcDateTime:yyyy-MM-dd HH:mm:ss'Z'})")
            : FirstVersionOf(schedule);
        Tracks =
        [
            .. schedule.Sessions.Select(s => new FrabTrack(
                s.Number,
                Phrases.SessionName(s, language),
                $"session-{Phrases.Number(s.Number)}"
            )),
        ];

        var taken = new HashSet<int>();
        Days =
        [
            .. schedule.Days.Select(
                (day, index) =>
                {
                    List<FrabEvent> events = [.. day.Select(slot => Event(new(schedule, slot, site, language), taken, site, language))];
                    return new FrabDay(
                        index + 1,
                        day.Key,
                        events.Min(e => e.Row.Start),
                        events.Max(e => e.Row.End),
                        [
                            .. events
                                .GroupBy(e => e.Room)
                                .OrderBy(r => IndexOf(r.Key.Key))
                                .Select(r => (r.Key, (IReadOnlyList<FrabEvent>)[.. r])),
                        ]
                    );
                }
            ),
        ];
        Rooms = [.. Days.SelectMany(d => d.Rooms).Select(r => r.Room).Distinct().OrderBy(r => IndexOf(r.Key))];
    }

    public static string Generator => "ModMatWorkshop";

    public static string GeneratorVersion { get; } = typeof(Frab).Assembly.GetName().Version?.ToString(3) ?? "0";

    /// <summary>Letters and digits, at least four characters: <c>nano2021</c>.</summary>
    public string Acronym { get; }

    /// <summary>The rooms in use. What is for everybody is in the venue's room, or else in a room with the name of the venue.</summary>
    public IReadOnlyList<FrabRoom> Rooms { get; }

    /// <summary>The time of the last change of the programme, in UTC.</summary>
    public string Version { get; }

    public IReadOnlyList<FrabTrack> Tracks { get; }

    public IReadOnlyList<FrabDay> Days { get; }

    /// <summary>What is for everybody comes first, then the rooms in the order of the content.</summary>
    private int IndexOf(string? room) => _schedule.Workshop.Rooms.Select(r => r.Key).ToList().IndexOf(room ?? "");

    private FrabRoom RoomOf(Slot slot, Language language)
    {
        var workshop = _schedule.Workshop;
        var room = workshop.RoomToName(slot.Room);
        var name = PlainText.OneLine((room?.Name ?? workshop.Venue.Room)?.In(language) ?? workshop.Venue.Name);
        return new(
            room?.Key,
            name,
            Named($"https://{workshop.UidDomain}/rooms/{room?.Key ?? Slug.From(name)}"),
            room is null ? workshop.Seats : room.Seats,
            room?.Directions is { } directions ? PlainText.OneLine(directions.In(language)) : null
        );
    }

    private FrabEvent Event(ProgrammeRow row, HashSet<int> taken, SiteAddress site, Language language)
    {
        var domain = _schedule.Workshop.UidDomain;
        var guid = Named($"https://{domain}/{row.Name}");
        var id = Number(guid);
        while (!taken.Add(id))
            id = id == int.MaxValue ? 1 : id + 1;
        return new(
            row,
            RoomOf(row.Slot, language),
            PlainText.OneLine(row.Heading),
            guid,
            id,
            // Both schemas require at least four characters on each side of a hyphen.
            $"{Acronym}-slot-{row.Name}",
            row.Contribution is { } talk && _schedule.Workshop.OwnKindOf(talk.ContributionCode) is { } own ? own.Key
                : row.Slot.Kind == SlotKind.PosterSession ? "poster-session"
                : row.Slot.Kind.ToString().ToLowerInvariant(),
            Tracks.FirstOrDefault(t => t.Number == row.Slot.SessionNumber)?.Name,
            row.Contribution?.Lang ?? language.Tag(),
            row.Contribution is { } c ? PlainText.Clean(c.BodyText) : null,
            Description(row),
            [.. row.Speakers.Select(s => new FrabPerson(PlainText.OneLine(s.Name), Named($"acct:{s.Slug}@{domain}"), s.Slug))],
            [
                .. (row.Contribution?.Materials ?? [])
                    .Concat(row.Slot.Materials)
                    .Select(m => (PlainText.OneLine(m.Title.In(language)), site.Of(m))),
            ]
        );
    }

    /// <summary>
    /// The changes of the slot, the moderator among its people, the speaker's laboratory and the chairs of the slot. It also lists the
    /// posters on show, which have no event of their own.
    /// </summary>
    private string Description(ProgrammeRow row)
    {
        IEnumerable<string?> facts = [.. row.Notes, row.Slot.IsModerated ? row.SpeakerNames : null, row.Laboratory, row.Chairs];
        var posters = row.Slot.Posters
            ? _schedule.Posters.Select(p => $"{p.ContributionCode} {p.Title} – {string.Join(", ", p.Speakers.Select(s => s.Name))}")
            : [];
        return PlainText.Clean(string.Join('\n', facts.OfType<string>().Concat(posters)));
    }

    /// <summary>The time of the last change of anything that the file shows.</summary>
    private static string FirstVersionOf(Schedule schedule) =>
        schedule
            .Slots.Select(s => s.Revision.LastModified)
            .Concat(schedule.Contributions.Values.Select(c => c.Revision.LastModified))
            .Append(schedule.Workshop.Revision.LastModified)
            .Max()
            .UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A UUID for a URL (RFC 9562, version 5).</summary>
    private static Guid Named(string url)
    {
        ReadOnlySpan<byte> urls = [0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8];
        // UUID version 5 requires SHA-1; it protects no secret.
#pragma warning disable CA5350
        var uuid = SHA1.HashData([.. urls, .. Encoding.UTF8.GetBytes(url)]).AsSpan(0, 16);
#pragma warning restore CA5350
        uuid[6] = (byte)((uuid[6] & 0x0f) | 0x50);
        uuid[8] = (byte)((uuid[8] & 0x3f) | 0x80);
        return new(uuid, bigEndian: true);
    }

    /// <summary>A number from 1 to 2³¹ − 1.</summary>
    public static int Number(Guid guid)
    {
        Span<byte> bytes = stackalloc byte[16];
        guid.TryWriteBytes(bytes, bigEndian: true, out _);
        return Math.Max(1, BinaryPrimitives.ReadInt32BigEndian(bytes) & int.MaxValue);
    }
}

internal sealed record FrabTrack(int Number, string Name, string Slug);

/// <param name="Index">From 1.</param>
internal sealed record FrabDay(
    int Index,
    DateOnly Date,
    DateTimeOffset Start,
    DateTimeOffset End,
    IReadOnlyList<(FrabRoom Room, IReadOnlyList<FrabEvent> Events)> Rooms
);

/// <param name="Key">Null for the room of what is for everybody.</param>
internal sealed record FrabRoom(string? Key, string Name, Guid Guid, int? Seats, string? Description);

internal sealed record FrabPerson(string Name, Guid Guid, string Slug);

/// <param name="Track">The name of the session; null outside sessions.</param>
internal sealed record FrabEvent(
    ProgrammeRow Row,
    FrabRoom Room,
    string Title,
    Guid Guid,
    int Id,
    string Slug,
    string Type,
    string? Track,
    string Language,
    string? Abstract,
    string Description,
    IReadOnlyList<FrabPerson> Speakers,
    IReadOnlyList<(string Title, string Url)> Attachments
)
{
    /// <summary><c>O1</c>; null for a slot that is not a talk.</summary>
    public string? Code => Row.Contribution?.ContributionCode.Printed;

    public string Start => Row.Start.ToString("HH:mm", CultureInfo.InvariantCulture);

    public string Duration =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)Row.Slot.Duration.TotalHours:00}:{Row.Slot.Duration.Minutes:00}");
}
