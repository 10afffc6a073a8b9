using System.Globalization;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Options;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Exports;

/// <summary>The options of which a person has places, as events of their own calendar. An option without an hour has none.</summary>
internal static class OptionEvents
{
    /// <summary>For an option that does not say when it ends.</summary>
    private static readonly TimeSpan UsualLength = TimeSpan.FromHours(2);

    public static void Write(ContentLines lines, Workshop workshop, Registration registration, Language language)
    {
        foreach (var option in workshop.Options)
            if (option is { Date: { } day, Start: { } start } && registration.OptionPlace(option.Key) is { Held: > 0 })
                Event(lines, workshop, option, day.ToDateTime(start), language);
    }

    private static void Event(ContentLines lines, Workshop workshop, WorkshopOption option, DateTime start, Language language)
    {
        var end = option.End is not { } hour ? start + UsualLength : start.Date.AddDays(hour <= option.Start ? 1 : 0) + hour.ToTimeSpan();
        var changed = workshop.Revision.LastModified.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        lines.Add("BEGIN", "VEVENT");
        lines.Add("UID", $"option-{option.Key}@{workshop.UidDomain}");
        lines.Add("DTSTAMP", changed);
        lines.Add($"DTSTART;TZID={workshop.TimeZoneId}", Local(start));
        lines.Add($"DTEND;TZID={workshop.TimeZoneId}", Local(end));
        lines.AddText("SUMMARY", option.Name.In(language));
        if (option.Where is { } where)
            lines.AddText("LOCATION", where.In(language));
        lines.Add("SEQUENCE", Phrases.Number(workshop.Revision.Sequence));
        lines.Add("LAST-MODIFIED", changed);
        lines.Add("STATUS", "CONFIRMED");
        lines.Add("END", "VEVENT");
    }

    private static string Local(DateTime local) => local.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
}
