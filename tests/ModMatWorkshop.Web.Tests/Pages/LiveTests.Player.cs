using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Content;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Security;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages;

public sealed partial class LiveTests
{
    [Fact]
    public async Task The_player_loads_only_after_a_click_and_only_its_host_may_be_framed()
    {
        var site = sites[DuringTheTalk];
        var reader = await site.ConfirmedReaderAsync();
        var page = await reader.ReadAsync("/en/live");
        Assert.Empty(page.QuerySelectorAll("iframe"));
        Assert.Equal("/en/live?player=1", page.QuerySelector("[data-live=stream] a:not([data-stream])")!.GetAttribute("href"));

        var player = await reader.ReadAsync("/en/live?player=1");
        Assert.Equal([Stream], player.AttributeOfAll("iframe", "src"));
        Assert.Equal("While the player is open, this page does not refresh automatically. Refresh", Noscript(player, "main noscript"));
        Assert.Equal(
            (CrawlTests.SecurityHeaders["Content-Security-Policy"] + "; frame-src https://stream.example", "unsafe-none"),
            await FramingAsync(reader, "/en/live?player=1")
        );

        var usual = (CrawlTests.SecurityHeaders["Content-Security-Policy"], "require-corp");
        foreach (var address in new[] { "/en/live", "/en/live?player=0", "/direct", "/", "/en/abstracts/i1?player=1" })
            Assert.Equal((address, usual), (address, await FramingAsync(reader, address)));
        Assert.Equal(usual, await FramingAsync(site.ClientWithLink(null), "/en/live?player=1"));
    }

    [Theory]
    [InlineData("https://sub.stream.example/a")]
    [InlineData("https://stream.example:8443/a")]
    [InlineData("https://unknown.example/a")]
    public async Task A_host_that_the_settings_do_not_allow_has_no_player(string stream)
    {
        using var content = Streamed();
        content.Replace("sessions/session-1.md", Stream, stream);
        await using var site = new SiteFactory
        {
            RehearseFrom = DuringTheTalk,
            ContentPath = content.Folder,
            Players = "stream.example",
        };
        var reader = await site.ConfirmedReaderAsync();
        var page = await reader.ReadAsync("/direct?player=1");

        Assert.Empty(page.QuerySelectorAll("main iframe, main a[href*=player]"));
        Assert.Equal([stream], page.AttributeOfAll("a[data-stream]", "href"));
        Assert.Equal(
            (CrawlTests.SecurityHeaders["Content-Security-Policy"], "require-corp"),
            await FramingAsync(reader, "/direct?player=1")
        );
    }

    [Fact]
    public async Task Without_script_the_page_refreshes_unless_a_player_runs_or_the_workshop_is_over()
    {
        var reader = await sites[DuringTheTalk].ConfirmedReaderAsync();

        Assert.Equal(
            "<meta http-equiv=\"refresh\" content=\"25\">",
            (await reader.ReadAsync("/direct")).QuerySelector("head noscript")!.InnerHtml
        );
        Assert.Null((await reader.ReadAsync("/direct?player=1")).QuerySelector("head noscript"));
        Assert.Null((await (await sites["2030-03-31T10:01"].ConfirmedReaderAsync()).ReadAsync("/direct")).QuerySelector("head noscript"));
    }

