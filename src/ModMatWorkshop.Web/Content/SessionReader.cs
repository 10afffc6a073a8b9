using System.Globalization;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Web.Content;

/// <summary>The sessions with their slots, and the slots that belong to none; together they are the timetable.</summary>
public sealed class SessionReader(Workshop? workshop, People people, ProblemList problems)
{
    private static readonly Dictionary<string, HalfDay> HalfDays = new() { ["morning"] = HalfDay.Morning, ["afternoon"] = HalfDay.Afternoon };

    private static readonly Dictionary<string, SlotKind> Kinds = new()
    {
        ["opening"] = SlotKind.Opening,
        ["intervention"] = SlotKind.Intervention,
        ["poster-session"] = SlotKind.PosterSession,
        ["break"] = SlotKind.Break,
        ["meal"] = SlotKind.Meal,
    };

    private readonly List<Session> _sessions = [];
    private readonly List<(Slot Slot, Place Place)> _slots = [];
    private readonly Dictionary<string, int?> _places = [];

    public IReadOnlyList<Session> Sessions => [.. _sessions.OrderBy(s => s.Number)];

    /// <summary>For each contribution code that a slot names, the number of its session.</summary>
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
            HalfDay = fields.RequiredChoice("half_day", HalfDays),
            Title = fields.Localized("title"),
            Chair = fields.Text("chair"),
        };
        if (session.Number == 0)
            fields.Error("session", "The session has no number.", "`session: 1` for the first.");
        else if (_sessions.Exists(s => s.Number == session.Number))
            fields.Error("session", $"There are two sessions {session.Number}.", "Give each its own number.");
        else
            _sessions.Add(session);
        foreach (var slot in fields.List("slots"))
            ReadSlot(slot, session.Date, session.Number);
        fields.RefuseOthers();
        if (file.Body.Trim().Length > 0)
            problems.Error(new(file.Name, file.BodyLine), "The body of a session is not shown.", "Write a page or an item of news.");
    }

    public void ReadLoose(IEnumerable<Fields> slots)
    {
        foreach (var slot in slots)
            ReadSlot(slot, Day(slot), null);
    }

    /// <summary>The timetable in order of time, checked against the contributions: every talk in a slot, every slot's talk there, nothing at once.</summary>
    public IReadOnlyList<Slot> SlotsInOrder(IReadOnlyList<Contribution> contributions)
    {
        var byCode = new Dictionary<string, Contribution>();
        foreach (var contribution in contributions)
            byCode.TryAdd(contribution.Code, contribution);

        var ordered = _slots.OrderBy(s => s.Slot.Start).ThenBy(s => s.Slot.Slug, StringComparer.Ordinal).ToList();
        for (var i = 1; i < ordered.Count; i++)
        {
            var (before, (slot, place)) = (ordered[i - 1].Slot, ordered[i]);
            if (slot.Start < before.End && !slot.Cancelled && !before.Cancelled)
                problems.Error(place, $"`{slot.Slug}` begins before `{before.Slug}` has ended.", "There is one track: give them hours that do not overlap.");
        }
        foreach (var twice in _slots.GroupBy(s => s.Slot.Slug).Where(g => g.Count() > 1))
            problems.Error(twice.Last().Place, $"Two slots are called `{twice.Key}`.", "Each slot has a slug of its own, and a talk stands once.");

        return [.. ordered.DistinctBy(s => s.Slot.Slug).Select(s => s.Slot.ContributionCode is { } code ? OfTalk(s.Slot, s.Place, byCode.GetValueOrDefault(code)) : s.Slot)];
    }

    private Slot OfTalk(Slot slot, Place place, Contribution? talk)
    {
        if (talk is null)
            problems.Error(place, $"The slot names {slot.ContributionCode!.ToUpperInvariant()}, which is no contribution.", $"Write contributions/{slot.ContributionCode}.md or correct the code.");
        else if (talk.Kind == ContributionKind.Poster)
            problems.Error(place, $"The slot names {talk.ContributionCode}, which is a poster.", "Posters stand on boards; a slot says `posters: true` while they hang.");
        return new()
        {
            Slug = slot.Slug,
            Date = slot.Date,
            Start = slot.Start,
            End = slot.End,
            Kind = talk?.Kind == ContributionKind.Invited ? SlotKind.Invited : SlotKind.Oral,
            SessionNumber = slot.SessionNumber,
            ContributionCode = slot.ContributionCode,
            SpeakerSlug = talk?.SpeakerSlug,
            SpeakerName = talk?.SpeakerName,
            Lab = talk?.Lab,
            Town = talk?.Town,
            Posters = slot.Posters,
            Cancelled = slot.Cancelled || talk is { Cancelled: true },
            MovedFromStart = slot.MovedFromStart,
            MovedFromEnd = slot.MovedFromEnd,
            Chair = slot.Chair,
            DoNotRecord = slot.DoNotRecord || talk is { DoNotRecord: true },
            Materials = [.. slot.Materials, .. talk?.Materials ?? []],
        };
    }

    private void ReadSlot(Fields fields, DateOnly date, int? session)
    {
        var code = fields.Text("contribution");
        var slug = code is null ? fields.RequiredText("slug") : code.ToLowerInvariant();
        if (code is not null && !ContributionCode.TryParse(code, out _))
            fields.Error("contribution", $"`{code}` is not the code of a contribution.", "For example: `contribution: O3`.");
        else if (code is not null)
            _places[slug] = session;
        else if (slug.Length > 0 && (!Slug.IsValid(slug) || ContributionCode.TryParse(slug, out _)))
            fields.Error("slug", $"`{slug}` is not a slug.", "Lower-case letters, digits and hyphens, and not like the code of a talk.");

        var kind = code is null ? fields.RequiredChoice("kind", Kinds) : SlotKind.Oral;
        var speaker = code is null ? fields.Text("speaker") : null;
        var old = fields.Map("moved_from");
        var (start, end) = Hours(fields, date, "start", "end");
        var (oldStart, oldEnd) = old is null ? (default(DateTimeOffset?), default(DateTimeOffset?)) : Hours(old, old.Date("date") ?? date, "start", "end");
        old?.RefuseOthers();

        var slot = new Slot
        {
            Slug = slug,
            Date = date,
            Start = start,
            End = end,
            Kind = kind,
            SessionNumber = session,
            ContributionCode = code is null ? null : slug,
            Title = code is null ? fields.RequiredLocalized("title") : null,
            SpeakerSlug = speaker is null ? null : people.Meet(speaker, People.Role.Speaker, fields.PlaceOfKey("speaker")),
            SpeakerName = speaker,
            Lab = code is null ? fields.Text("lab") : null,
            Town = code is null ? fields.Text("town") : null,
            Posters = fields.Flag("posters"),
            Cancelled = fields.Flag("cancelled"),
            MovedFromStart = oldStart,
            MovedFromEnd = oldEnd,
            Chair = fields.Text("chair"),
            DoNotRecord = fields.Flag("do_not_record"),
            Materials = ContributionReader.Materials(fields),
        };
        fields.RefuseOthers();
        _slots.Add((slot, fields.Place));
    }

    private (DateTimeOffset Start, DateTimeOffset End) Hours(Fields fields, DateOnly date, string startKey, string endKey)
    {
        var start = Instant(startKey);
        var end = Instant(endKey);
        if (fields.Has(startKey) && fields.Has(endKey) && end <= start)
            fields.Error(endKey, "The slot ends before it begins.", "Give the later hour to `end`.");
        return (start, end);

        DateTimeOffset Instant(string key)
        {
            var hour = fields.RequiredTime(key);
            if (!LocalHours.TryToInstant(date, hour, workshop?.TimeZone ?? TimeZoneInfo.Utc, out var instant))
                fields.Error(key, string.Create(CultureInfo.InvariantCulture, $"On {date:yyyy-MM-dd} the clocks skip {hour:HH\\:mm} in {workshop?.TimeZoneId}."), "Choose an hour that exists.");
            return instant;
        }
    }

    private DateOnly Day(Fields fields)
    {
        var date = fields.RequiredDate("date");
        if (workshop is not null && date != default && (date < workshop.Start || date > workshop.End))
            fields.Error("date", string.Create(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd} is not a day of the workshop ({workshop.Start:yyyy-MM-dd} to {workshop.End:yyyy-MM-dd})."), "Correct it, or `start` and `end` in workshop.md.");
        return date;
    }
}
