using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>The days after: the site is an archive, and who was there gets a certificate.</summary>
[Collection(nameof(SignedIn))]
public sealed class AfterTheEventTests(Chromium chromium) : IDisposable
{
    private readonly SiteFactory site = new() { RehearseFrom = "2021-09-25T09:00" };

    public void Dispose() => site.Dispose();

    [BrowserTheory]
    [InlineData(Reader.Phone, ColorScheme.Light)]
    [InlineData(Reader.Desktop, ColorScheme.Dark)]
    public async Task A_participant_finds_the_certificate_and_whoever_verifies_it_finds_the_same_until_it_is_revoked(
        int width,
        ColorScheme colours
    )
    {
        site.UseKestrel(0);
        site.StartServer();
        var own = await SomebodyWhoCameAsync();
        var email = await site.OrganiserAsync();
        await chromium.VisitAsync(
            "/",
            async page =>
            {
                page.SetDefaultTimeout(60_000);
                await Assertions.Expect(page.Locator("[data-seats-left]")).ToHaveCountAsync(0);
                await IsSoundAsync("home");
                await page.GotoAsync(own);
                await IsSoundAsync("own-page");
                await page.Locator("a[data-certificate]").First.ClickAsync();
                await Chromium.SaveScreenshotAsync(page, $"after-certificate-{width}-{colours}");
                Faults.None(await Axe.ViolationsAsync(page));
                var number = await page.Locator("[data-certificate]").First.GetAttributeAsync("data-certificate");
                await page.GotoAsync($"/verification/{number}");
                await Assertions.Expect(page.Locator("[data-verification=genuine]")).ToHaveCountAsync(1);
                await IsSoundAsync("genuine");

                await page.GotoAsync("/admin/login");
                await page.Locator("main [name=email]").FillAsync(email);
                await page.Locator("main [name=password]").FillAsync(OrganiserAccounts.Password);
                await page.Locator("#with-password button").First.ClickAsync();
                await Arrival.WaitForAddressAsync(page, "/admin");
                await IsSoundAsync("board");
                await page.GotoAsync("/admin/attendees/1");
                await IsSoundAsync("person");
                await page.Locator("#certificate summary").ClickAsync();
                await page.Locator("#certificate button[data-action=revoke]").ClickAsync();
                await Assertions.Expect(page.Locator("#certificate[data-certificate=revoked]")).ToHaveCountAsync(1);
                await IsSoundAsync("person-revoked");
                await page.GotoAsync($"/verification/{number}");
                await Assertions.Expect(page.Locator("[data-verification=revoked]")).ToHaveCountAsync(1);
                await IsSoundAsync("revoked");
                await page.GotoAsync(own);
                await Assertions.Expect(page.Locator("a[data-certificate]")).ToHaveCountAsync(0);
                await IsSoundAsync("own-page-revoked");

                async Task IsSoundAsync(string name)
                {
                    await Chromium.SaveScreenshotAsync(page, $"after-{name}-{width}-{colours}");
                    Faults.None([
                        .. (await Axe.ViolationsAsync(page))
                            .Concat(
                                (await LayoutProbe.ClippedElementsAsync(page)).Where(fault =>
                                    width == Reader.Desktop || fault.StartsWith("the page scrolls", StringComparison.Ordinal)
                                )
                            )
                            .Concat(await Keyboard.SmallTargetsAsync(page))
                            .Select(fault => $"{name}: {fault}"),
                    ]);
                }
            },
            Reader.On(width, colours),
            site: site
        );
    }

    /// <returns>The path of their own page.</returns>
    private async Task<string> SomebodyWhoCameAsync()
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
        await db.PutInAsync([
            People.Person(1, People.Details("Émilie", "du Châtelet") with { Presents = "i1" }, People.Seat(1), People.Confirmed),
        ]);
        var person = await db.Registrations.AsNoTracking().SingleAsync();
        foreach (var half in People.HalfDays.Where(h => h.Date != People.Thursday))
        {
            var presence = new Presence
            {
                RegistrationId = person.Id,
                Date = half.Date,
                Half = half.Half,
            };
            presence.CheckIn(new(half.Date.Year, half.Date.Month, half.Date.Day, 10, 50, 0, TimeSpan.Zero), "organiser 1");
            db.Presences.Add(presence);
        }
        db.Presences.Add(Presence.StartedOnStream(person.Id, People.HalfDays[1], new(2021, 9, 23, 7, 0, 0, TimeSpan.Zero)));
        db.ChangeTracker.AutoDetectChangesEnabled = true;
        await db.SaveChangesAsync();
        return $"/mon-inscription/{scope.ServiceProvider.GetRequiredService<SecretLinks>().Of(person)}";
    }
}
