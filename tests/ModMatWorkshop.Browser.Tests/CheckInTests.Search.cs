using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Browser.Tests;

public sealed partial class CheckInTests
{
    [BrowserFact]
    public Task The_search_filters_the_list_while_typing_and_needs_no_network() =>
        AsHelperAsync(async page =>
        {
            await page.Context.SetOfflineAsync(true);
            await page.Locator("#q").FillAsync("CHATEL");
            await ExpectOnlyAsync("person-2");
            await page.Locator("#q").FillAsync("toulouse ada");
            await ExpectOnlyAsync("person-1");
            await page.Context.SetOfflineAsync(false);
            await page.Locator("#half-day").SelectOptionAsync("2021-09-23-morning");
            await Arrival.WaitForAddressAsync(page, "/check-in?half-day=2021-09-23-morning&q=toulouse+ada");

            async Task ExpectOnlyAsync(string id)
            {
                var shown = Assertions.Expect(page.Locator("li[data-ticket]:visible"));
                await shown.ToHaveCountAsync(1);
                await shown.ToHaveIdAsync(id);
            }
        });

    [BrowserFact]
    public Task Without_script_check_in_and_its_undo_are_form_posts() =>
        AsHelperAsync(
            async page =>
            {
                await page.Locator("#person-1 button[data-action=arrived]").ClickAsync();
                await Assertions.Expect(page.Locator("#last")).ToContainTextAsync("Ada Lovelace Arrivée");
                await page.Locator("#last button").ClickAsync();
                await Assertions.Expect(page.Locator("#last")).ToContainTextAsync("arrivée annulée");
                Assert.Empty(await CheckedInAsync());
                await page.Locator("#q").FillAsync("germain");
                await page.Locator("form[role=search] button").ClickAsync();
                await page.Locator("#person-3 a").ClickAsync();
                await page.Locator("#card-3 button[data-action=arrived]").ClickAsync();
                await Assertions.Expect(page.Locator("#card-3[data-check-in-state=checked-in]")).ToBeVisibleAsync();
                Assert.Equal([3], await CheckedInAsync());
            },
            Reader.WithoutScript(Reader.Phone)
        );

    [BrowserFact]
    public Task On_a_phone_every_page_is_accessible_and_fits_the_screen_and_its_targets_are_large_enough() =>
        CheckEveryPageAsync(Language.French, ColorScheme.Light);

    [Trait("Category", "prove")]
    [BrowserFact]
    public Task On_a_phone_in_English_in_dark_colours_the_same_holds() => CheckEveryPageAsync(Language.English, ColorScheme.Dark);

    private Task CheckEveryPageAsync(Language language, ColorScheme colours) =>
        AsHelperAsync(
            async page =>
            {
                List<string> faults = [];
                await CheckAsync("list", "/check-in");
                await page.Locator("#person-4 button[data-action=arrived]").ClickAsync();
                await Assertions.Expect(page.Locator("#person-4[data-check-in-state=checked-in]")).ToBeVisibleAsync();
                await CheckAsync("checked-in", null);
                await CheckAsync("arrived", "/check-in?last=ticket%204");
                await CheckAsync("found", "/check-in?q=e");
                await CheckAsync("nobody", "/check-in?q=nobody");
                foreach (var number in new[] { 1, 3, 4, 5, 6, 8, 9 })
                    await CheckAsync($"card-{number}", $"/check-in/ticket%20{number}");
                await CheckAsync("unknown", "/check-in/ticket%2099");
                await CheckAsync("walk-in", "/check-in/walk-in");
                Faults.None(faults);

                async Task CheckAsync(string name, string? path)
                {
                    if (path is not null)
                        await page.GotoAsync(path);
                    await Chromium.SaveScreenshotAsync(page, $"check-in-{name}-{language}-{colours}");
                    faults.AddRange(
                        (await Axe.ViolationsAsync(page))
                            .Concat(await LayoutProbe.ClippedElementsAsync(page))
                            .Concat(await Keyboard.SmallTargetsAsync(page))
                            .Select(fault => $"{name}: {fault}")
                    );
                }
            },
            Reader.On(Reader.Phone, colours),
            language
        );

    [BrowserFact]
    public Task The_keyboard_reaches_every_control_and_keeps_the_focus_after_a_check_in() =>
        AsHelperAsync(async page =>
        {
            var controls = await Keyboard.ControlsAsync(page);
            var stops = await Keyboard.PressTabAsync(page, controls.Count);
            Assert.Equal(controls, stops.Select(stop => stop.Name));
            await page.Locator("#person-1 button[data-action=arrived]").FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator("#person-1 button[data-action=undo]")).ToBeFocusedAsync();
        });

    private Task AsHelperAsync(Func<IPage, Task> steps, BrowserNewContextOptions? reader = null, Language language = Language.French) =>
        chromium.VisitAsync(
            "/admin/login",
            async page =>
            {
                page.SetDefaultTimeout(60_000);
                email = await site.OrganiserAsync(OrganiserRoles.Helper, language);
                await SignInAsync(page);
                await steps(page);
            },
            reader ?? Reader.On(Reader.Phone),
            site: site
        );

    private async Task SignInAsync(IPage page)
    {
        await page.Locator("main [name=email]").FillAsync(email);
        await page.Locator("main [name=password]").FillAsync(OrganiserAccounts.Password);
        await page.Locator("#with-password button").First.ClickAsync();
        await Arrival.WaitForAddressAsync(page, "/check-in");
    }

    /// <summary>The numbers of the people who are checked in, in the order of their arrival.</summary>
    private Task<List<int>> CheckedInAsync() =>
        DbAsync(async db =>
            (
                await (
                    from p in db.Presences
                    where p.CheckedInAt != null
                    join r in db.Registrations on p.RegistrationId equals r.Id
                    select new { r.Number, p.CheckedInAt }
                ).ToListAsync()
            )
                .OrderBy(p => p.CheckedInAt)
                .Select(p => p.Number)
                .ToList()
        );

    private async Task<T> DbAsync<T>(Func<WorkshopDb, Task<T>> use)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<WorkshopDb>());
    }
}
