using System.Net;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>A mistyped address is put right by an organiser.</summary>
public sealed class CorrectedAddressTests(OpenSite site) : IClassFixture<OpenSite>
{
    private readonly OrganiserTestHelpers office = new(site);

    [Fact]
    public async Task A_mistyped_address_is_put_right_and_the_old_link_is_dead()
    {
        var (email, other) = (await office.ConfirmedAsync(), await office.ConfirmedAsync());
        var old = await site.LinkAsync(email);
        using var grace = await office.OrganiserAsync();
        await grace.OpenAsync($"{await office.AddressOfAsync(email)}/edit");
        foreach (var (typed, fault) in new[] { ("nobody", "Cette adresse"), (other, "Une autre inscription a déjà cette adresse.") })
        {
            await grace.Fill("email", typed).DoAsync("address");
            Assert.Equal(typed, grace.Page.QuerySelector("#email")!.GetAttribute("value"));
            Assert.NotEqual("", grace.Page.Seen("[data-address-fault]"));
        }
        Assert.Equal((await office.AddressOfAsync(other)), grace.Page.QuerySelector("[data-address-fault] a")!.GetAttribute("href"));

        var right = OrganiserTestHelpers.NewAddress("right");
        await grace.Fill("email", right).DoAsync("address");
        Assert.Equal(right, grace.Page.Seen("[data-fact=email] a"));
        using var ada = new RegistrationClient(site);
        Assert.Equal(HttpStatusCode.NotFound, (await ada.OpenAsync(old)).Status);
        Assert.Equal(HttpStatusCode.OK, (await ada.FollowLinkAsync(right)).Status);
    }

    [Fact]
    public async Task Two_who_correct_an_address_see_each_other()
    {
        var email = await office.ConfirmedAsync();
        using var grace = await office.OrganiserAsync();
        using var alan = await office.OrganiserAsync();
        var address = $"{await office.AddressOfAsync(email)}/edit";
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
