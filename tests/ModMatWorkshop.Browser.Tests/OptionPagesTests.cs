using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Options;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>The pages of the organisers about options, with people who hold places, have an offer and wait.</summary>
[Collection(nameof(SignedIn))]
public sealed class OptionPagesTests(Chromium chromium, OptionPagesTests.Dinner dinner) : IClassFixture<OptionPagesTests.Dinner>
{
    private static readonly string[] Pages =
    [
        "/admin",
        "/admin/options",
        "/admin/options/dinner",
        "/admin/options/tour",
        "/admin/attendees/2",
        "/admin/attendees/2/edit",
        "/admin/reports/caterer",
    ];

    public sealed class Dinner : IAsyncLifetime, IDisposable
    {
        private readonly OptionSite sites = new();

        public SiteFactory Site => sites.Open;

        public IReadOnlyDictionary<Language, string> Emails { get; private set; } = new Dictionary<Language, string>();

        public async Task InitializeAsync()
        {
            if (Chromium.WhyMissing is not null)
                return;
            Site.UseKestrel(0);
            Site.StartServer();
            Emails = new Dictionary<Language, string>
            {
                [Language.French] = await Site.OrganiserAsync(OrganiserRoles.Organiser, Language.French),
                [Language.English] = await Site.OrganiserAsync(OrganiserRoles.Organiser, Language.English),
            };
            await using var scope = Site.Services.CreateAsyncScope();
            var registrations = scope.ServiceProvider.GetRequiredService<RegistrationService>();
            foreach (var (name, places) in new[] { ("Ada", 3), ("Ben", 2), ("Cat", 1), ("Dan", 3), ("Eve", 3) })
                await registrations.AddAsync(FormOf(name, places), confirmed: true, new("organiser 1"), CancellationToken.None);
            // Ada withdraws: Ben and others further back are offered what fits.
            var ada = await scope
                .ServiceProvider.GetRequiredService<WorkshopDb>()
                .Registrations.SingleAsync(r => r.Email == "ada@example.org");
            await registrations.ApplyAsync(ada.Id, new Cancel(), Actor.Participant, CancellationToken.None);
        }

        private static FormSubmission FormOf(string name, int places)
        {
            Assert.True(EmailAddress.TryParse($"{name}@example.org", out var email));
            var details = RegistrationDetails.Empty with
            {
                GivenName = name,
                FamilyName = "von Wolffersdorff-Montmorency",
                Affiliation = "Donaudampfschifffahrtsgesellschaftsinstitut",
                Answers = [new(WorkshopOption.IdOf("dinner"), $"{places}"), new(WorkshopOption.IdOf("tour"), "1")],
                Diet = places == 2 ? "sans gluten" : null,
            };
            return new(email, details, Attendance.InPerson, name);
        }

        public Task DisposeAsync() => Task.CompletedTask;

        public void Dispose() => sites.Dispose();
    }

    [Trait("Category", "prove")]
    [BrowserTheory]
    [InlineData(Language.French)]
    [InlineData(Language.English)]
    public Task Every_page_about_options_is_accessible_and_fits_the_screen(Language language) =>
        chromium.VisitAsync(
            "/admin/login",
            async page =>
            {
                page.SetDefaultTimeout(60_000);
                await page.Locator("main [name=email]").FillAsync(dinner.Emails[language]);
                await page.Locator("main [name=password]").FillAsync(OrganiserAccounts.Password);
                await page.Locator("#with-password button").First.ClickAsync();
                await Arrival.WaitForAddressAsync(page, "/admin");
                List<string> faults = [];
                foreach (var address in Pages)
                foreach (var width in new[] { Reader.Phone, Reader.Desktop })
                {
                    await page.SetViewportSizeAsync(width, 800);
                    await page.GotoAsync(address);
                    var found = await Axe.ViolationsAsync(page);
                    faults.AddRange(found.Select(f => $"{address} {width}: {f}"));
                    if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth") > width)
                        faults.Add($"{address} is wider than {width}");
                    await Chromium.SaveScreenshotAsync(page, $"options{address.Replace('/', '-')}-{width}-{language}");
                }
                Faults.None(faults);
            },
            Reader.On(Reader.Phone),
            site: dinner.Site
        );
}
