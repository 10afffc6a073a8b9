using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Tests.Hosting;
using Position = ModMatWorkshop.Domain.Registrations.Position;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>
/// Bulk actions, messages and the import, as an organiser walks through them: on a phone and in the dark, every page looked at.
/// </summary>
[Collection(nameof(SignedIn))]
public sealed class BatchTests(Chromium chromium) : IDisposable
{
    private readonly SiteFactory site = new() { RehearseFrom = Chromium.BeforeTheWorkshop };

    [BrowserFact]
    public Task On_a_phone_in_French() => WalkAsync(Reader.On(Reader.Phone), Language.French);

    [BrowserFact]
    public Task At_a_desk_in_the_dark_in_English() => WalkAsync(Reader.On(Reader.Desktop, ColorScheme.Dark), Language.English);

    [BrowserFact]
    public Task Without_script() => WalkAsync(Reader.WithoutScript(), Language.French);

    public void Dispose() => site.Dispose();

    private async Task WalkAsync(BrowserNewContextOptions reader, Language language)
    {
        site.UseKestrel(0);
        site.StartServer();
        await PeopleAsync(12);
        var email = await site.OrganiserAsync(language: language);
        var faults = new List<string>();
        await chromium.VisitAsync(
            "/admin/login",
            async page =>
            {
                await AttendeeListTests.SignInAsync(page, email);

                await LookAtAsync("/admin/attendees/act?do=confirm&all=yes");
                await page.Locator("#do-it").ClickAsync();
                // The page tells by itself when it is over.
                await page.Locator("#progress[data-state=finished]").WaitForAsync();
                Assert.Equal("/admin/batches/1", new Uri(page.Url).AbsolutePath);
                await LookAsync("batch");
                await LookAtAsync("/admin/batches");
                await LookAtAsync("/admin/attendees/act?do=remote&all=yes");

                await LookAtAsync("/admin/messages/new");
                await page.Locator("#subject-fr").FillAsync("Un mot d’accueil");
                await page.Locator("#body-fr").FillAsync("Bonjour {given-name},\n\n- {link}\n- **à bientôt**");
                await page.Locator("button[data-action=save]").ClickAsync();
                await page.Locator("#as-html").WaitForAsync();
                await LookAsync("draft");
                await page.Locator("#send").ClickAsync();
                await page.Locator("#progress[data-state=sent]").WaitForAsync();
                await LookAsync("sent message");
                await LookAtAsync("/admin/messages");

                await LookAtAsync("/admin/attendees/import");
                await page.Locator("#file")
                    .SetInputFilesAsync(
                        new FilePayload
                        {
                            Name = "p.csv",
                            MimeType = "text/csv",
                            Buffer = Encoding.UTF8.GetBytes(
                                "prénom;nom;courriel;affiliation;participation\nÉmilie;du "
                                    + "Châtelet;emilie@example.org;Cirey;en salle\nX;;x;;\n"
                            ),
                        }
                    );
                await page.Locator("#check").ClickAsync();
                await page.Locator("#run").WaitForAsync();
                await LookAsync("dry run");
                await page.Locator("#run").ClickAsync();
                await page.Locator("#progress[data-state=finished]").WaitForAsync();
                await LookAsync("import");

                async Task LookAtAsync(string path)
                {
                    await page.GotoAsync(path);
                    await LookAsync(path);
                }

                async Task LookAsync(string name)
                {
                    if (reader.JavaScriptEnabled ?? true)
                    {
                        faults.AddRange((await Axe.ViolationsAsync(page)).Select(f => $"{name}: {f}"));
                        faults.AddRange((await SidewaysAsync(page)).Select(f => $"{name}: {f}"));
                    }
                }
            },
            reader,
            site: site
        );
        Faults.None(faults);
    }

    /// <summary>What makes the page wider than the screen; a wide table scrolls in its own region.</summary>
    private static async Task<IReadOnlyList<string>> SidewaysAsync(IPage page) =>
        await page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('main *')].filter(e => !e.closest('[role=region] > *') && e.checkVisibility() && "
                + "e.getBoundingClientRect().right > document.documentElement.clientWidth + 1).map(e => `<${e.localName} "
                + "class=\"${e.className}\"> ${e.textContent.trim().slice(0, 40)}`)"
        );

    private async Task PeopleAsync(int count)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
        for (var number = 1; number <= count; number++)
        {
            Assert.True(EmailAddress.TryParse($"p{number}@example.org", out var address));
            var person = Registration.New(Guid.NewGuid(), number, $"ticket {number}", address);
            person.Begin(
                new()
                {
                    GivenName = "Ada",
                    FamilyName = $"Lovelace-{number}",
                    Affiliation = "London",
                    Position = Position.Other,
                    Language = number % 2 == 0 ? Language.English : Language.French,
                    HalfDays = [],
                    Meals = [],
                    MayBeListed = false,
                    MayBePhotographed = false,
                },
                Attendance.Remote,
                $"form {number}",
                new(2021, 9, 1, 7, 0, 0, TimeSpan.Zero)
            );
            person.FollowRemotely();
            db.Registrations.Add(person);
        }
        await db.WorkshopStates.ExecuteUpdateAsync(r => r.SetProperty(x => x.LastNumber, count));
        await db.SaveChangesAsync();
    }
}
