using System.Text.Json.Nodes;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Exports.Tests;

public sealed class JsonLdTests
{
    private const string Place =
        """{"@type":"Place","name":"Laboratoire des Ponts","address":{"@type":"PostalAddress","streetAddress":"3, allée des Ormes, """
        + """BP 12","postalCode":"31000","addressLocality":"Toulouse","addressCountry":"FR"}}""";

    private const string LongTitle =
        "A very long title about the transferability of machine-learned "
        + "interatomic potentials for oxides, nitrides and carbides under irradiation";

    private static readonly SiteAddress Site = SampleSchedule.Site;
    private static readonly Schedule Schedule = SampleSchedule.Create();

    [Fact]
    public void The_workshop_is_an_event_with_a_physical_and_a_virtual_location_and_its_talks() =>
        AssertSame(
            $$"""
            {
              "@context": "https://schema.org/",
              "@type": ["Event", "ConferenceEvent"],
              "@id": "https://atelier.example/#workshop",
              "name": "Data & materials",
              "url": "https://atelier.example/en",
              "startDate": "2021-10-29T09:00:00+02:00",
              "endDate": "2021-11-01T15:00:00+01:00",
              "eventStatus": "https://schema.org/EventScheduled",
              "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
              "location": [{{Place}}, { "@type": "VirtualLocation", "url": "https://atelier.example/en" }],
              "alternateName": "Atelier 2021",
              "description": "Two days about data.",
              "inLanguage": ["fr", "en"],
              "maximumPhysicalAttendeeCapacity": 50,
              "organizer": [{ "@type": "Person", "name": "Zoé Lambda", "url": "https://atelier.example/en/speakers/zoe-lambda",
                "affiliation": [{ "@type": "Organization", "name": "Institut Bleu" }] }],
              "sponsor": [{ "@type": "Organization", "name": "Fondation Ocre", "url": "https://ocre.example/" },
                { "@type": "Organization", "name": "Région" }],
              "offers": {
                "@type": "Offer", "availability": "https://schema.org/InStock",
                "validFrom": "2021-07-01T00:00:00+02:00", "validThrough": "2021-10-27T23:59:59+02:00", "url": "https://atelier.example/en"
              },
              "subEvent": [
                { "@type": "Event", "name": "Opening",
                  "url": "https://atelier.example/en/programme#ouverture",
                  "startDate": "2021-10-29T09:00:00+02:00", "endDate": "2021-10-29T09:30:00+02:00" },
                { "@type": "Event", "name": "Énergies de Al₁₃Co₄(100) & surfaces <lisses>; suite",
                  "url": "https://atelier.example/en/abstracts/i1",
                  "startDate": "2021-10-29T09:30:00+02:00", "endDate": "2021-10-29T10:10:00+02:00" },
                { "@type": "Event",
                  "name": "{{LongTitle}}",
                  "url": "https://atelier.example/en/abstracts/o1",
                  "startDate": "2021-11-01T14:00:00+01:00", "endDate": "2021-11-01T14:30:00+01:00" },
                { "@type": "Event", "name": "Verres métalliques",
                  "url": "https://atelier.example/en/abstracts/o2",
                  "startDate": "2021-11-01T14:30:00+01:00", "endDate": "2021-11-01T15:00:00+01:00",
                  "eventStatus": "https://schema.org/EventCancelled" }
              ]
            }
            """,
            JsonLd.Workshop(Schedule, JsonLdOfferTests.Open, SampleSchedule.Imported, Site, Language.English)
        );

