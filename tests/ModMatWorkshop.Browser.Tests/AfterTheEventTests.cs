using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>The certificate of a participant, on the day after the workshop.</summary>
[Collection(nameof(SignedIn))]
public sealed class AfterTheEventTests(Chromium chromium) : IDisposable
{
    /// <summary>Texts that are too small to be read on a phone.</summary>
    private const string SmallLetters = """
        () => [...document.querySelectorAll('article.letter *')]
          .filter((part) => [...part.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== ''))
          .filter((part) => part.checkVisibility() && parseFloat(getComputedStyle(part).fontSize) < 12 && !part.closest('sub, sup'))
          .map((part) => `too small: ${part.textContent.trim()}`)
        """;

    private readonly SiteFactory site = new() { RehearseFrom = "2021-09-25T09:00" };

    public void Dispose() => site.Dispose();

    [BrowserFact]
    public Task A_certificate_can_be_opened_and_verified_until_an_organiser_revokes_it() =>
        OpenVerifyAndRevokeAsync(Reader.Phone, ColorScheme.Light);

    [Trait("Category", "prove")]
    [BrowserFact]
    public Task The_same_holds_on_a_desktop_in_dark_colours() => OpenVerifyAndRevokeAsync(Reader.Desktop, ColorScheme.Dark);

    private async Task OpenVerifyAndRevokeAsync(int width, ColorScheme colours)
    {
        site.UseKestrel(0);
        site.StartServer();
        var own = await AddParticipantWithPresenceAsync();
        var email = await site.OrganiserAsync();
        await chromium.VisitAsync(
            "/",
            async page =>
            {
                page.SetDefaultTimeout(60_000);
                await Assertions.Expect(page.Locator("[data-seats-left]")).ToHaveCountAsync(0);
                await CheckAsync("home");

                var number = await OpenCertificateAsync(page, own, $"{width}-{colours}", CheckAsync);
                await page.GotoAsync($"/verification/{number}");
                await Assertions.Expect(page.Locator("[data-verification=genuine]")).ToHaveCountAsync(1);
                await CheckAsync("genuine");

                await RevokeCertificateAsync(page, email, CheckAsync);
                await page.GotoAsync($"/verification/{number}");
                await Assertions.Expect(page.Locator("[data-verification=revoked]")).ToHaveCountAsync(1);
                await CheckAsync("revoked");
                await page.GotoAsync(own);
                await Assertions.Expect(page.Locator("a[data-certificate]")).ToHaveCountAsync(0);
                await CheckAsync("own-page-revoked");

                Task CheckAsync(string name) => HasNoFaultsAsync(page, name, width, colours);
            },
            Reader.On(width, colours),
            site: site
        );
    }

    /// <returns>The number of the certificate.</returns>
    private static async Task<string?> OpenCertificateAsync(IPage page, string own, string size, Func<string, Task> check)
    {
        await page.GotoAsync(own);
        await check("own-page");
        await page.Locator("a[data-certificate]").First.ClickAsync();
        await Chromium.SaveScreenshotAsync(page, $"after-certificate-{size}");
        Faults.None(await Axe.ViolationsAsync(page));
        var number = await page.Locator("[data-certificate]").First.GetAttributeAsync("data-certificate");
        if (page.ViewportSize!.Width == Reader.Phone)
            foreach (var letter in new[] { page.Url, $"{own}/confirmation" })
            {
                await page.GotoAsync(letter);
                Faults.None([.. await LayoutProbe.ClippedElementsAsync(page), .. await page.EvaluateAsync<string[]>(SmallLetters)]);
            }
        return number;
    }

    private static async Task RevokeCertificateAsync(IPage page, string organiser, Func<string, Task> check)
    {
        await page.GotoAsync("/admin/login");
        await page.Locator("main [name=email]").FillAsync(organiser);
        await page.Locator("main [name=password]").FillAsync(OrganiserAccounts.Password);
        await page.Locator("#with-password button").First.ClickAsync();
        await Arrival.WaitForAddressAsync(page, "/admin");
        await check("dashboard");
        await page.GotoAsync("/admin/attendees/1");
        await check("person");
        await page.Locator("#certificate summary").ClickAsync();
        await page.Locator("#certificate button[data-action=revoke]").ClickAsync();
        await Assertions.Expect(page.Locator("#certificate[data-certificate=revoked]")).ToHaveCountAsync(1);
        await check("person-revoked");
    }

    private static async Task HasNoFaultsAsync(IPage page, string name, int width, ColorScheme colours)
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

    /// <returns>The path of the secret link.</returns>
    private async Task<string> AddParticipantWithPresenceAsync()
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
        await db.PutInAsync([
            People.Person(1, People.Details("Émilie", "du Châtelet"), People.Seat(1), People.Confirmed, People.WithRole("i1")),
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
