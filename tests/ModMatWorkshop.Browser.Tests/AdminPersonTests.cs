using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>
/// What organisers do with one person, on a phone and at a desk: nothing breaks a rule of access, nothing is cut, the keyboard reaches
/// everything.
/// </summary>
[Collection(nameof(SignedIn))]
public sealed class AdminPersonTests(Chromium chromium) : IDisposable
{
    private readonly SiteFactory site = new() { RehearseFrom = Chromium.BeforeTheWorkshop };

    [BrowserFact]
    public Task On_a_phone_in_French() => WalkAsync(Language.French, Reader.On(Reader.Phone));

    [BrowserFact]
    public Task At_a_desk_in_English_in_the_dark() => WalkAsync(Language.English, Reader.On(Reader.Desktop, ColorScheme.Dark));

    private async Task WalkAsync(Language language, BrowserNewContextOptions reader)
    {
        site.UseKestrel(0);
        site.StartServer();
        var number = await SomebodyAsync();
        var email = await site.OrganiserAsync(language: language);
        await chromium.VisitAsync(
            "/admin/login",
            async page =>
            {
                await page.Locator("#email").FillAsync(email);
                await page.Locator("#password").FillAsync(OrganiserAccounts.Password);
                await page.Locator("main button").First.ClickAsync();

                foreach (
                    var path in new[]
                    {
                        $"/admin/attendees/{number}",
                        $"/admin/attendees/{number}/edit",
                        "/admin/attendees/new",
                        "/admin/attendees/walkin",
                        "/admin/invitations",
                    }
                )
                {
                    await page.GotoAsync(path);
                    await IsSoundAsync(page);
                }

                await page.GotoAsync($"/admin/attendees/{number}/edit");
                await SomebodyElseEditsAsync(number);
                await page.Locator("#affiliation").FillAsync("Nice");
                await page.Locator("button[data-action=save]").ClickAsync();
                Assert.Equal(2, await page.Locator("[data-changed]").CountAsync());
                Assert.Equal(
                    "conflict-title",
                    await page.EvaluateAsync<string>("() => document.activeElement.getAttribute('aria-labelledby')")
                );
                await IsSoundAsync(page);
                await page.Locator("button[data-action=save]").ClickAsync();

                // A cancellation asks once, and one press takes it back: all with the keyboard.
                var summary = page.Locator("main > section:last-of-type summary").First;
                await summary.FocusAsync();
                await page.Keyboard.PressAsync("Enter");
                await page.Keyboard.PressAsync("Tab");
                await page.Keyboard.PressAsync("Enter");
                await Assertions.Expect(page.Locator("main")).ToHaveAttributeAsync("data-registration-status", "cancelled");
                await IsSoundAsync(page);
                await page.Locator("[data-notice] button").FocusAsync();
                await page.Keyboard.PressAsync("Enter");
                await Assertions.Expect(page.Locator("main")).ToHaveAttributeAsync("data-registration-status", "confirmed");

                await page.Locator("#text").FillAsync("Arrive en retard.");
                await page.Locator("button[data-action=note]").ClickAsync();
                await page.GotoAsync("/admin/invitations?guest=Grace");
                await page.Locator("button[data-action=invite]").ClickAsync();
                await IsSoundAsync(page);
                await page.GotoAsync($"/admin/attendees/{number}");
                await IsSoundAsync(page);
                var controls = await Keyboard.ControlsAsync(page);
                var stops = await Keyboard.PressTabAsync(page, controls.Count);
                Assert.Equal(controls, stops.Select(stop => stop.Name));
                Faults.None([.. stops.Where(stop => !stop.HasOutline || stop.IsCovered).Select(stop => stop.Name)]);
            },
            reader,
            site: site
        );
    }

    public void Dispose() => site.Dispose();

    private static async Task IsSoundAsync(IPage page)
    {
        Faults.None([
            .. (await Axe.ViolationsAsync(page))
                .Concat(await LayoutProbe.ClippedElementsAsync(page))
                .Concat(await Keyboard.SmallTargetsAsync(page))
                .Select(fault => $"{page.Url}: {fault}"),
        ]);
    }

    private async Task<int> SomebodyAsync()
    {
        Assert.True(EmailAddress.TryParse("ada@example.org", out var address));
        var details = new RegistrationDetails
        {
            GivenName = "Ada",
            FamilyName = "Lovelace",
            Affiliation = "London",
            Position = Domain.Registrations.Position.Other,
            Language = Language.English,
            HalfDays = [],
            Meals = [],
            Presents = "o3",
            MayBeListed = true,
            MayBePhotographed = false,
        };
        await using var scope = site.Services.CreateAsyncScope();
        var desk = scope.ServiceProvider.GetRequiredService<RegistrationService>();
        var added = await desk.AddAsync(
            new(address, details, Attendance.InPerson, "form"),
            true,
            Actor.CommandLine,
            CancellationToken.None
        );
        var id = await scope.ServiceProvider.GetRequiredService<WorkshopDb>().Registrations.Select(r => r.Id).SingleAsync();
        await desk.ApplyAsync(id, new FollowRemotely(), Actor.Participant, CancellationToken.None);
        await desk.ApplyAsync(id, new RequestSeat(), Actor.Participant, CancellationToken.None);
        await desk.ApplyAsync(
            id,
            new ChangeDetails(details with { HalfDays = [new(new(2021, 9, 23), Domain.Programme.HalfDay.Morning, Attendance.InPerson)] }),
            Actor.Participant,
            CancellationToken.None
        );
        return added.Number;
    }

    private async Task SomebodyElseEditsAsync(int number)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var registration = await scope
            .ServiceProvider.GetRequiredService<WorkshopDb>()
            .Registrations.AsNoTracking()
            .SingleAsync(r => r.Number == number);
        await scope
            .ServiceProvider.GetRequiredService<RegistrationService>()
            .ApplyAsync(
                registration.Id,
                new ChangeDetails(registration.Details with { Affiliation = "Lyon", Diet = "no nuts" }),
                Actor.Participant,
                CancellationToken.None
            );
    }
}
