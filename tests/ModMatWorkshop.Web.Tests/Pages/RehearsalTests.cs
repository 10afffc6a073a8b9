using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages;

/// <summary>The site with the rehearsal clock before, during and after the workshop.</summary>
public sealed class RehearsalTests(RehearsalTests.RehearsalSites sites) : IClassFixture<RehearsalTests.RehearsalSites>
{
    public sealed class RehearsalSites : IDisposable
    {
        public SiteFactory BeforeTheEvent { get; } = new() { RehearseFrom = "2021-08-15T12:00" };

        public SiteFactory OnThursdayMorning { get; } = new() { RehearseFrom = "2021-09-23T09:50" };

        public SiteFactory AfterTheEvent { get; } = new() { RehearseFrom = "2021-09-25T00:01" };

        public void Dispose()
        {
            BeforeTheEvent.Dispose();
            OnThursdayMorning.Dispose();
            AfterTheEvent.Dispose();
        }
    }

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/programme", 200)]
    [InlineData("/resumes/o6", 200)]
    [InlineData("/recherche?q=zinc", 200)]
    [InlineData("/livret", 200)]
    [InlineData("/contact", 200)]
    [InlineData("/rien", 404)]
    public async Task A_banner_on_every_page_shows_the_time_of_the_rehearsal(string address, int status)
    {
        var before = Banner();
        var page = await sites.OnThursdayMorning.CreateClient().ReadAsync(address, (HttpStatusCode)status);

        Assert.Contains(page.Seen("body > aside"), new[] { before, Banner() });

        string Banner()
        {
            var now = sites.OnThursdayMorning.Services.GetRequiredService<SiteClock>().GetUtcNow().AddHours(2);
            return string.Create(
                CultureInfo.InvariantCulture,
                $"Répétition : sur ce site, il est jeudi 23 septembre 2021, "
                    + $"{now.Hour} h {now.Minute:00}. Rien de ce qui s’y passe n’est réel."
            );
        }
    }

    [Theory]
    [InlineData("/en")]
    [InlineData("/en/programme")]
    [InlineData("/en/nothing")]
    public async Task The_banner_is_in_the_language_of_the_page(string address)
    {
        using var answer = await sites.OnThursdayMorning.CreateClient().GetAsync(address);

        Assert.Contains(
            "<p>Rehearsal: on this site it is Thursday 23 September 2021, 9:5",
            await answer.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Without_a_rehearsal_there_is_no_banner()
    {
        await using var archive = new SiteFactory();

        Assert.Null((await archive.CreateClient().ReadAsync("/")).QuerySelector("body > aside"));
    }

    [Fact]
    public async Task During_the_workshop_the_programme_marks_the_present_and_the_next_talk()
    {
        var page = await sites.OnThursdayMorning.CreateClient().ReadAsync("/programme");

        Assert.Equal(["o6"], page.AttributeOfAll("[data-now]", "id"));
        Assert.Equal(["o7"], page.AttributeOfAll("[data-next]", "id"));
        Assert.Equal(["En ce moment", "Ensuite"], page.SeenAll("[data-kind] [data-part=title] + span"));
    }

    [Fact]
    public async Task During_the_workshop_the_home_page_shows_the_present_and_the_next_talk()
    {
        var page = await sites.OnThursdayMorning.CreateClient().ReadAsync("/en");

        Assert.Equal(
            [
                "9:40–10:10 Zinc oxide crystallization modeled with machine-learning "
                    + "interatomic potential On now Julien Lam CEMES-CNRS, Toulouse",
                "10:10–10:40 Evaluation of Neural Networks methods to model interface phenomena in solid phase epitaxy for Silicon Up "
                    + "next Ruggero Lot LAAS-CNRS, Toulouse",
            ],
            page.SeenAll("[data-now], [data-next]")
        );
    }

    [Fact]
    public async Task Before_and_after_the_workshop_nothing_is_marked_as_present_or_next()
    {
        foreach (var site in new[] { sites.BeforeTheEvent, sites.AfterTheEvent })
        foreach (var address in new[] { "/", "/en", "/programme", "/en/programme" })
            Assert.Empty((await site.CreateClient().ReadAsync(address)).QuerySelectorAll("[data-now], [data-next]"));
    }

    [Fact]
    public async Task The_home_page_states_the_seats_before_the_workshop_and_the_archive_after_it()
    {
        Assert.Equal(
            "50 seats; everybody else attends by live stream. More than ten seats are left.",
            (await sites.BeforeTheEvent.CreateClient().ReadAsync("/en")).Seen("h1 + p + p")
        );
        Assert.Equal(
            "Come to the reception desk: free seats are given to those who are there.",
            (await sites.OnThursdayMorning.CreateClient().ReadAsync("/en")).Seen("h1 + p + p")
        );
        Assert.Equal(
            "The workshop is over: this site is its archive.",
            (await sites.AfterTheEvent.CreateClient().ReadAsync("/en")).Seen("h1 + p + p")
        );
    }

    [Fact]
    public async Task News_items_are_shown_from_their_date_on()
    {
        var early = sites.BeforeTheEvent.CreateClient();
        var late = sites.OnThursdayMorning.CreateClient();

        Assert.Equal(["Les inscriptions sont ouvertes"], (await early.ReadAsync("/actualites")).SeenAll("main h2"));
        Assert.Equal(
            ["Le programme et les résumés sont en ligne", "Les inscriptions sont ouvertes"],
            (await late.ReadAsync("/actualites")).SeenAll("main h2")
        );
        Assert.Equal(["Registration is open 1 July 2021"], (await early.ReadAsync("/en")).SeenAll("[aria-labelledby=h-news] li"));
        Assert.Equal(
            ["The programme and the abstracts are online 1 September 2021", "Registration is open 1 July 2021"],
            (await late.ReadAsync("/en")).SeenAll("[aria-labelledby=h-news] li")
        );
        Assert.Equal(["Registration is open"], await FeedAsync(early));
        Assert.Equal(["The programme and the abstracts are online", "Registration is open"], await FeedAsync(late));
    }

    [Theory]
    [InlineData("2021-08-15", "InStock")]
    [InlineData("2021-09-23", "SoldOut")]
    public async Task The_JSON_LD_states_whether_registration_is_open(string day, string availability)
    {
        var page = await (day == "2021-08-15" ? sites.BeforeTheEvent : sites.OnThursdayMorning).CreateClient().ReadAsync("/");

        Assert.Equal(
            $"https://schema.org/{availability}",
            (string?)JsonNode.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent)!["offers"]!["availability"]
        );
    }

    private static async Task<string[]> FeedAsync(HttpClient reader)
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";
        return
        [
            .. XDocument
                .Parse(await reader.GetStringAsync("/actualites.atom?lang=en"))
                .Descendants(atom + "entry")
                .Select(e => e.Element(atom + "title")!.Value),
        ];
    }
}
