using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Running;

/// <summary>Needs the proxy of docker-compose.yml.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProxyFactAttribute : FactAttribute
{
    public ProxyFactAttribute() =>
        Skip = PostgresCluster.WhyMissing ?? ((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "caddy"))) ? null : "caddy is not installed");
}

/// <summary>An update while people read and register.</summary>
public sealed class RestartTests
{
    [Fact]
    public async Task Who_is_told_to_stop_says_so_and_answers_until_the_proxy_has_seen_it()
    {
        await using var site = await SiteProcess.ServeAsync(["--Shutdown:DrainSeconds=4"]);
        Assert.Equal(HttpStatusCode.OK, (await site.Reader.GetAsync("/readyz")).StatusCode);
        site.Terminate();
        while ((await site.Reader.GetAsync("/readyz")).StatusCode == HttpStatusCode.OK)
            await Task.Yield();

        using var leaving = await site.Reader.GetAsync("/readyz");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "{\"ready\":false,\"leaving\":true}"), (leaving.StatusCode, await leaving.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.OK, (await site.Reader.GetAsync("/programme")).StatusCode);
        Assert.Equal(0, await site.EndedAsync());
    }

    [Trait("Category", "prove")]
    [ProxyFact]
    public async Task Two_instances_are_restarted_one_after_the_other_and_nobody_notices()
    {
        var connection = PostgresCluster.NewDatabase();
        var ports = new[] { FreePort(), FreePort(), FreePort() };
        var keys = Directory.CreateTempSubdirectory("modmat-keys-");
        string[] arguments =
        [
            "--Database:Provider=postgres", $"--ConnectionStrings:Workshop={connection}", "--Site:Key=a-secret-that-both-instances-share", "--RateLimits:Enabled=false", "--Clock:RehearseFrom=2021-09-01T09:00",
            "--Shutdown:DrainSeconds=4", $"--Site:BaseUrl=http://localhost:{ports[2]}",
        ];
        var instances = await Task.WhenAll(Enumerable.Range(0, 2).Select(ServeAsync));
        using var proxy = Process.Start(new ProcessStartInfo("caddy", ["run", "--adapter", "caddyfile", "--config", Path.Combine(Repository.Root, "deploy", "Caddyfile")])
        {
            Environment =
            {
                ["SITE_HOST"] = $"http://localhost:{ports[2]}",
                ["SITE_INSTANCES"] = $"127.0.0.1:{ports[0]} 127.0.0.1:{ports[1]}",
                ["CADDY_GLOBAL"] = "auto_https off",
                ["HOME"] = keys.FullName,
            },
            RedirectStandardError = true,
        })!;
        proxy.ErrorDataReceived += (_, _) => { };
        proxy.BeginErrorReadLine();
        using var reader = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new($"http://localhost:{ports[2]}"), Timeout = TimeSpan.FromSeconds(30) };
        try
        {
            while (!await AnswersAsync(reader))
                await Task.Yield();
            var form = await OpenForm.ReadAsync(reader);
            using var enough = new CancellationTokenSource();
            var (answers, registered) = (new ConcurrentBag<string>(), new ConcurrentBag<string>());
            var crowd = Enumerable.Range(0, 12).Select(async who =>
            {
                for (var n = 0; !enough.IsCancellationRequested; n++)
                {
                    var email = $"p{who}.{n}@example.org";
                    using var question = (n % 4) switch
                    {
                        0 => form.Of(email),
                        1 => new(HttpMethod.Get, "/programme"),
                        2 => new(HttpMethod.Get, "/recherche?q=zinc"),
                        _ => new HttpRequestMessage(HttpMethod.Get, "/inscription"),
                    };
                    try
                    {
                        using var answer = await reader.SendAsync(question, CancellationToken.None);
                        answers.Add($"{(int)answer.StatusCode}");
                        if (n % 4 == 0 && answer.IsSuccessStatusCode)
                            registered.Add(email);
                    }
                    catch (HttpRequestException failure)
                    {
                        answers.Add(failure.Message);
                    }
                }
            }).ToList();
            for (var i = 0; i < 2; i++)
            {
                var seen = answers.Count;
                while (answers.Count < seen + 200)
                    await Task.Yield();
                instances[i].Terminate();
                Assert.Equal(0, await instances[i].EndedAsync());
                await instances[i].DisposeAsync();
                instances[i] = await ServeAsync(i);
                while ((await instances[i].Reader.GetAsync("/readyz")).StatusCode != HttpStatusCode.OK)
                    await Task.Yield();
            }
            await enough.CancelAsync();
            await Task.WhenAll(crowd);

            Assert.Equal(["200"], answers.Distinct());
            Assert.True(answers.Count > 400);
            await using var db = BegunDatabase.Open(Engine.Postgres, connection);
            Assert.Equal(registered.Order(), (await db.Registrations.Select(r => r.Email).ToListAsync()).Order());
        }
        finally
        {
            proxy.Kill();
            foreach (var instance in instances)
                await instance.DisposeAsync();
            keys.Delete(recursive: true);
        }

        Task<SiteProcess> ServeAsync(int i) => SiteProcess.ServeAsync([.. arguments, "--urls", $"http://127.0.0.1:{ports[i]}"]);
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<bool> AnswersAsync(HttpClient reader)
    {
        try
        {
            using var answer = await reader.GetAsync("/programme");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
