using System.Globalization;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.PageCache;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>An organiser at the venue, with a phone without script.</summary>
public sealed class TodayTests
{
    private const string Thursday = "2021-09-23T09:50:00+02:00";

    [Fact]
    public async Task From_the_dashboard_a_talk_is_cancelled_in_three_presses_and_comes_back_in_one()
    {
        using var content = new ContentCopy();
        await using var site = new SiteFactory { ContentPath = content.Path, RehearseFrom = Thursday };
        using var organiser = await OrganiserClient.SignInAsync(site);
        var before = Read(content, "sessions/session-2.md");
        await organiser.OpenAsync("/admin");
        await organiser.OpenAsync(organiser.Page.QuerySelector("main [data-today]")!.GetAttribute("href")!);
        Assert.Single(organiser.Page.QuerySelectorAll("nav a[href='/admin/today'][aria-current=page]"));
        Assert.Equal(["now-all-o6", "next-all-o7"], organiser.Page.QuerySelectorAll(".today-rooms .today-row").Select(r => r.Id));

        // The press before this one opens the action.
        await organiser.PressAsync("#next-all-o7 details [data-action=cancel]", ("because-fr", "Souffrante"));
        AssertHas(content, "sessions/session-2.md", "contribution: O7, cancelled: true, cancelled_because: \"Souffrante\"");
        Assert.Equal(["annulé"], organiser.Seen("#row-o7 .mark-cancelled"));
        Assert.Equal(
            ["now-all-o6", "next-all-coffee-thursday-morning"],
            organiser.Page.QuerySelectorAll(".today-rooms .today-row").Select(r => r.Id)
        );

        await organiser.PressAsync("[data-action=undo]");
        Assert.Equal(before, Read(content, "sessions/session-2.md"));
    }

    [Fact]
    public async Task After_a_cancellation_the_mail_to_those_concerned_is_two_presses_away()
    {
        using var content = new ContentCopy();
        await using var site = new SiteFactory { ContentPath = content.Path, RehearseFrom = Thursday };
        await site.SeedRegistrationsAsync(20);
        using var organiser = await OrganiserClient.SignInAsync(site);
        await organiser.OpenAsync("/admin/today");
        await organiser.PressAsync("#next-all-o7 details [data-action=cancel]", ("because-fr", "Souffrante"));
        await organiser.OpenAsync(organiser.Page.QuerySelector("[data-notice] a[data-tell]")!.GetAttribute("href")!);
        await organiser.PressAsync("[data-action=send]");
        Assert.Single(organiser.Seen("[data-last=waiting]"));
    }

    [Fact]
    public async Task A_talk_starts_later_and_is_swapped_with_the_next()
    {
        using var content = new ContentCopy();
        await using var site = new SiteFactory { ContentPath = content.Path, RehearseFrom = Thursday };
        using var organiser = await OrganiserClient.SignInAsync(site);
        await organiser.OpenAsync("/admin/today");
        await organiser.PressAsync("#row-o8 [data-action=later-10]");
        AssertHas(
            content,
            "sessions/session-2.md",
            """start: "11:10", end: "11:40", contribution: O8, moved_from: { start: "11:00", end: "11:30" }"""
        );
        AssertHas(content, "workshop.md", "start: \"12:40\"");
        await organiser.PressAsync("#row-o8 [data-action=swap]");
        AssertHas(content, "sessions/session-2.md", """start: "11:10", end: "11:40", contribution: O9""");
    }

    [Fact]
    public async Task A_press_on_an_outdated_page_changes_nothing()
    {
        using var content = new ContentCopy();
        await using var site = new SiteFactory { ContentPath = content.Path, RehearseFrom = Thursday };
        using var first = await OrganiserClient.SignInAsync(site);
        using var second = await OrganiserClient.SignInAsync(site);
        await first.OpenAsync("/admin/today");
        await second.OpenAsync("/admin/today");
        await first.PressAsync("#row-o8 [data-action=later-10]");
        var once = Read(content, "sessions/session-2.md");
        await second.PressAsync("#row-o8 [data-action=later-10]");
        Assert.Single(second.Seen("[data-notice][role=alert]"));
        Assert.Equal(once, Read(content, "sessions/session-2.md"));
    }

