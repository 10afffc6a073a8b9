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

namespace ModMatWorkshop.Web.Tests.Store;

/// <summary>What is given out of the store is what would be rendered, in each coding, for everybody.</summary>
public sealed class PageStoreTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private readonly HttpClient _reader = site.CreateClient();

    [Theory]
    [InlineData("/programme")]
    [InlineData("/en/abstracts/o1")]
    [InlineData("/schedule.json")]
    [InlineData("/programme.ics")]
    [InlineData("/programme.ics?lang=en")]
    public async Task A_page_is_the_same_in_each_coding_and_has_a_name_in_each(string address)
    {
        var identity = await AskAsync(address, null);
        var gzip = await AskAsync(address, "gzip");
        var brotli = await BrotliOfAsync(address);

        Assert.Equal([null, "gzip", "br"], new[] { identity, gzip, brotli }.Select(a => a.Content.Headers.ContentEncoding.SingleOrDefault()));
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
    public async Task Who_has_the_page_already_hears_only_that_it_is_the_same(string ifNoneMatch)
    {
        var page = await AskAsync("/programme", "gzip");
        using var question = new HttpRequestMessage(HttpMethod.Get, "/programme") { Headers = { { "Accept-Encoding", "gzip" } } };
        question.Headers.TryAddWithoutValidation("If-None-Match", string.Format(null, ifNoneMatch, page.Headers.ETag));
        using var answer = await _reader.SendAsync(question);

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("no-cache", answer.Headers.CacheControl!.ToString());
        Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        if (ifNoneMatch != "*")
            Assert.Equal(page.Headers.ETag, answer.Headers.ETag);
    }

    [Fact]
    public async Task Who_has_another_page_gets_this_one()
    {
        using var question = new HttpRequestMessage(HttpMethod.Get, "/programme") { Headers = { { "If-None-Match", "\"another\"" } } };

        Assert.Equal(HttpStatusCode.OK, (await _reader.SendAsync(question)).StatusCode);
    }

    [Theory]
    [InlineData("/posters")]
    [InlineData("/resumes/o1.ris")]
    public async Task Of_the_head_there_is_everything_but_the_page(string address)
    {
        // The head alone comes first: it is what brings the page into the store.
        using var head = await _reader.SendAsync(new(HttpMethod.Head, address));
        using var page = await _reader.GetAsync(address);

        Assert.Equal((HttpStatusCode.OK, 0), (head.StatusCode, (await head.Content.ReadAsByteArrayAsync()).Length));
        Assert.Equal(HeadersOf(page), HeadersOf(head));
    }

    [Fact]
    public async Task Whoever_asks_gets_the_same_page_whatever_cookies_and_languages_they_send()
    {
        var stranger = await _reader.GetStringAsync("/resumes/o2");
        using var participant = await site.ConfirmedReaderAsync();
        participant.DefaultRequestHeaders.Add("Accept-Language", "en");
        using var organiser = await site.SignedInAsync();
        site.Store().Forget();

        using var rendered = await participant.GetAsync("/resumes/o2");
        Assert.Equal(stranger, await rendered.Content.ReadAsStringAsync());
        Assert.False(rendered.Headers.Contains("Set-Cookie"));
        Assert.Equal(stranger, await organiser.GetStringAsync("/resumes/o2"));
    }

    [Theory]
    [InlineData("/programme?day=2021-09-23")]
    [InlineData("/programme?lang=en")]
    [InlineData("/PROGRAMME")]
    [InlineData("/programme/")]
    [InlineData("/inscription")]
    [InlineData("/direct")]
    [InlineData("/lien-perdu")]
    [InlineData("/recherche?q=zinc")]
    [InlineData("/readyz")]
    [InlineData("/resumes/o99")]
    [InlineData("/verification/unknown")]
    public async Task What_is_not_the_same_for_everybody_or_has_many_names_is_not_stored(string address)
    {
        using var answer = await _reader.GetAsync(address);
        var path = new Uri(SiteFactory.BaseUrl, address);

        Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Null(site.Store().Last(new(path.AbsolutePath, false)) is { } page && path.Query.Length == 0 ? page : null);
        Assert.Null(path.Query.Length > 0 && path.Query != "?lang=en" ? site.Store().Last(new(path.AbsolutePath + path.Query, false)) : null);
    }

    [Fact]
    public async Task A_crowd_before_an_empty_store_renders_the_page_once()
    {
        using var counted = new QueriesTests.CountedSite();
        await counted.QueriesOfAsync("/posters");
        counted.Store().Forget();
        var alone = await counted.QueriesOfAsync("/posters?alone");
        var crowd = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => counted.QueriesOfAsync("/posters")));

        Assert.Equal(alone, crowd.SelectMany(queries => queries));
    }

    [Fact]
    public async Task Every_public_page_follows_every_change()
    {
        using var content = new ContentCopy();
        await using var changing = new TimedSite(new(2021, 9, 1, 9, 0, 0, TimeSpan.Zero)) { ContentPath = content.Path };
        using var reader = changing.CreateClient();
        foreach (var address in Addresses)
            (await reader.GetAsync(address)).Dispose();

        await ChangeAsync("the content", async services =>
        {
            content.Edit("contributions/o1.md", "\ntitle: ", "\ntitle: Today, ");
            await services.GetRequiredService<ContentDesk>().ImportAsync(default);
        });
        await ChangeAsync("a participant", async _ =>
        {
            using var visitor = new Visitor(changing);
            await (await visitor.OpenAsync("/inscription")).FillIn("ada@example.org", "in-person").Fill("listed", "yes").PressAsync();
            await (await visitor.FollowLinkAsync("ada@example.org")).DoAsync("confirm");
        });
        await ChangeAsync("the number of seats", services => services.GetRequiredService<RegistrationSettingsService>().SetCapacityAsync(0, Actor.CommandLine, default));
        await ChangeAsync("the end of registration", services => services.GetRequiredService<RegistrationSettingsService>().SetOpenAsync(false, Actor.CommandLine, default));

        async Task ChangeAsync(string what, Func<IServiceProvider, Task> change)
        {
            await using (var scope = changing.Services.CreateAsyncScope())
                await change(scope.ServiceProvider);
            foreach (var address in Addresses)
            {
                var stored = await reader.GetStringAsync(address);
                changing.Store().Forget();
                Assert.Equal((what, address, await reader.GetStringAsync(address)), (what, address, stored));
            }
        }
    }

    [Fact]
    public async Task At_every_minute_a_stored_page_says_what_a_page_of_that_minute_says()
    {
        await using var timed = new TimedSite(new(2021, 9, 19, 21, 50, 0, TimeSpan.Zero));
        using var reader = timed.CreateClient();
        var versions = 0;
        string? before = null;
        while (timed.Time.GetUtcNow() < new DateTimeOffset(2021, 9, 25, 1, 0, 0, TimeSpan.Zero))
        {
            foreach (var address in new[] { "/", "/en/programme", "/resumes/o1" })
            {
                var stored = await reader.GetStringAsync(address);
                var fresh = (await reader.GetStringAsync(address + "?fresh")).Replace("?fresh", "", StringComparison.Ordinal);
                Assert.Equal((timed.Time.GetUtcNow(), address, fresh), (timed.Time.GetUtcNow(), address, stored));
                if (address == "/" && stored != before)
                    versions++;
                before = address == "/" ? stored : before;
            }
            // The rows of the programme begin and end at a multiple of five minutes.
            timed.Time.Advance(timed.Time.GetUtcNow().Hour is < 5 or > 18 ? TimeSpan.FromMinutes(50) : TimeSpan.FromMinutes(5));
        }

        Assert.InRange(versions, 40, 100);
    }

    /// <summary>One of each kind that is stored, in both languages.</summary>
    private static string[] Addresses =>
    [
        .. from route in Routes.All
           where route.IsSameForEverybody
           from language in Enum.GetValues<Language>()
           select route.Path(language, route == Routes.Speaker ? "julien-lam" : "o1"),
        .. from document in new[] { "/programme.ics", "/programme/2021-09-23.ics", "/resumes/o1.ics", "/resumes/o1.bib", "/resumes/o1.ris", "/livret.bib", "/schedule.xml", "/schedule.json", "/actualites.atom", "/sitemap.xml" }
           from query in new[] { "", "?lang=en" }
           select document + query,
    ];

    private async Task<HttpResponseMessage> AskAsync(string address, string? accept)
    {
        var question = new HttpRequestMessage(HttpMethod.Get, address);
        if (accept is not null)
            question.Headers.Add("Accept-Encoding", accept);
        var answer = await _reader.SendAsync(question);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer;
    }

    /// <summary>The best compression is made behind the first answers.</summary>
    private async Task<HttpResponseMessage> BrotliOfAsync(string address)
    {
        var path = address.Split('?');
        while (site.Store().Last(new(path[0], path.Length > 1)) is { NeedsBrotli: true })
            await Task.Yield();
        return await AskAsync(address, "br, gzip");
    }

    private static async Task<string> ReadAsync(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    private static string HeadersOf(HttpResponseMessage answer) =>
        string.Join('\n', answer.Headers.Concat(answer.Content.Headers).OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => $"{h.Key}: {string.Join(", ", h.Value)}"));
}