    [Theory]
    [InlineData("/direct")]
    [InlineData("/en/live")]
    public async Task The_page_is_not_cached_and_not_indexed(string address)
    {
        var site = sites[DuringTheTalk];
        foreach (var reader in new[] { site.ClientWithLink(null), await site.ConfirmedReaderAsync() })
        {
            using var answer = await reader.GetAsync(address);
            Assert.True(answer.Headers.CacheControl!.NoStore);
            Assert.Equal("noindex", (await reader.ReadAsync(address)).QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        }
        Assert.DoesNotContain(address, await site.CreateClient().GetStringAsync("/sitemap.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_removes_the_cookie()
    {
        var site = sites[DuringTheTalk];
        var token = await site.ConfirmedAsync();
        using var page = await site.ClientWithLink(token).GetAsync("/en/live");
        var cookie = Assert.Single(page.Headers.GetValues("Set-Cookie"));
        Assert.EndsWith("; path=/; secure; samesite=strict; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("__Host-form=", cookie, StringComparison.Ordinal);
        var form = new HtmlParser()
            .ParseDocument(await page.Content.ReadAsStringAsync())
            .QuerySelector<IHtmlInputElement>("[data-live-state] > form:not([data-beat]) input")!;

        using var answer = await PostAsync($"__Host-participant={token}; {cookie.Split(';')[0]}", new() { [form.Name!] = form.Value });
        Assert.Equal((HttpStatusCode.Redirect, "/en/live"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        Assert.Equal(
            "__Host-participant=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/; secure; samesite=lax; httponly",
            Assert.Single(answer.Headers.GetValues("Set-Cookie"))
        );

        using var forged = await PostAsync($"__Host-participant={token}", []);
        Assert.Equal((HttpStatusCode.BadRequest, false), (forged.StatusCode, forged.Headers.Contains("Set-Cookie")));

        async Task<HttpResponseMessage> PostAsync(string cookies, Dictionary<string, string> fields)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/en/live")
            {
                Content = new FormUrlEncodedContent(fields),
                Headers = { { "Cookie", cookies } },
            };
            return await site.ClientWithLink(null).SendAsync(request);
        }
    }

    [Theory]
    [InlineData("2030-03-30T09:00:00Z", "__Host-participant=abc; max-age=226800; path=/; secure; samesite=lax; httponly")]
    [InlineData("2030-04-08T09:00:00Z", "__Host-participant=abc; path=/; secure; samesite=lax; httponly")]
    public void The_cookie_expires_after_the_workshop_by_the_clock_of_the_site(string siteNow, string cookie)
    {
        var http = new DefaultHttpContext();
        ParticipantCookie.Set(
            http,
            "abc",
            ContentFolder.Read(Path.Combine(ContentSample.Samples, "Valid")).Workshop!,
            DateTimeOffset.Parse(siteNow, System.Globalization.CultureInfo.InvariantCulture)
        );

        Assert.Equal(cookie, http.Response.Headers.SetCookie.ToString());
    }

    [Fact]
    public async Task Only_the_page_of_the_stream_contains_its_address()
    {
        var site = sites[DuringTheTalk];
        var crawl = new Crawl(site);
        await crawl.InitializeAsync();
        var plain = site
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Select(e => "/" + e.RoutePattern.RawText?.TrimStart('/'))
            .Where(route => !route.Contains('{', StringComparison.Ordinal) && !route.EndsWith(".pdf", StringComparison.Ordinal));
        var addresses = crawl
            .Visited.Keys.Concat(plain)
            .Concat([
                "/resumes/i1.ics",
                "/resumes/o1.bib",
                "/resumes/o1.ris",
                "/programme/2030-03-30.ics",
                "/favoris.ics?codes=i1,o1,p1",
                "/direct?player=1",
                "/schedule.json?lang=en",
            ])
            .Concat(new[] { "stream", "room", "7f3a", "secret" }.Select(word => $"/recherche?q={word}"))
            .Distinct()
            .ToList();
        Assert.True(addresses.Count > 60);

        foreach (var who in new[] { null, await site.ConfirmedAsync() })
        foreach (
            var address in addresses.Where(a =>
                who is null || !a.StartsWith("/direct", StringComparison.Ordinal) && !a.StartsWith("/en/live", StringComparison.Ordinal)
            )
        )
        {
            using var answer = await site.ClientWithLink(who).GetAsync(address);
            var everything = $"{answer.Headers} {answer.Content.Headers} {await answer.Content.ReadAsStringAsync()}";
            Assert.Equal(
                (address, false, false),
                (
                    address,
                    everything.Contains(Host, StringComparison.OrdinalIgnoreCase),
                    everything.Contains("room-7f3a", StringComparison.OrdinalIgnoreCase)
                )
            );
        }
        Assert.Contains(Stream, (await (await site.ConfirmedReaderAsync()).ReadAsync("/direct")).AttributeOfAll("a", "href"));
    }

    [Theory]
    [InlineData("2030-03-30T08:44", false)]
    [InlineData("2030-03-30T08:46", true)]
    [InlineData(DuringTheTalk, true)]
    [InlineData("2030-03-30T10:46", false)]
    [InlineData("2030-03-31T10:01", false)]
    public async Task During_its_session_the_page_of_a_talk_links_to_the_stream(string time, bool isLinked)
    {
        var reader = sites[time].CreateClient();

        Assert.Equal(isLinked ? ["Suivre en direct"] : [], (await reader.ReadAsync("/resumes/o1")).SeenAll("a[data-watch]"));
        Assert.Equal(isLinked ? ["/en/live"] : [], (await reader.ReadAsync("/en/abstracts/o1")).AttributeOfAll("a[data-watch]", "href"));
        Assert.Empty((await reader.ReadAsync("/resumes/p1")).QuerySelectorAll("a[data-watch]"));
        Assert.Equal(isLinked ? ["/direct"] : [], (await reader.ReadAsync("/programme")).AttributeOfAll("a[data-watch]", "href"));
    }

    [Fact]
    public async Task A_public_page_is_the_same_for_a_participant_and_an_anonymous_visitor()
    {
        var site = sites[DuringTheTalk];
        foreach (var address in new[] { "/", "/en/programme", "/resumes/i1" })
            Assert.Equal(await MainAsync(site.ClientWithLink(null), address), await MainAsync(await site.ConfirmedReaderAsync(), address));
    }

    private static ContentSample Streamed()
    {
        var content = new ContentSample();
        content.Replace("sessions/session-1.md", "half_day: morning\n", $"half_day: morning\nstream: \"{Stream}\"\n");
        return content;
    }

    private static Task<string> MainAsync(SiteFactory site, string? token) => MainAsync(site.ClientWithLink(token), "/direct?player=1");

    /// <summary>The content without form tokens, which are always different.</summary>
    private static async Task<string> MainAsync(HttpClient reader, string address)
    {
        var main = (await reader.ReadAsync(address)).QuerySelector("main")!;
        foreach (var token in main.QuerySelectorAll($"input[name={FormToken.Field}]"))
            token.Remove();
        return main.OuterHtml;
    }

    private static string Noscript(IHtmlDocument page, string selector) =>
        new HtmlParser().ParseDocument(page.QuerySelector(selector)!.InnerHtml).Body.Seen();

    private static async Task<(string Policy, string Embedder)> FramingAsync(HttpClient reader, string address)
    {
        using var answer = await reader.GetAsync(address);
        return (
            answer.Headers.GetValues("Content-Security-Policy").Single(),
            answer.Headers.GetValues("Cross-Origin-Embedder-Policy").Single()
        );
    }

    private static EmailAddress AddressOf(string text) =>
        EmailAddress.TryParse(text, out var address) ? address : throw new ArgumentException(text, nameof(text));
}
