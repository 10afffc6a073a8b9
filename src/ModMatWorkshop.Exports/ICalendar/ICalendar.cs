using System.Globalization;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Exports;

/// <summary>
/// The programme as calendars to import or to subscribe to: <c>text/calendar; charset=utf-8</c>, RFC 5545 with properties of RFC 7986. The
/// UID of a slot, <c>o1@uid-domain</c>, never changes. Its SEQUENCE grows with each change. A cancelled talk stays, with STATUS:CANCELLED.
/// Times are in the workshop's zone, and the calendar contains its VTIMEZONE. DTSTAMP is the last change, so the same programme gives the
/// same bytes.
/// </summary>
// Written without a library, to control order, folding and the years of the VTIMEZONE. The tests parse the result with Ical.Net.
public static class ICalendar
{
    private const int ExcerptLength = 300;

    private const string MediaType = "text/calendar; charset=utf-8";

    public static readonly IReadOnlyList<Export> Exports =
    [
        new ScheduleExport(Routes.Calendar, MediaType, "programme.ics", Whole),
        new DayExport(Routes.CalendarOfDay, MediaType, "programme-{date}.ics", Day),
        new SelectionExport(Routes.Favourites, MediaType, "favoris.ics", Favourites),
        new PersonalExport(Routes.MyCalendar, MediaType, "{slug}.ics", Personal),
        new ContributionExport(Routes.AbstractCalendar, MediaType, "{code}.ics", (schedule, contribution, site, language) =>
            One(schedule, contribution.Code, site, language)
        ),
    ];

    private static readonly Localized Favourite = new("mes favoris", "my favourites");
    private static readonly Localized Remote = new("À distance, en direct sur {0}", "Remote, live at {0}");
    private static readonly Localized MyHalfDays = new("mes demi-journées", "my half-days");

    /// <summary>All slots of the timetable.</summary>
    public static string Whole(Schedule schedule, SiteAddress site, Language language) =>
        Write(
            schedule,
            Rows(schedule, schedule.Slots, site, language),
            schedule.Workshop.Name,
            Routes.Calendar.Path(schedule.Workshop.Languages, language),
            site,
            language
        );

    /// <summary>The slots of one day; no events for a day without slots.</summary>
    public static string Day(Schedule schedule, DateOnly date, SiteAddress site, Language language) =>
        Write(
            schedule,
            Rows(schedule, schedule.Slots.Where(s => s.Date == date), site, language),
            $"{schedule.Workshop.Name} – {Phrases.Day(date, language)}",
            Routes.CalendarOfDay.Path(schedule.Workshop.Languages, language, date.Iso()),
            site,
            language
        );

    /// <summary>One talk; or one poster, at each of its poster sessions.</summary>
    /// <param name="code">The code as in addresses: <c>o1</c>.</param>
    public static string One(Schedule schedule, string code, SiteAddress site, Language language) =>
        Write(
            schedule,
            Chosen(schedule, [code], site, language),
            $"{schedule.Workshop.Name} – {code.ToUpperInvariant()}",
            Routes.AbstractCalendar.Path(schedule.Workshop.Languages, language, code),
            site,
            language
        );

    /// <summary>The talks, posters and other slots that a reader has chosen, by code or slug. Unknown codes are ignored.</summary>
    public static string Favourites(Schedule schedule, IReadOnlyCollection<string> codes, SiteAddress site, Language language) =>
        Write(
            schedule,
            Chosen(schedule, codes, site, language),
            $"{schedule.Workshop.Name} – {Favourite.In(language)}",
            Routes.FavouritesOf(codes, schedule.Workshop.Languages, language),
            site,
            language
        );

    /// <summary>
    /// The half-days of one person, in their language, with their room or the stream and only the meals they chose. Its source is the
    /// person's own calendar and not a list of slots, so that a talk added later appears too.
    /// </summary>
    /// <param name="token">The secret in the address of this calendar.</param>
    public static string Personal(Schedule schedule, Registration registration, string token, SiteAddress site)
    {
        var language = schedule.Workshop.Languages.OrFirst(registration.Details.Language);
        return Write(
            schedule,
            PersonalProgramme
                .Of(registration, schedule)
                .Slots.Select(s => new ProgrammeRow(schedule, s.Slot, site, language)
                {
                    IsFollowedRemotely = s.Attendance == Attendance.Remote,
                }),
            $"{schedule.Workshop.Name} – {MyHalfDays.In(language)}",
            FileRoute.Fill(Routes.MyCalendar.TemplateIn(schedule.Workshop.Languages.First), token),
            site,
            language,
            lines => OptionEvents.Write(lines, schedule.Workshop, registration, language)
        );
    }

    private static IEnumerable<ProgrammeRow> Rows(Schedule schedule, IEnumerable<Slot> slots, SiteAddress site, Language language) =>
        slots.Select(s => new ProgrammeRow(schedule, s, site, language));

