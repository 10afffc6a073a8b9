using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Security;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Admin;
using Xunit.Abstractions;

namespace ModMatWorkshop.Web.Tests.Pages;

/// <summary>
/// The heartbeats of an open stream page. The site time is Thursday of the workshop, 09:00 unless stated: the start of the first session.
/// </summary>
public sealed partial class HeartbeatTests(ITestOutputHelper report)
{
    /// <summary>A site with a clock that the test controls.</summary>
    /// <param name="hour">Local time at the start, in hours.</param>
    private sealed class ClockedSite(double hour = 9) : SiteFactory
    {
        public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2021, 9, 23, 0, 0, 0, TimeSpan.FromHours(2)).AddHours(hour));

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(Time));
        }
    }

    [Theory]
    [InlineData("/direct/presence", "/direct")]
    [InlineData("/en/live/presence", "/en/live")]
    public async Task A_heartbeat_of_a_participant_counts_and_the_button_returns_to_the_page(string address, string page)
    {
        await using var site = new ClockedSite();
        using var reader = await site.ConfirmedReaderAsync();

        Assert.Equal(HttpStatusCode.NoContent, await RecordHeartbeatAsync(reader, address));
        Assert.Equal(["1 heartbeats"], await HeartbeatsAsync(site));
        site.Time.Advance(TimeSpan.FromMinutes(3));
        using var pressed = await SendAsync(reader, address, "same-origin", "text/html,*/*;q=0.8");
        Assert.Equal((HttpStatusCode.Redirect, page), pressed.StatusAndLocation());
        Assert.Equal(["2 heartbeats"], await HeartbeatsAsync(site));
    }

    [Fact]
    public async Task The_page_says_that_presence_is_recorded_and_until_when_a_button_press_counts()
    {
        await using var site = new ClockedSite();
        using var reader = await site.ConfirmedReaderAsync();

        var page = await reader.ReadAsync("/direct");
        Assert.Equal(
            "Tant que cette page est ouverte, votre présence à distance est notée pour l’attestation.",
            page.Seen("[data-counts]")
        );
        Assert.Equal(
            ("/direct/presence", "180", "Je regarde la session", "Chaque appui compte pour 3 minutes."),
            (
                page.QuerySelector("form[data-beat]")!.GetAttribute("action"),
                page.QuerySelector("form[data-beat]")!.GetAttribute("data-beat"),
                page.Seen("form[data-beat] button"),
                page.Seen("form[data-beat] p")
            )
        );
        await RecordHeartbeatAsync(reader);
        Assert.Equal("Présence comptée jusqu’à 9 h 03.", (await reader.ReadAsync("/direct")).Seen("form[data-beat] p"));
        Assert.Equal("Attendance counted until 9:03.", (await reader.ReadAsync("/en/live")).Seen("form[data-beat] p"));
        site.Time.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal("Chaque appui compte pour 3 minutes.", (await reader.ReadAsync("/direct")).Seen("form[data-beat] p"));
        // Between two half-days nothing is recorded, so the page shows neither.
        site.Time.Advance(TimeSpan.FromHours(4));
        page = await reader.ReadAsync("/direct");
        Assert.Equal(
            (0, true),
            (page.QuerySelectorAll("[data-counts]").Length, page.QuerySelector("form[data-beat]")!.HasAttribute("hidden"))
        );
    }

    [Fact]
    public async Task The_page_shows_the_presence_so_far_as_it_grows()
    {
        await using var site = new ClockedSite();
        using var reader = await site.ConfirmedReaderAsync();
        Assert.Empty((await reader.ReadAsync("/direct")).QuerySelectorAll("[data-present]"));
        foreach (var minutes in new[] { 3, 6 })
        {
            await RecordHeartbeatAsync(reader);
            Assert.Equal(
                $"Présence à distance notée depuis 9 h 00 : {minutes} min.",
                (await reader.ReadAsync("/direct")).Seen("[data-live=presence] [data-present]")
            );
            site.Time.Advance(Presence.HeartbeatInterval);
        }
    }

    [Fact]
    public async Task A_form_token_is_accepted_if_the_browser_sends_no_Sec_Fetch_Site_header()
    {
        await using var site = new ClockedSite();
        var cookie = $"__Host-participant={await site.ConfirmedAsync()}";
        using var reader = site.CreateClient(new() { BaseAddress = SiteFactory.BaseUrl, AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/direct") { Headers = { { "Cookie", cookie } } };
        using var page = await (await reader.SendAsync(request)).PageAsync();
        var form = ((AngleSharp.Html.Dom.IHtmlInputElement)page.QuerySelector($"form[data-beat] input[name={FormToken.Field}]")!).Value;

        foreach (
            var (token, origin, answer) in new[]
            {
                (form, null, HttpStatusCode.NoContent),
                ("forged", null, HttpStatusCode.BadRequest),
                ("", "cross-site", HttpStatusCode.BadRequest),
                ("", "same-site", HttpStatusCode.BadRequest),
            }
        )
        {
            site.Time.Advance(TimeSpan.FromMinutes(3));
            using var heartbeat = new HttpRequestMessage(HttpMethod.Post, "/direct/presence")
            {
                Content = new FormUrlEncodedContent([new(FormToken.Field, token)]),
                Headers = { { "Cookie", cookie } },
            };
            if (origin is not null)
                heartbeat.Headers.Add("Sec-Fetch-Site", origin);
            Assert.Equal((token, origin, answer), (token, origin, (await reader.SendAsync(heartbeat)).StatusCode));
        }
        Assert.Equal(["1 heartbeats"], await HeartbeatsAsync(site));
    }

    [Fact]
    public async Task Only_a_confirmed_participant_can_send_heartbeats()
    {
        await using var site = new ClockedSite();
        var cancelled = await site.RegisterAsync(r =>
        {
            r.FollowRemotely();
            r.Confirm(r.CreatedAt);
            r.Cancel(r.CreatedAt);
        });
        var pending = await site.RegisterAsync(r => r.FollowRemotely());
        foreach (var token in new[] { null, "", new string('A', 46), cancelled, pending })
        {
            using var reader = site.ClientWithLink(token);
            Assert.Equal((token, HttpStatusCode.Forbidden), (token, await RecordHeartbeatAsync(reader)));
            using var pressed = await SendAsync(reader, "/direct/presence", "same-origin", "text/html");
            Assert.Equal((HttpStatusCode.Redirect, "/direct"), pressed.StatusAndLocation());
            Assert.Empty((await reader.ReadAsync("/direct")).QuerySelectorAll("form[data-beat]"));
        }
        Assert.Empty(await HeartbeatsAsync(site));
        // The address does not answer GET.
        using var visitor = site.ClientWithLink(null);
        Assert.False((await visitor.GetAsync("/direct/presence")).IsSuccessStatusCode);
    }

    [Fact]
    public async Task Many_heartbeats_from_one_address_are_not_rate_limited()
    {
        await using var site = new SiteFactory { RateLimits = true, RehearseFrom = "2021-09-23T09:00" };
        using var reader = await site.ConfirmedReaderAsync();
        for (var i = 0; i < 150; i++)
            Assert.Equal(HttpStatusCode.NoContent, await RecordHeartbeatAsync(reader));
        Assert.Equal(["1 heartbeats"], await HeartbeatsAsync(site));
    }

    [Fact]
    public async Task The_data_export_of_a_participant_includes_their_presences()
    {
        await using var site = new ClockedSite();
        var token = await site.ConfirmedAsync();
        using var reader = site.ClientWithLink(token);
        await RecordHeartbeatAsync(reader);
        using var data = System.Text.Json.JsonDocument.Parse(await reader.GetStringAsync($"/mon-inscription/{token}?handler=data"));
        var presence = Assert.Single(data.RootElement.GetProperty("presences").EnumerateArray());

        Assert.Equal(
            ("2021-09-23", "Morning", 1, "2021-09-23T07:00:00+00:00"),
            (
                presence.GetProperty("Date").GetString(),
                presence.GetProperty("Half").GetString(),
                presence.GetProperty("Heartbeats").GetInt32(),
                presence.GetProperty("FirstHeartbeat").GetString()
            )
        );
    }

    /// <summary>
    /// Sends all requests of a day. The test reports the processor time but sets no limit, because client and site run in one process.
    /// </summary>
    [Trait("Category", "prove")]
    [Fact]
    public async Task Every_heartbeat_of_five_hundred_people_during_a_day_is_counted()
    {
        const int People = 500;
        await using var site = new ClockedSite(8);
        var tokens = await RegisterAsync(site, People);
        // From 08:30 to 18:00, every three minutes, in groups of twenty at different seconds.
        var start = new DateTimeOffset(2021, 9, 23, 8, 30, 0, TimeSpan.FromHours(2));
        var rounds = (int)(TimeSpan.FromHours(9.5) / Presence.HeartbeatInterval);
        var (watch, before) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        var heartbeats = 0;
        for (var round = 0; round < rounds; round++)
            foreach (var group in tokens.Chunk(20).Select((people, g) => (people, g)))
            {
                site.Time.SetUtcNow(start + Presence.HeartbeatInterval * round + TimeSpan.FromSeconds(7.2 * group.g));
                await Task.WhenAll(group.people.Select(p => RecordHeartbeatAsync(p.Browser)));
                heartbeats += group.people.Length;
            }
        var (cpu, day) = (Process.GetCurrentProcess().TotalProcessorTime - before, Presence.HeartbeatInterval * rounds);

        var expected = Enumerable
            .Range(0, People / 20)
            .SelectMany(g => Enumerable.Repeat((Morning: Count(g, 8.75, 12.75), Afternoon: Count(g, 13.75, 17.25)), 20))
            .ToList();
        var counted = await site.InDatabaseAsync(async db =>
            (
                await (
                    from p in db.Presences
                    join r in db.Registrations on p.RegistrationId equals r.Id
                    select new
                    {
                        r.Number,
                        p.Half,
                        p.Heartbeats,
                    }
                ).ToListAsync()
            ).ToDictionary(p => (p.Number, p.Half), p => p.Heartbeats)
        );
        Assert.Equal(
            expected,
            tokens.Select(t =>
                (counted[(t.Number, Domain.Programme.HalfDay.Morning)], counted[(t.Number, Domain.Programme.HalfDay.Afternoon)])
            )
        );
        Report(People, heartbeats, day, cpu, watch.Elapsed);
        foreach (var (browser, _) in tokens)
            browser.Dispose();

        int Count(int group, double from, double to) =>
            Enumerable
                .Range(0, rounds)
                .Select(round => (start + Presence.HeartbeatInterval * round + TimeSpan.FromSeconds(7.2 * group)).TimeOfDay.TotalHours)
                .Count(hour => hour >= from && hour < to);
    }

    private void Report(int people, int heartbeats, TimeSpan day, TimeSpan cpu, TimeSpan elapsed) =>
        report.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{people} people, {heartbeats} heartbeats over {day.TotalHours:0.0} h: {cpu.TotalSeconds:0.0} "
                    + $"s of processor, {cpu.TotalMilliseconds / heartbeats:0.00} ms a heartbeat, "
                    + $"{100 * cpu / day:0.00} % of one core; run in {elapsed.TotalSeconds:0} s"
            )
        );

    private static async Task<List<(HttpClient Browser, int Number)>> RegisterAsync(ClockedSite site, int people)
    {
        var tokens = new List<(HttpClient Browser, int Number)>();
        for (var i = 0; i < people; i++)
        {
            var number = 0;
            var token = await site.RegisterAsync(r =>
            {
                r.FollowRemotely();
                r.Confirm(r.CreatedAt);
                number = r.Number;
            });
            tokens.Add((site.ClientWithLink(token), number));
        }
        return tokens;
    }

    private static async Task<HttpStatusCode> RecordHeartbeatAsync(HttpClient reader, string address = "/direct/presence")
    {
        using var answer = await SendAsync(reader, address, "same-origin", "*/*");
        return answer.StatusCode;
    }

    private static async Task<HttpResponseMessage> SendAsync(
        HttpClient reader,
        string address,
        string origin,
        string accepts,
        string? stamp = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(stamp is null ? [] : [new(StreamPageStamp.Field, stamp)]),
            Headers = { { "Sec-Fetch-Site", origin }, { "Accept", accepts } },
        };
        return await reader.SendAsync(request);
    }

    private static Task<List<string>> HeartbeatsAsync(SiteFactory site) =>
        site.InDatabaseAsync(db => db.Presences.Select(p => p.Heartbeats + " heartbeats").ToListAsync());
}
