using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Running;

/// <summary>Instances and the proxy restart while people read and register.</summary>
[Trait("Category", "prove")]
public sealed class RestartTests
{
    [Fact]
    public async Task A_stopping_instance_stays_ready_for_a_while_then_reports_that_it_leaves_and_still_answers_requests()
    {
        await using var site = await SiteProcess.ServeAsync(["--Shutdown:DrainSeconds=10"]);
        using var ready = await site.Reader.GetAsync("/readyz");
        Assert.Equal((HttpStatusCode.OK, null), (ready.StatusCode, ready.Headers.ConnectionClose));
        var terminated = Stopwatch.GetTimestamp();
        site.Terminate();
        while ((await site.Reader.GetAsync("/readyz")).StatusCode == HttpStatusCode.OK)
            await Task.Yield();
        Assert.InRange(Stopwatch.GetElapsedTime(terminated), TimeSpan.FromSeconds(5), TimeSpan.MaxValue);

        using var leaving = await site.Reader.GetAsync("/readyz");
        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, "{\"ready\":false}"),
            (leaving.StatusCode, await leaving.Content.ReadAsStringAsync())
        );
        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var page = await site.Reader.GetAsync("/programme");
            Assert.Equal((HttpStatusCode.OK, true), (page.StatusCode, page.Headers.ConnectionClose));
        }
        Assert.Equal(0, await site.EndedAsync());
    }

    [ProxyFact]
    public async Task Restarting_two_instances_one_after_the_other_causes_no_failed_request()
    {
        var connection = PostgresCluster.NewDatabase();
        var ports = new[] { Proxy.FreePort(), Proxy.FreePort() };
        using var proxy = new Proxy(ports);
        var instances = await Task.WhenAll(ports.Select(ServeAsync));
        try
        {
            await proxy.WaitUntilReadyAsync();
            var form = await OpenForm.ReadAsync(proxy.Reader);
            using var stop = new CancellationTokenSource();
            var (results, registered) = (new ConcurrentBag<string>(), new ConcurrentBag<string>());
            var clients = Enumerable
                .Range(0, 12)
                .Select(async client =>
                {
                    for (var n = 0; !stop.IsCancellationRequested; n++)
                    {
                        var email = $"p{client}.{n}@example.org";
                        using var request = RequestOf(form, n, email);
                        try
                        {
                            using var response = await proxy.Reader.SendAsync(request);
                            results.Add($"{(int)response.StatusCode}");
                            if (n % 4 == 0 && response.IsSuccessStatusCode)
                                registered.Add(email);
                        }
                        catch (HttpRequestException failure)
                        {
                            results.Add(failure.Message);
                        }
                    }
                })
                .ToList();
            while (results.Count < 200)
                await Task.Yield();
            await RestartEachAsync(instances, i => ServeAsync(ports[i]));
            await stop.CancelAsync();
            await Task.WhenAll(clients);

            Assert.Equal(["200"], results.Distinct());
            Assert.True(results.Count > 400);
            await using var db = DatabaseTemplates.Open(Engine.Postgres, connection);
            Assert.Equal(registered.Order(), (await db.Registrations.Select(r => r.Email).ToListAsync()).Order());
        }
        finally
        {
            foreach (var instance in instances)
                await instance.DisposeAsync();
        }

        Task<SiteProcess> ServeAsync(int port) => StartAsync(connection, proxy, port);
    }

    private static Task<SiteProcess> StartAsync(string connection, Proxy proxy, int port) =>
        SiteProcess.ServeAsync([
            .. OnPostgres(connection),
            "--Shutdown:DrainSeconds=6",
            $"--Site:BaseUrl={proxy.Address}",
            "--urls",
            $"http://127.0.0.1:{port}",
        ]);

    /// <summary>A registration, or a page.</summary>
    private static HttpRequestMessage RequestOf(OpenForm form, int n, string email) =>
        (n % 4) switch
        {
            0 => form.Of(email),
            1 => new(HttpMethod.Get, "/programme"),
            2 => new(HttpMethod.Get, "/recherche?q=zinc"),
            _ => new(HttpMethod.Get, "/inscription"),
        };

    private static async Task RestartEachAsync(SiteProcess[] instances, Func<int, Task<SiteProcess>> serveAsync)
    {
        for (var i = 0; i < instances.Length; i++)
        {
            instances[i].Terminate();
            Assert.Equal(0, await instances[i].EndedAsync());
            await instances[i].DisposeAsync();
            instances[i] = await serveAsync(i);
            while ((await instances[i].Reader.GetAsync("/readyz")).StatusCode != HttpStatusCode.OK)
                await Task.Yield();
        }
    }

    [ProxyFact]
    public async Task A_form_that_is_sent_again_after_the_proxy_was_killed_is_registered_once()
    {
        const int People = 12,
            Kills = 5;
        var connection = PostgresCluster.NewDatabase();
        var port = Proxy.FreePort();
        using var proxy = new Proxy(port);
        await using var site = await SiteProcess.ServeAsync([
            .. OnPostgres(connection),
            $"--Site:BaseUrl={proxy.Address}",
            "--urls",
            $"http://127.0.0.1:{port}",
        ]);
        await proxy.WaitUntilReadyAsync();
        var form = await OpenForm.ReadAsync(proxy.Reader);
        using var stop = new CancellationTokenSource();
        var (registered, unanswered, others) = (new ConcurrentBag<string>(), 0, new ConcurrentBag<HttpStatusCode>());
        var clients = Enumerable
            .Range(0, People)
            .Select(async client =>
            {
                for (var n = 0; !stop.IsCancellationRequested; n++)
                for (var email = $"p{client}.{n}@example.org"; ; )
                    try
                    {
                        using var request = form.Of(email);
                        using var response = await proxy.Reader.SendAsync(request);
                        if (response.IsSuccessStatusCode)
                            registered.Add(email);
                        else
                            others.Add(response.StatusCode);
                        break;
                    }
                    catch (HttpRequestException)
                    {
                        Interlocked.Increment(ref unanswered);
                        await Task.Yield();
                    }
            })
            .ToList();
        for (var i = 0; i < Kills; i++)
        {
            var before = registered.Count;
            while (registered.Count < before + 50)
                await Task.Yield();
            proxy.Kill();
            proxy.Restart();
            await proxy.WaitUntilReadyAsync().WaitAsync(TimeSpan.FromSeconds(10));
        }
        await stop.CancelAsync();
        await Task.WhenAll(clients);

        Assert.Equal([], others);
        Assert.True(unanswered >= Kills, $"Only {unanswered} requests failed.");
        await using var db = DatabaseTemplates.Open(Engine.Postgres, connection);
        Assert.Equal(registered.Order(), (await db.Registrations.Select(r => r.Email).ToListAsync()).Order());
    }

    [ProxyFact]
    public async Task Without_an_instance_the_proxy_answers_pages_and_forms_with_an_error_page_in_both_languages()
    {
        using var proxy = new Proxy(Proxy.FreePort());
        using var page = await RetryUntilConnectedAsync(() => proxy.Reader.GetAsync("/programme"));
        using var form = await proxy.Reader.PostAsync("/inscription", new FormUrlEncodedContent([new("email", "ada@example.org")]));
        foreach (var response in new[] { page, form })
        {
            Assert.Equal(
                (HttpStatusCode.ServiceUnavailable, "text/html", TimeSpan.FromSeconds(10), true),
                (
                    response.StatusCode,
                    response.Content.Headers.ContentType?.MediaType,
                    response.Headers.RetryAfter?.Delta,
                    response.Headers.CacheControl?.NoStore
                )
            );
            var html = await response.Content.ReadAsStringAsync();
            var shown = new HtmlParser().ParseDocument(html);
            Assert.Equal(
                ["Le site ne répond pas en ce moment", "The site is not responding right now"],
                shown.QuerySelectorAll("h1").Select(h => h.TextContent)
            );
            // The policy allows the inline style of the page by its hash.
            var style =
                $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(shown.QuerySelector("style")!.TextContent)))}'";
            Assert.Equal(
                $"default-src 'none'; style-src {style}; base-uri 'none'; frame-ancestors 'none'; form-action 'none'",
                Assert.Single(response.Headers.GetValues("Content-Security-Policy"))
            );
            Assert.Equal((false, false), (response.Headers.Contains("Server"), response.Headers.Contains("Via")));
        }
    }

    private static async Task<HttpResponseMessage> RetryUntilConnectedAsync(Func<Task<HttpResponseMessage>> send)
    {
        while (true)
            try
            {
                return await send();
            }
            catch (HttpRequestException)
            {
                await Task.Yield();
            }
    }

    private static string[] OnPostgres(string connection) =>
        [
            "--Database:Provider=postgres",
            $"--ConnectionStrings:Workshop={connection}",
            "--Site:Key=a-secret-that-both-instances-share",
            "--RateLimits:Enabled=false",
            "--Clock:RehearseFrom=2021-09-01T09:00",
        ];
}
