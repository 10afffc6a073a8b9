using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ModMatWorkshop.Application;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Web.Store;
using Xunit.Abstractions;

namespace ModMatWorkshop.Web.Tests.Store;

[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>The store in front of a real web server. Alone, because memory is counted for the whole process.</summary>
[Collection(nameof(Alone))]
public sealed class StoreFrontTests(ITestOutputHelper report)
{
    /// <summary>Nobody behind the front can answer; who gets there says so.</summary>
    private sealed class Behind : IHttpApplication<IFeatureCollection>
    {
        public IFeatureCollection CreateContext(IFeatureCollection contextFeatures) => contextFeatures;

        public async Task ProcessRequestAsync(IFeatureCollection context)
        {
            var response = context.GetRequiredFeature<IHttpResponseFeature>();
            response.StatusCode = 501;
            response.Headers["x-begun"] = Where();
            using var reader = new StreamReader(context.GetRequiredFeature<IHttpRequestFeature>().Body);
            await reader.ReadToEndAsync();
            response.Headers["x-ended"] = Where();
        }

        private static string Where() => SynchronizationContext.Current is WorkerThreads ? "worker" : "socket";

        public void DisposeContext(IFeatureCollection context, Exception? exception)
        {
        }
    }

    private sealed class Front : IAsyncDisposable
    {
        private readonly StoreFront _server;

        private Front(StoreFront server) => _server = server;

        public Uri Address => new(_server.Features.Get<IServerAddressesFeature>()!.Addresses.Single());

        public static async Task<Front> OpenAsync(string baseUrl)
        {
            var versions = new KnownVersions();
            var clock = new SiteClock(TimeProvider.System);
            var store = new PageStore(versions, clock);
            var page = new StoredPage(Encoding.UTF8.GetBytes(new string('x', 8000)), 0, null, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, [new("Content-Type", "text/html; charset=utf-8")], null);
            page.AddBrotli();
            await store.RenderOnceAsync(new("/page", false), () => Task.FromResult<StoredPage?>(page), default);
            var kestrel = new KestrelServerOptions { ApplicationServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
            kestrel.Listen(IPAddress.Loopback, 0);
            var server = new KestrelServer(
                Options.Create(kestrel), new SocketTransportFactory(Options.Create(new SocketTransportOptions { UnsafePreferInlineScheduling = true }), NullLoggerFactory.Instance), NullLoggerFactory.Instance);
            var front = new StoreFront(server, store, new SiteAddress(baseUrl), CancellationToken.None);
            await front.StartAsync(new Behind(), default);
            return new(front);
        }

        public async ValueTask DisposeAsync()
        {
            await _server.StopAsync(default);
            _server.Dispose();
        }
    }

    [Theory]
    [InlineData("https://modmat.test", "modmat.test", null, 501)]
    [InlineData("https://modmat.test", "modmat.test", "http", 501)]
    [InlineData("https://modmat.test", "modmat.test", "https", 200)]
    [InlineData("https://modmat.test", "localhost:5000", null, 200)]
    [InlineData("http://modmat.test", "modmat.test", null, 200)]
    public async Task A_reader_who_has_to_be_led_to_https_is_not_answered_at_the_front(string baseUrl, string host, string? forwarded, int status)
    {
        await using var front = await Front.OpenAsync(baseUrl);
        using var reader = new HttpClient { BaseAddress = front.Address };
        using var question = new HttpRequestMessage(HttpMethod.Get, "/page") { Headers = { Host = host } };
        if (forwarded is not null)
            question.Headers.Add("X-Forwarded-Proto", forwarded);
        using var answer = await reader.SendAsync(question);

        Assert.Equal((status, forwarded == "https"), ((int)answer.StatusCode, answer.Headers.Contains("Strict-Transport-Security")));
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
    public async Task What_is_not_stored_goes_the_ordinary_way(string method, string address, string? cookies, int status)
    {
        await using var front = await Front.OpenAsync("http://modmat.test");
        using var reader = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = front.Address };
        using var question = new HttpRequestMessage(new(method), address);
        if (cookies is not null)
            question.Headers.Add("Cookie", cookies);
        using var answer = await reader.SendAsync(question);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task What_is_not_stored_is_answered_away_from_the_threads_that_wait_for_the_sockets()
    {
        await using var front = await Front.OpenAsync("http://modmat.test");
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(front.Address.Host, front.Address.Port);
        using var answer = new StreamReader(client.GetStream(), Encoding.ASCII);
        await client.GetStream().WriteAsync("POST /form HTTP/1.1\r\nHost: modmat.test\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n"u8.ToArray());
        // The server has asked for the body: whoever waits for it is woken by the socket.
        Assert.Equal(("HTTP/1.1 100 Continue", ""), (await answer.ReadLineAsync(), await answer.ReadLineAsync()));
        await client.GetStream().WriteAsync("a=b"u8.ToArray());
        var headers = new List<string>();
        while (await answer.ReadLineAsync() is { Length: > 0 } line)
            headers.Add(line);

        Assert.Equal(["x-begun: worker", "x-ended: worker"], headers.Where(h => h.StartsWith("x-", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_stored_answer_costs_six_hundred_bytes_of_memory_at_most()
    {
        await using var front = await Front.OpenAsync("http://modmat.test");
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(front.Address.Host, front.Address.Port);
        var socket = client.Client;
        var question = "GET /page HTTP/1.1\r\nHost: modmat.test\r\nAccept-Encoding: gzip, br\r\nCookie: __Host-participant=x\r\n\r\n"u8.ToArray();
        var answer = new byte[8192];
        // The best of many tries: whatever else happens in this process takes memory too.
        var each = Enumerable.Range(0, 50).Min(_ =>
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            Ask(200);
            return (GC.GetTotalAllocatedBytes(precise: true) - before) / 200;
        });

        Assert.StartsWith("HTTP/1.1 200 OK", Encoding.ASCII.GetString(answer, 0, 15), StringComparison.Ordinal);
        Assert.True(each <= 600, $"{each} bytes");
        report.WriteLine($"{each} bytes an answer");

        void Ask(int times)
        {
            for (var i = 0; i < times; i++)
            {
                socket.Send(question);
                // To wait in the socket would take memory too. The answer is smaller than a packet of the loopback and comes whole.
                while (socket.Available == 0)
                    Thread.Yield();
                socket.Receive(answer);
            }
        }
    }
}
