using System.Net;

namespace ModMatWorkshop.Web.Tests.Pages.Registering;

/// <summary>Secret links as people paste them.</summary>
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

    private async Task<RegistrationClient> ConfirmedAsync(string email)
    {
        var ada = await new RegistrationClient(site).OpenAsync("/en/registration");
        await ada.FillIn(email).PressAsync();
        return await (await ada.FollowLinkAsync(email)).DoAsync("confirm");
    }
}
