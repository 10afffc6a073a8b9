using System.Text.Json.Nodes;
using System.Xml.Linq;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Admin;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages;

/// <summary>
/// Changes of the programme as readers see them, and the mail to those concerned: o4 is cancelled and o5 starts half an hour later.
/// </summary>
public sealed class ProgrammeVersionsTests : IDisposable
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private readonly ContentCopy content = new();

    [Theory, OnSqlite, OnPostgres]
    public async Task Readers_see_what_has_changed_on_its_page_in_the_feed_in_frab_and_on_the_programme(Engine engine)
    {
        await using var site = Site(engine);
        using var reader = site.CreateClient();
        Assert.Equal("Le programme est tel qu’il a été publié : rien n’a changé.", LeadOf(await reader.ReadAsync("/modifications")));
        Assert.Empty((await reader.ReadAsync("/programme")).QuerySelectorAll("[data-new-since], [href='/modifications'], [data-changed]"));
        var frab = await VersionOfFrabAsync(reader);

        await ChangeAsync(reader);

        var page = await reader.ReadAsync("/en/changes");
        Assert.Equal(["Programme, version 1"], page.SeenAll("main h2"));
        Assert.Equal(
            [
                "O4 is cancelled Wednesday 22 September; “Algorithme évolutionnaire auto-apprenant pour la prédiction "
                    + "de nouveaux matériaux : USPEX & ses applications”; Gilles Frapper Wednesday 22 September, 16:00–16:30",
            ],
            page.SeenAll("[data-change=cancelled]")
        );
        Assert.Equal("O5 moved from 16:30 to 17:00", page.Seen("[data-change=moved] a"));
        Assert.Equal("Wednesday 22 September, 16:30–17:00", page.Seen("[data-change=moved] del"));
        Assert.Equal(["/en/abstracts/o4", "/en/abstracts/o5"], page.AttributeOfAll("[data-change] a", "href"));
        Assert.Equal(
            ["O4 n’aura pas lieu", "O5 passe de 16 h 30 à 17 h 00"],
            (await reader.ReadAsync("/modifications")).SeenAll("[data-change] a")
        );

        var programme = await reader.ReadAsync("/programme");
        Assert.Equal(["o4", "o5"], programme.AttributeOfAll("[data-changed]", "id"));
        foreach (var address in new[] { "/", "/programme", "/direct" })
            Assert.Equal(
                (address, "Le programme a changé aujourd’hui (2 changements)."),
                (address, (await reader.ReadAsync(address)).Seen("[data-changed-today]"))
            );
        Assert.True(programme.QuerySelector("[data-new-since]")!.HasAttribute("hidden"));

        var entry = XDocument.Parse(await reader.GetStringAsync("/actualites.atom?lang=en")).Descendants(Atom + "entry").First();
        Assert.Equal("Programme, version 1", entry.Element(Atom + "title")!.Value);
        Assert.Equal("https://modmat.test/en/changes#v1", entry.Element(Atom + "link")!.Attribute("href")!.Value);
        Assert.StartsWith(
            "<ul><li>O4 is cancelled (Wednesday 22 September; ",
            entry.Element(Atom + "content")!.Value,
            StringComparison.Ordinal
        );
        Assert.Matches("^1 \\([0-9: -]+Z\\)$", await VersionOfFrabAsync(reader));
        Assert.NotEqual(frab, await VersionOfFrabAsync(reader));
        Assert.Contains(
            "<loc>https://modmat.test/modifications</loc>",
            await reader.GetStringAsync("/sitemap.xml"),
            StringComparison.Ordinal
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Those_concerned_get_one_mail_that_can_be_stopped_for_a_quarter_of_an_hour(Engine engine)
    {
        await using var site = Site(engine);
        await site.SeedRegistrationsAsync(40);
        using var reader = site.CreateClient();
        using var organiser = await OrganiserClient.SignInAsync(site, Language.English);
        await organiser.OpenAsync("/admin/content/changes");
        Assert.Equal(["There is nothing new to tell."], organiser.Seen("[data-nothing]"));

        await ChangeAsync(reader);
        await organiser.OpenAsync("/admin");
        Assert.Equal(["Programme: 2 changes have not been emailed yet. Tell people"], organiser.Seen("[data-untold]"));
        await organiser.OpenAsync("/admin/content/changes");
        var half = new HalfDayId(new(2021, 9, 22), Domain.Programme.HalfDay.Afternoon);
        var concerned = await organiser.DbAsync(async db =>
            (await db.Registrations.Where(r => r.Status == RegistrationStatus.Confirmed).ToListAsync()).Count(r =>
                r.Details.HalfDays.Any(h => h.Id == half)
            )
        );
        Assert.InRange(concerned, 1, 39);
        Assert.Equal($"{concerned}", organiser.Page.QuerySelector("#people")!.GetAttribute("data-people"));
        Assert.Equal(["fr", "en"], organiser.Page.QuerySelectorAll("#mail-preview pre").Select(p => p.GetAttribute("lang")));
        Assert.Contains(
            "This is what concerns you. O4 is cancelled (Wednesday 22 September; ",
            organiser.Seen("#mail-preview pre[lang=en]")[0],
            StringComparison.Ordinal
        );

        // Stopped, it leaves no trace but the audit log, and can be sent again.
        await organiser.PressAsync("[data-action=send]");
        Assert.Single(organiser.Seen("[data-last=waiting]"));
        Assert.Equal(["There is nothing new to tell."], organiser.Seen("[data-nothing]"));
        await organiser.PressAsync("[data-action=stop]");
        Assert.Equal(["The email is stopped. Nobody has received anything."], organiser.Seen("[data-notice]"));
        Assert.Equal((0, 0), (await organiser.CountAsync<Message>(_ => true), await organiser.CountAsync<BatchItem>(_ => true)));

        await organiser.PressAsync("[data-action=send]");
        Assert.Equal(0, await organiser.CountAsync<OutboxMessage>(m => m.TextId != null));
        await organiser.DbAsync(db => db.Batches.ExecuteUpdateAsync(b => b.SetProperty(x => x.StartsAt, DateTimeOffset.UnixEpoch)));
        await HtmlReading.EventuallyAsync(() => organiser.CountAsync<OutboxMessage>(m => m.TextId != null), count => count == concerned);
        await organiser.OpenAsync("/admin/content/changes");
        Assert.Single(organiser.Seen("[data-last=left]"));
        Assert.Equal([], organiser.Seen("[data-action=send], [data-action=stop]"));

        // The next mail tells only what is new.
        content.Edit("sessions/session-1.md", "contribution: O1 }", "contribution: O1, cancelled: true }");
        await HtmlReading.EventuallyAsync(
            () => reader.ReadAsync("/modifications"),
            page => page.QuerySelectorAll("[data-version]").Length == 2
        );
        await organiser.OpenAsync("/admin/content/changes");
        Assert.Equal(["cancelled"], organiser.Page.QuerySelectorAll("[data-change]").Select(c => c.GetAttribute("data-change")));
        Assert.Equal(
            ["organiser 1: started batch 1", "organiser 1: stopped message 1", "organiser 1: started batch 2"],
            (await site.LogAsync())
                .Where(line => line.Contains("batch", StringComparison.Ordinal) || line.Contains("stopped", StringComparison.Ordinal))
                .Select(line => line.Split(',')[0])
        );
    }

    [Fact]
    public async Task A_form_that_another_organiser_has_overtaken_sends_nothing_twice()
    {
        await using var site = Site(Engine.Sqlite);
        await site.SeedRegistrationsAsync(10);
        using var reader = site.CreateClient();
        await ChangeAsync(reader);
        using var grace = await OrganiserClient.SignInAsync(site, Language.English);
        using var ada = await OrganiserClient.SignInAsync(site, Language.English);
        await grace.OpenAsync("/admin/content/changes");
        await ada.OpenAsync("/admin/content/changes");
        // The presenters of o4 and o5 are not registered.
        Assert.Equal(["Gilles Frapper", "G.M. Dongho-Nguimdo"], ada.Seen("[data-not-reached] li"));

        await grace.PressAsync("[data-action=send]");
        await ada.PressAsync("[data-action=send]");

        Assert.Equal(
            ["The programme has changed in the meantime, or somebody else has already sent this email. Please look again."],
            ada.Seen("[data-notice]")
        );
        Assert.Equal(1, await ada.CountAsync<Message>(_ => true));
    }

    public void Dispose() => content.Dispose();

    private SiteFactory Site(Engine engine) =>
        new()
        {
            ContentPath = content.Path,
            Engine = engine,
            RehearseFrom = OpenSite.Start,
        };

    private async Task ChangeAsync(HttpClient reader)
    {
        content.Edit("sessions/session-1.md", "contribution: O4 }", "contribution: O4, cancelled: true }");
        content.Edit(
            "sessions/session-1.md",
            """{ start: "16:30", end: "17:00", contribution: O5 }""",
            """{ start: "17:00", end: "17:30", contribution: O5 }"""
        );
        await HtmlReading.EventuallyAsync(
            () => reader.ReadAsync("/modifications"),
            page => page.QuerySelectorAll("[data-change]").Length == 2
        );
    }

    private static string LeadOf(IParentNode page) => page.Seen("main .lead").Split(" Tout le programme")[0];

    private static async Task<string> VersionOfFrabAsync(HttpClient reader) =>
        (string)JsonNode.Parse(await reader.GetStringAsync("/schedule.json"))!["schedule"]!["version"]!;
}
