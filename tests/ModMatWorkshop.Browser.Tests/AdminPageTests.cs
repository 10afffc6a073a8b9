using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>
/// The board and what is around it, as an organiser has them open: on a phone, at a desk, in both themes, with the keyboard alone.
/// </summary>
[Collection(nameof(SignedIn))]
public sealed class AdminPageTests(Chromium chromium, AdminPageTests.AdminSite room) : IClassFixture<AdminPageTests.AdminSite>
{
    private static readonly string[] Addresses =
    [
        "/admin",
        "/admin/settings",
        "/admin/log",
        "/admin/mail",
        "/admin/content",
        "/admin/preview",
        "/admin/printables",
    ];
    private static readonly (int Width, ColorScheme Colours)[] Readers =
    [
        (Reader.Phone, ColorScheme.Light),
        (Reader.Phone, ColorScheme.Dark),
        (Reader.Desktop, ColorScheme.Dark),
        (Reader.Desktop, ColorScheme.Light),
    ];

    /// <summary>A site for which seventy-two people have registered, and an organiser of it.</summary>
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

    [BrowserFact]
    public Task Axe_finds_nothing_nothing_is_cut_and_every_control_is_reached_and_large_enough() =>
        VisitAsync(
            async page =>
            {
                List<string> faults = [];
                var letter = $"/admin/mail/{await LastMailAsync()}";
                foreach (var address in Addresses.Append(letter))
                {
                    // Loaded once and then seen by all readers.
                    await page.GotoAsync(address);
                    var file = string.Concat(address.Select(c => char.IsLetter(c) ? c : '-')).Trim('-');
                    foreach (var (width, colours) in Readers)
                    {
                        await page.SetViewportSizeAsync(width, 800);
                        await page.EmulateMediaAsync(new() { ColorScheme = colours });
                        await Chromium.SaveScreenshotAsync(page, $"{file}-{width}-{colours}");
                        // Wide tables scroll in a region of their own.
                        var cut = (await LayoutProbe.ClippedElementsAsync(page)).Where(fault =>
                            width == Reader.Desktop || fault.StartsWith("the page scrolls", StringComparison.Ordinal)
                        );
                        faults.AddRange(
                            (await Axe.ViolationsAsync(page))
                                .Concat(cut)
                                .Concat(await Keyboard.SmallTargetsAsync(page))
                                .Select(fault => $"{address}, {width} {colours}: {fault}")
                        );
                    }
                }
                Faults.None(faults);
            },
            Reader.On(Reader.Phone)
        );

    /// <summary>Where there is no WeasyPrint, the browser prints them.</summary>
    [BrowserTheory]
    [InlineData("/admin/printables/badges", 297, 210)]
    [InlineData("/admin/printables/sign-in", 210, 297)]
    [InlineData("/admin/printables/poster-labels", 210, 297)]
    [InlineData("/admin/printables/programme-a3", 420, 297)]
    public Task A_paper_is_printed_by_the_browser_sheet_by_sheet(string address, int width, int height) =>
        VisitAsync(
            async page =>
            {
                await page.GotoAsync(address);
                await Chromium.SaveScreenshotAsync(page, $"{address.Split('/')[^1]}");
                Faults.None(await Axe.ViolationsAsync(page));
                var sheets = (await PrintedPdf.PrintAsync(page)).Sheets;

                Assert.Equal([(width, height)], sheets.Distinct());
                // The poster is set in its largest size here, which only the PDF goes back from.
                Assert.Equal(
                    address.EndsWith("a3", StringComparison.Ordinal) ? sheets.Count : await page.Locator("main > :not(h1)").CountAsync(),
                    sheets.Count
                );
            },
            Reader.On(Reader.Desktop)
        );

    [BrowserFact]
    public Task The_keyboard_reaches_every_control_of_the_settings_in_the_order_of_the_page() =>
        VisitAsync(
            async page =>
            {
                await page.GotoAsync("/admin/settings");
                var controls = await Keyboard.ControlsAsync(page);
                var stops = await Keyboard.PressTabAsync(page, controls.Count * 2 + 20);
                Assert.Equal([], controls.Where(control => !stops.Any(stop => stop.Name == control)));
                Assert.Equal([], stops.Where(stop => !stop.HasOutline).Select(stop => stop.Name).Distinct());
            },
            Reader.On(Reader.Desktop)
        );

    private Task VisitAsync(Func<IPage, Task> look, BrowserNewContextOptions reader) =>
        chromium.VisitAsync(
            "/admin/login",
            async page =>
            {
                // The first page of a site that has just started takes its time.
                page.SetDefaultTimeout(60_000);
                await page.Locator("main [name=email]").FillAsync(room.Email);
                await page.Locator("main [name=password]").FillAsync(OrganiserAccounts.Password);
                await page.Locator("#with-password button").First.ClickAsync();
                await Arrival.WaitForAddressAsync(page, "/admin");
                await look(page);
            },
            reader,
            site: room.Site
        );

    private async Task<long> LastMailAsync()
    {
        await using var scope = room.Site.Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<WorkshopDb>()
            .Outbox.Where(m => m.State == MailState.Failed)
            .MaxAsync(m => m.Id);
    }
}
