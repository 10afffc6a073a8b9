using System.Globalization;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Tests.Programme;

public class AnnouncementTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    [Theory]
    [InlineData("09:59", false)]
    [InlineData("10:00", true)]
    [InlineData("10:59", true)]
    [InlineData("11:00", false)]
    public void An_announcement_is_shown_until_its_hour(string at, bool isShown) =>
        Assert.Equal(
            isShown,
            new Announcement
            {
                Text = new("Café"),
                From = At("10:00"),
                Until = At("11:00"),
            }.IsShownAt(At(at))
        );

    [Theory]
    [InlineData(" Café au  premier\nétage ", "Coffee upstairs", "Café au premier étage|Coffee upstairs")]
    [InlineData("Café", " ", "Café|")]
    [InlineData("", "Coffee", null)]
    [InlineData(null, null, null)]
    public void It_has_a_text_in_the_first_language_at_least(string? french, string? english, string? expected)
    {
        var text = Announcement.TextOf(french, english, WorkshopLanguages.Default);
        Assert.Equal(expected, text is null ? null : $"{text.Fr}|{text.En}");
    }

    [Fact]
    public void A_text_in_a_language_that_the_workshop_does_not_have_is_left_out() =>
        Assert.Equal(new(null, "Coffee"), Announcement.TextOf("Café", "Coffee", new(Language.English)));

    [Theory]
    [InlineData(200, 200, true)]
    [InlineData(201, 1, false)]
    [InlineData(1, 201, false)]
    public void It_has_at_most_200_characters_in_each_language(int french, int english, bool isAccepted) =>
        Assert.Equal(
            isAccepted,
            Announcement.TextOf(new string('a', french), new string('a', english), WorkshopLanguages.Default) is not null
        );

    [Theory]
    [InlineData("10:00", "10:30", "23 10:30")]
    [InlineData("10:00", "10:00", "24 10:00")]
    [InlineData("23:30", "00:15", "24 00:15")]
    public void Its_end_is_the_next_time_a_clock_shows_the_hour(string now, string hour, string expected)
    {
        var end = Announcement.Next(TimeOnly.Parse(hour, CultureInfo.InvariantCulture), At(now), Paris);
        Assert.Equal(expected, TimeZoneInfo.ConvertTime(end!.Value, Paris).ToString("dd HH:mm", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Pages_change_when_an_announcement_begins_and_ends()
    {
        var timeline = new Timeline([(At("09:00"), At("12:00"))], Paris, At("10:10"), At("10:50"));
        Assert.Equal(
            [At("10:10"), At("10:50"), At("12:00")],
            [timeline.NextAfter(At("10:00")), timeline.NextAfter(At("10:10")), timeline.NextAfter(At("10:50"))]
        );
    }

    private static DateTimeOffset At(string hour) =>
        new(new DateOnly(2021, 9, 23).ToDateTime(TimeOnly.Parse(hour, CultureInfo.InvariantCulture)), TimeSpan.FromHours(2));
}
