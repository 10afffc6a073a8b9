using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Running;

/// <summary>An update while people read and register.</summary>
public sealed class RestartTests
{
    [Fact]
    public async Task Who_is_told_to_stop_waits_for_the_other_to_be_seen_then_says_so_and_answers_until_that_is_seen_too()
    {
        await using var site = await SiteProcess.ServeAsync(["--Shutdown:DrainSeconds=4"]);
        using var ready = await site.Reader.GetAsync("/readyz");
        Assert.Equal((HttpStatusCode.OK, null), (ready.StatusCode, ready.Headers.ConnectionClose));
        var told = Stopwatch.GetTimestamp();
        site.Terminate();
        while ((await site.Reader.GetAsync("/readyz")).StatusCode == HttpStatusCode.OK)
            await Task.Yield();
        Assert.InRange(Stopwatch.GetElapsedTime(told), TimeSpan.FromSeconds(2), TimeSpan.MaxValue);

        using var leaving = await site.Reader.GetAsync("/readyz");
        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, "{\"ready\":false,\"leaving\":true}"),
            (leaving.StatusCode, await leaving.Content.ReadAsStringAsync())
        );
        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var page = await site.Reader.GetAsync("/programme");
            Assert.Equal((HttpStatusCode.OK, true), (page.StatusCode, page.Headers.ConnectionClose));
        }
        Assert.Equal(0, await site.EndedAsync());
    }

    [Trait("Category", "prove")]
    [ProxyFact]
    public async Task Two_instances_are_restarted_one_after_the_other_and_nobody_notices()
    {
        var connection = PostgresCluster.NewDatabase();
        var ports = new[] { Proxy.FreePort(), Proxy.FreePort() };
        using var proxy = new Proxy(ports);
        var instances = await Task.WhenAll(ports.Select(ServeAsync));
        try
        {
            await proxy.AnswersAsync();
            var form = await OpenForm.ReadAsync(proxy.Reader);
            using var enough = new CancellationTokenSource();
            var (answers, registered) = (new ConcurrentBag<string>(), new ConcurrentBag<string>());
            var crowd = Enumerable
                .Range(0, 12)
                .Select(async who =>
                {
                    for (var n = 0; !enough.IsCancellationRequested; n++)
                    {
                        var email = $"p{who}.{n}@example.org";
                        using var question = Question(form, n, email);
                        try
                        {
                            using var answer = await proxy.Reader.SendAsync(question);
                            answers.Add($"{(int)answer.StatusCode}");
                            if (n % 4 == 0 && answer.IsSuccessStatusCode)
                                registered.Add(email);
                        }
                        catch (HttpRequestException failure)
                        {
                            answers.Add(failure.Message);
                        }
                    }
                })
                .ToList();
            while (answers.Count < 200)
                await Task.Yield();
            await RestartEachAsync(instances, i => ServeAsync(ports[i]));
            await enough.CancelAsync();
            await Task.WhenAll(crowd);

            Assert.Equal(["200"], answers.Distinct());
            Assert.True(answers.Count > 400);
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
    private static HttpRequestMessage Question(OpenForm form, int n, string email) =>
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

    [Trait("Category", "prove")]
    [ProxyFact]
    public async Task The_proxy_is_cut_and_comes_back_and_whoever_sends_the_form_again_is_registered_once()
    {
        const int People = 12,
            Cuts = 5;
        var connection = PostgresCluster.NewDatabase();
        var port = Proxy.FreePort();
        using var proxy = new Proxy(port);
        await using var site = await SiteProcess.ServeAsync([
            .. OnPostgres(connection),
            $"--Site:BaseUrl={proxy.Address}",
            "--urls",
            $"http://127.0.0.1:{port}",
        ]);
        await proxy.AnswersAsync();
        var form = await OpenForm.ReadAsync(proxy.Reader);
        using var enough = new CancellationTokenSource();
        var (registered, unanswered, others) = (new ConcurrentBag<string>(), 0, new ConcurrentBag<HttpStatusCode>());
        var crowd = Enumerable
            .Range(0, People)
            .Select(async who =>
            {
                for (var n = 0; !enough.IsCancellationRequested; n++)
                for (var email = $"p{who}.{n}@example.org"; ; )
                    try
                    {
                        using var question = form.Of(email);
                        using var answer = await proxy.Reader.SendAsync(question);
                        if (answer.IsSuccessStatusCode)
                            registered.Add(email);
                        else
                            others.Add(answer.StatusCode);
                        break;
                    }
                    catch (HttpRequestException)
                    {
                        Interlocked.Increment(ref unanswered);
                        await Task.Yield();
                    }
            })
            .ToList();
        for (var i = 0; i < Cuts; i++)
        {
            var before = registered.Count;
            while (registered.Count < before + 50)
                await Task.Yield();
            proxy.Cut();
            proxy.Restore();
            await proxy.AnswersAsync().WaitAsync(TimeSpan.FromSeconds(10));
        }
        await enough.CancelAsync();
        await Task.WhenAll(crowd);

        Assert.Equal([], others);
        Assert.True(unanswered >= Cuts, $"The cuts were noticed {unanswered} times.");
        await using var db = DatabaseTemplates.Open(Engine.Postgres, connection);
        Assert.Equal(registered.Order(), (await db.Registrations.Select(r => r.Email).ToListAsync()).Order());
    }

    [ProxyFact]
    public async Task While_no_instance_is_there_the_proxy_says_so_in_both_languages_for_a_page_and_for_a_form()
    {
        using var proxy = new Proxy(Proxy.FreePort());
        using var page = await WhenUpAsync(() => proxy.Reader.GetAsync("/programme"));
        using var form = await proxy.Reader.PostAsync("/inscription", new FormUrlEncodedContent([new("email", "ada@example.org")]));
        foreach (var answer in new[] { page, form })
        {
            Assert.Equal(
                (HttpStatusCode.ServiceUnavailable, "text/html", TimeSpan.FromSeconds(10), true),
                (
                    answer.StatusCode,
                    answer.Content.Headers.ContentType?.MediaType,
                    answer.Headers.RetryAfter?.Delta,
                    answer.Headers.CacheControl?.NoStore
                )
            );
            var html = await answer.Content.ReadAsStringAsync();
            var shown = new HtmlParser().ParseDocument(html);
            Assert.Equal(
                ["Le site ne répond pas en ce moment", "The site is not responding right now"],
                shown.QuerySelectorAll("h1").Select(h => h.TextContent)
            );
            // The one style of the page is named by what it is made of.
            var style =
                $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(shown.QuerySelector("style")!.TextContent)))}'";
            Assert.Equal(
                $"default-src 'none'; style-src {style}; base-uri 'none'; frame-ancestors 'none'; form-action 'none'",
                Assert.Single(answer.Headers.GetValues("Content-Security-Policy"))
            );
            Assert.Equal((false, false), (answer.Headers.Contains("Server"), answer.Headers.Contains("Via")));
        }
    }

    private static async Task<HttpResponseMessage> WhenUpAsync(Func<Task<HttpResponseMessage>> ask)
    {
        while (true)
            try
            {
                return await ask();
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
