using System.Globalization;

namespace ModMatWorkshop.Exports;

/// <summary>
/// The VTIMEZONE of a zone (RFC 5545, 3.6.5): the offset at the start of the first year, then every change until the end of the last year.
/// </summary>
internal static class CalendarTimeZone
{
    private const int MinutesADay = 24 * 60;

    public static void Write(ContentLines lines, string id, TimeZoneInfo zone, int firstYear, int lastYear)
    {
        var changes = Changes(zone, firstYear, lastYear);
        var begin = new DateTime(firstYear, 1, 1);
        var first = zone.GetUtcOffset(begin);

        lines.Add("BEGIN", "VTIMEZONE");
        lines.Add("TZID", id);
        // If the next change sets the clocks back, January is in summer time, as in the southern hemisphere.
        Observance(lines, isSummer: changes is [{ To: var next }, ..] && next < first, begin, first, first);
        foreach (var (instant, from, to) in changes)
            Observance(lines, isSummer: to > from, instant.ToOffset(from).DateTime, from, to);
        lines.Add("END", "VTIMEZONE");
    }

    private static void Observance(ContentLines lines, bool isSummer, DateTime begin, TimeSpan from, TimeSpan to)
    {
        var name = isSummer ? "DAYLIGHT" : "STANDARD";
        lines.Add("BEGIN", name);
        lines.Add("DTSTART", begin.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture));
        lines.Add("TZOFFSETFROM", Offset(from));
        lines.Add("TZOFFSETTO", Offset(to));
        lines.Add("END", name);
    }

    private static string Offset(TimeSpan offset) =>
        (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hhmm", CultureInfo.InvariantCulture);

    /// <summary>
    /// Finds the changes of offset by a daily search, then by bisection. Adjustment rules are not used because they differ between
    /// operating systems; offsets do not.
    /// </summary>
    private static List<(DateTimeOffset Instant, TimeSpan From, TimeSpan To)> Changes(TimeZoneInfo zone, int firstYear, int lastYear)
    {
        List<(DateTimeOffset, TimeSpan, TimeSpan)> changes = [];
        var begin = new DateTime(firstYear, 1, 1);
        var end = new DateTimeOffset(lastYear + 1, 1, 1, 0, 0, 0, TimeSpan.Zero);
        for (var day = new DateTimeOffset(begin, zone.GetUtcOffset(begin)).ToUniversalTime(); day < end; day = day.AddDays(1))
        {
            var (from, to) = (zone.GetUtcOffset(day), zone.GetUtcOffset(day.AddDays(1)));
            if (from == to)
                continue;
            var (before, after) = (0, MinutesADay);
            while (after - before > 1)
            {
                var middle = (before + after) / 2;
                if (zone.GetUtcOffset(day.AddMinutes(middle)) == from)
                    before = middle;
                else
                    after = middle;
            }
            changes.Add((day.AddMinutes(after), from, to));
        }
        return changes;
    }
}
