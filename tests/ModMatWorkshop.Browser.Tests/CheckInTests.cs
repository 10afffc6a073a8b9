using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using static ModMatWorkshop.Tests.Shared.People;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>
/// The check-in page on a phone: without network, with lost answers, without script, in dark colours. The site time is Wednesday of the
/// workshop, 12:45.
/// </summary>
[Collection(nameof(SignedIn))]
public sealed partial class CheckInTests(Chromium chromium) : IAsyncLifetime, IDisposable
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
                Person(9, Details("Emmy", "Noether") with { Affiliation = "EPFL, Lausanne" }, Waiting(1), Confirmed),
            ]);
            return true;
        });
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => site.Dispose();

    [BrowserFact]
    public Task Two_check_ins_without_network_are_sent_once_each_when_the_network_is_back() =>
        AsHelperAsync(async page =>
        {
            await page.Context.SetOfflineAsync(true);
            await page.Locator("#person-2 button[data-action=arrived]").ClickAsync();
            await page.Locator("#person-1 button[data-action=arrived]").ClickAsync();
            await Assertions.Expect(page.Locator(Unsent)).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator(Unsent)).ToHaveTextAsync("Sans réseau\u00A0: 2 actions attendent d’être envoyées.");
            Assert.Equal(
                ["person-2", "person-1"],
                (await page.Locator("[data-waits]").EvaluateAllAsync<string[]>("rows => rows.map(row => row.id)")).OrderDescending()
            );
            await Chromium.SaveScreenshotAsync(page, "check-in-without-network");
            // The browser stores no personal data, and it asks before it leaves the page.
            Assert.Equal(
                ["at half ticket", "at half ticket"],
                await page.EvaluateAsync<string[]>(
                    "() => JSON.parse(localStorage.getItem('check-in')).map(entry => Object.keys(entry).sort().join(' '))"
                )
            );
            Assert.True(await page.EvaluateAsync<bool>("() => !dispatchEvent(new Event('beforeunload', { cancelable: true }))"));
            Assert.Empty(await CheckedInAsync());

            await page.Context.SetOfflineAsync(false);
            await Assertions.Expect(page.Locator("#person-1[data-check-in-state=checked-in]")).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator("#person-2[data-check-in-state=checked-in]")).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator(Unsent)).ToBeHiddenAsync();
            await Assertions.Expect(page.Locator("#tally")).ToHaveAttributeAsync("data-in", "2");
            Assert.Equal("[]", await page.EvaluateAsync<string>("() => localStorage.getItem('check-in')"));
            Assert.False(await page.EvaluateAsync<bool>("() => !dispatchEvent(new Event('beforeunload', { cancelable: true }))"));
            Assert.Equal([2, 1], await CheckedInAsync());
            Assert.Equal(2, await DbAsync(db => db.AuditLog.CountAsync(e => e.Action == "checked in")));
        });

    [BrowserFact]
    public Task A_check_in_whose_answer_is_lost_is_sent_again_and_counts_once() =>
        AsHelperAsync(async page =>
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
            await page.Locator("#person-1 button[data-action=arrived]").ClickAsync();
            await Assertions.Expect(page.Locator(Unsent)).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator(Unsent)).ToHaveTextAsync("Sans réseau\u00A0: 1 action attend d’être envoyée.");
            Assert.Equal([1], await CheckedInAsync());
            await page.Clock.FastForwardAsync(4000);
            await Assertions.Expect(page.Locator(Unsent)).ToBeVisibleAsync();
            await page.Clock.FastForwardAsync(4000);
            await Assertions.Expect(page.Locator("#person-1[data-check-in-state=checked-in]")).ToBeVisibleAsync();
            Assert.Equal((3, 1), (lost, await DbAsync(db => db.AuditLog.CountAsync(e => e.Action == "checked in"))));
        });

    [BrowserFact]
    public Task An_unsent_check_in_is_kept_for_the_next_page_and_can_be_dropped() =>
        AsHelperAsync(async page =>
        {
            await page.RouteAsync("**/check-in/ticket*", route =>
                route.Request.Method == "POST" ? route.AbortAsync() : route.ContinueAsync()
            );
            page.Dialog += (_, dialog) => dialog.AcceptAsync();
            await page.Locator("#person-1 button[data-action=arrived]").ClickAsync();
            await page.Locator("#person-2 button[data-action=arrived]").ClickAsync();
            await Assertions.Expect(page.Locator(Unsent)).ToBeVisibleAsync();
            await page.Locator("#person-2 [data-drop]").ClickAsync();
            await Assertions.Expect(page.Locator("#person-2 button[data-action=arrived]")).ToBeVisibleAsync();

            await page.GotoAsync("/check-in/ticket%201");
            await Assertions.Expect(page.Locator("#card-1[data-waits]")).ToBeVisibleAsync();
            await page.UnrouteAllAsync();
            await Assertions.Expect(page.Locator("#card-1[data-check-in-state=checked-in]")).ToBeVisibleAsync();
            Assert.Equal([1], await CheckedInAsync());
        });

    [BrowserFact]
    public Task A_check_in_after_the_session_has_ended_is_sent_after_signing_in_again() =>
        AsHelperAsync(async page =>
        {
            await page.Context.ClearCookiesAsync();
            await page.Locator("#person-1 button[data-action=arrived]").ClickAsync();
            await Assertions.Expect(page.Locator("#unsent [data-signed-out]")).ToBeVisibleAsync();
            await page.Locator("#unsent [data-signed-out] a").ClickAsync();
            await SignInAsync(page);
            await Assertions.Expect(page.Locator("#person-1[data-check-in-state=checked-in]")).ToBeVisibleAsync();
            Assert.Equal([1], await CheckedInAsync());
        });

    [BrowserFact]
    public Task A_refused_check_in_is_shown_and_not_sent_again() =>
        AsHelperAsync(async page =>
        {
            await DbAsync(async db =>
            {
                (await db.Registrations.SingleAsync(r => r.Number == 1)).Cancel(new(2021, 9, 22, 10, 0, 0, TimeSpan.Zero));
                return await db.SaveChangesAsync();
            });
            await page.Locator("#person-1 button[data-action=arrived]").ClickAsync();
            await Assertions.Expect(page.Locator("#unsent [data-refused]")).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator("#person-1[data-check-in-state=cancelled]")).ToBeVisibleAsync();
            Assert.Equal("[]", await page.EvaluateAsync<string>("() => localStorage.getItem('check-in')"));
        });
}
