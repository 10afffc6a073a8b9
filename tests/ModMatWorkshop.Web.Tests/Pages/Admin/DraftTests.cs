using System.Net;
using AngleSharp;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Pages;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>Organisers share a draft, look at the site with it, and release it. Without script.</summary>
public sealed class DraftTests : IDisposable
{
    private const string Draft = "/admin/content/draft";
    private const string Talk = "/admin/content/contributions/o3";
    private const string Timetable = "/admin/content/timetable";
    private const string NewTitle = "Zebrafish kernels";

    /// <summary>The search highlights words, and calendars fold lines.</summary>
    private const string NewWord = "Zebrafish";

    /// <summary>Every kind of public address that shows the title or the hours of a talk.</summary>
    private static readonly string[] Addresses =
    [
        "/programme",
        "/en/programme",
        "/resumes",
        "/resumes/o3",
        "/en/abstracts/o3",
        "/recherche?q=zebrafish",
        "/livret",
        "/modifications",
        "/actualites.atom",
        "/programme.ics",
        "/programme/2021-09-22.ics",
        "/resumes/o3.ics",
        "/resumes/o3.bib",
        "/livret.ris",
        "/schedule.xml",
        "/schedule.json",
    ];

    private readonly ContentSample _content = new(Repository.Content);
    private readonly SiteFactory _site;

    public DraftTests() => _site = new SiteFactory { ContentPath = _content.Folder, RehearseFrom = "2021-08-01T12:00:00+02:00" };

    public void Dispose()
    {
        _site.Dispose();
        _content.Dispose();
    }

    [Fact]
    public async Task A_draft_is_on_no_public_address_for_visitors_and_on_all_of_them_in_the_preview()
    {
        using var visitor = _site.CreateClient(new() { BaseAddress = SiteFactory.BaseUrl });
        using var organiser = await KeptTitleAsync();
        await AssertShowsAsync(visitor, []);

        await organiser.OpenAsync(Draft);
        await organiser.PressAsync("[data-action=preview]");
        Assert.Equal("/programme", organiser.Address);
        var shown = new List<string>();
        foreach (var address in Addresses)
        {
            await organiser.OpenAsync(address);
            if (organiser.Page.ToHtml().Contains(NewWord, StringComparison.Ordinal))
                shown.Add(address);
        }
        Assert.Equal(Addresses, shown);
        await AssertShowsAsync(visitor, []);

        await organiser.OpenAsync("/inscription");
        Assert.Equal("not-here", organiser.Page.QuerySelector("[data-preview]")!.GetAttribute("data-draft"));
        await organiser.OpenAsync("/participants");
        Assert.Equal("not-here", organiser.Page.QuerySelector("[data-preview]")!.GetAttribute("data-draft"));
    }

