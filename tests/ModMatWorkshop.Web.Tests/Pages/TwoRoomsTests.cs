using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using System.Xml.Schema;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages;

/// <summary>A workshop with two rooms: its pages and its exports while talks run in both.</summary>
public sealed class TwoRoomsTests(TwoRoomsTests.Site site) : IClassFixture<TwoRoomsTests.Site>
{
    /// <summary>Tuesday at 11:00: O3 runs in the auditorium, O8 in the studio.</summary>
    public sealed class Site : SiteFactory
    {
        public Site()
        {
            RehearseFrom = "2026-06-09T11:00";
            ContentPath = Repository.TwoRooms;
        }
    }

    [Fact]
    public async Task Rows_are_in_order_of_time_and_name_their_room()
    {
        var page = await site.CreateClient().ReadAsync("/programme");
        Assert.Equal(
            [
                "o1 auditorium Auditorium",
                "o5 studio Studio",
                "o6 studio Studio",
                "o2 auditorium Auditorium",
                "o7 studio Studio",
                "coffee-tuesday",
                "o3 auditorium Auditorium",
                "o8 studio Studio",
                "d2 studio Studio",
                "o4 auditorium Auditorium",
                "lunch-tuesday",
                "k2 auditorium Auditorium",
                "o9 auditorium Auditorium",
                "o10 auditorium Auditorium",
            ],
            page.QuerySelectorAll("#d-2026-06-09 .slot")
                .Select(row => $"{row.Id} {row.GetAttribute("data-room")} {row.QuerySelector("[data-part=room]")?.TextContent}".Trim())
        );
    }

    [Fact]
    public async Task Sessions_side_by_side_share_a_part_with_a_column_for_each_room()
    {
        var page = await site.CreateClient().ReadAsync("/programme");
        Assert.Equal(
            ["1 Session 4 – Grain boundaries Auditorium, morning", "2 Session 5 – Electrolytes Studio, morning, Chair: Mei-Lin Zhao"],
            page.QuerySelector("#d-2026-06-09 .parallel-sessions")!
                .Children.Select(heading => $"{heading.GetAttribute("data-column")} {heading.Seen()}")
        );
        Assert.Equal(
            ["o1", "o5", "o6", "o2", "o7", "o3", "o8", "d2", "o4"],
            page.QuerySelectorAll("#d-2026-06-09 [data-columns] > .slot").Select(r => r.Id)
        );
        Assert.Equal(
            ["1 o1", "2 o5", "2 o6", "1 o2", "2 o7"],
            page.QuerySelector("#d-2026-06-09 ol[data-columns]")!.Children.Select(row => $"{row.GetAttribute("data-column")} {row.Id}")
        );
    }

    [Fact]
    public async Task A_session_says_its_kind_before_its_title_on_the_page_and_as_track()
    {
        var page = await site.CreateClient().ReadAsync("/programme");
        Assert.Equal(
            ["Session 1 – Tutorial: Potentials from scratch", "Session 7 – Tutorial: Hands on"],
            page.SeenAll("h3")
                .Where(h => h.Contains("Tutorial", StringComparison.Ordinal))
                .Select(h => h.Split([" Auditorium", " Studio"], StringSplitOptions.None)[0])
                .Distinct()
                .Order(StringComparer.Ordinal)
        );
        var schedule = XDocument.Parse(await site.CreateClient().GetStringAsync("/schedule.xml"));
        Assert.Contains("Session 1 – Tutorial: Potentials from scratch", schedule.Descendants("track").Select(e => e.Value));
    }

    [Fact]
    public async Task The_slots_of_both_rooms_are_on()
    {
        var page = await site.CreateClient().ReadAsync("/programme");
        Assert.Equal(["o3", "o8"], page.QuerySelectorAll("[data-now]").Select(row => row.Id));
        Assert.Equal(["d2"], page.QuerySelectorAll("[data-next]").Select(row => row.Id));
        Assert.Equal(["#o3", "#o8"], page.AttributeOfAll("[data-playing] > a:not([data-watch])", "href"));
        Assert.Equal(
            ["o3", "o8", "d2"],
            (await site.CreateClient().ReadAsync("/")).QuerySelectorAll(".home-now .slot").Select(row => row.Id)
        );
    }

    [Fact]
    public async Task A_reader_without_script_chooses_a_room_by_a_link()
    {
        var all = await site.CreateClient().ReadAsync("/programme");
        Assert.Equal(["/programme", "?room=auditorium", "?room=studio"], all.AttributeOfAll(".room-filter a", "href"));

        var studio = await site.CreateClient().ReadAsync("/programme?room=studio");
        Assert.Equal(
            ["o5", "o6", "o7", "coffee-tuesday", "o8", "d2", "lunch-tuesday"],
            studio.QuerySelectorAll("#d-2026-06-09 .slot").Select(row => row.Id)
        );
        Assert.Equal("Studio", studio.Seen(".room-filter [aria-current=page]"));
    }

    [Fact]
    public async Task An_unknown_room_shows_all()
    {
        var page = await site.CreateClient().ReadAsync("/programme?room=attic");
        Assert.Equal("All rooms", page.Seen(".room-filter [aria-current=page]"));
    }

