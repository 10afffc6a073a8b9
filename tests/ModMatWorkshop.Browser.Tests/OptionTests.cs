using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>A registration form with ten questions and four options, on a phone, in both languages.</summary>
[Collection(nameof(Chromium))]
public sealed class OptionTests(Chromium chromium, OptionTests.Listening options) : IClassFixture<OptionTests.Listening>
{
    public sealed class Listening : IDisposable
    {
        private readonly OptionSite sites = new();

        public Listening()
        {
            Site.UseKestrel(0);
            Site.StartServer();
        }

        public SiteFactory Site => sites.Open;

        public void Dispose() => sites.Dispose();
    }

    [BrowserFact]
    public Task Somebody_chooses_options_without_script_in_French() =>
        RegisterAsync("/inscription", "fr", Reader.WithoutScript(Reader.Phone));

    [BrowserFact]
    public Task Somebody_chooses_options_without_script_in_English() =>
        RegisterAsync("/en/registration", "en", Reader.WithoutScript(Reader.Phone));

    [BrowserFact]
    public Task Somebody_chooses_options_with_script_in_French() => RegisterAsync("/inscription", "fr-script", Reader.On(Reader.Phone));

    [BrowserFact]
    public Task Somebody_chooses_options_with_script_in_English_in_the_dark() =>
        RegisterAsync("/en/registration", "en-script", Reader.On(Reader.Phone, ColorScheme.Dark));

    [BrowserFact]
    public Task An_option_shows_once_its_condition_holds() =>
        chromium.VisitAsync(
            "/en/registration",
            async page =>
            {
                var (dinner, dishes) = (page.Locator("[data-option=dinner]"), page.Locator("[data-question=dishes]"));
                Assert.Equal((false, false), (await dinner.IsVisibleAsync(), await dishes.IsVisibleAsync()));
                await page.Locator("[name=attendance][value=in-person]").CheckAsync();
                await page.Locator("#dinner_option").SelectOptionAsync("2");
                Assert.Equal((true, true), (await dinner.IsVisibleAsync(), await dishes.IsVisibleAsync()));
                await page.Locator("[name=attendance][value=remote]").CheckAsync();
                Assert.Equal((false, false), (await dinner.IsVisibleAsync(), await dishes.IsVisibleAsync()));
            },
            Reader.On(Reader.Phone),
            site: options.Site
        );

    private Task RegisterAsync(string address, string name, BrowserNewContextOptions reader) =>
        chromium.VisitAsync(
            address,
            async page =>
            {
                var script = reader.JavaScriptEnabled ?? true;
                await page.Locator("#family-name").FillAsync("Lovelace");
                await page.Locator("#email").FillAsync($"options.{name}@example.org");
                await page.Locator("#affiliation").FillAsync("London");
                await page.Locator("#position").SelectOptionAsync("PhdStudent");
                await page.Locator("[name=attendance][value=in-person]").CheckAsync();
                await page.Locator("[name=half-days][value=all]").CheckAsync();
                await page.Locator("#dinner_option").SelectOptionAsync("2");
                await page.Locator("#tour_option").CheckAsync();
                await page.Locator("#tutorial_option").CheckAsync();
                await page.Locator("#walk_option").SelectOptionAsync("5");
                await page.Locator("[name=dishes_choices][value=fish]").CheckAsync();
                await IsSoundAsync(page, script);
                // Without the required consent: what was chosen stays.
                await page.Locator("main form button").First.ClickAsync();
                Assert.Equal(1, await page.Locator("main [role=alert] li").CountAsync());
                Assert.Equal("2", await page.Locator("#dinner_option").InputValueAsync());
                await Chromium.SaveScreenshotAsync(page, $"options-form-{name}");
                await page.Locator("#conduct_consent_1").CheckAsync();
                await page.Locator("main form button").First.ClickAsync();
                Assert.Equal("pending", await page.Locator("main").GetAttributeAsync("data-registration-status"));
                await OwnPageAsync(page, name, script);
            },
            reader,
            site: options.Site
        );

    private async Task OwnPageAsync(IPage page, string name, bool script)
    {
        await page.GotoAsync(await LinkAsync($"options.{name}@example.org"));
        await page.Locator("[data-action=confirm]").ClickAsync();
        Assert.Equal(4, await page.Locator("[data-options] [data-option]").CountAsync());
        await IsSoundAsync(page, script);
        await Chromium.SaveScreenshotAsync(page, $"options-own-page-{name}");
    }

    private async Task<string> LinkAsync(string email)
    {
        await using var scope = options.Site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
        var registration = await db.Registrations.AsNoTracking().SingleAsync(r => r.Email == email);
        var token = scope.ServiceProvider.GetRequiredService<SecretLinks>().Of(registration);
        return Routes.MyRegistration.Path(WorkshopLanguages.Default, registration.Details.Language, token);
    }

    private static async Task IsSoundAsync(IPage page, bool script)
    {
        if (!script)
            return;
        Assert.Equal(Reader.Phone, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Equal([], await Axe.ViolationsAsync(page));
    }
}
