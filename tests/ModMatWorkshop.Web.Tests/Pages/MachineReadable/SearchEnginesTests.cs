using System.Text.Json.Nodes;
using System.Xml.Linq;
using AngleSharp.Html.Dom;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.MachineReadableEndpoints;

/// <summary>robots.txt, the news feed, JSON-LD and Open Graph tags.</summary>
[Collection(nameof(Archive))]
public sealed class SearchEnginesTests(SiteFactory site)
{
    [Fact]
    public async Task Robots_txt_names_the_sitemap() =>
        Assert.Equal(
            "User-agent: *\nDisallow: /status/\nSitemap: https://modmat.test/sitemap.xml\n",
            await site.CreateClient().GetStringAsync("/robots.txt")
        );

    [Theory]
    [InlineData("/actualites.atom", "/actualites", "fr", "ModMat 2021 – actualités")]
    [InlineData("/actualites.atom?lang=en", "/en/news", "en", "ModMat 2021 – news")]
    public async Task The_feed_has_the_news_of_the_page(string feed, string page, string language, string title)
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var reader = site.CreateClient();
        var root = XDocument.Parse(await reader.GetStringAsync(feed)).Root!;
        var news = await reader.ReadAsync(page);
        string Linked(XElement element, string rel) =>
            element.Elements(atom + "link").Single(l => (string?)l.Attribute("rel") == rel).Attribute("href")!.Value;

