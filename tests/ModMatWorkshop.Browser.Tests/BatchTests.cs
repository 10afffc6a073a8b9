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
/// An organiser runs a batch, sends a message and imports a file. With script, every page on the way is accessible and fits the screen.
/// </summary>
[Collection(nameof(SignedIn))]
public sealed class BatchTests(Chromium chromium) : IDisposable
{
    private readonly SiteFactory site = new() { RehearseFrom = Chromium.BeforeTheWorkshop };

    [BrowserFact]
    public Task A_batch_a_message_and_an_import_work_on_a_phone_in_French() =>
        RunBatchMessageAndImportAsync(Reader.On(Reader.Phone), Language.French);

    [Trait("Category", "prove")]
    [BrowserFact]
    public Task A_batch_a_message_and_an_import_work_on_a_desktop_in_English_in_dark_colours() =>
        RunBatchMessageAndImportAsync(Reader.On(Reader.Desktop, ColorScheme.Dark), Language.English);

    [Trait("Category", "prove")]
    [BrowserFact]
    public Task A_batch_a_message_and_an_import_work_without_script() =>
        RunBatchMessageAndImportAsync(Reader.WithoutScript(), Language.French);

    public void Dispose() => site.Dispose();

    private async Task RunBatchMessageAndImportAsync(BrowserNewContextOptions reader, Language language)
    {
        site.UseKestrel(0);
        site.StartServer();
        await AddPeopleAsync(12);
        var email = await site.OrganiserAsync(language: language);
        var faults = new List<string>();
        await chromium.VisitAsync(
            "/admin/login",
            async page =>
            {
                await AttendeeListTests.SignInAsync(page, email);
                await ConfirmEverybodyAsync(page, CheckAsync);
                await SendMessageAsync(page, CheckAsync);
                await ImportFileAsync(page, CheckAsync);

                async Task CheckAsync(string name)
                {
                    if (reader.JavaScriptEnabled ?? true)
                    {
                        faults.AddRange((await Axe.ViolationsAsync(page)).Select(f => $"{name}: {f}"));
                        faults.AddRange((await TooWideAsync(page)).Select(f => $"{name}: {f}"));
                    }
                }
            },
            reader,
            site: site
        );
        Faults.None(faults);
    }

    private static async Task ConfirmEverybodyAsync(IPage page, Func<string, Task> check)
    {
        await OpenAsync(page, "/admin/attendees/act?do=confirm&all=yes", check);
        await page.Locator("#do-it").ClickAsync();
        // The page reloads by itself, with and without script.
        await page.Locator("#progress[data-state=finished]").WaitForAsync();
        Assert.Equal("/admin/batches/1", new Uri(page.Url).AbsolutePath);
        await check("batch");
        await OpenAsync(page, "/admin/batches", check);
        await OpenAsync(page, "/admin/attendees/act?do=remote&all=yes", check);
    }

    private static async Task SendMessageAsync(IPage page, Func<string, Task> check)
    {
        await OpenAsync(page, "/admin/messages/new", check);
        await page.Locator("#subject-fr").FillAsync("Un mot d’accueil");
        await page.Locator("#body-fr").FillAsync("Bonjour {given-name},\n\n- {link}\n- **à bientôt**");
        await page.Locator("button[data-action=save]").ClickAsync();
        await page.Locator("#as-html").WaitForAsync();
        await check("draft");
        await page.Locator("#send").ClickAsync();
        await page.Locator("#progress[data-state=sent]").WaitForAsync();
        await check("sent message");
        await OpenAsync(page, "/admin/messages", check);
    }

    private static async Task ImportFileAsync(IPage page, Func<string, Task> check)
    {
        const string Csv = "prénom;nom;courriel;affiliation;participation\nÉmilie;du Châtelet;emilie@example.org;Cirey;en salle\nX;;x;;\n";
        await OpenAsync(page, "/admin/attendees/import", check);
        await page.Locator("#file")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "p.csv",
                    MimeType = "text/csv",
                    Buffer = Encoding.UTF8.GetBytes(Csv),
                }
            );
        await page.Locator("#check").ClickAsync();
        await page.Locator("#run").WaitForAsync();
        await check("dry run");
        await page.Locator("#run").ClickAsync();
        await page.Locator("#progress[data-state=finished]").WaitForAsync();
        await check("import");
    }

    private static async Task OpenAsync(IPage page, string path, Func<string, Task> check)
    {
        await page.GotoAsync(path);
        await check(path);
    }

    /// <summary>Elements wider than the screen, except in a table that scrolls in its own region.</summary>
    internal static async Task<IReadOnlyList<string>> TooWideAsync(IPage page) =>
        await page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('main *')].filter(e => !e.closest('[role=region] > *') && e.checkVisibility() && "
                + "e.getBoundingClientRect().right > document.documentElement.clientWidth + 1).map(e => `<${e.localName} "
                + "class=\"${e.className}\"> ${e.textContent.trim().slice(0, 40)}`)"
        );

    private async Task AddPeopleAsync(int count)
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
