using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>The page of the stream while a participant keeps it open.</summary>
[Collection(nameof(Chromium))]
public sealed class LiveTests(Chromium chromium) : IAsyncLifetime, IDisposable
{
    private const string Stream = "https://stream.example/a";
    private readonly ContentCopy content = new();
    private SiteFactory site = null!;
    private string token = "";

    public async Task InitializeAsync()
    {
        content.Edit("sessions/session-2.md", "half_day: morning\n", $"half_day: morning\nstream: \"{Stream}\"\n");
        site = new()
        {
            RehearseFrom = "2021-09-23T09:45",
            ContentPath = content.Path,
            Players = "stream.example",
        };
        if (Chromium.WhyMissing is not null)
            return;
        site.UseKestrel(0);
        site.StartServer();
        token = await site.ConfirmedAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        site.Dispose();
        content.Dispose();
    }

    [BrowserTheory]
    [InlineData("/direct", Reader.Phone, ColorScheme.Dark)]
    [InlineData("/en/live", Reader.Desktop, ColorScheme.Light)]
    public async Task Axe_reports_no_violation_for_a_participant_or_for_a_visitor_who_is_not_signed_in(
        string path,
        int width,
        ColorScheme colours
    )
    {
        await chromium.VisitAsync(
            path,
            async page =>
            {
                Assert.Equal("open", await page.Locator("[data-live-state]").GetAttributeAsync("data-live-state"));
                Assert.Equal(width, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
                Faults.None(await Axe.ViolationsAsync(page));
            },
            Reader.On(width, colours),
            site: site,
            participant: token
        );
        await chromium.VisitAsync(
            path,
            async page =>
            {
                Assert.Equal("closed", await page.Locator("[data-live-state]").GetAttributeAsync("data-live-state"));
                Faults.None(await Axe.ViolationsAsync(page));
            },
            Reader.On(width, colours),
            site: site
        );
    }

    [BrowserFact]
    public Task An_open_page_shows_a_new_stream_address_within_half_a_minute_and_keeps_the_rest() =>
        chromium.VisitAsync(
            "/direct",
            async page =>
            {
                await page.Clock.InstallAsync();
                await page.ReloadAsync();
                Assert.Equal(Stream, await page.Locator("[data-stream]").GetAttributeAsync("href"));
                await page.EvaluateAsync("() => document.querySelector('[data-live=now] h2').dataset.untouched = ''");

                await ChangeStreamAsync("https://stream.example/b");
                await page.Clock.FastForwardAsync(30_000);

                await Assertions.Expect(page.Locator("[data-stream]")).ToHaveAttributeAsync("href", "https://stream.example/b");
                Assert.Equal(1, await page.Locator("h2[data-untouched]").CountAsync());
            },
            site: site,
            participant: token
        );

    [BrowserFact]
    public Task The_player_runs_in_the_page_and_reloads_only_when_its_address_changes() =>
        chromium.VisitAsync(
            "/direct",
            async page =>
            {
                List<string> loaded = [];
                await page.RouteAsync("https://stream.example/**", route =>
                {
                    loaded.Add(route.Request.Url);
                    return route.FulfillAsync(new() { ContentType = "text/html", Body = $"<p>player of {route.Request.Url}</p>" });
                });
                await page.Clock.InstallAsync();
                await page.Locator("a[href^='/direct?player=']").First.ClickAsync();
                await Assertions.Expect(page.FrameLocator("iframe").GetByText($"player of {Stream}")).ToBeVisibleAsync();

                await page.RunAndWaitForResponseAsync(
                    () => page.Clock.FastForwardAsync(30_000),
                    answer => answer.Url.Contains("/direct?player=", StringComparison.Ordinal)
                );
                Assert.Equal([Stream], loaded);

                await ChangeStreamAsync("https://stream.example/b");
                await page.Clock.FastForwardAsync(30_000);
                await Assertions.Expect(page.FrameLocator("iframe").GetByText("player of https://stream.example/b")).ToBeVisibleAsync();
                Assert.Equal([Stream, "https://stream.example/b"], loaded);
            },
            site: site,
            participant: token,
            embeds: "stream.example"
        );

    [BrowserFact]
    public Task Signing_out_closes_the_stream_and_removes_the_cookie() =>
        chromium.VisitAsync(
            "/en/live",
            async page =>
            {
                await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

                await Assertions.Expect(page.Locator("[data-live-state=closed]")).ToBeVisibleAsync();
                Assert.DoesNotContain("__Host-participant", (await page.Context.CookiesAsync()).Select(cookie => cookie.Name));
            },
            site: site,
            participant: token
        );

    private async Task ChangeStreamAsync(string address)
    {
        content.Edit("sessions/session-2.md", Stream, address);
        await site.Services.GetRequiredService<ContentImporter>().ImportAsync(CancellationToken.None);
    }
}
