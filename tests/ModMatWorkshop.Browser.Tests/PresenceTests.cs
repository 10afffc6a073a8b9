using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using static ModMatWorkshop.Tests.Shared.People;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>Presence on the stream, and the organisers' table of presences. The site time is Thursday of the workshop, 09:45.</summary>
[Collection(nameof(SignedIn))]
public sealed class PresenceTests(Chromium chromium) : IDisposable
{
    private readonly SiteFactory site = new() { RehearseFrom = "2021-09-23T09:45" };

    public void Dispose() => site.Dispose();

    [BrowserTheory]
    [InlineData("/direct", ColorScheme.Light)]
    [InlineData("/en/live", ColorScheme.Dark)]
    public async Task An_open_page_sends_a_heartbeat_at_once_and_every_three_minutes(string path, ColorScheme colours)
    {
        StartSite();
        await chromium.VisitAsync(
            "/robots.txt",
            async page =>
            {
                ConcurrentQueue<string> heartbeats = [];
                page.Response += (_, answer) =>
                {
                    if (answer.Request.Method == "POST")
                        heartbeats.Enqueue($"{new Uri(answer.Url).AbsolutePath} {answer.Status}");
                };
                await page.Clock.InstallAsync();
                await page.RunAndWaitForResponseAsync(() => page.GotoAsync(path), answer => answer.Request.Method == "POST");
                await Assertions.Expect(page.Locator("form[data-beat]")).ToBeHiddenAsync();
                await Chromium.SaveScreenshotAsync(page, $"live-presence-{colours}");
                Faults.None(await Axe.ViolationsAsync(page));
                for (var i = 0; i < 2; i++)
                    await page.RunAndWaitForResponseAsync(
                        () => page.Clock.FastForwardAsync(180_000),
                        answer => answer.Request.Method == "POST"
                    );

                Assert.Equal(Enumerable.Repeat($"{path}/presence 204", 3), heartbeats);
                // The clock of the site has not moved, so it counts one heartbeat.
                Assert.Equal([1], await DbAsync(db => db.Presences.Select(p => p.Heartbeats).ToListAsync()));
            },
            Reader.On(Reader.Phone, colours),
            site: site,
            participant: await site.ConfirmedAsync()
        );
    }

    [BrowserFact]
    public async Task A_page_that_is_seen_again_sends_a_heartbeat_without_waiting_for_its_timer()
    {
        StartSite();
        await chromium.VisitAsync(
            "/robots.txt",
            async page =>
            {
                // From here on the timers of the page stand still, as those of a hidden one may.
                await page.Clock.InstallAsync();
                await page.RunAndWaitForResponseAsync(() => page.GotoAsync("/direct"), answer => answer.Request.Method == "POST");
                await page.Clock.PauseAtAsync(DateTime.UtcNow.AddDays(1));
                await page.RunAndWaitForResponseAsync(
                    () => page.EvaluateAsync("() => document.dispatchEvent(new Event('visibilitychange'))"),
                    answer => answer.Request.Method == "POST"
                );
            },
            Reader.On(Reader.Phone),
            site: site,
            participant: await site.ConfirmedAsync()
        );
    }

    [BrowserFact]
    public async Task Without_script_a_button_records_presence_and_shows_until_when_it_counts()
    {
        StartSite();
        await chromium.VisitAsync(
            "/direct",
            async page =>
            {
                await page.Locator("form[data-beat] button").ClickAsync();
                await Assertions.Expect(page.Locator("form[data-beat] p")).ToContainTextAsync("Présence comptée jusqu’à");
                await Chromium.SaveScreenshotAsync(page, "live-presence-without-script");
                Assert.Equal([1], await DbAsync(db => db.Presences.Select(p => p.Heartbeats).ToListAsync()));
            },
            Reader.WithoutScript(Reader.Phone),
            site: site,
            participant: await site.ConfirmedAsync()
        );
    }

