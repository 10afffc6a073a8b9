using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.PageCache;

/// <summary>A cached page is what would be rendered now, in each content coding, for everybody.</summary>
public sealed class PageCacheTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private readonly HttpClient _reader = site.CreateClient();

    [Theory]
    [InlineData("/programme")]
    [InlineData("/en/abstracts/o1")]
    [InlineData("/schedule.json")]
    [InlineData("/programme.ics")]
    [InlineData("/programme.ics?lang=en")]
    public async Task Each_content_coding_holds_the_same_page_under_its_own_ETag(string address)
    {
        var identity = await GetAsync(address, null);
        var gzip = await GetAsync(address, "gzip");
        var brotli = await GetBrotliAsync(address);

        var encodings = new[] { identity, gzip, brotli }.Select(a => a.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal([null, "gzip", "br"], encodings);
        Assert.All([identity, gzip, brotli], a => Assert.Equal("Accept-Encoding", a.Headers.Vary.Single()));
        Assert.All([identity, gzip, brotli], a => Assert.Equal("no-cache", a.Headers.CacheControl!.ToString()));
        Assert.Equal(3, new[] { identity, gzip, brotli }.Select(a => a.Headers.ETag).Where(t => t is { IsWeak: false }).Distinct().Count());
        var text = await identity.Content.ReadAsStringAsync();
        Assert.Equal(text, await ReadAsync(new GZipStream(await gzip.Content.ReadAsStreamAsync(), CompressionMode.Decompress)));
        Assert.Equal(text, await ReadAsync(new BrotliStream(await brotli.Content.ReadAsStreamAsync(), CompressionMode.Decompress)));
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("W/{0}")]
    [InlineData("\"another\", {0}")]
    [InlineData("*")]
    public async Task A_matching_If_None_Match_gets_a_304(string ifNoneMatch)
    {
        var page = await GetAsync("/programme", "gzip");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/programme") { Headers = { { "Accept-Encoding", "gzip" } } };
        request.Headers.TryAddWithoutValidation("If-None-Match", string.Format(null, ifNoneMatch, page.Headers.ETag));
        using var response = await _reader.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        Assert.Equal("no-cache", response.Headers.CacheControl!.ToString());
        Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        if (ifNoneMatch != "*")
            Assert.Equal(page.Headers.ETag, response.Headers.ETag);
    }

    [Fact]
    public async Task Another_ETag_gets_the_page()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/programme") { Headers = { { "If-None-Match", "\"another\"" } } };

        Assert.Equal(HttpStatusCode.OK, (await _reader.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("/posters")]
    [InlineData("/resumes/o1.ris")]
    public async Task HEAD_gets_the_headers_of_GET_without_a_body(string address)
    {
        // HEAD comes first, so that it is the request that renders the page.
        using var head = await _reader.SendAsync(new(HttpMethod.Head, address));
        using var page = await _reader.GetAsync(address);

        Assert.Equal((HttpStatusCode.OK, 0), (head.StatusCode, (await head.Content.ReadAsByteArrayAsync()).Length));
        Assert.Equal(HeadersOf(page), HeadersOf(head));
    }

    [Fact]
    public async Task A_cached_page_does_not_depend_on_cookies_or_languages()
    {
        var anonymous = await _reader.GetStringAsync("/resumes/o2");
        using var participant = await site.ConfirmedReaderAsync();
        participant.DefaultRequestHeaders.Add("Accept-Language", "en");
        using var organiser = await site.SignedInAsync();
        site.PageCache().Clear();

        using var rendered = await participant.GetAsync("/resumes/o2");
        Assert.Equal(anonymous, await rendered.Content.ReadAsStringAsync());
        Assert.False(rendered.Headers.Contains("Set-Cookie"));
        Assert.Equal(anonymous, await organiser.GetStringAsync("/resumes/o2"));
    }

    [Theory]
    [InlineData("/PROGRAMME")]
    [InlineData("/programme/")]
    [InlineData("/inscription")]
    [InlineData("/direct")]
    [InlineData("/lien-perdu")]
    [InlineData("/readyz")]
    [InlineData("/resumes/o99")]
    [InlineData("/verification/unknown")]
    public async Task Personal_pages_errors_and_second_spellings_are_not_cached(string address)
    {
        using var response = await _reader.GetAsync(address);

        Assert.NotEqual(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Null(site.PageCache().FindFreshOrStale(new(address, null)));
    }

    [Fact]
    public async Task Simultaneous_misses_render_the_page_once()
    {
        using var counted = new QueriesTests.CountedSite();
        await counted.QueriesOfAsync("/posters");
        counted.PageCache().Clear();
        var alone = await counted.QueriesOfAsync("/posters?alone");
        var concurrent = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => counted.QueriesOfAsync("/posters")));

        Assert.Equal(alone, concurrent.SelectMany(queries => queries));
    }

    [Fact]
    public async Task A_change_of_content_or_registrations_reaches_every_public_page()
    {
        using var content = new ContentCopy();
        await using var changing = new TimedSite(new(2021, 9, 1, 9, 0, 0, TimeSpan.Zero)) { ContentPath = content.Path };
        using var reader = changing.CreateClient();
        foreach (var address in Addresses)
            (await reader.GetAsync(address)).Dispose();

        await ChangeAsync("the content", async services =>
        {
            content.Edit("contributions/o1.md", "\ntitle: ", "\ntitle: Today, ");
            await services.GetRequiredService<ContentImporter>().ImportAsync(default);
        });
        await ChangeAsync("a participant", async _ =>
        {
            using var visitor = new RegistrationClient(changing);
            await (await visitor.OpenAsync("/inscription")).FillIn("ada@example.org", "in-person").Fill("listed", "yes").PressAsync();
            await (await visitor.FollowLinkAsync("ada@example.org")).DoAsync("confirm");
        });
        await ChangeAsync("the number of seats", services =>
            services.GetRequiredService<RegistrationSettingsService>().SetCapacityAsync(0, Actor.CommandLine, default)
        );
        await ChangeAsync("the end of registration", services =>
            services.GetRequiredService<RegistrationSettingsService>().SetOpenAsync(false, Actor.CommandLine, default)
        );

        async Task ChangeAsync(string what, Func<IServiceProvider, Task> change)
        {
            await using (var scope = changing.Services.CreateAsyncScope())
                await change(scope.ServiceProvider);
            foreach (var address in Addresses)
            {
                var cached = await reader.GetStringAsync(address);
                changing.PageCache().Clear();
                Assert.Equal((what, address, await reader.GetStringAsync(address)), (what, address, cached));
            }
        }
    }

    [Trait("Category", "prove")]
    [Fact]
    public async Task A_cached_page_is_what_would_be_rendered_at_every_instant_of_the_workshop()
    {
        await using var timed = new TimedSite(new(2021, 9, 19, 21, 50, 0, TimeSpan.Zero));
        using var reader = timed.CreateClient();
        var versions = 0;
        string? before = null;
        while (timed.Time.GetUtcNow() < new DateTimeOffset(2021, 9, 25, 1, 0, 0, TimeSpan.Zero))
        {
            foreach (var address in new[] { "/", "/en/programme", "/resumes/o1" })
            {
                var cached = await reader.GetStringAsync(address);
                var fresh = (await reader.GetStringAsync(address + "?fresh")).Replace("?fresh", "", StringComparison.Ordinal);
                Assert.Equal((timed.Time.GetUtcNow(), address, fresh), (timed.Time.GetUtcNow(), address, cached));
                if (address == "/" && cached != before)
                    versions++;
                before = address == "/" ? cached : before;
            }
            // Slots begin and end at a multiple of five minutes.
            timed.Time.Advance(timed.Time.GetUtcNow().Hour is < 5 or > 18 ? TimeSpan.FromMinutes(50) : TimeSpan.FromMinutes(5));
        }

        Assert.InRange(versions, 40, 100);
    }

    [Fact]
    public async Task A_cached_page_shows_the_earlier_time_again_after_the_clock_was_set_back()
    {
        await using var timed = new TimedSite(new(2021, 9, 23, 7, 30, 0, TimeSpan.Zero));
        using var reader = timed.CreateClient();
        var text = await reader.GetStringAsync("/programme");
        timed.Time.AdjustTime(new(2021, 9, 24, 7, 30, 0, TimeSpan.Zero));
        Assert.NotEqual(text, await reader.GetStringAsync("/programme"));

        timed.Time.AdjustTime(new(2021, 9, 23, 7, 30, 0, TimeSpan.Zero));

        Assert.Equal(text, await reader.GetStringAsync("/programme"));
    }

    /// <summary>One address of each kind of cached page, in both languages.</summary>
    private static string[] Addresses =>
        [
            .. from route in Routes.All
            where route.IsCacheable && route != Routes.OwnPage
            from language in Enum.GetValues<Language>()
            select route.Path(WorkshopLanguages.Default, language, route == Routes.Speaker ? "julien-lam" : "o1"),
            .. from document in Documents from query in new[] { "", "?lang=en" } select document + query,
        ];

    private static readonly string[] Documents =
    [
        "/programme.ics",
        "/programme/2021-09-23.ics",
        "/resumes/o1.ics",
        "/resumes/o1.bib",
        "/resumes/o1.ris",
        "/livret.bib",
        "/livret.ris",
        "/schedule.xml",
        "/schedule.json",
        "/actualites.atom",
        "/sitemap.xml",
    ];

    private async Task<HttpResponseMessage> GetAsync(string address, string? accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (accept is not null)
            request.Headers.Add("Accept-Encoding", accept);
        var response = await _reader.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return response;
    }

    /// <summary>Asks for the Brotli variant and waits until the background service has made it.</summary>
    private async Task<HttpResponseMessage> GetBrotliAsync(string address)
    {
        using var first = await GetAsync(address, "br, gzip");
        var path = address.Split('?');
        while (site.PageCache().FindFreshOrStale(new(path[0], path.Length > 1 ? Language.English : null)) is { NeedsBrotli: true })
            await Task.Yield();
        return await GetAsync(address, "br, gzip");
    }

    private static async Task<string> ReadAsync(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    private static string HeadersOf(HttpResponseMessage response) =>
        string.Join(
            '\n',
            response
                .Headers.Concat(response.Content.Headers)
                .OrderBy(h => h.Key, StringComparer.Ordinal)
                .Select(h => $"{h.Key}: {string.Join(", ", h.Value)}")
        );
}
