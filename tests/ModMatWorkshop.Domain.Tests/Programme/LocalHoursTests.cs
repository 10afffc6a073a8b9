using System.Globalization;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Tests.Programme;

public class LocalHoursTests
{
    [Theory]
    [InlineData("Europe/Paris", "2021-09-22 13:30", "2021-09-22T11:30:00Z")]
    [InlineData("Europe/Paris", "2021-12-22 13:30", "2021-12-22T12:30:00Z")]
    [InlineData("Europe/Paris", "2021-03-28 01:59", "2021-03-28T00:59:00Z")]
    [InlineData("Europe/Paris", "2021-03-28 03:00", "2021-03-28T01:00:00Z")]
    [InlineData("Europe/Paris", "2021-10-31 01:59", "2021-10-30T23:59:00Z")]
    [InlineData("Europe/Paris", "2021-10-31 03:00", "2021-10-31T02:00:00Z")]
    [InlineData("UTC", "2021-03-28 02:30", "2021-03-28T02:30:00Z")]
    [InlineData("Asia/Kolkata", "2021-10-31 02:30", "2021-10-30T21:00:00Z")]
    public void A_local_time_is_converted_with_the_offset_of_its_date(string zone, string local, string instant) =>
        Assert.Equal(instant, Instant(zone, local));

    [Theory]
    [InlineData("2021-10-31 02:00", "2021-10-31T00:00:00Z")]
    [InlineData("2021-10-31 02:59", "2021-10-31T00:59:00Z")]
    public void A_local_time_that_occurs_twice_means_the_first(string local, string instant) =>
        Assert.Equal(instant, Instant("Europe/Paris", local));

    [Theory]
    [InlineData("2021-03-28 02:00")]
    [InlineData("2021-03-28 02:30")]
    [InlineData("2021-03-28 02:59")]
    public void A_local_time_that_the_clock_change_skips_has_no_instant(string local) => Assert.Null(Instant("Europe/Paris", local));

    private static string? Instant(string zone, string local)
    {
        var time = DateTime.Parse(local, CultureInfo.InvariantCulture);
        return LocalHours.TryToInstant(
            DateOnly.FromDateTime(time),
            TimeOnly.FromDateTime(time),
            TimeZoneInfo.FindSystemTimeZoneById(zone),
            out var instant
        )
            ? instant.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture).Replace("+00:00", "Z", StringComparison.Ordinal)
            : null;
    }
}