    [Fact]
    public void An_invited_talk_has_its_speaker_workshop_and_abstract() =>
        AssertSame(
            $$"""
            {
              "@context": "https://schema.org/",
              "@type": "Event",
              "@id": "https://atelier.example/resumes/i1#event",
              "name": "Énergies de Al₁₃Co₄(100) & surfaces <lisses>; suite",
              "url": "https://atelier.example/resumes/i1",
              "description": "Une surface, 10²¹ atomes; 50 % de {vide} et \\ rien.",
              "startDate": "2021-10-29T09:30:00+02:00",
              "endDate": "2021-10-29T10:10:00+02:00",
              "eventStatus": "https://schema.org/EventScheduled",
              "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
              "location": [{{Place}}, { "@type": "VirtualLocation", "url": "https://atelier.example/resumes/i1" }],
              "performer": {
                "@type": "Person", "name": "Élodie Nuñez", "url": "https://atelier.example/intervenants/elodie-nunez",
                "sameAs": "https://orcid.org/0000-0001-2345-6789",
                "affiliation": [{ "@type": "Organization", "name": "Laboratoire des Ponts, Toulouse, France" }]
              },
              "superEvent": {
                "@type": "Event", "@id": "https://atelier.example/#workshop", "name": "Données & matériaux",
                "url": "https://atelier.example",
                "startDate": "2021-10-29", "endDate": "2021-11-01", "eventStatus": "https://schema.org/EventScheduled",
                "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
                "location": [{{Place}}, { "@type": "VirtualLocation", "url": "https://atelier.example" }]
              },
              "workFeatured": {
                "@type": "ScholarlyArticle",
                "headline": "Énergies de Al₁₃Co₄(100) & surfaces <lisses>; suite",
                "url": "https://atelier.example/resumes/i1",
                "inLanguage": "fr",
                "datePublished": "2021-10-29",
                "author": [
                  {
                    "@type": "Person", "name": "Élodie Nuñez", "url": "https://atelier.example/intervenants/elodie-nunez",
                    "sameAs": "https://orcid.org/0000-0001-2345-6789",
                    "affiliation": [{ "@type": "Organization", "name": "Laboratoire des Ponts, Toulouse, France" }]
                  },
                  {
                    "@type": "Person", "name": "Jan van der Berg", "url": "https://atelier.example/intervenants/jan-van-der-berg",
                    "affiliation": [{ "@type": "Organization", "name": "Polder & Sons, Delft" },
                      { "@type": "Organization", "name": "Laboratoire des Ponts, Toulouse, France" }]
                  }
                ],
                "keywords": ["surfaces", "énergie"],
                "abstract": "Une surface, 10²¹ atomes; 50 % de {vide} et \\ rien.\nSecond alinéa.",
                "associatedMedia": [{ "@type": "MediaObject", "name": "Diapositives", "url": "https://atelier.example/files/i1.pdf" }],
                "citation": [{ "@type": "CreativeWork", "name": "J. Doe & al. (2021)", "sameAs": "https://doi.org/10.1000/x%3C1" }]
              }
            }
            """,
            Talk("i1", Language.French)
        );

    [Fact]
    public void The_programme_is_the_workshop_with_what_takes_place_on_its_days()
    {
        var monday = Schedule with { Slots = [.. Schedule.Slots.Where(s => s.Date == new DateOnly(2021, 11, 1))] };
        var programme = JsonNode.Parse(JsonLd.Programme(monday, Site, Language.French))!;
        var workshop = JsonNode.Parse(JsonLd.Workshop(Schedule, JsonLdOfferTests.Open, SampleSchedule.Imported, Site, Language.French))!;

        Assert.Equal(("https://schema.org/", "Event"), ((string?)programme["@context"], (string?)programme["@type"]));
        Assert.Equal((string?)workshop["@id"], (string?)programme["@id"]);
        Assert.Equal(
            workshop["subEvent"]!.AsArray().Skip(2).Select(e => e!.ToJsonString()),
            programme["subEvent"]!.AsArray().Select(e => e!.ToJsonString())
        );
    }

