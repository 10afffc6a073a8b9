using System.Net;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Registering;

/// <summary>Secret links as people paste them, and browsers without cookies.</summary>
public sealed class PastedLinkTests(OpenSite site) : IClassFixture<OpenSite>
{
    [Theory]
    [InlineData("{0}.")]
    [InlineData("%3C{0}%3E")]
    [InlineData("{0}%253E")]
    [InlineData("{0}%20")]
    [InlineData("{1}%0D%0A{2}")]
    [InlineData("{1}=%0A{2}),")]
    public async Task A_pasted_link_with_signs_around_it_opens(string pasted)
    {
        using var ada = await ConfirmedAsync($"pasted-{Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(pasted))}@example.org");
        var link = ada.Address.Split('?')[0];
        var (path, token) = (link[..(link.LastIndexOf('/') + 1)], link[(link.LastIndexOf('/') + 1)..]);
        var damaged = string.Format(System.Globalization.CultureInfo.InvariantCulture, pasted, token, token[..9], token[9..]);
        await ada.OpenAsync(path + damaged);
        Assert.Equal((HttpStatusCode.OK, ("confirmed", "remote"), link), (ada.Status, ada.StatusAndPlace, ada.Address));
        await ada.OpenAsync($"{path}{damaged}/confirmation");
        Assert.Equal(HttpStatusCode.OK, ada.Status);
        await ada.OpenAsync(new Uri("https://MODMAT.TEST" + link).OriginalString);
        Assert.Equal(HttpStatusCode.OK, ada.Status);
    }

    [Theory]
    [InlineData("/mon-inscription/%20", "Ce lien n’ouvre aucune inscription")]
    [InlineData("/en/my-registration/%09%0B%0C", "This link does not open a registration")]
    [InlineData("/mon-inscription/%C2%A0/confirmation", "Cette page n’existe pas")]
    public async Task A_link_that_has_spaces_in_place_of_its_token_is_unknown(string address, string title)
    {
        using var reader = await new RegistrationClient(site).OpenAsync(address);
        Assert.Equal((HttpStatusCode.NotFound, title), (reader.Status, reader.Page.Seen("main h1")));
    }

    [Theory]
    [InlineData(
        "/inscription",
        "Votre navigateur n’a pas renvoyé le cookie de ce formulaire. Rien n’est perdu : renvoyez. "
            + "Si ce message revient, autorisez les cookies de ce site, puis renvoyez."
    )]
    [InlineData(
        "/en/registration",
        "Your browser did not return this form’s cookie. Nothing is lost: send it again. "
            + "If this message comes back, allow cookies for this site, then send again."
    )]
    public async Task A_browser_without_cookies_is_told_so_and_nothing_is_lost(string address, string sentence)
    {
        using var browser = site.CreateClient(new() { BaseAddress = SiteFactory.BaseUrl, HandleCookies = false });
        using var ada = await new RegistrationClient(site, browser).OpenAsync(address);
        await ada.FillIn("no-cookies@example.org").Fill("diet", "végétarien").PressAsync();
        Assert.Equal(HttpStatusCode.BadRequest, ada.Status);
        Assert.Equal([sentence], ada.Faults);
        Assert.Equal(("végétarien", "no-cookies@example.org"), (ada.Shown()["diet"].Single(), ada.Shown()["email"].Single()));
        Assert.Null(await site.RegistrationAsync("no-cookies@example.org"));
    }

    private async Task<RegistrationClient> ConfirmedAsync(string email)
    {
        var ada = await new RegistrationClient(site).OpenAsync("/en/registration");
        await ada.FillIn(email).PressAsync();
        return await (await ada.FollowLinkAsync(email)).DoAsync("confirm");
    }
}
