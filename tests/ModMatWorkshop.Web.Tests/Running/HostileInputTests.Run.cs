using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Running;

public sealed partial class HostileInputTests
{
    [Trait("Category", "prove")]
    [Theory, OnSqlite, OnPostgres]
    public async Task Nothing_hostile_is_a_fault_of_ours_comes_back_as_markup_or_keeps_anybody_waiting(Engine engine)
    {
        var mails = Directory.CreateTempSubdirectory("modmat-hostile-");
        string[] database =
            engine is Engine.Postgres
                ? ["--Database:Provider=postgres", $"--ConnectionStrings:Workshop={PostgresCluster.NewDatabase()}"]
                : [];
        await using var site = await SiteProcess.ServeAsync([
            .. database,
            "--RateLimits:Enabled=false",
            "--Clock:RehearseFrom=2021-09-01T09:00",
            "--Admin:RequireSecondFactor=false",
            $"--Mail:PickupPath={mails.FullName}",
        ]);
        using var reader = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = site.Reader.BaseAddress,
            Timeout = TimeSpan.FromSeconds(30),
        };
        var organiser = await ComeInAsync(site, reader);
        var routes = await RoutesAsync();
        var mine = await RegisterAsync(reader, mails);
        // What is compiled as it goes is compiled before the clock runs.
        foreach (var path in routes.Concat(Paths).Concat(Rooms))
            (await reader.SendAsync(Get(path.Replace("{}", "x", StringComparison.Ordinal), organiser))).Dispose();
        using var program = Process.GetProcessById(site.Id);
        var before = program.WorkingSet64;

        var questions = await QuestionsAsync(reader, organiser, mine, routes);
        var (faults, slowest) = (new ConcurrentBag<string>(), new ConcurrentBag<(TimeSpan Time, string What)>());
        await Parallel.ForEachAsync(questions, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (make, cancel) =>
        {
            using var question = make();
            var rest = question.Content is null ? string.Join(' ', question.Headers) : await question.Content.ReadAsStringAsync(cancel);
            var what = $"{question.Method} {Short(question.RequestUri!.OriginalString)} {Short(rest)}";
            var watch = Stopwatch.StartNew();
            try
            {
                using var answer = await reader.SendAsync(question, cancel);
                var text = await answer.Content.ReadAsStringAsync(cancel);
                slowest.Add((watch.Elapsed, what));
                if ((int)answer.StatusCode >= 500)
                    faults.Add($"{(int)answer.StatusCode}: {what}");
                if (answer.Content.Headers.ContentType?.MediaType == "text/html" && AsItWas().IsMatch(text))
                    faults.Add($"echo: {what}");
                if (answer.Headers.Location is { IsAbsoluteUri: true } to && to.Host is not ("modmat.test" or "127.0.0.1"))
                    faults.Add($"led to {to.Host}: {what}");
                if (
                    answer.Headers.TryGetValues("Set-Cookie", out var cookies)
                    && cookies.Any(c => c.StartsWith("a=b", StringComparison.Ordinal))
                )
                    faults.Add($"cookie: {what}");
            }
            catch (HttpRequestException failure)
            {
                faults.Add($"{failure.Message}: {what}");
            }
        });
        program.Refresh();
        var (slow, which) = slowest.MaxBy(s => s.Time);
        report.WriteLine(
            $"{questions.Count} questions; the slowest took {slow.TotalMilliseconds:0} ms ({which}); {before >> 20} MB before, "
                + $"{program.WorkingSet64 >> 20} MB after"
        );
        foreach (var fault in faults.Order(StringComparer.Ordinal))
            report.WriteLine(fault);

        Assert.Equal([], faults);
        Assert.True(questions.Count >= 5000, $"Only {questions.Count} questions.");
        Assert.True(slow < TimeSpan.FromSeconds(2), $"{slow}: {which}");
        Assert.True(program.WorkingSet64 - before < MemoryLimit, $"{(program.WorkingSet64 - before) >> 20} MB more than before");
        using var still = await reader.GetAsync("/readyz");
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
        mails.Delete(recursive: true);
    }
}
