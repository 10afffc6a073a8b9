using System.Text.Json.Nodes;
using System.Xml.Linq;
using System.Xml.Schema;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Exports.Tests;

public sealed class FrabTests
{
    private const string Xsd = "../shared/schemas/schedule.xml.xsd";
    private const string JsonSchemaFile = "../shared/schemas/schedule.schema.json";

    private static readonly SiteAddress Site = SampleSchedule.Site;
    private static readonly Schedule Schedule = SampleSchedule.Create();

    [SharedFact(Xsd)]
    public void Schedule_xml_is_valid_in_both_languages()
    {
        var schemas = new XmlSchemaSet();
        schemas.Add(null, SharedFactAttribute.Locate(Xsd));
        foreach (var language in Enum.GetValues<Language>())
        {
            List<string> problems = [];
            XDocument.Parse(FrabXml.Write(Schedule, Site, language)).Validate(schemas, (_, problem) => problems.Add(problem.Message));
            Assert.Equal([], problems);
        }
    }

    [SharedFact(Xsd)]
    public void A_schedule_xml_with_a_short_code_is_not_valid()
    {
        var schemas = new XmlSchemaSet();
        schemas.Add(null, SharedFactAttribute.Locate(Xsd));
        var schedule = XDocument.Parse(FrabXml.Write(Schedule, Site, Language.French));
        schedule.Descendants("event").ElementAt(1).SetAttributeValue("code", "I1");

        var problem = Assert.Throws<XmlSchemaValidationException>(() => schedule.Validate(schemas, null));

        Assert.StartsWith("The 'code' attribute is invalid", problem.Message, StringComparison.Ordinal);
    }

    [SharedFact(JsonSchemaFile)]
    public void Schedule_json_is_valid_in_both_languages()
    {
        foreach (var language in Enum.GetValues<Language>())
            Assert.Equal(
                [],
                JsonSchema.Problems(File.ReadAllText(SharedFactAttribute.Locate(JsonSchemaFile)), FrabJson.Write(Schedule, Site, language))
            );
    }

    [SharedFact(JsonSchemaFile)]
    public void A_schedule_json_without_its_acronym_is_not_valid() =>
        Assert.Equal(
            ["$.schedule.conference lacks acronym"],
            JsonSchema.Problems(
                File.ReadAllText(SharedFactAttribute.Locate(JsonSchemaFile)),
                FrabJson.Write(Schedule, Site, Language.French).Replace("\"acronym\": \"atelier2021\",", "", StringComparison.Ordinal)
            )
        );

    private static readonly (
        string Id,
        string Type,
        string Date,
        string Start,
        string Duration,
        string Track,
        string Title,
        string People
    )[] Rows =
    [
        ("1b1fb2ba-d0e1-5583-97b8-9e9e3f0bdf7b", "opening", "2021-10-29T09:00:00+02:00", "09:00", "00:30", "Session 1", "Ouverture", ""),
        (
            "6b8d015d-dd2c-5756-ad51-4697c5a8a638",
            "invited",
            "2021-10-29T09:30:00+02:00",
            "09:30",
            "00:40",
            "Session 1",
            "Énergies de Al₁₃Co₄(100) & surfaces <lisses>; suite",
            "Élodie Nuñez"
        ),
        (
            "d528b8ed-2f1b-5351-a26f-f6979d6c89fd",
            "break",
            "2021-10-29T10:10:00+02:00",
            "10:10",
            "00:30",
            "Session 1",
            "Pause café et posters",
            ""
        ),
        (
            "30bb7555-a2fc-57b5-9ffe-aa96c92ef36b",
            "oral",
            "2021-11-01T14:00:00+01:00",
            "14:00",
            "00:30",
            "Session 2 – Surfaces & interfaces",
            "A very long title about the transferability of machine-learned "
                + "interatomic potentials for oxides, nitrides and carbides under irradiation",
            "Ada Quill"
        ),
        (
            "d419f094-e206-5070-8105-cc3f41e80f22",
            "oral",
            "2021-11-01T14:30:00+01:00",
            "14:30",
            "00:30",
            "Session 2 – Surfaces & interfaces",
            "Annulé\u00A0: Verres métalliques",
            "Noé Brun"
        ),
    ];

    [Fact]
    public void The_xml_has_every_row_in_order_of_time() =>
        Assert.Equal(
            Rows,
            XDocument
                .Parse(FrabXml.Write(Schedule, Site, Language.French))
                .Descendants("event")
                .Select(e =>
                    (
                        e.Attribute("guid")!.Value,
                        e.Element("type")!.Value,
                        e.Element("date")!.Value,
                        e.Element("start")!.Value,
                        e.Element("duration")!.Value,
                        e.Element("track")!.Value,
                        e.Element("title")!.Value,
                        string.Join(", ", e.Element("persons")!.Elements().Select(p => p.Value))
                    )
                )
        );

    [Fact]
    public void The_xml_declares_utf_8_and_has_no_byte_order_mark() =>
        Assert.StartsWith(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<schedule>",
            FrabXml.Write(Schedule, Site, Language.French),
            StringComparison.Ordinal
        );

    [Fact]
    public void Json_and_xml_have_the_same_events()
    {
        var json = JsonNode.Parse(FrabJson.Write(Schedule, Site, Language.English))!["schedule"]!["conference"]!["days"]!
            .AsArray()
            .SelectMany(d => d!["rooms"]!["Laboratoire des Ponts"]!.AsArray())
            .Select(e =>
                (
                    e!["guid"]!.ToString(),
                    e["id"]!.ToString(),
                    e["slug"]!.ToString(),
                    e["title"]!.ToString(),
                    e["description"]!.ToString(),
                    e["url"]!.ToString()
                )
            );
        var xml = XDocument
            .Parse(FrabXml.Write(Schedule, Site, Language.English))
            .Descendants("event")
            .Select(e =>
                (
                    e.Attribute("guid")!.Value,
                    e.Attribute("id")!.Value,
                    e.Element("slug")!.Value,
                    e.Element("title")!.Value,
                    e.Element("description")!.Value,
                    e.Element("url")!.Value
                )
            );

        Assert.Equal(xml, json);
    }

    [Fact]
    public void A_row_keeps_its_ids_when_another_one_is_removed()
    {
        var shorter = Schedule with { Slots = [.. Schedule.Slots.Skip(1)] };

        Assert.Equal(Ids(Schedule).Skip(1), Ids(shorter));

        static IEnumerable<(string, string)> Ids(Schedule schedule) =>
            XDocument
                .Parse(FrabXml.Write(schedule, Site, Language.French))
                .Descendants("event")
                .Select(e => (e.Attribute("id")!.Value, e.Attribute("guid")!.Value));
    }

    [Fact]
    public void Only_talks_have_a_code_and_it_is_in_upper_case() =>
        Assert.Equal(
            ["", "I1", "", "O1", "O2"],
            JsonNode.Parse(FrabJson.Write(Schedule, Site, Language.French))!["schedule"]!["conference"]!["days"]!
                .AsArray()
                .SelectMany(d => d!["rooms"]!["Laboratoire des Ponts"]!.AsArray())
                .Select(e => e!["code"]?.ToString() ?? "")
        );

    [Fact]
    public void The_break_with_posters_lists_them() =>
        Assert.Equal(
            "P1 Défauts étendus – Inès Cœur",
            XDocument.Parse(FrabXml.Write(Schedule, Site, Language.French)).Descendants("event").ElementAt(2).Element("description")!.Value
        );
}
