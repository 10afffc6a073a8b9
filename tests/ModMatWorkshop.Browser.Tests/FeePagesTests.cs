using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Fees;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Fees;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>The pages about fees, of a participant and of the organisers, at three widths, in both colour schemes and languages.</summary>
[Collection(nameof(SignedIn))]
public sealed class FeePagesTests(Chromium chromium, FeePagesTests.Accounts accounts) : IClassFixture<FeePagesTests.Accounts>
{
    /// <summary>Three people with a fee: one owes it, one has paid, one has paid too much; and an action that was undone.</summary>
    public sealed class Accounts : IAsyncLifetime, IDisposable
    {
        private readonly FeeSite sites = new();

        public SiteFactory Site => sites.Open;

        public IReadOnlyDictionary<Language, string> Emails { get; private set; } = new Dictionary<Language, string>();

        public IReadOnlyList<string> Tokens { get; private set; } = [];

        public IReadOnlyList<int> Numbers { get; private set; } = [];

        /// <summary>A list of a platform with a line of every outcome.</summary>
        public string List { get; private set; } = "";

        public async Task InitializeAsync()
        {
            if (Chromium.WhyMissing is not null)
                return;
            Site.UseKestrel(0);
            Site.StartServer();
            Emails = new Dictionary<Language, string>
            {
                [Language.French] = await Site.OrganiserAsync(OrganiserRoles.Organiser, Language.French),
                [Language.English] = await Site.OrganiserAsync(OrganiserRoles.Registration, Language.English),
            };
            List<string> tokens = [];
            for (var seat = 1; seat <= 3; seat++)
            {
                var number = seat;
                tokens.Add(
                    await Site.RegisterAsync(r =>
                    {
                        r.AssignSeat(number, fromReserve: false);
                        r.Confirm(r.CreatedAt);
                    })
                );
            }
            Tokens = tokens;
            await using var scope = Site.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
            var people = await db.Registrations.AsNoTracking().OrderBy(r => r.SeatNumber).ToListAsync();
            Numbers = [.. people.Select(r => r.Number)];
            var service = scope.ServiceProvider.GetRequiredService<FeeService>();
            var (actor, day, undone) = (new Actor("organiser 1"), new DateOnly(2021, 8, 30), Guid.NewGuid());
            await service.RecordAsync([Numbers[0]], new WaiveFee("Invited", day), undone, actor, default);
            await service.UndoAsync(undone, null, actor, default);
            await service.RecordAsync(
                [Numbers[1]],
                new RecordPayment(null, day, PaymentMeans.OrderForm, "Bon 4711"),
                Guid.NewGuid(),
                actor,
                default
            );
            await service.RecordAsync([Numbers[2]], new RecordPayment(350, day, PaymentMeans.Transfer, ""), Guid.NewGuid(), actor, default);
            var references = people.Select(r => FeeReference.Of(r.Id)).ToList();
            List =
                $"Transaction;Date;Libellé;Montant\nT1;30/08/2021;{references[0]};200\nT2;30/08/2021;{references[1]};200\n"
                + $"T3;30/08/2021;K7QM-3XPA-K;20\nT1;30/08/2021;{references[0]};200\n";
        }

        public Task DisposeAsync() => Task.CompletedTask;

        public void Dispose() => sites.Dispose();
    }

    [BrowserTheory]
    [InlineData(Language.French)]
    [InlineData(Language.English)]
    public Task The_fee_on_the_own_page_is_accessible_and_fits_the_screen(Language language) =>
        chromium.VisitAsync(
            Routes.MyRegistration.Path(WorkshopLanguages.Default, language, accounts.Tokens[0]),
            async page =>
            {
                List<string> faults = [];
                for (var person = 0; person < 3; person++)
                {
                    await page.GotoAsync(Routes.MyRegistration.Path(WorkshopLanguages.Default, language, accounts.Tokens[person]));
                    await page.EvaluateAsync("document.querySelectorAll('#fees details').forEach(d => d.open = true)");
                    await CheckAsync(page, $"own-{person + 1}", language, faults);
                }
                foreach (var (paper, person) in new[] { (Routes.Proforma, 0), (Routes.FeeReceipt, 2) })
                {
                    await page.GotoAsync(paper.Path(WorkshopLanguages.Default, language, accounts.Tokens[person]));
                    await Chromium.SaveScreenshotAsync(page, $"fees-{language.Tag()}-{paper.English.Split('/')[^1]}");
                }
                Faults.None(faults);
            },
            Reader.On(Reader.Phone),
            site: accounts.Site
        );

    [BrowserTheory]
    [InlineData(Language.French)]
    [InlineData(Language.English)]
    public Task Every_page_of_the_organisers_is_accessible_and_fits_the_screen(Language language) =>
        chromium.VisitAsync(
            "/admin/login",
            async page =>
            {
                page.SetDefaultTimeout(60_000);
                await page.Locator("main [name=email]").FillAsync(accounts.Emails[language]);
                await page.Locator("main [name=password]").FillAsync(OrganiserAccounts.Password);
                await page.Locator("#with-password button").First.ClickAsync();
                await Arrival.WaitForAddressAsync(page, "/admin");
                List<string> faults = [];
                foreach (var address in new[] { "/admin/fees", $"/admin/fees/{accounts.Numbers[0]}", "/admin/fees/import" })
                {
                    await page.GotoAsync(address);
                    await CheckAsync(page, address, language, faults);
                }
                await page.Locator("#pasted").FillAsync(accounts.List);
                await page.Locator("#check").ClickAsync();
                await page.Locator("#lines").WaitForAsync();
                await CheckAsync(page, "import-lines", language, faults);
                await page.GotoAsync("/admin/fees");
                await page.Locator("[name=person]").First.CheckAsync();
                await page.Locator("[name=person]").Last.CheckAsync();
                await page.Locator("[data-action=preview]").ClickAsync();
                await page.Locator("#preview").WaitForAsync();
                await CheckAsync(page, "preview", language, faults);
                Faults.None(faults);
            },
            Reader.On(Reader.Phone),
            site: accounts.Site
        );

    private static async Task CheckAsync(IPage page, string address, Language language, List<string> faults)
    {
        var file = $"fees-{language.Tag()}-{string.Concat(address.Select(c => char.IsLetterOrDigit(c) ? c : '-')).Trim('-')}";
        foreach (var width in new[] { Reader.Phone, Reader.Desktop })
        foreach (var colours in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.SetViewportSizeAsync(width, 800);
            await page.EmulateMediaAsync(new() { ColorScheme = colours });
            await Chromium.SaveScreenshotAsync(page, $"{file}-{width}-{colours}");
            // On a narrow screen, wide tables may scroll in a region of their own.
            var clipped = (await LayoutProbe.ClippedElementsAsync(page)).Where(fault =>
                width == Reader.Desktop || fault.StartsWith("the page scrolls", StringComparison.Ordinal)
            );
            faults.AddRange(
                (await Axe.ViolationsAsync(page))
                    .Concat(clipped)
                    .Concat(await Keyboard.SmallTargetsAsync(page))
                    .Select(fault => $"{language}, {address}, {width} {colours}: {fault}")
            );
        }
    }
}
