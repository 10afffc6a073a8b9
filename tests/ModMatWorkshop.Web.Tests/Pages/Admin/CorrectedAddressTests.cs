using System.Net;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>An organiser corrects an e-mail address.</summary>
public sealed class CorrectedAddressTests(OpenSite site) : IClassFixture<OpenSite>
{
    private readonly OrganiserTestHelpers setup = new(site);

    [Fact]
    public async Task A_corrected_address_gets_a_new_link_and_the_old_link_is_invalid()
    {
        var (email, other) = (await setup.ConfirmedAsync(), await setup.ConfirmedAsync());
        var old = await site.LinkAsync(email);
        using var grace = await setup.OrganiserAsync();
        await grace.OpenAsync($"{await setup.AddressOfAsync(email)}/edit");
        foreach (var (typed, fault) in new[] { ("nobody", "Cette adresse"), (other, "Une autre inscription a déjà cette adresse.") })
        {
            await grace.Fill("email", typed).DoAsync("address");
            Assert.Equal(typed, grace.Page.QuerySelector("#email")!.GetAttribute("value"));
            Assert.NotEqual("", grace.Page.Seen("[data-address-fault]"));
        }
        Assert.Equal((await setup.AddressOfAsync(other)), grace.Page.QuerySelector("[data-address-fault] a")!.GetAttribute("href"));

        var right = OrganiserTestHelpers.NewAddress("right");
        await grace.Fill("email", right).DoAsync("address");
        Assert.Equal(right, grace.Page.Seen("[data-fact=email] a"));
        using var ada = new RegistrationClient(site);
        Assert.Equal(HttpStatusCode.NotFound, (await ada.OpenAsync(old)).Status);
        Assert.Equal(HttpStatusCode.OK, (await ada.FollowLinkAsync(right)).Status);
    }

    [Fact]
    public async Task Two_organisers_who_correct_the_same_address_see_the_conflict()
    {
        var email = await setup.ConfirmedAsync();
        using var grace = await setup.OrganiserAsync();
        using var alan = await setup.OrganiserAsync();
        var address = $"{await setup.AddressOfAsync(email)}/edit";
        await grace.OpenAsync(address);
        await alan.OpenAsync(address);
        var (first, second) = (OrganiserTestHelpers.NewAddress("first"), OrganiserTestHelpers.NewAddress("second"));
        await grace.Fill("email", first).DoAsync("address");
        await alan.Fill("email", second).DoAsync("address");
        Assert.Equal(HttpStatusCode.Conflict, alan.Status);
        Assert.Contains(first, alan.Page.Seen("[data-address-fault]"), StringComparison.Ordinal);
        await alan.DoAsync("address");
        Assert.Equal(second, alan.Page.Seen("[data-fact=email] a"));
    }
}
