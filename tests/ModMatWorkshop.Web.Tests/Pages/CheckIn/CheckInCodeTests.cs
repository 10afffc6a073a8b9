using System.Net;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Admin;

namespace ModMatWorkshop.Web.Tests.Pages.CheckIn;

/// <summary>The code that a helper types when the QR code of a ticket cannot be read.</summary>
public sealed class CheckInCodeTests : CheckInSite
{
    [Theory]
    [InlineData("48291365")]
    [InlineData(" 48 29 13 65 ")]
    [InlineData("4829-1365")]
    public async Task The_search_finds_a_person_by_the_code_of_the_ticket(string typed)
    {
        using var helper = await OpenAsync();
        await GiveAdaTheCodeAsync(Site);

        var page = await helper.Http.ReadAsync($"/check-in?q={Uri.EscapeDataString(typed)}");
        Assert.Equal(["person-1"], page.AttributeOfAll("li[data-ticket]", "id"));
    }

    [Fact]
    public async Task After_many_wrong_codes_the_right_one_is_not_looked_up_for_a_while_but_names_are()
    {
        await using var site = new SiteFactory { RehearseFrom = BeforeTheFirstTalk, RateLimits = true };
        await site.InDatabaseAsync(PutInAsync);
        await GiveAdaTheCodeAsync(site);
        var http = await site.SignedInAsync(OrganiserRoles.Helper);
        for (var i = 0; i < 30; i++)
            Assert.Empty((await http.ReadAsync($"/check-in?q=000000{i:00}")).QuerySelectorAll("li[data-ticket]"));

        var page = await http.ReadAsync("/check-in?q=48291365", HttpStatusCode.TooManyRequests);
        Assert.Empty(page.QuerySelectorAll("li[data-ticket]"));
        Assert.Equal("Trop de numéros inconnus : cherchez par le nom, ou attendez un peu.", page.Seen("[role=alert]"));
        Assert.Equal(["person-1"], (await http.ReadAsync("/check-in?q=lovelace")).AttributeOfAll("li[data-ticket]", "id"));
    }

    private static Task<int> GiveAdaTheCodeAsync(SiteFactory site) =>
        site.InDatabaseAsync(db =>
            db.Registrations.Where(r => r.Number == 1).ExecuteUpdateAsync(r => r.SetProperty(x => x.CheckInCode, "48291365"))
        );
}
