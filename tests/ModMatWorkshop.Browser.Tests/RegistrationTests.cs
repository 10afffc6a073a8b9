using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>The only seat is taken. A second person joins the waiting list, accepts the offer and opens the stream.</summary>
[Collection(nameof(Chromium))]
public sealed class RegistrationTests(Chromium chromium) : IDisposable
{
    private readonly ContentCopy content = new();
    private SiteFactory? site;

    [BrowserFact]
    public Task A_person_gets_from_the_waiting_list_to_a_seat_on_a_phone_in_French_without_script() =>
        FromWaitingListToSeatAsync(
            "/inscription",
            "/mon-inscription/",
            "/direct",
            Reader.WithoutScript(Reader.Phone),
            [
                "À distance pour l’instant, et sur la liste d’attente de la salle.",
                "Vous suivez à distance, et vous êtes au 1er rang de la liste d’attente.",
                "Vous avez une place en salle.",
            ]
        );

    [BrowserFact]
    public Task A_person_gets_from_the_waiting_list_to_a_seat_on_a_desktop_in_English_in_dark_colours() =>
        FromWaitingListToSeatAsync(
            "/en/registration",
            "/en/my-registration/",
            "/en/live",
            Reader.On(Reader.Desktop, ColorScheme.Dark),
            [
                "Remote for now, and on the waiting list for a seat.",
                "You attend remotely, and you are 1st on the waiting list.",
                "You have a seat.",
            ]
        );

    private async Task FromWaitingListToSeatAsync(
        string form,
        string own,
        string live,
        BrowserNewContextOptions reader,
        string[] expectedOutcomes
    )
    {
        content.Edit("workshop.md", "seats: 50", "seats: 1");
        site = new() { RehearseFrom = Chromium.BeforeTheWorkshop, ContentPath = content.Path };
        site.UseKestrel(0);
        site.StartServer();
        var first = await AddPersonWithSeatAsync();

        await chromium.VisitAsync(
            form,
            async page =>
            {
                var script = reader.JavaScriptEnabled ?? true;
                async Task IsAccessibleAsync()
                {
                    if (script)
                        Faults.None(await Axe.ViolationsAsync(page));
                }

                Assert.Equal("none", await page.Locator("[data-seats-left]").GetAttributeAsync("data-seats-left"));
                await IsAccessibleAsync();
                await SendEmptyFormAsync(page, script);
                await IsAccessibleAsync();

                await SendFilledFormAsync(page);
                Assert.Equal(expectedOutcomes[0], await OutcomeAsync(page));
                await IsAccessibleAsync();

                await page.GotoAsync(own + await TokenAsync("emilie@example.org"));
                await page.Locator("button[data-action=confirm]").ClickAsync();
                Assert.Equal(("confirmed", "waiting-list"), await StatusAndPlaceAsync(page));
                Assert.Equal(expectedOutcomes[1], await OutcomeAsync(page));
                await IsAccessibleAsync();

                await WithServiceAsync(service => service.ApplyAsync(first, new Cancel(), Actor.Participant, CancellationToken.None));
                await page.ReloadAsync();
                Assert.Equal(("confirmed", "offer"), await StatusAndPlaceAsync(page));
                await IsAccessibleAsync();
                await page.Locator("button[data-action=accept]").ClickAsync();
                Assert.Equal(("confirmed", "seat"), await StatusAndPlaceAsync(page));
                Assert.Equal(expectedOutcomes[2], await OutcomeAsync(page));

                await page.GotoAsync(live);
                Assert.Equal("open", await page.Locator("[data-live-state]").GetAttributeAsync("data-live-state"));
            },
            reader,
            site: site
        );
    }

    private static async Task SendEmptyFormAsync(IPage page, bool script)
    {
        await page.Locator("main form > p button").ClickAsync();
        Assert.Equal(("invalid", "none"), await StatusAndPlaceAsync(page));
        if (script)
            await Assertions.Expect(page.Locator("[aria-labelledby=faults-title]")).ToBeFocusedAsync();
    }

    private static async Task SendFilledFormAsync(IPage page)
    {
        await page.Locator("[autocomplete=given-name]").FillAsync("Émilie");
        await page.Locator("[autocomplete=family-name]").FillAsync("du Châtelet");
        await page.Locator("[autocomplete=email]").FillAsync("emilie@example.org");
        await page.Locator("[autocomplete=organization]").FillAsync("Cirey");
        await page.Locator("#position").SelectOptionAsync("Other");
        await page.Locator("[name=attendance][value=in-person]").CheckAsync();
        await page.Locator("[name=half-days][value=all]").CheckAsync();
        await page.Locator("main form > p button").ClickAsync();
        Assert.Equal(("pending", "waiting-list"), await StatusAndPlaceAsync(page));
        Assert.Equal("emilie@example.org", await page.Locator("[data-email]").TextContentAsync());
    }

    public void Dispose()
    {
        site?.Dispose();
        content.Dispose();
    }

    private static async Task<(string? Status, string? Place)> StatusAndPlaceAsync(IPage page) =>
        (
            await page.Locator("main").GetAttributeAsync("data-registration-status"),
            await page.Locator("main").GetAttributeAsync("data-registration-place")
        );

    /// <summary>The sentence that states the outcome, with ordinary spaces.</summary>
    private static async Task<string> OutcomeAsync(IPage page) =>
        (await page.Locator("[data-outcome]").InnerTextAsync()).Replace('\u00A0', ' ').Replace('\u202F', ' ');

    private async Task<Guid> AddPersonWithSeatAsync()
    {
        Assert.True(EmailAddress.TryParse("ada@example.org", out var address));
        await WithServiceAsync(service =>
            service.RegisterAsync(
                new(
                    address,
                    new()
                    {
                        GivenName = "Ada",
                        FamilyName = "Lovelace",
                        Affiliation = "London",
                        Position = Domain.Registrations.Position.Other,
                        Language = Language.English,
                        HalfDays = [],
                        Meals = [],
                        MayBeListed = false,
                        MayBePhotographed = false,
                    },
                    Attendance.InPerson,
                    "first"
                ),
                null,
                CancellationToken.None
            )
        );
        var id = (await RegistrationAsync("ada@example.org")).Id;
        await WithServiceAsync(service => service.ApplyAsync(id, new Confirm(), Actor.Participant, CancellationToken.None));
        return id;
    }

    private async Task<string> TokenAsync(string email) =>
        site!.Services.GetRequiredService<SecretLinks>().Of(await RegistrationAsync(email));

    private async Task<Registration> RegistrationAsync(string email)
    {
        await using var scope = site!.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<WorkshopDb>().Registrations.AsNoTracking().SingleAsync(r => r.Email == email);
    }

    private async Task WithServiceAsync(Func<RegistrationService, Task> use)
    {
        await using var scope = site!.Services.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<RegistrationService>());
    }
}
