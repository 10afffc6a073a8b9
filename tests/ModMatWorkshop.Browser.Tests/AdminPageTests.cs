using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>
/// The administration pages on a phone and on a desktop, in both colour schemes, and with the keyboard alone.
/// </summary>
[Collection(nameof(SignedIn))]
public sealed class AdminPageTests(Chromium chromium, AdminPageTests.AdminSite admin) : IClassFixture<AdminPageTests.AdminSite>
{
    private static readonly string[] Addresses =
    [
        "/admin",
        "/admin/content/chairs",
        "/admin/help",
        "/admin/presence",
        "/admin/settings",
        "/admin/log",
        "/admin/mail",
        "/admin/content",
        "/admin/content/changes",
        "/admin/content/contributions/new",
        "/admin/content/contributions/o3",
        "/admin/content/contributions/o3?as=text",
        "/admin/content/draft",
        "/admin/content/history",
        "/admin/content/history/1",
        "/admin/content/images",
        "/admin/content/images/way.svg",
        "/admin/content/pages/practical-info",
        "/admin/content/people",
        "/admin/content/people/mihai-cosmin-marinica",
        "/admin/content/sessions/session-1",
        "/admin/content/timetable",
        "/admin/content/workshop",
        "/admin/organisers",
        "/admin/organisers/1",
        "/admin/preview",
        "/admin/printables",
        "/admin/today",
    ];
    private static readonly (int Width, ColorScheme Colours)[] Readers =
    [
        (Reader.Phone, ColorScheme.Light),
        (Reader.Phone, ColorScheme.Dark),
        (Reader.Desktop, ColorScheme.Dark),
        (Reader.Desktop, ColorScheme.Light),
    ];

    /// <summary>A site with registrations and one organiser.</summary>
    public sealed class AdminSite : IAsyncLifetime
    {
        public SiteFactory Site { get; } = new() { RehearseFrom = Chromium.BeforeTheWorkshop };

        public string Email { get; private set; } = "";

        public async Task InitializeAsync()
        {
            if (Chromium.WhyMissing is not null)
                return;
            Site.UseKestrel(0);
            Site.StartServer();
            Email = await Site.OrganiserAsync();
            await Site.SeedRegistrationsAsync();
        }

        public async Task DisposeAsync() => await Site.DisposeAsync();
    }

    [Trait("Category", "prove")]
    [BrowserFact]
    public Task Every_page_is_accessible_and_fits_the_screen_and_its_targets_are_large_enough() =>
        VisitAsync(
            async page =>
            {
                List<string> faults = [];
                var failedMail = $"/admin/mail/{await LastFailedMailAsync()}";
                foreach (var address in Addresses.Append(failedMail))
                {
                    // Load each page once, then check it at every size and in every colour scheme.
                    await page.GotoAsync(address);
                    var file = string.Concat(address.Select(c => char.IsLetter(c) ? c : '-')).Trim('-');
                    foreach (var (width, colours) in Readers)
                    {
                        await page.SetViewportSizeAsync(width, 800);
                        await page.EmulateMediaAsync(new() { ColorScheme = colours });
                        await Chromium.SaveScreenshotAsync(page, $"{file}-{width}-{colours}");
                        // On a phone, wide tables may scroll in a region of their own.
                        var clipped = (await LayoutProbe.ClippedElementsAsync(page)).Where(fault =>
                            width == Reader.Desktop || fault.StartsWith("the page scrolls", StringComparison.Ordinal)
                        );
                        faults.AddRange(
                            (await Axe.ViolationsAsync(page))
                                .Concat(clipped)
                                .Concat(await Keyboard.SmallTargetsAsync(page))
                                .Select(fault => $"{address}, {width} {colours}: {fault}")
                        );
                    }
                }
                Faults.None(faults);
            },
            Reader.On(Reader.Phone)
        );

