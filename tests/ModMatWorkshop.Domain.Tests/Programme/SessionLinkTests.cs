using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Tests.Programme;

public sealed class SessionLinkTests
{
    [Theory]
    [InlineData("2021-09-24T23:59+02:00", true)]
    [InlineData("2021-09-25T23:59+02:00", true)]
    [InlineData("2021-09-26T00:00+02:00", false)]
    public void Links_work_until_the_day_after_the_workshop_where_it_takes_place(string now, bool works) =>
        Assert.Equal(
            works,
            SessionLink.WorkAt(
                DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture),
                new(2021, 9, 24),
                TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris")
            )
        );
}
