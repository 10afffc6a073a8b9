using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Content;

/// <summary>Reads the sessions with their slots, and the slots outside sessions.</summary>
public sealed class SessionReader(Workshop? workshop, PersonCollector people, MaterialReader materials, ProblemList problems)
{
    private static readonly Dictionary<string, HalfDay> HalfDays = new()
    {
        ["morning"] = HalfDay.Morning,
        ["afternoon"] = HalfDay.Afternoon,
    };

    private static readonly Dictionary<string, SlotKind> Kinds = new()
    {
        ["opening"] = SlotKind.Opening,
        ["intervention"] = SlotKind.Intervention,
        ["poster-session"] = SlotKind.PosterSession,
        ["break"] = SlotKind.Break,
        ["meal"] = SlotKind.Meal,
    };

    private readonly List<Session> _sessions = [];
    private readonly List<Broadcast> _broadcasts = [];
    private readonly List<(Slot Slot, SourceLocation Place)> _slots = [];
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
        var fields = new Fields(file.Name, file.FrontMatter, problems);
        var session = new Session
        {
            Number = fields.Integer("session") ?? 0,
            Date = Day(fields),
            HalfDay = fields.RequiredChoice("half_day", HalfDays) ?? default,
            Title = fields.Localized("title"),
            Chair = fields.Text("chair"),
        };
        if (session.Number == 0)
            fields.Error("session", "The session has no number.", "`session: 1` for the first.");
        else if (_sessions.Exists(s => s.Number == session.Number))
            fields.Error("session", $"There are two sessions {session.Number}.", "Give each session its own number.");
        else
        {
            _sessions.Add(session);
            ReadStream(fields, session.Number);
        }
        foreach (var slot in fields.List("slots"))
            ReadSlot(slot, session.Date, session.Number);
        fields.ReportUnknownKeys();
        if (file.Body.Trim().Length > 0)
            problems.Error(new(file.Name, file.BodyLine), "The body of a session is not shown.", "Write a page or a news item instead.");
    }

    public void ReadStandaloneSlots(IEnumerable<Fields> slots)
    {
        foreach (var slot in slots)
            ReadSlot(slot, Day(slot), null);
    }

    /// <summary>
    /// The slots in chronological order, without those of unknown talks. Reports slots without their talk and slots that overlap.
    /// </summary>
    /// <param name="unreadable">Files that exist but cannot be read. Their content is unknown, so it is not reported as missing.</param>
    public IReadOnlyList<Slot> SlotsInOrder(IReadOnlyList<Contribution> contributions, IReadOnlySet<string> unreadable)
    {
        var byCode = new Dictionary<string, Contribution>();
        foreach (var contribution in contributions)
            byCode.TryAdd(contribution.Code, contribution);

        var ordered = _slots.OrderBy(s => s.Slot.Start).ThenBy(s => s.Slot.Slug, StringComparer.Ordinal).ToList();
        Slot? before = null;
        foreach (var (slot, place) in ordered.Where(s => TakesPlace(s.Slot)))
        {
            if (slot.Start < before?.End)
                problems.Contradiction(
                    place,
                    $"`{slot.Slug}` starts before `{before.Slug}` ends.",
                    "There is only one track: the times must not overlap."
                );
            if (before is null || slot.End > before.End)
                before = slot;
        }
        foreach (var twice in _slots.GroupBy(s => s.Slot.Slug).Where(g => g.Count() > 1))
            problems.Contradiction(
                twice.Last().Place,
                $"Two slots have the slug `{twice.Key}`.",
                "Each slot needs its own slug, and each talk has one slot."
            );

        foreach (
            var (slot, place) in ordered.Where(s =>
                s.Slot.ContributionCode is { } code && !byCode.ContainsKey(code) && !unreadable.Contains($"contributions/{code}.md")
            )
        )
            problems.Contradiction(
                place,
                $"The slot refers to {slot.ContributionCode!.ToUpperInvariant()}, which does not exist.",
                $"Write contributions/{slot.ContributionCode}.md or correct the code.",
                $"contributions/{slot.ContributionCode}.md"
            );

        return
        [
            .. ordered
                .DistinctBy(s => s.Slot.Slug)
                .Where(s => s.Slot.ContributionCode is not { } code || byCode.ContainsKey(code))
                .Select(s => s.Slot.ContributionCode is { } code ? OfTalk(s.Slot, s.Place, byCode[code]) : s.Slot),
        ];

        bool TakesPlace(Slot slot) =>
            !slot.Cancelled && !(slot.ContributionCode is { } code && byCode.GetValueOrDefault(code) is { Cancelled: true });
    }

    private Slot OfTalk(Slot slot, SourceLocation place, Contribution talk)
    {
        if (talk.Kind == ContributionKind.Poster)
            problems.Contradiction(
                place,
                $"The slot refers to {talk.ContributionCode}, which is a poster.",
                "Posters are on boards; a slot says `posters: true` while they are on display."
            );
        return new()
        {
            Slug = slot.Slug,
            Date = slot.Date,
            Start = slot.Start,
            End = slot.End,
            Kind = talk.Kind == ContributionKind.Invited ? SlotKind.Invited : SlotKind.Oral,
            SessionNumber = slot.SessionNumber,
            ContributionCode = slot.ContributionCode,
            SpeakerSlug = talk.SpeakerSlug,
            SpeakerName = talk.SpeakerName,
            Lab = talk.Lab,
            Town = talk.Town,
            Posters = slot.Posters,
            Cancelled = slot.Cancelled || talk.Cancelled,
            MovedFromStart = slot.MovedFromStart,
            MovedFromEnd = slot.MovedFromEnd,
            Chair = slot.Chair,
            DoNotRecord = slot.DoNotRecord || talk.DoNotRecord,
            Materials = slot.Materials,
        };
    }

    /// <summary>
    /// Reads the stream address. An error does not quote it, because logs are not secret and the address may be almost correct.
    /// </summary>
    private void ReadStream(Fields fields, int session)
    {
        if (fields.Text("stream") is not { } address)
            return;
        if (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri is { Scheme: "https", UserInfo: "" })
            _broadcasts.Add(new() { SessionNumber = session, Url = uri.AbsoluteUri });
        else
            fields.Error(
                "stream",
                "`stream` is not the https address of a stream.",
                "For example: `stream: \"https://live.example.org/room\"`."
            );
    }

    private void ReadSlot(Fields fields, DateOnly date, int? session)
    {
        var code = fields.Text("contribution");
        var slug = code is null ? fields.RequiredText("slug") : code.ToLowerInvariant();
        var isTalk = ContributionCode.TryParse(code, out _);
        if (code is not null && !isTalk)
            fields.Error("contribution", $"`{code}` is not a contribution code.", "For example: `contribution: O3`.");
        else if (code is not null)
            _places[slug] = session;
        else if (slug.Length > 0 && (!Slug.IsValid(slug) || ContributionCode.TryParse(slug, out _)))
            fields.Error("slug", $"`{slug}` is not a slug.", "Lower-case letters, digits and hyphens, and not like the code of a talk.");

        var kind = code is null ? fields.RequiredChoice("kind", Kinds) ?? default : SlotKind.Oral;
        var speaker = code is null ? fields.Text("speaker") : null;
        var old = fields.Map("moved_from");
        var hours = Hours(fields, date);
        var oldHours = old is null ? null : Hours(old, old.Date("date") ?? date);
        old?.ReportUnknownKeys();

        var slot = new Slot
        {
            Slug = slug,
            Date = date,
            Start = hours?.Start ?? default,
            End = hours?.End ?? default,
            Kind = kind,
            SessionNumber = session,
            ContributionCode = isTalk ? slug : null,
            Title = code is null ? fields.RequiredLocalized("title") : null,
            SpeakerSlug = speaker is null ? null : people.Add(speaker, PersonCollector.PersonRole.Speaker, fields.PlaceOfKey("speaker")),
            SpeakerName = speaker,
            Lab = code is null ? fields.Text("lab") : null,
            Town = code is null ? fields.Text("town") : null,
            Posters = fields.Flag("posters"),
            Cancelled = fields.Flag("cancelled"),
            MovedFromStart = oldHours?.Start,
            MovedFromEnd = oldHours?.End,
            Chair = fields.Text("chair"),
            DoNotRecord = fields.Flag("do_not_record"),
            Materials = materials.Read(fields),
        };
        fields.ReportUnknownKeys();
        if (hours is not null)
            _slots.Add((slot, fields.Place));
    }

    /// <summary>Null if a date or a time is missing or invalid, which is reported.</summary>
    private (DateTimeOffset Start, DateTimeOffset End)? Hours(Fields fields, DateOnly date)
    {
        var (start, end) = (Instant("start"), Instant("end"));
        if (end <= start)
            fields.Error("end", "The slot ends before it starts.", "Give the later time to `end`.");
        return start is { } from && end is { } to ? (from, to) : null;

        DateTimeOffset? Instant(string key)
        {
            if (fields.RequiredTime(key) is not { } hour || date == default)
                return null;
            if (LocalHours.TryToInstant(date, hour, workshop?.TimeZone ?? TimeZoneInfo.Utc, out var instant))
                return instant;
            fields.Error(
                key,
                $"On {date:yyyy-MM-dd} the clocks skip {hour:HH\\:mm} in {workshop?.TimeZoneId}.",
                "Choose a time that exists."
            );
            return null;
        }
    }

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