    [BrowserFact]
    public Task On_a_phone_the_menu_is_one_row_and_every_value_of_the_log_is_on_the_screen_with_its_heading() =>
        VisitAsync(
            async page =>
            {
                await page.GotoAsync("/admin/log");
                var menu = await page.EvaluateAsync<double[]>(
                    "() => [...document.querySelectorAll('header nav li')].map((item) => item.getBoundingClientRect().top)"
                );
                Assert.Equal((10, 1), (menu.Length, menu.Distinct().Count()));

                Assert.True(await page.Locator("tr[data-entry] td").CountAsync() > 100);
                Faults.None(
                    await page.EvaluateAsync<string[]>(
                        """
                        () => [...document.querySelectorAll('tr[data-entry] td')].filter((cell) => cell.textContent.trim() !== '')
                          .filter((cell) => {
                            const box = cell.getBoundingClientRect();
                            const heading = getComputedStyle(cell, '::before').content;
                            return box.width === 0 || box.left < 0 || box.right > innerWidth
                              || cell.scrollWidth > cell.clientWidth + 1 || cell.cellIndex > 0 && heading === 'none';
                          }).map((cell) => `${cell.cellIndex}: ${cell.textContent.trim()}`)
                        """
                    )
                );
            },
            Reader.On(Reader.Phone)
        );

    /// <summary>Organisers print from the browser where WeasyPrint is not installed.</summary>
    [BrowserTheory]
    [InlineData("/admin/printables/badges", 297, 210)]
    [InlineData("/admin/printables/sign-in", 210, 297)]
    [InlineData("/admin/printables/poster-labels", 210, 297)]
    [InlineData("/admin/printables/programme-a3", 420, 297)]
    public Task A_printable_prints_from_the_browser_on_sheets_of_the_expected_size(string address, int width, int height) =>
        VisitAsync(
            async page =>
            {
                await page.GotoAsync(address);
                await Chromium.SaveScreenshotAsync(page, $"{address.Split('/')[^1]}");
                Faults.None(await Axe.ViolationsAsync(page));
                var sheets = (await PrintedPdf.PrintAsync(page)).Sheets;

                Assert.Equal([(width, height)], sheets.Distinct());
                // In the browser, the A3 programme has its largest type and may take several sheets; only the PDF reduces the type.
                Assert.Equal(
                    address.EndsWith("a3", StringComparison.Ordinal) ? sheets.Count : await page.Locator("main > :not(h1)").CountAsync(),
                    sheets.Count
                );
            },
            Reader.On(Reader.Desktop)
        );

    [BrowserTheory]
    [InlineData("/admin/settings")]
    [InlineData("/admin/content/people/mihai-cosmin-marinica")]
    public Task The_keyboard_reaches_every_control_and_shows_the_focus(string address) => AssertKeyboardAsync(address);

    [Trait("Category", "prove")]
    [BrowserTheory]
    [InlineData("/admin/content")]
    [InlineData("/admin/content/contributions/new")]
    [InlineData("/admin/content/contributions/o3")]
    [InlineData("/admin/content/contributions/o3?as=text")]
    [InlineData("/admin/content/draft")]
    [InlineData("/admin/content/history/1")]
    [InlineData("/admin/content/images")]
    [InlineData("/admin/content/images/way.svg")]
    [InlineData("/admin/content/people")]
    [InlineData("/admin/content/timetable")]
    [InlineData("/admin/content/workshop")]
    [InlineData("/admin/today")]
    public Task The_keyboard_reaches_every_control_of_the_pages_that_edit_content(string address) => AssertKeyboardAsync(address);

    private Task AssertKeyboardAsync(string address) =>
        VisitAsync(
            async page =>
            {
                await page.GotoAsync(address);
                var controls = await Keyboard.ControlsAsync(page);
                var stops = await Keyboard.PressTabAsync(page, controls.Count * 2 + 20);
                Assert.Equal([], controls.Where(control => !stops.Any(stop => stop.Name == control)));
                Assert.Equal([], stops.Where(stop => !stop.HasOutline).Select(stop => stop.Name).Distinct());
            },
            Reader.On(Reader.Desktop)
        );

    private Task VisitAsync(Func<IPage, Task> check, BrowserNewContextOptions reader) =>
        chromium.VisitAsync(
            "/admin/login",
            async page =>
            {
                // The first page after a start is slow.
                page.SetDefaultTimeout(60_000);
                await page.Locator("main [name=email]").FillAsync(admin.Email);
                await page.Locator("main [name=password]").FillAsync(OrganiserAccounts.Password);
                await page.Locator("#with-password button").First.ClickAsync();
                await Arrival.WaitForAddressAsync(page, "/admin");
                await check(page);
            },
            reader,
            site: admin.Site
        );

    private async Task<long> LastFailedMailAsync()
    {
        await using var scope = admin.Site.Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<WorkshopDb>()
            .Outbox.Where(m => m.State == MailState.Failed)
            .MaxAsync(m => m.Id);
    }
}
