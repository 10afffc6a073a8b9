using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Content;

/// <summary>Reads one slot of a session, or one outside sessions.</summary>
internal sealed class SlotReader(Workshop? workshop, PersonCollector people, MaterialReader materials)
{
    private static readonly Dictionary<string, SlotKind> Kinds = new()
    {
        ["opening"] = SlotKind.Opening,
        ["intervention"] = SlotKind.Intervention,
        ["poster-session"] = SlotKind.PosterSession,
        ["break"] = SlotKind.Break,
        ["meal"] = SlotKind.Meal,
        ["tutorial"] = SlotKind.Tutorial,
        ["panel"] = SlotKind.Panel,
        ["social"] = SlotKind.Social,
    };

    /// <summary>The name of a kind in content files.</summary>
    public static string KeyOf(SlotKind kind) => Kinds.First(k => k.Value == kind).Key;

    /// <summary>Null if a date or a time is missing or invalid, which is reported.</summary>
    /// <param name="session">Null for a slot outside sessions.</param>
    /// <param name="room">The room of the session.</param>
    public Slot? Read(Fields fields, DateOnly date, int? session, string? room)
    {
        var code = fields.Text("contribution");
        var slug = SlugIn(fields, code);
        var kind = code is null ? fields.RequiredChoice("kind", Kinds) ?? default : SlotKind.Oral;
        var (speakers, isModerated) = code is null ? Speakers(fields) : ([], false);
        var old = fields.Map("moved_from");
        var hours = Hours(fields, date);
        var oldHours = old is null ? null : Hours(old, old.Date("date") ?? date);
        old?.ReportUnknownKeys();
        if (hours is not null && oldHours == hours)
            fields.Warn("moved_from", $"`{slug}` takes place at the time from which it is moved.", "Give the old time, or delete the key.");

        var first = speakers is [var speaker, ..] ? speaker : null;
        var slot = new Slot
        {
            Slug = slug,
            Date = date,
            Start = hours?.Start ?? default,
            End = hours?.End ?? default,
            Kind = kind,
            SessionNumber = session,
            Room = RoomReader.KeyIn(fields, workshop) ?? room,
            ContributionCode = ContributionCode.TryParse(code, out _) ? slug : null,
            Title = code is null ? fields.RequiredLocalized("title") : null,
            SpeakerSlug = first?.Slug,
            SpeakerName = first?.Name,
            Lab = first?.Lab,
            Town = first?.Town,
            MoreSpeakers = [.. speakers.Skip(1)],
            Pronunciation = code is null ? fields.Text("pronunciation") : null,
            IsModerated = isModerated,
            Posters = fields.Flag("posters"),
            Cancelled = fields.Flag("cancelled"),
            CancelledBecause = fields.Localized("cancelled_because"),
            ToBeConfirmed = fields.Flag("to_be_confirmed"),
            HoursToBeConfirmed = fields.Flag("hours_to_be_confirmed"),
            MovedFromStart = oldHours?.Start,
            MovedFromEnd = oldHours?.End,
            Chairs = fields.TextOrTexts("chair"),
            DoNotRecord = fields.Flag("do_not_record"),
            Materials = materials.Read(fields),
        };
        fields.ReportUnknownKeys();
        return hours is null ? null : slot;
    }

    private static string SlugIn(Fields fields, string? code)
    {
        var slug = code is null ? fields.RequiredText("slug") : code.ToLowerInvariant();
        if (code is not null && !ContributionCode.TryParse(code, out _))
            fields.Error("contribution", $"`{code}` is not a contribution code.", "For example: `contribution: O3`.");
        else if (code is null && slug.Length > 0 && (!Slug.IsValid(slug) || ContributionCode.TryParse(slug, out _)))
            fields.Error("slug", $"`{slug}` is not a slug.", "Lower-case letters, digits and hyphens, and not like the code of a talk.");
        return slug;
    }

    /// <summary>The speakers of a slot without a contribution. The moderator of a panel comes first.</summary>
    private (IReadOnlyList<Speaker> Speakers, bool IsModerated) Speakers(Fields fields)
    {
        var speakers = SpeakerReader
            .Read(fields, isRequired: false, mayHaveSlug: true)
            .Select(s => new Speaker(s.Name, people.Add(s), s.Lab, s.Town))
            .ToList();
        if (fields.Text("moderator") is not { } name)
            return (speakers, false);
        if (speakers.Find(s => s.Name == name) is not { } moderator)
        {
            fields.Error("moderator", $"The moderator `{name}` is not one of the speakers.", "Write the name as under `speakers`.");
            return (speakers, false);
        }
        return ([moderator, .. speakers.Where(s => s != moderator)], true);
    }

    /// <summary>Null if a date or a time is missing or invalid, which is reported.</summary>
    private (DateTimeOffset Start, DateTimeOffset End)? Hours(Fields fields, DateOnly date)
    {
        var (start, end) = (fields.RequiredTime("start"), fields.RequiredTime("end"));
        var lastDay = start is { } first && end is { } last ? SlotHours.EndDay(date, first, last) : date;
        var (from, to) = (Instant("start", start, date), Instant("end", end, lastDay));
        if (to <= from)
            fields.Error("end", "The slot ends before it starts.", "Give the later time to `end`.");
        return from is { } begin && to is { } finish ? (begin, finish) : null;

        DateTimeOffset? Instant(string key, TimeOnly? time, DateOnly day)
        {
            if (time is not { } hour || day == default)
                return null;
            if (LocalHours.TryToInstant(day, hour, workshop?.TimeZone ?? TimeZoneInfo.Utc, out var instant))
                return instant;
            fields.Error(
                key,
                $"On {day:yyyy-MM-dd} the clocks skip {hour:HH\\:mm} in {workshop?.TimeZoneId}.",
                "Choose a time that exists."
            );
            return null;
        }
    }
}