    [BrowserFact]
    public Task The_table_of_presences_is_accessible_and_its_cells_can_be_corrected() =>
        CheckTableAsync(Language.French, Reader.Phone, ColorScheme.Light);

    [Trait("Category", "prove")]
    [BrowserTheory]
    [InlineData(Language.English, ColorScheme.Dark)]
    [InlineData(Language.French, ColorScheme.Light)]
    public Task The_same_holds_on_a_desktop(Language language, ColorScheme colours) => CheckTableAsync(language, Reader.Desktop, colours);

    private async Task CheckTableAsync(Language language, int width, ColorScheme colours)
    {
        StartSite();
        await AddPresencesAsync();
        var email = await site.OrganiserAsync(language: language);
        await chromium.VisitAsync(
            "/admin/login",
            async page =>
            {
                page.SetDefaultTimeout(60_000);
                await page.Locator("main [name=email]").FillAsync(email);
                await page.Locator("main [name=password]").FillAsync(OrganiserAccounts.Password);
                await page.Locator("#with-password button").First.ClickAsync();
                await Arrival.WaitForAddressAsync(page, "/admin");
                await HasNoFaultsAsync("dashboard");
                await page.GotoAsync("/admin/presence");
                await HasNoFaultsAsync("table");
                await page.Locator("tr[data-number='2'] td[data-half-day='2021-09-22-afternoon'] a").ClickAsync();
                await HasNoFaultsAsync("correction");
                await page.Locator("[data-correction-of] button[value=in-person]").ClickAsync();
                await Assertions
                    .Expect(page.Locator("tr[data-number='2'] td[data-half-day='2021-09-22-afternoon'] [data-corrected]"))
                    .ToHaveCountAsync(1);
                await page.GotoAsync("/admin/attendees/2");
                await page.Locator("#presence summary").First.ClickAsync();
                await HasNoFaultsAsync("person");

                async Task HasNoFaultsAsync(string name)
                {
                    await Chromium.SaveScreenshotAsync(page, $"presence-{name}-{language}-{width}");
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

    private void StartSite()
    {
        site.UseKestrel(0);
        site.StartServer();
    }

    private Task<int> AddPresencesAsync() =>
        DbAsync(async db =>
        {
            var people = People.Of(60).Where(p => p is { Status: RegistrationStatus.Confirmed }).ToList();
            await db.PutInAsync(people);
            db.ChangeTracker.AutoDetectChangesEnabled = true;
            foreach (var (person, i) in people.Select((p, i) => (p, i)))
            foreach (var half in new[] { new HalfDayId(Wednesday, HalfDay.Afternoon), new HalfDayId(Thursday, HalfDay.Morning) })
                if (person.AttendanceAt(half.Date, half.Half) == Attendance.InPerson && i % 7 != 3)
                {
                    var presence = new Presence
                    {
                        RegistrationId = person.Id,
                        Date = half.Date,
                        Half = half.Half,
                    };
                    presence.CheckIn(
                        new(
                            half.Date.Year,
                            half.Date.Month,
                            half.Date.Day,
                            half.Half == HalfDay.Morning ? 6 : 10,
                            40 + i % 20,
                            0,
                            TimeSpan.Zero
                        ),
                        "organiser 1"
                    );
                    if (i % 11 == 5)
                        presence.Correct(PresenceCorrection.Absent, "organiser 1", DateTimeOffset.UtcNow);
                    db.Presences.Add(presence);
                }
                else if (i % 3 == 0)
                    db.Presences.Add(
                        Presence.StartedOnStream(
                            person.Id,
                            half,
                            new(half.Date.Year, half.Date.Month, half.Date.Day, 7, 43, 0, TimeSpan.Zero)
                        )
                    );
            return await db.SaveChangesAsync();
        });

    private async Task<T> DbAsync<T>(Func<WorkshopDb, Task<T>> use)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<WorkshopDb>());
    }
}
