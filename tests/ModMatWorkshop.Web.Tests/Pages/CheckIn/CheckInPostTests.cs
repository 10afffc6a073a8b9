using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Admin;
using Xunit.Abstractions;
using static ModMatWorkshop.Tests.Shared.People;

namespace ModMatWorkshop.Web.Tests.Pages.CheckIn;

/// <summary>Check-ins that arrive late, several times, at the same time or with wrong values.</summary>
public sealed class CheckInPostTests(ITestOutputHelper report) : CheckInSite
{
    [Fact]
    public async Task The_same_check_in_sent_three_times_counts_once()
    {
        using var helper = await OpenAsync();

        foreach (var _ in new[] { 1, 2, 3 })
        {
            using var answer = await helper.PressAsync(
                "ticket 1",
                "arrived",
                Afternoon,
                ("pressed-at", "2021-09-22T10:31:00.000Z"),
                ("part", "yes")
            );
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var part = await answer.PageAsync();
            Assert.Equal(["person-1", "tally", "free-seats", "card-1", "h-card"], part.QuerySelectorAll("[id]").Select(e => e.Id));
            Assert.Equal(("1 arrivée sur 2", "Arrivée, 12 h 31"), (part.Seen("#tally"), part.Seen("#card-1 [role=status]")));
        }
        Assert.Equal(["1 2021-09-22-afternoon 12:31"], await CheckInClient.CheckedInAsync(Site));
        Assert.Single(await Site.OrganiserLogAsync(), line => line.StartsWith("checked in", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2021-09-22T13:00:00Z", "a clock that is fast")]
    [InlineData("2021-09-21T22:00:00Z", "a time of yesterday")]
    [InlineData("noon", "not a time")]
    [InlineData("", "no time")]
    public async Task A_check_in_with_an_implausible_time_gets_the_present_time(string instant, string why)
    {
        using var helper = await OpenAsync();
        await helper.PressAsync("ticket 1", "arrived", Afternoon, ("pressed-at", instant));

        Assert.StartsWith(
            $"{why}: 1 2021-09-22-afternoon 12:4",
            $"{why}: {Assert.Single(await CheckInClient.CheckedInAsync(Site))}",
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("arrived", "2021-09-25-morning")]
    [InlineData("arrived", "now")]
    [InlineData("erase", Afternoon)]
    [InlineData("", Afternoon)]
    public async Task An_invalid_action_or_half_day_is_refused(string action, string half)
    {
        using var helper = await OpenAsync();
        using var answer = await helper.PressAsync("ticket 1", action, half);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(await CheckInClient.CheckedInAsync(Site));
    }

    [Fact]
    public async Task A_check_in_without_the_form_token_is_refused()
    {
        using var helper = await OpenAsync();
        using var answer = await helper.Http.PostAsync(
            "/check-in/ticket%201?handler=arrived",
            new FormUrlEncodedContent([new("half-day", Afternoon)])
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(await CheckInClient.CheckedInAsync(Site));
    }

    /// <summary>The test reports the time of each check-in but sets no limit, because a busy machine would exceed it.</summary>
    [Trait("Category", "prove")]
    [Theory, OnSqlite, OnPostgres]
    public async Task Fifty_people_checked_in_by_three_helpers_at_once_count_once_each(Engine engine)
    {
        await using var own = new SiteFactory { RehearseFrom = BeforeTheFirstTalk, Engine = engine };
        await own.InDatabaseAsync(async db =>
        {
            await db.PutInAsync(Enumerable.Range(1, 50).Select(n => Person(n, Details("Ada", $"Nr {n}"), Seat(n), Confirmed)));
            return true;
        });
        var helpers = new[] { await CheckInClient.OpenAsync(own), await CheckInClient.OpenAsync(own), await CheckInClient.OpenAsync(own) };
        // Warm-up: the first request of each helper is slow.
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
            (await CheckInClient.CheckedInAsync(own)).Select(a => int.Parse(a.Split(' ')[0], CultureInfo.InvariantCulture))
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
                $"{engine}: {times.Count} check-ins, median {times[times.Count / 2]:0.0} ms, 95 of 100 under "
                    + $"{times[times.Count * 95 / 100]:0.0} ms, slowest {times[^1]:0.0} ms"
            )
        );
        foreach (var helper in helpers)
            helper.Dispose();
    }
}
