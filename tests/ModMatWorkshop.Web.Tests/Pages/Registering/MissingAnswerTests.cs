using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Web.Tests.Pages.Admin;

namespace ModMatWorkshop.Web.Tests.Pages.Registering;

/// <summary>An affiliation that an import has left open.</summary>
public sealed class MissingAnswerTests(OpenSite site) : IClassFixture<OpenSite>
{
    private readonly OrganiserTestHelpers setup = new(site);

    [Fact]
    public async Task The_own_page_asks_for_it_until_it_is_given()
    {
        var email = await WithoutAffiliationAsync();
        using var ada = new RegistrationClient(site);
        await ada.FollowLinkAsync(email);
        Assert.Equal(["Il nous manque une réponse : Affiliation"], ada.Page.SeenAll("[data-missing]"));
        Assert.Equal(
            ("#affiliation", true, 0),
            (
                ada.Page.QuerySelector("[data-missing] a")!.GetAttribute("href"),
                ada.Page.QuerySelector("details:has(#affiliation)")!.HasAttribute("open"),
                ada.Page.SeenAll(".page-head .lead").Length
            )
        );

        await ada.DoAsync("save");
        Assert.Equal((HttpStatusCode.BadRequest, 1), (ada.Status, ada.Page.SeenAll("[data-missing]").Length));
        await ada.Fill("affiliation", "London").DoAsync("save");
        Assert.Equal([], ada.Page.SeenAll("[data-missing]"));
        Assert.Equal("London", (await site.RegistrationAsync(email))!.Details.Affiliation);
    }

    [Fact]
    public async Task Organisers_save_other_answers_without_it_but_do_not_remove_one()
    {
        var email = await WithoutAffiliationAsync();
        using var grace = await setup.OrganiserAsync();
        var address = await setup.AddressOfAsync(email);
        await grace.OpenAsync($"{address}/edit");
        await grace.Fill("diet", "sans noix").DoAsync("save");
        Assert.Equal($"{address}?done=saved", grace.Address);

        await grace.OpenAsync($"{address}/edit");
        await grace.Fill("affiliation", "London").DoAsync("save");
        await grace.OpenAsync($"{address}/edit");
        await grace.Fill("affiliation", "").DoAsync("save");
        Assert.Equal((HttpStatusCode.BadRequest, 1), (grace.Status, grace.Faults.Length));
    }

    private async Task<string> WithoutAffiliationAsync()
    {
        var email = await setup.ConfirmedAsync();
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
        var person = await db.Registrations.SingleAsync(r => r.Email == email);
        person.UpdateDetails(person.Details with { Affiliation = "" }, person.CreatedAt);
        await db.SaveChangesAsync();
        return email;
    }
}
