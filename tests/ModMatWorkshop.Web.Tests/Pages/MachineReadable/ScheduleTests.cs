using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using System.Xml.Schema;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.MachineReadableEndpoints;

/// <summary>schedule.xml and schedule.json of the real programme.</summary>
[Collection(nameof(Archive))]
public sealed class ScheduleTests(SiteFactory site)
{
    private const string Xsd = "../shared/schemas/schedule.xml.xsd";
    private const string JsonSchemaFile = "../shared/schemas/schedule.schema.json";

    [SharedFact(Xsd)]
    public async Task The_XML_is_valid_in_both_languages()
    {
        var schemas = new XmlSchemaSet();
        schemas.Add(null, SharedFactAttribute.Locate(Xsd));
        foreach (var address in new[] { "/schedule.xml", "/schedule.xml?lang=en" })
        {
            List<string> problems = [];
            XDocument
                .Parse(await site.CreateClient().GetStringAsync(address))
                .Validate(schemas, (_, problem) => problems.Add(problem.Message));
            Assert.Equal([], problems);
        }
    }

    [SharedFact(JsonSchemaFile)]
    public async Task The_JSON_is_valid_in_both_languages()
    {
        var rules = await File.ReadAllTextAsync(SharedFactAttribute.Locate(JsonSchemaFile));
        foreach (var address in new[] { "/schedule.json", "/schedule.json?lang=en" })
        {
            var schedule = await site.CreateClient().GetStringAsync(address);
            Assert.Equal([], JsonSchema.Problems(rules, schedule));
        }
    }

    [Theory]
    [InlineData("/programme", "")]
    [InlineData("/en/programme", "?lang=en")]
    public async Task Page_XML_and_JSON_have_the_same_programme(string page, string language)
    {
        var reader = site.CreateClient();
        var rows = (await reader.ReadAsync(page))
            .QuerySelectorAll("[data-kind]")
            .Select(row =>
            {
                var times = row.AttributeOfAll("time", "datetime")
                    .Select(t => DateTimeOffset.Parse(t, CultureInfo.InvariantCulture))
                    .ToList();
                return (
                    times[0],
                    times[1] - times[0],
                    row.GetAttribute("data-kind")!,
                    Plain(row.Seen("[data-part=title]")),
                    row.Seen("[data-part=speaker]")
                );
            })
            .ToList();
        var xml = XDocument
            .Parse(await reader.GetStringAsync($"/schedule.xml{language}"))
            .Descendants("event")
            .Select(e =>
                (
                    DateTimeOffset.Parse(e.Element("date")!.Value, CultureInfo.InvariantCulture),
                    TimeSpan.ParseExact(e.Element("duration")!.Value, @"hh\:mm", CultureInfo.InvariantCulture),
                    e.Element("type")!.Value,
                    Plain(e.Element("title")!.Value),
                    string.Join(", ", e.Element("persons")!.Elements().Select(p => p.Value))
                )
            );
        var json = JsonNode.Parse(await reader.GetStringAsync($"/schedule.json{language}"))!["schedule"]!["conference"]!["days"]!
            .AsArray()
            .SelectMany(day => day!["rooms"]!["LAAS-CNRS"]!.AsArray())
            .Select(e =>
                (
                    DateTimeOffset.Parse((string)e!["date"]!, CultureInfo.InvariantCulture),
                    DateTimeOffset.Parse((string)e["end"]!, CultureInfo.InvariantCulture)
                        - DateTimeOffset.Parse((string)e["date"]!, CultureInfo.InvariantCulture),
                    (string)e["type"]!,
                    Plain((string)e["title"]!),
                    string.Join(", ", e["persons"]!.AsArray().Select(p => (string)p!["name"]!))
                )
            );

        Assert.Equal(30, rows.Count);
        Assert.Equal(rows, xml);
        Assert.Equal(rows, json);
    }

    private static string Plain(string text) => string.Join(' ', Domain.Folding.Words(text));
}
