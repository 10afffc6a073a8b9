using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>Signed-in organisers and registered people for tests of one site.</summary>
internal sealed class OrganiserTestHelpers(SiteFactory site)
{
    private static int last;

    public static string NewAddress(string name) => $"{name}{Interlocked.Increment(ref last)}@example.org";

    public async Task<RegistrationClient> OrganiserAsync(Language language = Language.French) =>
        new(site, await site.SignedInAsync(language: language));

    public async Task<string> AddressOfAsync(string email) => $"/admin/attendees/{(await site.RegistrationAsync(email))!.Number}";

    public async Task<(string Affiliation, string GivenName)> AffiliationAndGivenNameAsync(string email)
    {
        var details = (await site.RegistrationAsync(email))!.Details;
        return (details.Affiliation, details.GivenName);
    }

    /// <summary>Registers and confirms one person.</summary>
    /// <returns>The e-mail address.</returns>
    public async Task<string> ConfirmedAsync(string family = "Lovelace")
    {
        var email = NewAddress("ada.person");
        using var ada = new RegistrationClient(site);
        await ada.OpenAsync("/inscription");
        await ada.FillIn(email, "in-person").Fill("family-name", family).Fill("presents", "o3").PressAsync();
        await ada.FollowLinkAsync(email);
        await ada.DoAsync("confirm");
        return email;
    }

    public async Task WithServiceAsync(Func<RegistrationService, Task> use)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<RegistrationService>());
    }
}