        Assert.Equal(
            (atom + "feed", language, title),
            (root.Name, (string?)root.Attribute(XNamespace.Xml + "lang"), root.Element(atom + "title")!.Value)
        );
        Assert.Equal(("https://modmat.test" + feed, "https://modmat.test" + page), (Linked(root, "self"), Linked(root, "alternate")));
        Assert.Equal(
            news.QuerySelectorAll("article[id]")
                .Select(n => (n.Seen("h2"), $"https://modmat.test{page}#{n.Id}", n.QuerySelector("time")!.GetAttribute("datetime"))),
            root.Elements(atom + "entry")
                .Select(e => (e.Element(atom + "title")!.Value, Linked(e, "alternate"), (string?)e.Element(atom + "updated")!.Value[..10]))
        );
        Assert.Equal(2, root.Elements(atom + "entry").Count());
        Assert.Equal(2, root.Elements(atom + "entry").Select(e => e.Element(atom + "id")!.Value).Distinct().Count());
    }

    [Fact]
    public async Task The_home_page_describes_the_workshop_in_JSON_LD()
    {
        var workshop = JsonLd(await site.CreateClient().ReadAsync("/en"));

        Assert.Equal("Machine-learning methods for materials modelling", (string?)workshop["name"]);
        Assert.Equal(
            ("2021-09-22T13:00:00+02:00", "2021-09-24T12:30:00+02:00"),
            ((string?)workshop["startDate"], (string?)workshop["endDate"])
        );
        Assert.Equal(["Event", "ConferenceEvent"], workshop["@type"]!.AsArray().Select(t => (string?)t));
        Assert.Equal("https://schema.org/MixedEventAttendanceMode", (string?)workshop["eventAttendanceMode"]);
        Assert.Equal(
            [("Place", "LAAS-CNRS"), ("VirtualLocation", "https://modmat.test/en")],
            workshop["location"]!.AsArray().Select(l => ((string?)l!["@type"], (string?)(l["name"] ?? l["url"])))
        );
        Assert.Equal(
            """{"@type":"PostalAddress","streetAddress":"7, avenue du Colonel Roche, """
                + """BP 54200","postalCode":"31031","addressLocality":"Toulouse","addressCountry":"FR"}""",
            workshop["location"]![0]!["address"]!.ToJsonString()
        );
        Assert.Equal((50, "CECAM-FR-GSO"), ((int?)workshop["maximumPhysicalAttendeeCapacity"], (string?)workshop["sponsor"]![0]!["name"]));
        Assert.Equal(7, workshop["organizer"]!.AsArray().Count);
        // 22 talks, the introduction, the intervention and the flash presentations, but no breaks.
        Assert.Equal(25, workshop["subEvent"]!.AsArray().Count);
        Assert.Equal("https://schema.org/SoldOut", (string?)workshop["offers"]!["availability"]);
    }

    [Theory]
    [InlineData(
        "/resumes/o1",
        "2021-09-22T14:10:00+02:00",
        "2021-09-22T14:40:00+02:00",
        "François-Xavier Coudert",
        "https://modmat.test/intervenants/francois-xavier-coudert"
    )]
    [InlineData(
        "/en/abstracts/i4",
        "2021-09-24T09:00:00+02:00",
        "2021-09-24T09:40:00+02:00",
        "Mihai-Cosmin Marinica",
        "https://modmat.test/en/speakers/mihai-cosmin-marinica"
    )]
    [InlineData(
        "/resumes/p10",
        "2021-09-23T12:30:00+02:00",
        "2021-09-23T15:30:00+02:00",
        "Florian Brix",
        "https://modmat.test/intervenants/florian-brix"
    )]
    public async Task A_talk_is_a_JSON_LD_event_of_the_workshop_with_its_speaker_and_its_article(
        string address,
        string start,
        string end,
        string speaker,
        string person
    )
    {
        var reader = site.CreateClient();
        var page = await reader.ReadAsync(address);
        var talk = JsonLd(page);
        var workshop = JsonLd(await reader.ReadAsync("/"));

        Assert.Equal(
            ("Event", $"https://modmat.test{address}", start, end),
            ((string?)talk["@type"], (string?)talk["url"], (string?)talk["startDate"], (string?)talk["endDate"])
        );
        Assert.Equal((speaker, person), ((string?)talk["performer"]!["name"], (string?)talk["performer"]!["url"]));
        Assert.Equal(page.SeenAll("h1 + p > span a"), talk["workFeatured"]!["author"]!.AsArray().Select(a => (string?)a!["name"]));
        Assert.Equal(
            ((string?)workshop["@id"], "2021-09-22", "2021-09-24"),
            ((string?)talk["superEvent"]!["@id"], (string?)talk["superEvent"]!["startDate"], (string?)talk["superEvent"]!["endDate"])
        );
    }

    [Fact]
    public async Task Every_sub_event_of_the_workshop_matches_the_event_on_its_own_page()
    {
        var reader = site.CreateClient();
        foreach (
            var talk in JsonLd(await reader.ReadAsync("/"))["subEvent"]!
                .AsArray()
                .Where(e => ((string)e!["url"]!).Contains("/resumes/", StringComparison.Ordinal))
        )
        {
            var own = JsonLd(await reader.ReadAsync(new Uri((string)talk!["url"]!).AbsolutePath));
            Assert.Equal(
                ((string?)talk["name"], (string?)talk["startDate"], (string?)talk["endDate"]),
                ((string?)own["name"], (string?)own["startDate"], (string?)own["endDate"])
            );
        }
    }

    [PdfFact]
    public async Task A_talk_has_Open_Graph_tags()
    {
        var page = await site.CreateClient().ReadAsync("/en/abstracts/o1");

        Assert.Equal(
            [
                ("og:type", "website"),
                ("og:site_name", "ModMat 2021"),
                ("og:title", "O1. Speeding Up the Discovery of Framework Materials with Targeted Properties by Machine Learning"),
                ("og:description", page.QuerySelector("meta[name=description]")!.GetAttribute("content")!),
                ("og:url", "https://modmat.test/en/abstracts/o1"),
                ("og:locale", "en_GB"),
                ("og:image", "https://modmat.test/card.png?lang=en"),
            ],
            page.QuerySelectorAll("meta[property^='og:']").Select(m => (m.GetAttribute("property")!, m.GetAttribute("content")!))
        );
        Assert.StartsWith(
            "François-Xavier Coudert. For crystalline materials, DFT calculations",
            page.QuerySelector("meta[name=description]")!.GetAttribute("content"),
            StringComparison.Ordinal
        );
    }

    [PdfTheory]
    [InlineData("/resumes/o1", "card.png")]
    [InlineData("/en", "card.png?lang=en")]
    public async Task The_card_is_in_the_language_of_the_page(string address, string card) =>
        Assert.Equal(
            $"https://modmat.test/{card}",
            (await site.CreateClient().ReadAsync(address)).QuerySelector("meta[property='og:image']")!.GetAttribute("content")
        );

    [Theory]
    [InlineData("/programme", "Event", "https://modmat.test")]
    [InlineData("/en/speakers/julien-lam", "Person", "https://modmat.test/en/speakers/julien-lam")]
    [InlineData("/intervenants", "ItemList", null)]
    public async Task Programme_and_people_are_described_too(string address, string type, string? url)
    {
        var described = JsonLd(await site.CreateClient().ReadAsync(address));

        Assert.Equal((type, url), ((string?)described["@type"], (string?)described["url"]));
    }

    [Theory]
    [InlineData("/", "ModMat 2021 – Méthodes machine-learning pour la modélisation des matériaux")]
    [InlineData("/en", "ModMat 2021 – Machine-learning methods for materials modelling")]
    [InlineData("/programme", "Programme – ModMat 2021")]
    [InlineData("/en/speakers/t-very", "T. Very – ModMat 2021")]
    [InlineData(
        "/resumes/o8",
        "O8. Adsorption energies for atomic oxygen on the Al₁₃Co₄(100) surface: a machine learning approach – ModMat 2021"
    )]
    public async Task Every_page_has_a_title(string address, string title) =>
        Assert.Equal(title, (await site.CreateClient().ReadAsync(address)).Title);

    private static JsonNode JsonLd(IHtmlDocument page) =>
        JsonNode.Parse(page.QuerySelectorAll("script[type='application/ld+json']").Single().TextContent)!;
}