    [Fact]
    public async Task A_panel_names_its_moderator_first_and_each_person_has_a_page_that_lists_it()
    {
        var page = await site.CreateClient().ReadAsync("/programme");
        Assert.Equal(
            "Auditorium Solveig Aas Fjord College, Bergen (moderator) Ingrid Vaara Taiga Lab, Oulu Tomás Quiroga Chair: Noémie Tanguay",
            page.Seen("#panel-data [data-part=people]")
        );
        foreach (var person in new[] { "solveig-aas", "ingrid-vaara", "tomas-quiroga" })
            Assert.Contains(
                "/programme#panel-data",
                (await site.CreateClient().ReadAsync($"/speakers/{person}")).AttributeOfAll(".abstract-item-title", "href")
            );
    }

    [Fact]
    public async Task A_kind_of_the_content_has_its_name_its_filter_and_its_mark()
    {
        var list = await site.CreateClient().ReadAsync("/abstracts?kind=keynote");
        Assert.Equal(
            ("Keynotes", "k1 k2"),
            (list.Seen("#k-keynote"), string.Join(' ', list.QuerySelectorAll(".abstract-item").Select(i => i.Id)))
        );
        Assert.Equal("K1 Keynote, Session 3", (await site.CreateClient().ReadAsync("/abstracts/k1")).Seen(".kicker"));
        var row = (await site.CreateClient().ReadAsync("/programme")).QuerySelector("#k1")!;
        Assert.Equal(("keynote", "invited"), (row.GetAttribute("data-kind"), row.GetAttribute("data-counts-as")));
    }

    [Fact]
    public async Task A_contribution_says_its_room_and_what_is_still_to_come()
    {
        var page = await site.CreateClient().ReadAsync("/abstracts/k2");
        Assert.Equal("Tuesday 9 June, 13:30–14:30 Maple Hall, Auditorium Presented by Lucía Ferrer", page.Seen("[data-part=facts]"));
        Assert.Equal("The abstract has not arrived yet.", page.Seen("#abstract"));
        Assert.Equal("to be confirmed", (await site.CreateClient().ReadAsync("/abstracts/o9")).Seen("[data-part=facts] .mark-unconfirmed"));
    }

    [Fact]
    public async Task Nobody_takes_part_remotely_so_there_is_no_stream_page_and_no_link_to_it()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await site.CreateClient().GetAsync("/live")).StatusCode);
        foreach (var address in new[] { "/", "/programme", "/abstracts/o3", "/registration" })
            Assert.Empty((await site.CreateClient().ReadAsync(address)).QuerySelectorAll("a[href^='/live'], [data-watch]"));
    }

    [SharedFact(Xsd)]
    public async Task Schedule_xml_has_both_rooms_and_is_valid()
    {
        var schemas = new XmlSchemaSet();
        schemas.Add(null, SharedFactAttribute.Locate(Xsd));
        var schedule = XDocument.Parse(await site.CreateClient().GetStringAsync("/schedule.xml"));
        List<string> problems = [];
        schedule.Validate(schemas, (_, problem) => problems.Add(problem.Message));

        Assert.Equal([], problems);
        Assert.Equal(
            [
                "Maple Hall",
                "Auditorium",
                "Studio",
                "Maple Hall",
                "Auditorium",
                "Studio",
                "Maple Hall",
                "Auditorium",
                "Studio",
                "Auditorium",
            ],
            schedule.Descendants("day").Elements("room").Select(room => room.Attribute("name")!.Value)
        );
        Assert.Equal(
            ["Ingrid Vaara", "Kwame Boateng"],
            schedule
                .Descendants("event")
                .Single(e => e.Element("title")!.Value == "Two views of one interface")
                .Descendants("person")
                .Select(p => p.Value)
        );
    }

    [SharedFact(JsonSchemaFile)]
    public async Task Schedule_json_is_valid()
    {
        var schedule = await site.CreateClient().GetStringAsync("/schedule.json");
        var schema = await File.ReadAllTextAsync(SharedFactAttribute.Locate(JsonSchemaFile));
        Assert.Equal([], JsonSchema.Problems(schema, schedule));
    }

    [Fact]
    public async Task Calendars_give_the_room_and_say_what_is_tentative()
    {
        var talk = await site.CreateClient().GetStringAsync("/abstracts/o9.ics");
        Assert.Contains("LOCATION:Auditorium\\, Maple Hall", talk, StringComparison.Ordinal);
        Assert.Contains("STATUS:TENTATIVE", talk, StringComparison.Ordinal);
        var dinner = await site.CreateClient().GetStringAsync("/programme/2026-06-10.ics");
        Assert.Contains("DTEND;TZID=America/Montreal:20260611T003000", dinner, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_data_for_search_engines_name_the_room_and_both_speakers()
    {
        var page = await site.CreateClient().ReadAsync("/abstracts/k1");
        var talk = JsonNode.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent)!;
        Assert.Equal("Auditorium, Maple Hall", (string?)talk["location"]![0]!["name"]);
        Assert.Equal(["Ingrid Vaara", "Kwame Boateng"], talk["performer"]!.AsArray().Select(p => (string?)p!["name"]));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/programme")]
    [InlineData("/abstracts")]
    [InlineData("/abstracts/tu1")]
    [InlineData("/posters")]
    [InlineData("/speakers")]
    [InlineData("/practical-info")]
    [InlineData("/book")]
    [InlineData("/search?q=boundary")]
    [InlineData("/registration")]
    public async Task Every_kind_of_page_answers(string address) =>
        Assert.NotEqual("", (await site.CreateClient().ReadAsync(address)).Title);

    private const string Xsd = "../shared/schemas/schedule.xml.xsd";
    private const string JsonSchemaFile = "../shared/schemas/schedule.schema.json";
}
