using System.Net;
using AngleSharp.Dom;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Web.Pages;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>The preview of the site at another instant: only organisers see it, and only on the public pages.</summary>
public sealed class PreviewTests(OpenSite site) : IClassFixture<OpenSite>
{
    [Fact]
    public async Task An_organiser_starts_a_preview_reads_pages_at_that_instant_and_ends_it()
    {
        using var browser = await site.SignedInAsync();
        using var begun = await browser.PressAsync(
            "/admin/preview",
            "",
            "form:has(#date)",
            ("date", "2021-09-22"),
            ("hour", "13:40"),
            ("page", "/Programme")
        );
        Assert.Equal((HttpStatusCode.Redirect, "/programme"), begun.StatusAndLocation());
        Assert.EndsWith(
            "; path=/; secure; samesite=strict; httponly",
            Assert.Single(begun.Headers.GetValues("Set-Cookie"), c => c.StartsWith(SitePreview.Cookie, StringComparison.Ordinal)),
            StringComparison.OrdinalIgnoreCase
        );

        var page = await browser.ReadAsync("/programme");
        Assert.Equal("2021-09-22T11:40:00Z", InstantOf(page));
        Assert.Single(page.QuerySelectorAll("li[data-now]"));
        Assert.StartsWith(
            "Aperçu, pour vous seulement : ici, il est mercredi 22 septembre 2021 à 13 h 40.",
            page.Seen("[data-preview]"),
            StringComparison.Ordinal
        );
        Assert.Equal("2021-09-22T11:40:00Z", InstantOf(await browser.ReadAsync("/en/registration")));
        Assert.Equal("open", (await browser.ReadAsync("/direct")).QuerySelector("[data-live-state]")!.GetAttribute("data-live-state"));
        Assert.Empty((await browser.ReadAsync("/admin")).QuerySelectorAll("[data-preview]"));

        using var ended = await browser.PressAsync("/resumes/o1?from=here", "end", "[data-preview] form");
        Assert.Equal((HttpStatusCode.Redirect, "/resumes/o1?from=here"), ended.StatusAndLocation());
        page = await browser.ReadAsync("/programme");
        Assert.Empty(page.QuerySelectorAll("[data-preview], li[data-now]"));
    }

    [Fact]
    public async Task Pages_in_a_preview_are_not_cached()
    {
        using var browser = await site.SignedInAsync();
        await BeginAsync(browser);
        foreach (var address in new[] { "/", "/en/programme", "/resumes/o1", "/actualites.atom", "/programme.ics", "/nowhere" })
            Assert.Equal((address, "no-store"), (address, (await browser.GetAsync(address)).Headers.CacheControl?.ToString()));
    }

    [Fact]
    public async Task The_preview_cookie_has_no_effect_without_a_signed_in_organiser()
    {
        using var helper = await site.SignedInAsync(OrganiserRoles.Helper);
        foreach (
            var reader in new[]
            {
                site.CreateClient(new() { BaseAddress = SiteFactory.BaseUrl, HandleCookies = false }),
                await site.ConfirmedReaderAsync(),
                helper,
            }
        )
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/programme");
            request.Headers.Add(
                "Cookie",
                [
                    .. reader.DefaultRequestHeaders.TryGetValues("Cookie", out var held) ? held : [],
                    $"{SitePreview.Cookie}=2021-09-22T11:40Z",
                ]
            );
            var page = await (await reader.SendAsync(request)).PageAsync();
            Assert.Empty(page.QuerySelectorAll("[data-preview], li[data-now]"));
        }
    }

    [Fact]
    public async Task During_a_preview_other_people_read_and_register_at_the_present_time()
    {
        using var browser = await site.SignedInAsync();
        await BeginAsync(browser);
        Assert.Empty((await browser.ReadAsync("/inscription")).QuerySelectorAll("main form"));

        using var visitor = new RegistrationClient(site);
        await (await visitor.OpenAsync("/inscription")).FillIn("during-a-preview@example.org").PressAsync();
        Assert.Equal((HttpStatusCode.OK, ("pending", "remote")), (visitor.Status, visitor.StatusAndPlace));
        Assert.Null(InstantOf(await site.CreateClient().ReadAsync("/programme")));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("2021-02-30", "10:00")]
    [InlineData("0001-01-01", "00:00")]
    [InlineData("9999-12-31", "23:59")]
    [InlineData("2021-09-22", "25:00")]
    public async Task An_invalid_instant_is_refused_and_stays_in_the_form(string date, string hour)
    {
        using var browser = await site.SignedInAsync();
        using var answer = await browser.PressAsync("/admin/preview", "", "form:has(#date)", ("date", date), ("hour", hour));
        var page = await answer.PageAsync();

        Assert.Equal(
            (HttpStatusCode.BadRequest, date, hour),
            (answer.StatusCode, page.QuerySelector("#date")!.GetAttribute("value"), page.QuerySelector("#hour")!.GetAttribute("value"))
        );
        Assert.Single(page.QuerySelectorAll("#date-fault[role=alert]"));
    }

    [Theory]
    [InlineData("2021-09-22T11:40:00Z; drop")]
    [InlineData("9999-12-31T23:59Z")]
    [InlineData("now")]
    public async Task A_forged_preview_cookie_is_ignored(string value)
    {
        using var browser = await site.SignedInAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/programme")
        {
            Headers = { { "Cookie", $"{SitePreview.Cookie}={Uri.EscapeDataString(value)}" } },
        };

        Assert.Empty((await (await browser.SendAsync(request)).PageAsync()).QuerySelectorAll("[data-preview]"));
    }

    [Fact]
    public async Task Ending_a_preview_does_not_redirect_to_another_site()
    {
        using var browser = await site.SignedInAsync();
        await BeginAsync(browser);

        Assert.Equal(
            "/admin/preview",
            (await browser.PressAsync("/programme", "end", "[data-preview] form", ("to", "//evil.example"))).StatusAndLocation().Location
        );
    }

    [Fact]
    public async Task Each_important_instant_of_the_workshop_has_a_button()
    {
        using var browser = await site.SignedInAsync();

        Assert.Equal(
            [
                "2021-06-30T22:00Z",
                "2021-09-20T22:00Z",
                "2021-09-22T11:00Z",
                "2021-09-23T07:00Z",
                "2021-09-23T12:00Z",
                "2021-09-24T07:00Z",
                "2021-09-24T22:00Z",
            ],
            (await browser.ReadAsync("/admin/preview")).AttributeOfAll("button[name=moment]", "value")
        );
        Assert.Equal("/", (await browser.PressAsync("/admin/preview", "2021-09-24T22:00Z")).StatusAndLocation().Location);
        Assert.Equal("2021-09-24T22:00:00Z", InstantOf(await browser.ReadAsync("/")));
    }

    private static string? InstantOf(IDocument page) => page.QuerySelector("[data-preview]")?.GetAttribute("data-preview");

    private static async Task BeginAsync(HttpClient browser) =>
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await browser.PressAsync("/admin/preview", "", "form:has(#date)", ("date", "2021-09-22"), ("hour", "13:40"))).StatusCode
        );
}
