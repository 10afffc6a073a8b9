using System.Globalization;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Tests.Programme;

public class WorkshopPeriodTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    [Theory]
    [InlineData("2021-09-21T23:59:59+02:00", WorkshopPhase.Before)]
    [InlineData("2021-09-22T00:00:00+02:00", WorkshopPhase.During)]
    [InlineData("2021-09-22T23:00:00+02:00", WorkshopPhase.During)]
    [InlineData("2021-09-24T12:44:59+02:00", WorkshopPhase.During)]
    [InlineData("2021-09-24T12:45:00+02:00", WorkshopPhase.After)]
    [InlineData("2022-09-22T10:00:00+02:00", WorkshopPhase.After)]
    public void The_workshop_lasts_from_its_first_day_until_its_last_stream_closes(string instant, WorkshopPhase phase) =>
        Assert.Equal(phase, Period(At("2021-09-24T12:30+02:00")).PhaseAt(At(instant)));

    [Theory]
    [InlineData("2021-09-24T23:59:59+02:00", WorkshopPhase.During)]
    [InlineData("2021-09-25T00:00:00+02:00", WorkshopPhase.After)]
    public void A_workshop_without_slots_lasts_until_the_end_of_its_last_day(string instant, WorkshopPhase phase) =>
        Assert.Equal(phase, Period(null).PhaseAt(At(instant)));

    private static WorkshopPeriod Period(DateTimeOffset? lastEnd) => WorkshopPeriod.Of(new(2021, 9, 22), new(2021, 9, 24), Paris, lastEnd);

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
}
