using System.Net;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ModMatWorkshop.Application;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Web.PageCache;

namespace ModMatWorkshop.Web.Tests.PageCache;

/// <summary>The page cache in front of a Kestrel server: which requests it answers, and which go to the application.</summary>
public sealed class PageCacheServerTests
{
    /// <summary>Answers 501, so that a test sees that a request reached it.</summary>
    private sealed class Application : IHttpApplication<IFeatureCollection>
    {
        public IFeatureCollection CreateContext(IFeatureCollection contextFeatures) => contextFeatures;

        public Task ProcessRequestAsync(IFeatureCollection context)
        {
            context.GetRequiredFeature<IHttpResponseFeature>().StatusCode = 501;
            return Task.CompletedTask;
        }

        public void DisposeContext(IFeatureCollection context, Exception? exception) { }
    }

    private sealed class RunningServer(PageCacheServer server) : IAsyncDisposable
    {
        public Uri Address => new(server.Features.Get<IServerAddressesFeature>()!.Addresses.Single());

        public static async Task<RunningServer> StartAsync(string baseUrl)
        {
            var cache = new PageCacheStore(new DataVersions(), new SiteClock(TimeProvider.System));
            await cache.RenderOnceAsync(new("/page", null), () => Task.FromResult<CachedPage?>(NewPage()), default);
            var kestrel = new KestrelServerOptions { ApplicationServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
            kestrel.Listen(IPAddress.Loopback, 0);
            var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
            var server = new PageCacheServer(
                new KestrelServer(Options.Create(kestrel), transport, NullLoggerFactory.Instance),
                cache,
                new SiteAddress(baseUrl),
                CancellationToken.None
            );
            await server.StartAsync(new Application(), default);
            return new(server);
        }

        public async ValueTask DisposeAsync()
        {
            await server.StopAsync(default);
            server.Dispose();
        }
    }

    private static CachedPage NewPage() =>
        new(Encoding.UTF8.GetBytes(new string('x', 8000)), [new("Content-Type", "text/html; charset=utf-8")], null)
        {
            ContentVersion = 0,
            RegistrationsVersion = null,
            ValidFrom = DateTimeOffset.MinValue,
            ValidUntil = DateTimeOffset.MaxValue,
        };

    [Fact]
    public async Task A_304_leaves_out_the_headers_that_the_reader_has_with_the_page()
    {
        await using var server = await RunningServer.StartAsync("http://modmat.test");
        using var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Host = "modmat.test";
        using var page = await client.GetAsync("/page");
        client.DefaultRequestHeaders.IfNoneMatch.Add(page.Headers.ETag!);
        using var answer = await client.GetAsync("/page");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified), (page.StatusCode, answer.StatusCode));
        Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal(["Cache-Control", "Date", "ETag", "Server", "Vary"], answer.Headers.Select(h => h.Key).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData("gzip, zstd", 0)]
    [InlineData("br;q=0, gzip", 0)]
    [InlineData("gzip, br", 1)]
    public async Task A_page_is_compressed_with_Brotli_once_a_reader_accepts_it(string? accepted, int expected)
    {
        var (page, asked) = (NewPage(), 0);
        page.AskForBrotliWith(() => asked++);
        for (var time = 0; time < 3; time++)
        {
            var request = new DefaultHttpContext();
            request.Request.Headers.AcceptEncoding = accepted;
            await page.WriteAsync(request.Features, isHttps: true);
        }

        Assert.Equal(expected, asked);
    }

    [Theory]
    [InlineData("https://modmat.test", "modmat.test", null, 501)]
    [InlineData("https://modmat.test", "modmat.test", "http", 501)]
    [InlineData("https://modmat.test", "modmat.test", "https", 200)]
    [InlineData("https://modmat.test", "localhost:5000", null, 200)]
    [InlineData("http://modmat.test", "modmat.test", null, 200)]
    public async Task A_request_that_must_be_redirected_to_https_is_not_answered_from_the_cache(
        string baseUrl,
        string host,
        string? forwardedProto,
        int status
    )
    {
        await using var server = await RunningServer.StartAsync(baseUrl);
        using var client = new HttpClient { BaseAddress = server.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/page") { Headers = { Host = host } };
        if (forwardedProto is not null)
            request.Headers.Add("X-Forwarded-Proto", forwardedProto);
        using var response = await client.SendAsync(request);

        Assert.Equal(
            (status, forwardedProto == "https"),
            ((int)response.StatusCode, response.Headers.Contains("Strict-Transport-Security"))
        );
    }

    [Theory]
    [InlineData("GET", "/page", null, 200)]
    [InlineData("HEAD", "/page", null, 200)]
    [InlineData("GET", "/page", "__Host-participant=x; __Host-form=y", 200)]
    [InlineData("GET", "/page", "a=b; __Host-preview=2021-09-22T11:40Z", 501)]
    [InlineData("GET", "/page?q=1", null, 501)]
    [InlineData("POST", "/page", null, 501)]
    [InlineData("GET", "/Page", null, 501)]
    [InlineData("GET", "/another", null, 501)]
    public async Task A_request_that_is_not_cached_goes_to_the_application(string method, string address, string? cookies, int status)
    {
        await using var server = await RunningServer.StartAsync("http://modmat.test");
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = server.Address };
        using var request = new HttpRequestMessage(new(method), address);
        if (cookies is not null)
            request.Headers.Add("Cookie", cookies);
        using var response = await client.SendAsync(request);

        Assert.Equal(status, (int)response.StatusCode);
    }
}
