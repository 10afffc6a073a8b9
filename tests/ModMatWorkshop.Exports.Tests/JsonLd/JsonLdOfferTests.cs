using System.Text.Json.Nodes;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Exports.Tests;

/// <summary>What search engines learn about registration and the place of the workshop.</summary>
public sealed class JsonLdOfferTests
{
    private static readonly Schedule Schedule = SampleSchedule.Create();

    /// <summary>Registration by the dates of the sample, with many seats left.</summary>
    internal static RegistrationAvailability Open { get; } =
        new(true, At("2021-07-01T00:00:00+02:00"), At("2021-10-28T00:00:00+02:00"), SeatsLeft.Many);

    [Theory]
    [InlineData("2021-06-30T23:59:59+02:00", false, "PreOrder")]
    [InlineData("2021-06-30T23:59:59+02:00", true, "InStock")]
    [InlineData("2021-07-01T00:00:00+02:00", true, "InStock")]
    [InlineData("2021-10-27T23:59:59+02:00", false, "SoldOut")]
    [InlineData("2021-10-28T00:00:00+02:00", false, "SoldOut")]
    public void The_offer_is_in_stock_while_registration_is_open(string now, bool isOpen, string availability) =>
        Assert.Equal(availability, Availability(Schedule, Open with { IsOpen = isOpen }, At(now)));

    [Theory]
    [InlineData(50, false, SeatsLeft.Few, "InStock")]
    [InlineData(50, false, SeatsLeft.None, "InStock")]
    [InlineData(50, true, SeatsLeft.Few, "InStock")]
    [InlineData(50, true, SeatsLeft.None, "SoldOut")]
    [InlineData(0, false, SeatsLeft.None, "InStock")]
    public void A_full_room_is_sold_out_where_nobody_takes_part_remotely(
        int seats,
        bool isInPersonOnly,
        SeatsLeft left,
        string availability
    )
    {
        var schedule = SampleSchedule.Create(seats: seats, isInPersonOnly: isInPersonOnly);
        Assert.Equal(availability, Availability(schedule, Open with { Left = left }, SampleSchedule.Imported));
    }

    [Fact]
    public void The_offer_has_the_dates_that_organisers_have_set()
    {
        var set = Open with { Opens = At("2021-08-01T00:00:00+02:00"), Closes = At("2021-11-01T00:00:00+01:00") };
        var offer = Offer(Schedule, set, SampleSchedule.Imported);
        Assert.Equal(
            ("2021-08-01T00:00:00+02:00", "2021-10-31T23:59:59+01:00"),
            ((string?)offer["validFrom"], (string?)offer["validThrough"])
        );
    }

    [Fact]
    public void A_venue_with_coordinates_has_a_point_on_the_map()
    {
        var schedule = SampleSchedule.Create(coordinates: new(43.5631, 1.4774));
        var place = Workshop(schedule, Open, SampleSchedule.Imported)["location"]![0]!;
        Assert.Equal("""{"@type":"GeoCoordinates","latitude":43.5631,"longitude":1.4774}""", place["geo"]!.ToJsonString());
        Assert.Null(Workshop(Schedule, Open, SampleSchedule.Imported)["location"]![0]!["geo"]);
    }

    private static string? Availability(Schedule schedule, RegistrationAvailability availability, DateTimeOffset now) =>
        ((string?)Offer(schedule, availability, now)["availability"])?["https://schema.org/".Length..];

    private static JsonNode Offer(Schedule schedule, RegistrationAvailability availability, DateTimeOffset now) =>
        Workshop(schedule, availability, now)["offers"]!;

    private static JsonNode Workshop(Schedule schedule, RegistrationAvailability availability, DateTimeOffset now) =>
        JsonNode.Parse(JsonLd.Workshop(schedule, availability, now, SampleSchedule.Site, Language.French))!;

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, null);
}
