using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Admin;
using Xunit.Abstractions;
using static ModMatWorkshop.Web.Tests.Hosting.People;

namespace ModMatWorkshop.Web.Tests.Pages.CheckIn;

/// <summary>Presses that come late, twice, at once or broken, as they do over a bad network.</summary>
public sealed class CheckInPostTests(ITestOutputHelper report) : CheckInSite
{
    [Fact]
    public async Task The_same_press_three_times_is_one()
    {
        using var door = await OpenAsync();

        foreach (var _ in new[] { 1, 2, 3 })
        {
            using var answer = await door.PressAsync(
                "ticket 1",
                "arrived",
                Afternoon,
                ("pressed-at", "2021-09-22T10:31:00.000Z"),
                ("part", "yes")
            );
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var part = await answer.PageAsync();
            Assert.Equal(["person-1", "tally", "card-1", "h-card"], part.QuerySelectorAll("[id]").Select(e => e.Id));
            Assert.Equal(("1 arrivée sur 2", "Arrivée, 12 h 31"), (part.Seen("#tally"), part.Seen("#card-1 [role=status]")));
        }
        Assert.Equal(["1 2021-09-22-afternoon 12:31"], await CheckInClient.ArrivedAsync(Site));
        Assert.Single(await Site.OrganiserLogAsync(), line => line.StartsWith("checked in", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2021-09-22T13:00:00Z", "a clock that is fast")]
    [InlineData("2021-09-21T22:00:00Z", "a press of yesterday")]
    [InlineData("noon", "no instant")]
    [InlineData("", "nothing")]
    public async Task A_press_of_another_time_is_one_of_now(string instant, string why)
    {
        using var door = await OpenAsync();
        await door.PressAsync("ticket 1", "arrived", Afternoon, ("pressed-at", instant));

        Assert.StartsWith(
            $"{why}: 1 2021-09-22-afternoon 12:4",
            $"{why}: {Assert.Single(await CheckInClient.ArrivedAsync(Site))}",
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("arrived", "2021-09-25-morning")]
    [InlineData("arrived", "now")]
    [InlineData("erase", Afternoon)]
    [InlineData("", Afternoon)]
    public async Task What_is_no_press_is_refused(string action, string half)
    {
        using var door = await OpenAsync();
        using var answer = await door.PressAsync("ticket 1", action, half);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(await CheckInClient.ArrivedAsync(Site));
    }

    [Fact]
    public async Task A_press_without_its_token_is_refused()
    {
        using var door = await OpenAsync();
        using var answer = await door.Http.PostAsync(
            "/check-in/ticket%201?handler=arrived",
            new FormUrlEncodedContent([new("half-day", Afternoon)])
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(await CheckInClient.ArrivedAsync(Site));
    }

    /// <summary>The time of each press is written into the report and not judged: a machine that is busy would fail it.</summary>
    [Trait("Category", "prove")]
    [Theory, OnSqlite, OnPostgres]
    public async Task Fifty_people_by_three_helpers_at_once_are_in_each_exactly_once(Engine engine)
    {
        await using var own = new SiteFactory { RehearseFrom = QuarterToOne, Engine = engine };
        await own.InDatabaseAsync(async db =>
        {
            await db.PutInAsync(Enumerable.Range(1, 50).Select(n => Person(n, Details("Ada", $"Nr {n}"), Seat(n), Confirmed)));
            return true;
        });
        var helpers = new[] { await CheckInClient.OpenAsync(own), await CheckInClient.OpenAsync(own), await CheckInClient.OpenAsync(own) };
        // The first of each asks for what a start has not made yet.
        foreach (var helper in helpers)
            (await helper.PressAsync("ticket 99", "arrived", Afternoon, ("part", "yes"))).Dispose();

        var times = (
            await Task.WhenAll(
                helpers.Select(
                    (helper, h) =>
                        Task.Run(async () =>
                        {
                            var taken = new List<double>();
                            foreach (var number in Enumerable.Range(0, 50).Select(i => (i + h * 17) % 50 + 1))
                            {
                                var watch = Stopwatch.StartNew();
                                using var answer = await helper.PressAsync($"ticket {number}", "arrived", Afternoon, ("part", "yes"));
                                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                                taken.Add(watch.Elapsed.TotalMilliseconds);
                            }
                            return taken;
                        })
                )
            )
        ).SelectMany(t => t).Order().ToList();

        Assert.Equal(
            Enumerable.Range(1, 50),
            (await CheckInClient.ArrivedAsync(own)).Select(a => int.Parse(a.Split(' ')[0], CultureInfo.InvariantCulture))
        );
        Assert.Equal(
            Enumerable.Range(1, 50),
            (await own.OrganiserLogAsync())
                .Where(line => line.StartsWith("checked in", StringComparison.Ordinal))
                .Select(line => int.Parse(line.Split(" | ")[1], CultureInfo.InvariantCulture))
                .Order()
        );
        report.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{engine}: {times.Count} presses, median {times[times.Count / 2]:0.0} ms, 95 of 100 under "
                    + $"{times[times.Count * 95 / 100]:0.0} ms, slowest {times[^1]:0.0} ms"
            )
        );
        foreach (var helper in helpers)
            helper.Dispose();
    }
}
