using System.Globalization;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Exports;

/// <summary>Formats instants in the workshop's local time, as ISO 8601.</summary>
public static class LocalTime
{
    public static DateTimeOffset Local(this Workshop workshop, DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, workshop.TimeZone);

    public static DateTimeOffset Local(this Workshop workshop, DateOnly date, TimeOnly hour)
    {
        var local = date.ToDateTime(hour);
        return new(local, workshop.TimeZone.GetUtcOffset(local));
    }

    /// <summary><c>2021-10-29T09:30:00+02:00</c>.</summary>
    public static string Iso(this DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public static string Iso(this DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