    [Fact]
    public async Task A_stream_changes_and_comes_back_and_its_address_is_in_no_address_of_a_page()
    {
        await using var site = new SiteFactory { RehearseFrom = Thursday };
        using var organiser = await OrganiserClient.SignInAsync(site);
        await organiser.OpenAsync("/admin/today");
        await organiser.PressAsync("#row-o8 [data-action=stream]", ("stream", "http://plain.example"));
        Assert.Single(organiser.Seen("[data-notice][role=alert]"));
        await organiser.PressAsync("#row-o8 [data-action=stream]", ("stream", "https://live.example/one"));
        Assert.Equal("/admin/today?handler=Stream", organiser.Address);
        Assert.Equal("https://live.example/one", await StreamAsync(organiser));
        await organiser.PressAsync("#row-o8 [data-action=stream]", ("stream", "https://live.example/two"));
        await organiser.PressAsync("[data-action=undo-stream]");
        Assert.Equal("https://live.example/one", await StreamAsync(organiser));
    }

    [Fact]
    public async Task An_announcement_is_on_the_programme_the_live_page_and_the_home_page_until_it_is_withdrawn()
    {
        await using var site = new SiteFactory { RehearseFrom = Thursday };
        using var organiser = await OrganiserClient.SignInAsync(site);
        string[] pages = ["/", "/programme", "/direct"];
        Assert.Equal("0 0 0", await ShownAsync(organiser, pages));
        await organiser.OpenAsync("/admin/today");
        await organiser.PressAsync(
            "[data-action=announce]",
            ("text-fr", "Café au <b>1er</b> étage"),
            ("text-en", "Coffee upstairs"),
            ("until", "11h30")
        );
        Assert.Equal(1, await organiser.CountAsync<AuditEntry>(e => e.Action == "announced"));
        Assert.Equal("1 1 1", await ShownAsync(organiser, pages));
        Assert.Equal(["Café au <b>1er</b> étage"], organiser.Seen("[data-announcement]"));
        Assert.Equal("1 1", await ShownAsync(organiser, "/en", "/en/programme"));
        Assert.Equal(["Coffee upstairs"], organiser.Seen("[data-announcement]"));

        await organiser.OpenAsync("/admin/today");
        await organiser.PressAsync("[data-action=withdraw]");
        Assert.Equal("0 0 0", await ShownAsync(organiser, pages));
        Assert.Equal(0, await organiser.CountAsync<Announcement>(_ => true));
    }

    [Fact]
    public async Task An_announcement_ends_at_its_hour_on_pages_that_are_cached()
    {
        await using var site = new TimedSite(DateTimeOffset.Parse(Thursday, CultureInfo.InvariantCulture));
        using var organiser = await OrganiserClient.SignInAsync(site);
        using var reader = site.CreateClient();
        await organiser.OpenAsync("/admin/today");
        await organiser.PressAsync("[data-action=announce]", ("text-fr", "Café"), ("text-en", "Coffee"), ("until", "10:30"));
        Assert.Equal("1 1", await SeenAsync());
        site.Time.Advance(TimeSpan.FromMinutes(39));
        Assert.Equal("1 1", await SeenAsync());
        site.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("0 0", await SeenAsync());

        async Task<string> SeenAsync()
        {
            var (home, programme) = (await reader.ReadAsync("/"), await reader.ReadAsync("/programme"));
            return $"{home.QuerySelectorAll("[data-announcement]").Length} {programme.QuerySelectorAll("[data-announcement]").Length}";
        }
    }

    [Theory]
    [InlineData("", "11:30")]
    [InlineData("Café", "soon")]
    public async Task An_announcement_needs_a_text_and_an_hour_and_nothing_typed_is_lost(string text, string until)
    {
        await using var site = new SiteFactory { RehearseFrom = Thursday };
        using var organiser = await OrganiserClient.SignInAsync(site);
        await organiser.OpenAsync("/admin/today");
        await organiser.PressAsync("[data-action=announce]", ("text-fr", text), ("text-en", "Coffee"), ("until", until));
        Assert.Single(organiser.Seen("[data-notice][role=alert]"));
        Assert.Equal(["Coffee"], organiser.Seen("#text-en"));
        Assert.Equal(0, await organiser.CountAsync<Announcement>(_ => true));
    }

    private static Task<string?> StreamAsync(OrganiserClient organiser) =>
        organiser.DbAsync(db => Task.FromResult(db.StreamChanges.Single(c => c.SessionNumber == 2).Url));

    private static async Task<string> ShownAsync(OrganiserClient organiser, params string[] pages)
    {
        var shown = new List<int>();
        foreach (var page in pages)
        {
            await organiser.OpenAsync(page);
            shown.Add(organiser.Seen("[data-announcement]").Length);
        }
        return string.Join(' ', shown);
    }

    private static void AssertHas(ContentCopy content, string name, string text) =>
        Assert.Contains(text, Read(content, name), StringComparison.Ordinal);

    private static string Read(ContentCopy content, string name) => File.ReadAllText(Path.Combine(content.Path, name));
}