    private static IEnumerable<ProgrammeRow> Chosen(
        Schedule schedule,
        IReadOnlyCollection<string> codes,
        SiteAddress site,
        Language language
    )
    {
        var chosen = codes.ToHashSet(StringComparer.Ordinal);
        var posters = schedule.Posters.Where(p => chosen.Contains(p.Code)).ToList();
        foreach (var slot in schedule.Slots)
        {
            if (chosen.Contains(slot.Slug))
                yield return new(schedule, slot, site, language);
            if (slot.Posters)
                foreach (var poster in posters)
                    yield return new(schedule, slot, site, language, poster);
        }
    }

    private static string Write(
        Schedule schedule,
        IEnumerable<ProgrammeRow> rows,
        string name,
        string source,
        SiteAddress site,
        Language language,
        Action<ContentLines>? addMore = null
    )
    {
        var workshop = schedule.Workshop;
        var events = rows.ToList();
        var lines = new ContentLines();
        lines.Add("BEGIN", "VCALENDAR");
        lines.Add("VERSION", "2.0");
        lines.Add("PRODID", $"-//ModMatWorkshop//{workshop.Name}//{language.Tag().ToUpperInvariant()}");
        lines.Add("CALSCALE", "GREGORIAN");
        lines.AddText("NAME", name);
        lines.AddText("X-WR-CALNAME", name);
        lines.Add("X-WR-TIMEZONE", workshop.TimeZoneId);
        lines.Add("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        lines.Add("X-PUBLISHED-TTL", "PT1H");
        lines.Add("SOURCE;VALUE=URI", site.Of(source));
        lines.Add("COLOR", "firebrick");
        CalendarTimeZone.Write(
            lines,
            workshop.TimeZoneId,
            workshop.TimeZone,
            events.Select(e => e.Start.Year).DefaultIfEmpty(workshop.Start.Year).Min(),
            events.Select(e => e.End.Year).DefaultIfEmpty(workshop.End.Year).Max()
        );
        foreach (var row in events)
            Event(lines, workshop, row, site, language);
        addMore?.Invoke(lines);
        lines.Add("END", "VCALENDAR");
        return lines.ToString();
    }

    private static void Event(ContentLines lines, Workshop workshop, ProgrammeRow row, SiteAddress site, Language language)
    {
        var lastModified = row.LastModified.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        lines.Add("BEGIN", "VEVENT");
        lines.Add("UID", $"{row.Name}@{workshop.UidDomain}");
        lines.Add("DTSTAMP", lastModified);
        lines.Add($"DTSTART;TZID={workshop.TimeZoneId}", Hour(row.Start));
        lines.Add($"DTEND;TZID={workshop.TimeZoneId}", Hour(row.End));
        lines.AddText("SUMMARY", row.SpeakerNames is { } speakers ? $"{row.Heading} – {speakers}" : row.Heading);
        // The public page of the stream, which lets participants in; never the stream itself.
        var live = site.Of(Routes.Live.Path(workshop.Languages, language));
        var isOnStream = row.IsFollowedRemotely ?? row.IsRemote;
        lines.AddText("LOCATION", isOnStream ? Phrases.Fill(Remote.In(language), live) : Place(workshop, row.Slot.Room, language));
        if (isOnStream)
            lines.Add("CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO", live);
        if (Description(row) is { Length: > 0 } description)
            lines.AddText("DESCRIPTION", description);
        lines.Add("URL", row.Url);
        lines.Add("SEQUENCE", Phrases.Number(row.Sequence));
        lines.Add("LAST-MODIFIED", lastModified);
        lines.Add(
            "STATUS",
            row.IsCancelled ? "CANCELLED"
                : row.IsTentative ? "TENTATIVE"
                : "CONFIRMED"
        );
        lines.Add("TRANSP", IsFree(row) ? "TRANSPARENT" : "OPAQUE");
        lines.AddText("CATEGORIES", row.Kind);
        if (workshop.Contact is not null)
            lines.Add($"ORGANIZER;CN=\"{workshop.Name.Replace('"', '\'')}\"", $"mailto:{workshop.Contact}");
        lines.Add("END", "VEVENT");
    }

    /// <summary>A break leaves the reader free, unless it is shown for a poster of their choice.</summary>
    private static bool IsFree(ProgrammeRow row) =>
        row.IsCancelled || (row.Slot.Kind is SlotKind.Break or SlotKind.Meal && row.Contribution is null);

    private static string Hour(DateTimeOffset local) => local.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    private static string Place(Workshop workshop, string? room, Language language) =>
        string.Join(", ", [VenueRoom.WithVenue(workshop, room, language), .. workshop.Venue.Address, workshop.Venue.TownLine()]);

    private static string Description(ProgrammeRow row)
    {
        string?[] facts =
        [
            row.Contribution is { } c ? string.Join(", ", c.Authors.Select(a => a.Name)) : row.SpeakerNames,
            row.Contribution is null ? row.Laboratory : null,
            row.Frame,
            .. row.Notes,
        ];
        // Repeat the address in the description, because many calendars do not show URL.
        string?[] parts =
        [
            string.Join('\n', facts.Where(f => f is not null)),
            row.Contribution is { } talk ? PlainText.Excerpt(talk.BodyText, ExcerptLength) : null,
            row.Contribution is null ? null : row.Url,
        ];
        return string.Join("\n\n", parts.Where(p => !string.IsNullOrEmpty(p)));
    }
}
