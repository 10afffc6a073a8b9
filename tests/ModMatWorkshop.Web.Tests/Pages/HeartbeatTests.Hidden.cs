using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Web.Security;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Admin;

namespace ModMatWorkshop.Web.Tests.Pages;

/// <content>A page that was hidden, so that its timers did not run. It sends back the stamp with which the site served it.</content>
public sealed partial class HeartbeatTests
{
    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(30);

    [Fact]
    public async Task A_page_that_is_seen_again_makes_up_for_the_time_since_the_site_served_it()
    {
        await using var site = new ClockedSite();
        using var ada = await site.ConfirmedReaderAsync();
        var stamp = await StampAsync(ada);
        site.Time.Advance(Hidden);

        await SeeAgainAsync(ada, stamp);

        Assert.Equal([33], await MinutesAsync(site));
        Assert.Equal("33", (await ada.ReadAsync("/direct")).QuerySelector("[data-present]")!.GetAttribute("data-present"));
    }

    [Fact]
    public async Task A_stamp_of_another_person_a_forged_one_and_none_make_up_for_nothing()
    {
        await using var site = new ClockedSite();
        using var ada = await site.ConfirmedReaderAsync();
        var stamp = await StampAsync(ada);
        site.Time.Advance(Hidden);

        foreach (var sent in new[] { stamp, stamp[..^2], "2021-09-23T07:00:00Z", "" })
        {
            using var eve = await site.ConfirmedReaderAsync();
            await SeeAgainAsync(eve, sent);
        }

        Assert.Equal([3, 3, 3, 3], await MinutesAsync(site));
    }

    private static async Task<string> StampAsync(HttpClient reader) =>
        ((IHtmlInputElement)(await reader.ReadAsync("/direct")).QuerySelector($"form[data-beat] [name={StreamPageStamp.Field}]")!).Value;

    private static async Task SeeAgainAsync(HttpClient reader, string stamp) =>
        (await SendAsync(reader, "/direct/presence", "same-origin", "*/*", stamp)).Dispose();

    private static Task<List<int>> MinutesAsync(SiteFactory site) =>
        site.InDatabaseAsync(db => db.Presences.OrderBy(p => p.Id).Select(p => p.StreamSeconds / 60).ToListAsync());
}
