using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages;

/// <summary>The workshop with two rooms, where people also take part remotely: a stream for each room.</summary>
public sealed class TwoStreamsTests : IDisposable
{
    private readonly ContentSample content = new(Repository.TwoRooms);
    private readonly SiteFactory site;

    public TwoStreamsTests()
    {
        content.Replace("workshop.md", "remote: false\n", "");
        site = new()
        {
            RehearseFrom = "2026-06-09T11:00",
            ContentPath = content.Folder,
            Players = "live.example",
        };
    }

    public void Dispose()
    {
        site.Dispose();
        content.Dispose();
    }

    [Fact]
    public async Task The_stream_page_offers_the_stream_of_each_room()
    {
        var reader = await site.ConfirmedReaderAsync();
        var page = await reader.ReadAsync("/live");
        Assert.Equal(["https://live.example/auditorium", "https://live.example/studio"], page.AttributeOfAll("a[data-stream]", "href"));
        Assert.Equal(["/live?player=4", "/live?player=5"], page.AttributeOfAll("[data-live=stream] a[href*=player]", "href"));
        Assert.Equal(
            ["Watch session 4, Auditorium", "Watch session 5, Studio"],
            page.QuerySelectorAll("a[data-stream]").Select(a => a.Seen())
        );

        var player = await reader.ReadAsync("/live?player=5");
        Assert.Equal(["https://live.example/studio"], player.AttributeOfAll("iframe", "src"));
        Assert.Equal(["https://live.example/auditorium"], player.AttributeOfAll("a[data-stream]", "href"));
        Assert.Single((await site.CreateClient().ReadAsync("/programme")).QuerySelectorAll("a[data-watch]"));
    }
}