    [Fact]
    public async Task The_preview_of_the_draft_has_an_instant_and_a_switch_and_is_for_organisers_only()
    {
        using var organiser = await KeptTitleAsync();
        using var browser = await _site.SignedInAsync();
        using var begun = await browser.PressAsync(
            "/admin/preview",
            "",
            "form:has(#date)",
            ("date", "2021-09-22"),
            ("hour", "13:40"),
            ("page", "/Programme"),
            ("with", "draft")
        );
        Assert.Equal((HttpStatusCode.Redirect, "/programme"), begun.StatusAndLocation());
        Assert.Equal(("shown", "2021-09-22T11:40:00Z", true), await SeenAsync(browser));
        Assert.Equal("no-store", (await browser.GetAsync("/programme")).Headers.CacheControl?.ToString());

        using var switched = await browser.PressAsync("/programme", "switch", "[data-preview] form");
        Assert.Equal((HttpStatusCode.Redirect, "/programme"), switched.StatusAndLocation());
        Assert.Equal(("no", "2021-09-22T11:40:00Z", false), await SeenAsync(browser));

        using var helper = await _site.SignedInAsync(OrganiserRoles.Helper);
        foreach (var client in new[] { helper, _site.CreateClient(new() { BaseAddress = SiteFactory.BaseUrl, HandleCookies = false }) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/programme");
            request.Headers.Add("Cookie", $"{SitePreview.Cookie}=draft");
            Assert.DoesNotContain(NewTitle, await (await client.SendAsync(request)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        Assert.Equal("/admin/denied", (await helper.GetAsync(Draft)).Headers.Location?.AbsolutePath);
    }

    [Fact]
    public async Task A_preview_follows_the_draft_and_the_folder_and_ends_with_the_draft()
    {
        using var organiser = await KeptTitleAsync();
        await organiser.OpenAsync(Draft);
        await organiser.PressAsync("[data-action=preview]");
        await organiser.OpenAsync(Talk);
        await organiser.PressAsync("[data-action=keep]", ("title", "Quokka kernels"));
        await organiser.OpenAsync("/resumes/o3");
        Assert.Equal(["Quokka kernels"], organiser.Seen("h1"));

        await organiser.OpenAsync(Draft);
        await organiser.PressAsync("[data-action=discard-all]");
        await organiser.OpenAsync("/resumes/o3");
        Assert.StartsWith("Hybrid localized", organiser.Seen("h1")[0], StringComparison.Ordinal);
        Assert.Equal("not-here", organiser.Page.QuerySelector("[data-preview]")!.GetAttribute("data-draft"));
    }

    [Fact]
    public async Task Two_organisers_keep_changes_in_one_draft_and_one_of_them_releases_all_of_it()
    {
        using var ada = await KeptTitleAsync();
        using var grace = await OrganiserClient.SignInAsync(_site, Language.English);
        await grace.OpenAsync(Timetable);
        Assert.StartsWith("The shared draft has 1 file", grace.Seen("[data-shared-draft]")[0], StringComparison.Ordinal);
        await grace.PressAsync("[data-action=apply]", ("start-o7", "10:15"));
        Assert.Equal(["This changes the programme: O7 moved from 10:10 to 10:15."], grace.Seen("[data-proposed=draft]"));
        Assert.Equal(("button-secondary", null), (ClassOf(grace, "save"), ClassOf(grace, "keep")));
        await grace.PressAsync("[data-action=keep]");
        Assert.StartsWith("Kept in the shared draft.", grace.Seen("[data-notice]")[0], StringComparison.Ordinal);
        Assert.Equal("10:15", grace.Page.QuerySelector("[name=start-o7]")!.GetAttribute("value"));
        Assert.DoesNotContain("10:15", _content.Read("sessions/session-2.md"), StringComparison.Ordinal);

        await ada.OpenAsync(Draft);
        Assert.Equal(
            ["contributions/o3.md", "sessions/session-2.md"],
            ada.Page.QuerySelectorAll("[data-draft-file]").Select(s => s.GetAttribute("data-draft-file"))
        );
        Assert.Equal(["titlechanged", "moved"], ada.Page.QuerySelectorAll("[data-change]").Select(s => s.GetAttribute("data-change")));
        await ada.OpenAsync($"{Draft}?ask=release");
        await ada.PressAsync("[data-action=release]");
        Assert.Equal(["Le brouillon est publié."], ada.Seen("[data-notice]"));
        Assert.Contains("10:15", _content.Read("sessions/session-2.md"), StringComparison.Ordinal);
        await ada.OpenAsync("/modifications");
        Assert.Equal(["Programme, version 1"], ada.Seen("h2"));
        await ada.OpenAsync("/resumes/o3");
        Assert.Equal([NewTitle], ada.Seen("h1"));
        Assert.Equal(1, await ada.CountAsync<AuditEntry>(e => e.Action == "released the draft"));
        await ada.OpenAsync(Draft);
        Assert.Single(ada.Seen("[data-empty]"));
    }

    [Fact]
    public async Task A_draft_that_has_changed_or_conflicts_releases_nothing_and_shows_why()
    {
        using var ada = await KeptTitleAsync();
        await ada.OpenAsync($"{Draft}?ask=release");
        using var grace = await OrganiserClient.SignInAsync(_site);
        await grace.OpenAsync("/admin/content/pages/practical-info");
        await grace.PressAsync("[data-action=keep]", ("title.fr", "Venir"));
        await ada.PressAsync("[data-action=release]");
        Assert.Equal($"{Draft}?done=changed", ada.Address);

        var live = _content.Read("contributions/o3.md");
        _content.Write("contributions/o3.md", live.Replace("Hybrid localized", "Local", StringComparison.Ordinal));
        await ada.OpenAsync($"{Draft}?ask=release");
        await ada.PressAsync("[data-action=release]");
        Assert.Equal((HttpStatusCode.Conflict, 1), (ada.Status, ada.Seen("[data-conflict]").Length));
        Assert.DoesNotContain(NewTitle, _content.Read("contributions/o3.md"), StringComparison.Ordinal);

        await ada.OpenAsync(Talk);
        Assert.Single(ada.Seen("[data-conflicts]"));
        var both = ada.Page.QuerySelector("textarea[name=text]")!.TextContent;
        var chosen = string.Join('\n', both.Split('\n').Where(l => !l.StartsWith("title: \"Local", StringComparison.Ordinal)));
        await ada.PressAsync("[data-action=keep]", ("text", chosen));
        await ada.OpenAsync($"{Draft}?ask=release");
        await ada.PressAsync("[data-action=release]");
        Assert.Equal($"{Draft}?done=released", ada.Address);
        Assert.Contains(NewTitle, _content.Read("contributions/o3.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_editor_proposes_to_publish_a_typo_and_to_keep_a_change_of_the_programme()
    {
        using var organiser = await OrganiserClient.SignInAsync(_site, Language.English);
        await organiser.OpenAsync(Talk);
        Assert.Single(organiser.Seen("[data-proposed=none]"));
        await organiser.PressAsync(
            "[data-action=preview]",
            ("title", "Hybrid localised graph kernel for machine learning energy-related properties of molecules and solids")
        );
        Assert.Equal(["This is a correction: readers see it at once and nobody is told."], organiser.Seen("[data-proposed=live]"));
        Assert.Equal((null, "button-secondary"), (ClassOf(organiser, "save"), ClassOf(organiser, "keep")));

        await organiser.PressAsync("[data-action=preview]", ("title", NewTitle));
        Assert.Equal(["This changes the programme: O3 has a new title: “Zebrafish kernels”."], organiser.Seen("[data-proposed=draft]"));
        Assert.Equal(("button-secondary", null), (ClassOf(organiser, "save"), ClassOf(organiser, "keep")));
    }

    [Fact]
    public async Task A_kept_timetable_is_undone_and_discarded_files_are_taken_back()
    {
        using var organiser = await OrganiserClient.SignInAsync(_site);
        await organiser.OpenAsync(Timetable);
        await organiser.PressAsync("[data-action=apply]", ("start-o7", "10:15"));
        await organiser.PressAsync("[data-action=keep]");
        await organiser.PressAsync("[data-action=undo]");
        await organiser.OpenAsync(Draft);
        Assert.Single(organiser.Seen("[data-empty]"));

        using var kept = await KeptTitleAsync();
        await kept.OpenAsync(Draft);
        await kept.PressAsync("[data-action=discard]");
        Assert.StartsWith("1 fichier est jeté.", kept.Seen("[data-notice]")[0], StringComparison.Ordinal);
        await kept.PressAsync("[data-action=restore]");
        Assert.Equal(["C’est revenu au brouillon commun."], kept.Seen("[data-notice]"));
        Assert.Single(kept.Seen("[data-draft-file]"));
    }

    [Fact]
    public async Task A_new_talk_begins_in_the_draft()
    {
        using var organiser = await OrganiserClient.SignInAsync(_site);
        await organiser.OpenAsync("/admin/content/news/new");
        await organiser.PressAsync(
            "[data-action=keep]",
            ("name", "2021-09-02-zebra"),
            ("date", "2021-09-02"),
            ("title.fr", "Zèbres"),
            ("title.en", "Zebras")
        );
        Assert.Equal("/admin/content/news/2021-09-02-zebra?saved=draft", organiser.Address);
        Assert.False(File.Exists(_content.PathOf("news/2021-09-02-zebra.md")));
    }

    /// <summary>An organiser who has kept another title of O3 in the draft.</summary>
    private async Task<OrganiserClient> KeptTitleAsync()
    {
        var organiser = await OrganiserClient.SignInAsync(_site);
        await organiser.OpenAsync(Talk);
        await organiser.PressAsync("[data-action=keep]", ("title", NewTitle));
        Assert.Equal($"{Talk}?saved=draft", organiser.Address);
        return organiser;
    }

    private static async Task AssertShowsAsync(HttpClient visitor, string[] expected)
    {
        var shown = new List<string>();
        foreach (var address in Addresses)
        {
            var answer = await visitor.GetAsync(address);
            Assert.Equal((address, HttpStatusCode.OK), (address, answer.StatusCode));
            if ((await answer.Content.ReadAsStringAsync()).Contains(NewWord, StringComparison.Ordinal))
                shown.Add(address);
        }
        Assert.Equal(expected, shown);
    }

    private static async Task<(string? Draft, string? Instant, bool HasTitle)> SeenAsync(HttpClient browser)
    {
        var page = await browser.ReadAsync("/programme");
        var bar = page.QuerySelector("[data-preview]")!;
        return (
            bar.GetAttribute("data-draft"),
            bar.GetAttribute("data-preview"),
            page.Body!.TextContent.Contains(NewTitle, StringComparison.Ordinal)
        );
    }

    private static string? ClassOf(OrganiserClient organiser, string action) =>
        organiser.Page.QuerySelector($"main .editor-bar [data-action={action}], main .timetable-bar [data-action={action}]")!.ClassName
            is { Length: > 0 } name
            ? name
            : null;
}
