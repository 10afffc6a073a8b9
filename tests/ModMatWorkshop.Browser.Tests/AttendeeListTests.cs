using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>The organisers' list of attendees and the reports: on a phone, by keyboard and in print.</summary>
[Collection(nameof(SignedIn))]
public sealed class AttendeeListTests(Chromium chromium)
{
    private static readonly string[] Addresses =
    [
        "/admin/attendees",
        "/admin/attendees?status=confirmed&place=seat&sort=place&q=a",
        "/admin/attendees?q=nobody",
        "/admin/reports/caterer",
        "/admin/reports/reception",
        "/admin/reports/funder",
    ];

    [Trait("Category", "prove")]
    [BrowserFact]
    public async Task The_list_is_accessible_on_a_phone_and_works_by_keyboard_and_the_reception_list_prints_on_A4()
    {
        await using var site = new SiteFactory { RehearseFrom = Chromium.BeforeTheWorkshop };
        site.UseKestrel(0);
        site.StartServer();
        await using (var scope = site.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<WorkshopDb>().PutInAsync(People.Of(120));
        var organiser = await site.OrganiserAsync();

        await chromium.VisitAsync(
            "/admin/login",
            async page =>
            {
                await SignInAsync(page, organiser);
                var faults = new List<string>();
                foreach (var address in Addresses)
                {
                    await page.GotoAsync(address);
                    faults.AddRange(
                        (await Axe.ViolationsAsync(page))
                            .Concat(await LayoutProbe.ClippedElementsAsync(page))
                            .Concat(await Keyboard.SmallTargetsAsync(page))
                            .Select(fault => $"{address}: {fault}")
                    );
                }
                Faults.None(faults);

                // Filter, select one person and open the message form, by keyboard.
                await page.GotoAsync("/admin/attendees");
                await page.Locator("#q").FillAsync("lovelace");
                await page.Locator("#q").PressAsync("Enter");
                Assert.Equal("/admin/attendees?q=lovelace", new Uri(page.Url).PathAndQuery);
                await page.Locator("[name=ids]").First.FocusAsync();
                await page.Keyboard.PressAsync("Space");
                Assert.True(await page.Locator("[name=ids]").First.IsCheckedAsync());
                await page.Locator("#do").SelectOptionAsync("message");
                var number = await page.Locator("[name=ids]").First.GetAttributeAsync("value");
                await page.Locator("#act [role=group] button").PressAsync("Enter");
                Assert.Equal($"/admin/messages/new?ids={number}", new Uri(page.Url).PathAndQuery);

                await page.GotoAsync("/admin/reports/reception");
                Assert.Equal([(210, 297)], (await PrintedPdf.PrintAsync(page)).Sheets.Distinct());
            },
            Reader.On(Reader.Phone),
            site: site
        );
    }

    internal static async Task SignInAsync(IPage page, string organiser)
    {
        await page.Locator("main #email").FillAsync(organiser);
        await page.Locator("main #password").FillAsync(OrganiserAccounts.Password);
        await page.Locator("#with-password button").ClickAsync();
        await Arrival.WaitForAddressAsync(page, "/admin");
    }
}