    [Fact]
    public void A_person_has_the_talks_and_posters_that_they_present() =>
        AssertSame(
            """
            {
              "@context": "https://schema.org/",
              "@type": "Person",
              "name": "Noé Brun",
              "url": "https://atelier.example/en/speakers/noe-brun",
              "sameAs": "https://orcid.org/0000-0001-2345-6789",
              "affiliation": [{ "@type": "Organization", "name": "Polder & Sons, Delft" }],
              "@id": "https://atelier.example/intervenants/noe-brun#person",
              "performerIn": [
                { "@type": "Event", "@id": "https://atelier.example/resumes/o2#event", "name": "Verres métalliques",
                  "url": "https://atelier.example/en/abstracts/o2",
                  "startDate": "2021-11-01T14:30:00+01:00", "endDate": "2021-11-01T15:00:00+01:00",
                  "eventStatus": "https://schema.org/EventCancelled", "superEvent": { "@id": "https://atelier.example/#workshop" } },
                { "@type": "Event", "@id": "https://atelier.example/resumes/p1#event", "name": "Défauts étendus",
                  "url": "https://atelier.example/en/abstracts/p1", "startDate": "2021-10-29", "endDate": "2021-11-01",
                  "eventStatus": "https://schema.org/EventScheduled", "superEvent": { "@id": "https://atelier.example/#workshop" } }
              ]
            }
            """,
            JsonLd.Person(
                new()
                {
                    Slug = "noe-brun",
                    Name = "Noé Brun",
                    Family = "Brun",
                    SortKey = "brun noe",
                    Orcid = "0000-0001-2345-6789",
                },
                ["Polder & Sons, Delft"],
                [(Schedule.Contributions["o2"], Schedule.Slots[^1]), (Schedule.Contributions["p1"], null)],
                Schedule.Workshop,
                Site,
                Language.English
            )
        );

    [Fact]
    public void The_list_of_people_continues_its_numbers_from_page_to_page() =>
        AssertSame(
            """
            {
              "@context": "https://schema.org/",
              "@type": "ItemList",
              "itemListElement": [
                { "@type": "ListItem", "position": 201,
                  "item": { "@type": "Person", "name": "Noé Brun", "url": "https://atelier.example/intervenants/noe-brun" } },
                { "@type": "ListItem", "position": 202,
                  "item": { "@type": "Person", "name": "Ada Quill", "url": "https://atelier.example/intervenants/ada-quill" } }
              ]
            }
            """,
            JsonLd.People([("noe-brun", "Noé Brun"), ("ada-quill", "Ada Quill")], 201, WorkshopLanguages.Default, Site, Language.French)
        );

    [Theory]
    [InlineData("i1", "EventScheduled", null)]
    [InlineData("o1", "EventRescheduled", "2021-10-29T11:00:00+02:00")]
    [InlineData("o2", "EventCancelled", null)]
    public void A_talk_has_the_status_scheduled_rescheduled_or_cancelled(string code, string status, string? previousStart)
    {
        var talk = JsonNode.Parse(Talk(code, Language.French))!;

        Assert.Equal("https://schema.org/" + status, (string?)talk["eventStatus"]);
        Assert.Equal(previousStart, (string?)talk["previousStartDate"]);
    }

    [Fact]
    public void A_poster_is_an_event_at_its_poster_break()
    {
        var poster = JsonNode.Parse(Talk("p1", Language.French))!;

        Assert.Equal("2021-10-29T10:10:00+02:00", (string?)poster["startDate"]);
        Assert.Equal("2021-10-29T10:40:00+02:00", (string?)poster["endDate"]);
        Assert.Equal("https://atelier.example/#workshop", (string?)poster["superEvent"]!["@id"]);
    }

    [Fact]
    public void The_text_is_safe_inside_a_script_element() =>
        Assert.Equal([], Talk("i1", Language.French).Where(c => c is '<' or '>' or '&').ToArray());

    private static string Talk(string code, Language language) =>
        JsonLd.Contribution(Schedule, Schedule.Contributions[code], Site, language);

    private static void AssertSame(string expected, string actual) =>
        Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(), JsonNode.Parse(actual)!.ToJsonString());
}
