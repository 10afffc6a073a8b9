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
/// An organiser edits, cancels and restores one registration: every page on the way is accessible and fits the screen, and the keyboard
/// reaches every control.
/// </summary>
[Collection(nameof(SignedIn))]
public sealed class AdminPersonTests(Chromium chromium) : IDisposable
{
    private readonly SiteFactory site = new() { RehearseFrom = Chromium.BeforeTheWorkshop };

    [BrowserFact]
    public Task The_pages_of_one_person_work_on_a_phone_in_French() => CheckPagesOfOnePersonAsync(Language.French, Reader.On(Reader.Phone));

    [Trait("Category", "prove")]
    [BrowserFact]
    public Task The_pages_of_one_person_work_on_a_desktop_in_English_in_dark_colours() =>
        CheckPagesOfOnePersonAsync(Language.English, Reader.On(Reader.Desktop, ColorScheme.Dark));

    private async Task CheckPagesOfOnePersonAsync(Language language, BrowserNewContextOptions reader)
    {
        site.UseKestrel(0);
        site.StartServer();
        var number = await AddPersonAsync();
        var email = await site.OrganiserAsync(language: language);
        await chromium.VisitAsync(
            "/admin/login",
            async page =>
            {
                await SignInAsync(page, email);
                await CheckEveryPageAsync(page, number);
                await SaveOverAConflictAsync(page, number);
                await CancelAndUndoByKeyboardAsync(page);
                await AddNoteAndInvitationAsync(page);
                await TabThroughPageAsync(page, number);
            },
            reader,
            site: site
        );
    }

    public void Dispose() => site.Dispose();

    private static async Task SignInAsync(IPage page, string email)
    {
        await page.Locator("#email").FillAsync(email);
        await page.Locator("#password").FillAsync(OrganiserAccounts.Password);
        await page.Locator("main button").First.ClickAsync();
    }

    private static async Task CheckEveryPageAsync(IPage page, int number)
    {
        foreach (
            var path in new[]
            {
                $"/admin/attendees/{number}",
                $"/admin/attendees/{number}/edit",
                "/admin/attendees/new",
                "/admin/attendees/claims",
                "/admin/attendees/walkin",
                "/admin/invitations",
            }
        )
        {
            await page.GotoAsync(path);
            await HasNoFaultsAsync(page);
        }
    }

    private async Task SaveOverAConflictAsync(IPage page, int number)
    {
        await page.GotoAsync($"/admin/attendees/{number}/edit");
        await EditAsParticipantAsync(number);
        await page.Locator("#affiliation").FillAsync("Nice");
        await page.Locator("button[data-action=save]").ClickAsync();
        Assert.Equal(2, await page.Locator("[data-changed]").CountAsync());
        await Assertions.Expect(page.Locator("[aria-labelledby=conflict-title]")).ToBeFocusedAsync();
        await HasNoFaultsAsync(page);
        await page.Locator("button[data-action=save]").ClickAsync();
    }

    private static async Task CancelAndUndoByKeyboardAsync(IPage page)
    {
        var summary = page.Locator("main > section:last-of-type summary").First;
        await summary.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main")).ToHaveAttributeAsync("data-registration-status", "cancelled");
        await HasNoFaultsAsync(page);
        await page.Locator("[data-notice] button").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main")).ToHaveAttributeAsync("data-registration-status", "confirmed");
    }

    private static async Task AddNoteAndInvitationAsync(IPage page)
    {
        await page.Locator("#text").FillAsync("Arrive en retard.");
        await page.Locator("button[data-action=note]").ClickAsync();
        await page.GotoAsync("/admin/invitations?guest=Grace");
        await page.Locator("button[data-action=invite]").ClickAsync();
        await HasNoFaultsAsync(page);
    }

    private static async Task TabThroughPageAsync(IPage page, int number)
    {
        await page.GotoAsync($"/admin/attendees/{number}");
        await HasNoFaultsAsync(page);
        var controls = await Keyboard.ControlsAsync(page);
        var stops = await Keyboard.PressTabAsync(page, controls.Count);
        Assert.Equal(controls, stops.Select(stop => stop.Name));
        Faults.None([.. stops.Where(stop => !stop.HasOutline || stop.IsCovered).Select(stop => stop.Name)]);
    }

    private static async Task HasNoFaultsAsync(IPage page)
    {
        Faults.None([
            .. (await Axe.ViolationsAsync(page))
                .Concat(await LayoutProbe.ClippedElementsAsync(page))
                .Concat(await Keyboard.SmallTargetsAsync(page))
                .Select(fault => $"{page.Url}: {fault}"),
        ]);
    }

    /// <summary>Adds a person whose history has several entries.</summary>
    /// <returns>The number of the registration.</returns>
    private async Task<int> AddPersonAsync()
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
        var service = scope.ServiceProvider.GetRequiredService<RegistrationService>();
        var added = await service.AddAsync(
            new(address, details, Attendance.InPerson, "form"),
            true,
            Actor.CommandLine,
            CancellationToken.None
        );
        var id = await scope.ServiceProvider.GetRequiredService<WorkshopDb>().Registrations.Select(r => r.Id).SingleAsync();
        await service.ApplyAsync(id, new FollowRemotely(), Actor.Participant, CancellationToken.None);
        await service.ApplyAsync(id, new RequestSeat(), Actor.Participant, CancellationToken.None);
        await service.ApplyAsync(
            id,
            new ChangeDetails(details with { HalfDays = [new(new(2021, 9, 23), Domain.Programme.HalfDay.Morning, Attendance.InPerson)] }),
            Actor.Participant,
            CancellationToken.None
        );
        return added.Number;
    }

    private async Task EditAsParticipantAsync(int number)
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
