using System.Net;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Registering;

/// <summary>The pages of a workshop in the room only, and of one that takes place remotely only.</summary>
public sealed class AttendanceOfferTests
{
    private const string BeforeTheWorkshop = "2030-02-01T09:00";
    private const string DuringTheWorkshop = "2030-03-30T10:05";

    [Fact]
    public async Task In_the_room_only_the_form_does_not_ask_how_one_attends()
    {
        using var content = With("seats: 20\n", "seats: 20\nremote: false\n");
        await using var site = new SiteFactory { ContentPath = content.Folder, RehearseFrom = BeforeTheWorkshop };
        var page = await site.CreateClient().ReadAsync("/en/registration");

        Assert.Equal(["in-person"], page.AttributeOfAll("input[name=attendance]", "value"));
        Assert.Equal(["", "in-person"], page.AttributeOfAll("select[name^=half-day-] option", "value"));
        Assert.Equal(
            "More than ten seats are left. The room has 20 seats. After that, you join the waiting list for the next free seat.",
            page.Seen("[data-seats-left]")
        );
    }

    [Theory]
    [InlineData(
        "seats: 20\nremote: false\n",
        "20 seats in the room.",
        "During the workshop, we record for each half-day when you check in, for the sign-in sheets and the certificate."
    )]
    [InlineData(
        "seats: 20\n",
        "20 seats; everybody else attends by live stream.",
        "During the workshop, we record for each half-day when you check in and how long you spend on the live page, for the sign-in "
            + "sheets and the certificate."
    )]
    [InlineData(
        "seats: 0\n",
        null,
        "During the workshop, we record for each half-day how long you spend on the live page, for the sign-in sheets and the certificate."
    )]
    public async Task The_home_page_and_the_notice_speak_of_what_there_is(string seats, string? home, string notice)
    {
        using var content = With("seats: 20\nreserved: 2\n", seats);
        await using var site = new SiteFactory { ContentPath = content.Folder, RehearseFrom = BeforeTheWorkshop };
        using var reader = site.CreateClient();

        Assert.Equal(notice, (await reader.ReadAsync("/en/registration")).Seen("[data-notice=presence]"));
        var text = (await reader.ReadAsync("/en")).Body!.TextContent;
        if (home is null)
            Assert.DoesNotContain("seats", text, StringComparison.Ordinal);
        else
            Assert.Contains(home, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remotely_only_there_are_no_seats_and_no_meals_to_choose()
    {
        using var content = With("seats: 20\nreserved: 2\n", "seats: 0\n");
        await using var site = new SiteFactory { ContentPath = content.Folder, RehearseFrom = BeforeTheWorkshop };
        var page = await site.CreateClient().ReadAsync("/en/registration");

        Assert.Equal(["remote"], page.AttributeOfAll("input[name=attendance]", "value"));
        Assert.Equal("Everything is online; places are unlimited.", page.Seen("[data-seats-left]"));
        Assert.Equal([], page.QuerySelectorAll("input[name=meals]"));
    }

    [Fact]
    public async Task In_the_room_only_there_is_no_stream()
    {
        using var content = With("seats: 20\n", "seats: 20\nremote: false\n");
        await using var site = new SiteFactory { ContentPath = content.Folder, RehearseFrom = DuringTheWorkshop };
        using var reader = site.CreateClient();
        var home = await reader.ReadAsync("/");

        Assert.Equal([], home.QuerySelectorAll("a[href='/direct']"));
        await reader.ReadAsync("/direct", HttpStatusCode.NotFound);
        await reader.ReadAsync("/en/live", HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("seats: 20\nremote: false\n", "OfflineEventAttendanceMode", "Place")]
    [InlineData("seats: 0\n", "OnlineEventAttendanceMode", "VirtualLocation")]
    [InlineData("seats: 20\n", "MixedEventAttendanceMode", "Place VirtualLocation")]
    public async Task Search_engines_are_told_how_one_attends(string seats, string mode, string places)
    {
        using var content = With("seats: 20\nreserved: 2\n", seats);
        await using var site = new SiteFactory { ContentPath = content.Folder, RehearseFrom = BeforeTheWorkshop };
        var text = (await site.CreateClient().ReadAsync("/en")).QuerySelector("script[type='application/ld+json']")!.TextContent;
        var described = System.Text.Json.Nodes.JsonNode.Parse(text)!;

        Assert.Equal(
            ($"https://schema.org/{mode}", places),
            (
                (string?)described["eventAttendanceMode"],
                string.Join(' ', described["location"]!.AsArray().Select(l => (string?)l!["@type"]))
            )
        );
    }

    private static ContentSample With(string old, string @new)
    {
        var content = new ContentSample();
        content.Replace("workshop.md", old, @new);
        return content;
    }
}
