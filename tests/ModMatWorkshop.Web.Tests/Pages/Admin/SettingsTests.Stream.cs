using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Security;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

public sealed partial class SettingsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_stream_set_by_an_organiser_is_shown_at_once_and_survives_an_import(Engine engine)
    {
        using var content = new ContentCopy();
        content.Edit("sessions/session-2.md", "half_day: morning\n", "half_day: morning\nstream: \"https://file.example/a\"\n");
        await using var site = new SiteFactory
        {
            Engine = engine,
            RehearseFrom = DuringTheTalk,
            ContentPath = content.Path,
        };
        using var browser = await site.SignedInAsync();
        using var reader = await site.ConfirmedReaderAsync();
        const string form = "form[data-session='2']";
        Assert.Equal(["https://file.example/a"], await StreamAsync());

        using var saved = await browser.PressAsync("/admin/settings", "stream", form, ("stream", " https://organiser.example/b?key=1 "));
        Assert.Equal("/admin/settings?done=streams#streams-panel", saved.StatusAndLocation().Location);
        Assert.Equal(["https://organiser.example/b?key=1"], await StreamAsync());

        content.Edit("sessions/session-2.md", "https://file.example/a", "https://file.example/c");
        await site.Services.GetRequiredService<ContentImporter>().ImportAsync(CancellationToken.None);
        Assert.Equal(["https://organiser.example/b?key=1"], await StreamAsync());

        using var none = await browser.PressAsync("/admin/settings", "stream", form, ("stream", ""));
        Assert.Empty(await StreamAsync());
        using var back = await browser.PressAsync("/admin/settings", "stream-file", form);
        Assert.Equal(["https://file.example/c"], await StreamAsync());
        Assert.Equal(
            ["set the stream |  | session 2", "set the stream |  | session 2, none", "set the stream |  | session 2, as in the content"],
            (await site.OrganiserLogAsync()).Where(d => d.StartsWith("set", StringComparison.Ordinal))
        );

        foreach (
            var wrong in new[]
            {
                "http://organiser.example/",
                "javascript:alert(1)",
                "organiser.example",
                "https://user:word@organiser.example/",
                "https://organiser.example/a b",
                "//organiser.example",
                $"https://organiser.example/{new string('a', 2001)}",
            }
        )
        {
            using var refused = await browser.PressAsync("/admin/settings", "stream", form, ("stream", wrong));
            var page = await refused.PageAsync();
            Assert.Equal((HttpStatusCode.BadRequest, wrong), (refused.StatusCode, page.QuerySelector("#stream-2")!.GetAttribute("value")));
            Assert.Equal("Indiquez une adresse complète qui commence par https://.", page.Seen("#stream-2-fault"));
        }
        Assert.Equal(["https://file.example/c"], await StreamAsync());

        async Task<string[]> StreamAsync() => (await reader.ReadAsync("/direct")).AttributeOfAll("a[data-stream]", "href");
    }

    [Fact]
    public async Task A_forged_action_is_refused_and_changes_nothing()
    {
        await using var site = new SiteFactory { RehearseFrom = OpenSite.Start };
        using var browser = await site.SignedInAsync();
        var before = (await site.OrganiserLogAsync()).Length;
        var token = (await browser.ReadAsync("/admin/settings"))
            .QuerySelector($"main input[name={FormToken.Field}]")!
            .GetAttribute("value")!;

        (string Query, Dictionary<string, string> Fields)[] forms =
        [
            ("?handler=Destroy", []),
            ("?handler=Stream", new() { ["session"] = "77", ["stream"] = "https://a.example" }),
            ("?handler=StreamFile", new() { ["session"] = "x" }),
            ("", []),
        ];
        foreach (var (query, fields) in forms)
        {
            fields[FormToken.Field] = token;
            using var answer = await browser.PostAsync($"/admin/settings{query}", new FormUrlEncodedContent(fields));
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
        using var foreign = await browser.PostAsync("/admin/settings?handler=Close", new FormUrlEncodedContent([]));
        Assert.Equal((HttpStatusCode.BadRequest, before), (foreign.StatusCode, (await site.OrganiserLogAsync()).Length));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_short_code_opens_the_stream_on_its_day_only(Engine engine)
    {
        await using var site = new SiteFactory { Engine = engine, RehearseFrom = DuringTheTalk };
        using var organiser = await site.SignedInAsync();
        using var drawn = await organiser.PressAsync("/admin/settings", "new-code", "#code-panel form");
        Assert.Equal("/admin/settings?done=code#code-panel", drawn.StatusAndLocation().Location);
        var code = (await organiser.ReadAsync("/admin/settings")).QuerySelector("[data-short-code]")!.GetAttribute("data-short-code")!;
        Assert.Equal(8, code.Length);
        using var visitor = Visitor(site);

        await AWrongCodeIsRefusedAsync(visitor, code == "00000000" ? "11111111" : "00000000");
        await TheCodeOpensTheStreamAsync(visitor, code);
        await ANewCodeReplacesTheOldOneAsync(organiser, visitor);
        await ACodeOfAnotherDayIsRefusedAsync(organiser, visitor);
        await WithoutCodeTheStreamIsClosedAsync(organiser, visitor);

        Assert.Equal(
            ["2021-09-23", "2021-09-23", "2021-09-22", "2021-09-24", "2021-09-23", "off"],
            (await site.OrganiserLogAsync())
                .Where(d => d.StartsWith("set the short code", StringComparison.Ordinal))
                .Select(d => d.Split(" | ")[2])
        );
        foreach (var bad in new[] { "1234", "123456789", "abcdefgh", "" })
            Assert.Equal(HttpStatusCode.BadRequest, (await SetCodeAsync(organiser, ("code", bad))).StatusCode);
    }

    private static async Task AWrongCodeIsRefusedAsync(HttpClient visitor, string code)
    {
        using var wrong = await EnterCodeAsync(visitor, code);
        var page = await wrong.PageAsync();
        Assert.Equal(
            (HttpStatusCode.BadRequest, "closed", "Ce code n’est pas valable aujourd’hui."),
            (wrong.StatusCode, State(page), page.Seen("#code-fault"))
        );
    }

    private static async Task TheCodeOpensTheStreamAsync(HttpClient visitor, string code)
    {
        using var right = await EnterCodeAsync(visitor, $" {code[..4]} {code[4..]} ");
        Assert.Equal((HttpStatusCode.Redirect, "/direct"), right.StatusAndLocation());
        Assert.EndsWith(
            "; path=/; secure; samesite=lax; httponly",
            Assert.Single(right.Headers.GetValues("Set-Cookie"), c => c.StartsWith("__Host-code=", StringComparison.Ordinal)),
            StringComparison.OrdinalIgnoreCase
        );
        Assert.Equal("open", State(await visitor.ReadAsync("/direct")));
        Assert.Equal("open", State(await visitor.ReadAsync("/en/live")));
    }

    private static async Task ANewCodeReplacesTheOldOneAsync(HttpClient organiser, HttpClient visitor)
    {
        using var another = await SetCodeAsync(organiser, ("code", "12 34 56 78"));
        Assert.Equal("closed", State(await visitor.ReadAsync("/direct")));
        using var again = await EnterCodeAsync(visitor, "12345678");
        Assert.Equal("open", State(await visitor.ReadAsync("/direct")));
    }

    private static async Task ACodeOfAnotherDayIsRefusedAsync(HttpClient organiser, HttpClient visitor)
    {
        foreach (var day in new[] { "2021-09-22", "2021-09-24" })
        {
            using var moved = await SetCodeAsync(organiser, ("code", "12345678"), ("code-day", day));
            Assert.Equal("closed", State(await visitor.ReadAsync("/direct")));
            Assert.Equal(HttpStatusCode.BadRequest, (await EnterCodeAsync(visitor, "12345678")).StatusCode);
        }
        using var today = await SetCodeAsync(organiser, ("code", "12345678"), ("code-day", "2021-09-23"));
        Assert.Equal("open", State(await visitor.ReadAsync("/direct")));
    }

    private static async Task WithoutCodeTheStreamIsClosedAsync(HttpClient organiser, HttpClient visitor)
    {
        using var off = await organiser.PressAsync("/admin/settings", "no-code", "#code-panel form");
        Assert.Equal("closed", State(await visitor.ReadAsync("/direct")));
        Assert.Equal(HttpStatusCode.BadRequest, (await EnterCodeAsync(visitor, "")).StatusCode);
    }

    [Fact]
    public async Task A_forged_cookie_of_a_short_code_is_refused()
    {
        await using var site = new SiteFactory { RehearseFrom = DuringTheTalk };
        using var organiser = await site.SignedInAsync();
        using var set = await SetCodeAsync(organiser, ("code", "12345678"));
        using var visitor = site.CreateClient(
            new()
            {
                BaseAddress = SiteFactory.BaseUrl,
                HandleCookies = false,
                AllowAutoRedirect = false,
            }
        );
        foreach (var forged in new[] { "12345678", "2021-09-23 12345678", "", "AAAAAAAAAAAAAAAAAAAAAA" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/direct")
            {
                Headers = { { "Cookie", $"__Host-code={Uri.EscapeDataString(forged)}" } },
            };
            Assert.Equal("closed", State(await (await visitor.SendAsync(request)).PageAsync()));
        }
    }

    [Fact]
    public async Task After_too_many_guesses_even_the_right_code_is_refused()
    {
        await using var site = new SiteFactory { RehearseFrom = DuringTheTalk, RateLimits = true };
        using var organiser = await site.SignedInAsync();
        using var set = await SetCodeAsync(organiser, ("code", "12345678"));
        using var visitor = Visitor(site);
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 21; i++)
            statuses.Add((await EnterCodeAsync(visitor, $"{i:00000000}")).StatusCode);

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.BadRequest, 20), HttpStatusCode.TooManyRequests], statuses);
        using var right = await EnterCodeAsync(visitor, "12345678");
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromMinutes(1)), (right.StatusCode, right.Headers.RetryAfter?.Delta));
    }

    private static HttpClient Visitor(SiteFactory site) =>
        site.CreateClient(new() { BaseAddress = SiteFactory.BaseUrl, AllowAutoRedirect = false });

    private static Task<HttpResponseMessage> SetCodeAsync(HttpClient organiser, params (string Name, string Value)[] fields) =>
        organiser.PressAsync("/admin/settings", "set-code", "#code-panel form", fields);

    private static async Task<HttpResponseMessage> EnterCodeAsync(HttpClient visitor, string code)
    {
        using var page = await visitor.GetAsync("/direct");
        var token = (await page.PageAsync()).QuerySelector($"main form input[name={FormToken.Field}]")!.GetAttribute("value")!;
        return await visitor.PostAsync(
            "/direct",
            new FormUrlEncodedContent(new Dictionary<string, string> { ["code"] = code, [FormToken.Field] = token })
        );
    }

    private static string? State(AngleSharp.Html.Dom.IHtmlDocument page) =>
        page.QuerySelector("[data-live-state]")!.GetAttribute("data-live-state");
}
