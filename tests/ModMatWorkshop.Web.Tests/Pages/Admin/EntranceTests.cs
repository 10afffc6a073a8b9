using System.Net;

using ModMatWorkshop.Web.Data;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

public sealed class EntranceTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task An_organiser_who_has_signed_in_sees_the_board()
    {
        using var browser = await site.SignedInAsync();

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/admin")).StatusCode);
    }

    [Fact]
    public async Task A_stranger_is_led_to_the_login()
    {
        using var browser = site.CreateClient();

        var answer = await browser.GetAsync("/admin");

        Assert.Equal("/admin/login?to=%2Fadmin", answer.Headers.Location?.PathAndQuery);
    }

    [Fact]
    public async Task A_helper_is_not_let_in()
    {
        using var browser = await site.SignedInAsync(OrganiserRole.Helper);

        Assert.Equal("/admin/denied?to=%2Fadmin", (await browser.GetAsync("/admin")).Headers.Location?.PathAndQuery);
    }
}
