using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Web.Tests.Hosting;
using static ModMatWorkshop.Web.Tests.Hosting.People;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>
/// The door on a telephone: with a network that goes and comes, without script, in the dark. It is the Wednesday of the workshop, a quarter
/// to one.
/// </summary>
[Collection(nameof(SignedIn))]
public sealed class CheckInTests(Chromium chromium) : IAsyncLifetime, IDisposable
{
    private const string Unsent = "#unsent [data-waiting]";
    private readonly SiteFactory site = new() { RehearseFrom = "2021-09-22T12:45" };
    private string email = "";

    public async Task InitializeAsync()
    {
        if (Chromium.WhyMissing is not null)
            return;
        site.UseKestrel(0);
        site.StartServer();
        await DbAsync(async db =>
        {
            await db.PutInAsync([
                Person(
                    1,
                    Details("Ada", "Lovelace") with
                    {
                        Affiliation = "LAAS-CNRS, Toulouse",
                        Meals = ["coffee-wednesday", "buffet"],
                    },
                    Seat(1),
                    Confirmed
                ),
                Person(
                    2,
                    Details("Émilie", "du Châtelet") with
                    {
                        Affiliation = "CEMES-CNRS, Toulouse",
                        Meals = ["coffee-wednesday"],
                    },
                    Seat(2),
                    Confirmed
                ),
                Person(3, Details("Sophie", "Germain") with { Affiliation = "École normale supérieure, Paris" }, Seat(3), r =>
                    r.HoldPlaceUntil(new(2031, 1, 1, 0, 0, 0, TimeSpan.Zero))
                ),
                Person(4, Details("Maria", "Göppert-Mayer") with { Affiliation = "Universität Göttingen" }, Seat(4), Confirmed),
                Person(5, Details("Grace", "Hopper") with { Affiliation = "Université du Luxembourg" }, Remote, Confirmed),
                Person(6, Details("Lise", "Meitner"), Seat(6), Confirmed, Cancelled),
                Person(
                    7,
                    Details("Chien-Shiung", "Wu") with
                    {
                        Affiliation = "ICMAB-CSIC, Barcelona",
                        Meals = ["coffee-wednesday"],
                    },
                    Seat(7),
                    Confirmed
                ),
                Person(
                    8,
                    Details("Maximiliane-Alexandra", "Wolfeschlegelsteinhausen") with
                    {
                        Affiliation = "Institut für Theoretische und Angewandte Physik der Universität Stuttgart",
                    },
                    Seat(8),
                    Confirmed
                ),
                Person(9, Details("Emmy", "Noether") with { Affiliation = "EPFL, Lausanne" }, InLine(1), Confirmed),
            ]);
            return true;
        });
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => site.Dispose();

    [BrowserFact]
    public Task Two_presses_without_network_arrive_once_each_when_it_is_back() =>
        AtTheDoorAsync(async page =>
        {
            await page.Context.SetOfflineAsync(true);
            await page.Locator("#comer-2 button[data-action=arrived]").ClickAsync();
            await page.Locator("#comer-1 button[data-action=arrived]").ClickAsync();
            await Assertions.Expect(page.Locator(Unsent)).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator(Unsent)).ToHaveTextAsync("Sans réseau\u00A0: 2 actions attendent d’être envoyées.");
            Assert.Equal(
                ["comer-2", "comer-1"],
                (await page.Locator("[data-waits]").EvaluateAllAsync<string[]>("rows => rows.map(row => row.id)")).OrderDescending()
            );
            await Chromium.PictureAsync(page, "check-in-without-network");
            // Nothing of a person is kept in the telephone, and to leave asks first.
            Assert.Equal(
                ["at half ticket", "at half ticket"],
                await page.EvaluateAsync<string[]>(
                    "() => JSON.parse(localStorage.getItem('check-in')).map(press => Object.keys(press).sort().join(' '))"
                )
            );
            Assert.True(await page.EvaluateAsync<bool>("() => !dispatchEvent(new Event('beforeunload', { cancelable: true }))"));
            Assert.Empty(await ArrivedAsync());

            await page.Context.SetOfflineAsync(false);
            await Assertions.Expect(page.Locator("#comer-1[data-at-the-door=in]")).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator("#comer-2[data-at-the-door=in]")).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator(Unsent)).ToBeHiddenAsync();
            await Assertions.Expect(page.Locator("#tally")).ToHaveAttributeAsync("data-in", "2");
            Assert.Equal("[]", await page.EvaluateAsync<string>("() => localStorage.getItem('check-in')"));
            Assert.False(await page.EvaluateAsync<bool>("() => !dispatchEvent(new Event('beforeunload', { cancelable: true }))"));
            Assert.Equal([2, 1], await ArrivedAsync());
            Assert.Equal(2, await DbAsync(db => db.AuditLog.CountAsync(e => e.Action == "checked in")));
        });

    [BrowserFact]
    public Task A_press_whose_answer_is_lost_is_sent_again_and_counts_once() =>
        AtTheDoorAsync(async page =>
        {
            var lost = 0;
            var network = await page.Context.NewCDPSessionAsync(page);
            network.Event("Fetch.requestPaused").OnEvent += async (_, paused) =>
                await network.SendAsync(
                    lost++ < 2 ? "Fetch.failRequest" : "Fetch.continueRequest",
                    new() { ["requestId"] = paused!.Value.GetProperty("requestId").GetString()!, ["errorReason"] = "Failed" }
                );
            await network.SendAsync(
                "Fetch.enable",
                new() { ["patterns"] = new[] { new { urlPattern = "*/check-in/ticket*", requestStage = "Response" } } }
            );
            await page.Clock.InstallAsync();
            await page.ReloadAsync();
            await page.Locator("#comer-1 button[data-action=arrived]").ClickAsync();
            await Assertions.Expect(page.Locator(Unsent)).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator(Unsent)).ToHaveTextAsync("Sans réseau\u00A0: 1 action attend d’être envoyée.");
            Assert.Equal([1], await ArrivedAsync());
            await page.Clock.FastForwardAsync(4000);
            await Assertions.Expect(page.Locator(Unsent)).ToBeVisibleAsync();
            await page.Clock.FastForwardAsync(4000);
            await Assertions.Expect(page.Locator("#comer-1[data-at-the-door=in]")).ToBeVisibleAsync();
            Assert.Equal((3, 1), (lost, await DbAsync(db => db.AuditLog.CountAsync(e => e.Action == "checked in"))));
        });

    [BrowserFact]
    public Task A_press_that_waits_is_kept_for_the_next_page_and_can_be_dropped() =>
        AtTheDoorAsync(async page =>
        {
            await page.RouteAsync("**/check-in/ticket*", route =>
                route.Request.Method == "POST" ? route.AbortAsync() : route.ContinueAsync()
            );
            page.Dialog += (_, dialog) => dialog.AcceptAsync();
            await page.Locator("#comer-1 button[data-action=arrived]").ClickAsync();
            await page.Locator("#comer-2 button[data-action=arrived]").ClickAsync();
            await Assertions.Expect(page.Locator(Unsent)).ToBeVisibleAsync();
            await page.Locator("#comer-2 [data-drop]").ClickAsync();
            await Assertions.Expect(page.Locator("#comer-2 button[data-action=arrived]")).ToBeVisibleAsync();

            await page.GotoAsync("/check-in/ticket%201");
            await Assertions.Expect(page.Locator("#face-1[data-waits]")).ToBeVisibleAsync();
            await page.UnrouteAllAsync();
            await Assertions.Expect(page.Locator("#face-1[data-at-the-door=in]")).ToBeVisibleAsync();
            Assert.Equal([1], await ArrivedAsync());
        });

    [BrowserFact]
    public Task Who_has_been_signed_out_signs_in_again_and_loses_no_press() =>
        AtTheDoorAsync(async page =>
        {
            await page.Context.ClearCookiesAsync();
            await page.Locator("#comer-1 button[data-action=arrived]").ClickAsync();
            await Assertions.Expect(page.Locator("#unsent [data-signed-out]")).ToBeVisibleAsync();
            await page.Locator("#unsent [data-signed-out] a").ClickAsync();
            await SignInAsync(page);
            await Assertions.Expect(page.Locator("#comer-1[data-at-the-door=in]")).ToBeVisibleAsync();
            Assert.Equal([1], await ArrivedAsync());
        });

    [BrowserFact]
    public Task A_press_that_is_refused_is_said_and_not_sent_for_ever() =>
        AtTheDoorAsync(async page =>
        {
            await DbAsync(async db =>
            {
                (await db.Registrations.SingleAsync(r => r.Number == 1)).Cancel(new(2021, 9, 22, 10, 0, 0, TimeSpan.Zero));
                return await db.SaveChangesAsync();
            });
            await page.Locator("#comer-1 button[data-action=arrived]").ClickAsync();
            await Assertions.Expect(page.Locator("#unsent [data-refused]")).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator("#comer-1[data-at-the-door=cancelled]")).ToBeVisibleAsync();
            Assert.Equal("[]", await page.EvaluateAsync<string>("() => localStorage.getItem('check-in')"));
        });

    [BrowserFact]
    public Task The_list_is_searched_as_one_types_without_the_network() =>
        AtTheDoorAsync(async page =>
        {
            await page.Context.SetOfflineAsync(true);
            await page.Locator("#q").FillAsync("CHATEL");
            Assert.Equal(
                ["comer-2"],
                await page.Locator("li[data-ticket]:visible").EvaluateAllAsync<string[]>("rows => rows.map(row => row.id)")
            );
            await page.Locator("#q").FillAsync("toulouse ada");
            Assert.Equal(
                ["comer-1"],
                await page.Locator("li[data-ticket]:visible").EvaluateAllAsync<string[]>("rows => rows.map(row => row.id)")
            );
            await page.Context.SetOfflineAsync(false);
            await page.Locator("#half-day").SelectOptionAsync("2021-09-23-morning");
            await Arrival.AtAsync(page, "/check-in?half-day=2021-09-23-morning&q=toulouse+ada");
        });

    [BrowserFact]
    public Task Without_script_a_press_is_a_form() =>
        AtTheDoorAsync(
            async page =>
            {
                await page.Locator("#comer-1 button[data-action=arrived]").ClickAsync();
                await Assertions.Expect(page.Locator("#last")).ToContainTextAsync("Ada Lovelace Arrivée");
                await page.Locator("#last button").ClickAsync();
                await Assertions.Expect(page.Locator("#last")).ToContainTextAsync("arrivée annulée");
                Assert.Empty(await ArrivedAsync());
                await page.Locator("#q").FillAsync("germain");
                await page.Locator("form[role=search] button").ClickAsync();
                await page.Locator("#comer-3 a").ClickAsync();
                await page.Locator("#face-3 button[data-action=arrived]").ClickAsync();
                await Assertions.Expect(page.Locator("#face-3[data-at-the-door=in]")).ToBeVisibleAsync();
                Assert.Equal([3], await ArrivedAsync());
            },
            Reader.WithoutScript(Reader.Phone)
        );

    [BrowserTheory]
    [InlineData(Language.French, ColorScheme.Light)]
    [InlineData(Language.English, ColorScheme.Dark)]
    public Task On_a_phone_nothing_is_cut_every_target_is_large_and_axe_finds_nothing(Language language, ColorScheme colours) =>
        AtTheDoorAsync(
            async page =>
            {
                List<string> faults = [];
                await LookAsync("list", "/check-in");
                await page.Locator("#comer-4 button[data-action=arrived]").ClickAsync();
                await Assertions.Expect(page.Locator("#comer-4[data-at-the-door=in]")).ToBeVisibleAsync();
                await LookAsync("pressed", null);
                await LookAsync("arrived", "/check-in?last=ticket%204");
                await LookAsync("found", "/check-in?q=e");
                await LookAsync("nobody", "/check-in?q=nobody");
                foreach (var number in new[] { 1, 3, 4, 5, 6, 8, 9 })
                    await LookAsync($"face-{number}", $"/check-in/ticket%20{number}");
                await LookAsync("unknown", "/check-in/ticket%2099");
                await LookAsync("walk-in", "/check-in/walk-in");
                Faults.None(faults);

                async Task LookAsync(string name, string? path)
                {
                    if (path is not null)
                        await page.GotoAsync(path);
                    await Chromium.PictureAsync(page, $"check-in-{name}-{language}-{colours}");
                    faults.AddRange(
                        (await Axe.ViolationsAsync(page))
                            .Concat(await LayoutProbe.WhatIsCutAsync(page))
                            .Concat(await Keyboard.SmallTargetsAsync(page))
                            .Select(fault => $"{name}: {fault}")
                    );
                }
            },
            Reader.On(Reader.Phone, colours),
            language
        );

    [BrowserFact]
    public Task The_keyboard_reaches_everything_and_a_press_keeps_its_place() =>
        AtTheDoorAsync(async page =>
        {
            var controls = await Keyboard.ControlsAsync(page);
            var stops = await Keyboard.TabAsync(page, controls.Count);
            Assert.Equal(controls, stops.Select(stop => stop.Name));
            await page.Locator("#comer-1 button[data-action=arrived]").FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator("#comer-1 button[data-action=undo]")).ToBeFocusedAsync();
        });

    private Task AtTheDoorAsync(Func<IPage, Task> look, BrowserNewContextOptions? reader = null, Language language = Language.French) =>
        chromium.VisitAsync(
            "/admin/login",
            async page =>
            {
                page.SetDefaultTimeout(60_000);
                email = await site.OrganiserAsync(OrganiserRole.Helper, language);
                await SignInAsync(page);
                await look(page);
            },
            reader ?? Reader.On(Reader.Phone),
            site: site
        );

    private async Task SignInAsync(IPage page)
    {
        await page.Locator("main [name=email]").FillAsync(email);
        await page.Locator("main [name=password]").FillAsync(OrganiserAccounts.Password);
        await page.Locator("#with-password button").First.ClickAsync();
        await Arrival.AtAsync(page, "/check-in");
    }

    /// <summary>The numbers of those who are in, in the order in which they came.</summary>
    private Task<List<int>> ArrivedAsync() =>
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

    private async Task<T> DbAsync<T>(Func<WorkshopDb, Task<T>> ask)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<WorkshopDb>());
    }
}
