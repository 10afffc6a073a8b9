using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Running;

public sealed partial class HostileInputTests
{
    [Trait("Category", "prove")]
    [Theory, OnSqlite, OnPostgres]
    public async Task No_hostile_input_causes_an_error_unencoded_output_a_foreign_redirect_or_a_request_that_hangs(Engine engine)
    {
        var mails = Directory.CreateTempSubdirectory("modmat-hostile-");
        await using var site = await ServeAsync(engine, mails);
        using var reader = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = site.Reader.BaseAddress,
            // Beyond the limit for a request below, so that a request over it is reported with its address.
            Timeout = TimeSpan.FromMinutes(3),
        };
        var organiser = await reader.SignInAsync(site);
        var routes = await RoutesAsync();
        var ownPage = await reader.RegisterAsync(mails);
        // Warm up: the first request of each page compiles code.
        foreach (var path in routes.Concat(Paths).Concat(OrganiserPaths))
            (await reader.SendAsync(Get(path.Replace("{}", "x", StringComparison.Ordinal), organiser))).Dispose();
        using var program = Process.GetProcessById(site.Id);
        var before = program.WorkingSet64;

        var requests = await RequestsAsync(reader, organiser, ownPage, routes);
        // The pages are the same on both databases: a part of the requests is enough to find what only PostgreSQL refuses.
        if (engine is Engine.Postgres)
            requests = [.. requests.Where((_, number) => number % 7 == 0)];
        var (faults, slowest, slowestRequest) = await SendAllAsync(reader, requests);

        program.Refresh();
        var growth = program.WorkingSet64 - before;
        report.WriteLine(
            $"{requests.Count} requests; the slowest took {slowest.TotalMilliseconds:0} ms ({slowestRequest}); {before >> 20} MB before, "
                + $"{program.WorkingSet64 >> 20} MB after"
        );
        foreach (var fault in faults)
            report.WriteLine(fault);
        Assert.Equal([], faults);
        Assert.True(requests.Count >= 5000, $"Only {requests.Count} requests.");
        // HostileCostTests measures the cost. Here other tests use the processor too, so only a request that hangs is found.
        Assert.True(slowest < TimeSpan.FromSeconds(15), $"{slowest}: {slowestRequest}");
        Assert.True(growth < MemoryLimit, $"{growth >> 20} MB more than before");
        using var ready = await reader.GetAsync("/readyz");
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        mails.Delete(recursive: true);
    }

    private static Task<SiteProcess> ServeAsync(Engine engine, DirectoryInfo mails) =>
        SiteProcess.ServeAsync([
            .. engine is Engine.Postgres
                ? ["--Database:Provider=postgres", $"--ConnectionStrings:Workshop={PostgresCluster.NewDatabase()}"]
                : Array.Empty<string>(),
            "--RateLimits:Enabled=false",
            "--Clock:RehearseFrom=2021-09-01T09:00",
            "--Admin:RequireSecondFactor=false",
            $"--Mail:PickupPath={mails.FullName}",
        ]);

    /// <returns>The faults in alphabetical order, and the slowest request with its time.</returns>
    private static async Task<(IReadOnlyList<string> Faults, TimeSpan Slowest, string SlowestRequest)> SendAllAsync(
        HttpClient reader,
        IReadOnlyList<Func<HttpRequestMessage>> requests
    )
    {
        var (faults, times) = (new ConcurrentBag<string>(), new ConcurrentBag<(TimeSpan Time, string Request)>());
        await Parallel.ForEachAsync(requests, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (create, cancel) =>
        {
            using var request = create();
            var rest = request.Content is null ? string.Join(' ', request.Headers) : await request.Content.ReadAsStringAsync(cancel);
            var description = $"{request.Method} {Short(request.RequestUri!.OriginalString)} {Short(rest)}";
            var watch = Stopwatch.StartNew();
            try
            {
                using var response = await reader.SendAsync(request, cancel);
                var text = await response.Content.ReadAsStringAsync(cancel);
                times.Add((watch.Elapsed, description));
                foreach (var fault in FaultsOf(response, text))
                    faults.Add($"{fault}: {description}");
            }
            catch (HttpRequestException failure)
            {
                faults.Add($"{failure.Message}: {description}");
            }
        });
        var (slowest, slowestRequest) = times.MaxBy(t => t.Time);
        return ([.. faults.Order(StringComparer.Ordinal)], slowest, slowestRequest);
    }

    private static IEnumerable<string> FaultsOf(HttpResponseMessage response, string text)
    {
        if ((int)response.StatusCode >= 500)
            yield return $"{(int)response.StatusCode}";
        if (response.Content.Headers.ContentType?.MediaType == "text/html" && UnencodedEcho().IsMatch(text))
            yield return "unencoded";
        if (response.Headers.Location is { IsAbsoluteUri: true } to && to.Host is not ("modmat.test" or "127.0.0.1"))
            yield return $"redirect to {to.Host}";
        if (response.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(c => c.StartsWith("a=b", StringComparison.Ordinal)))
            yield return "cookie";
    }
}
