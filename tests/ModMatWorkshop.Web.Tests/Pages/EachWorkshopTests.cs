using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using System.Xml.Schema;
using Ical.Net;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages;

/// <summary>The exports and printables of the shipped workshop, of one with two rooms, and of one of ten lines.</summary>
public sealed class EachWorkshopTests
{
    private const string Xsd = "../shared/schemas/schedule.xml.xsd";
    private const string JsonSchemaFile = "../shared/schemas/schedule.schema.json";

    private static readonly string[] Languages = ["", "?lang=en"];
    private static readonly string[] Placeholders = ["à compléter", "to be completed"];

    public static TheoryData<string> Workshops => ["content", "tests/content/montreal", "tests/content/minimal"];

    /// <summary>Other tests validate the schedules of the other workshops.</summary>
    [SharedFact(Xsd, JsonSchemaFile)]
    public async Task The_schedules_of_the_smallest_workshop_are_valid_in_both_languages()
    {
        await using var site = SiteOf("tests/content/minimal");
        var reader = site.CreateClient();
        var schemas = new XmlSchemaSet();
        schemas.Add(null, SharedFactAttribute.Locate(Xsd));
        var jsonSchema = await File.ReadAllTextAsync(SharedFactAttribute.Locate(JsonSchemaFile));
        foreach (var language in Languages)
        {
            List<string> problems = [];
            XDocument
                .Parse(await reader.GetStringAsync($"/schedule.xml{language}"))
                .Validate(schemas, (_, problem) => problems.Add(problem.Message));
            Assert.Equal([], problems);
            var json = await reader.GetStringAsync($"/schedule.json{language}");
            Assert.Equal([], JsonSchema.Problems(jsonSchema, json));
        }
    }

    [Theory]
    [MemberData(nameof(Workshops))]
    public async Task Every_export_reads_back_with_the_rows_of_the_programme(string folder)
    {
        await using var site = SiteOf(folder);
        // In a workshop in English alone, these addresses lead to its own.
        var reader = site.CreateClient(new() { BaseAddress = SiteFactory.BaseUrl, AllowAutoRedirect = true });
        var rows = (await reader.ReadAsync("/programme")).QuerySelectorAll("[data-kind]").Select(row => row.Id!).ToList();
        var codes = (await reader.ReadAsync("/resumes")).QuerySelectorAll(".abstract-item").Select(item => item.Id!).ToList();

        foreach (var language in Languages)
        {
            Assert.Equal(rows.Count, Calendar.Load(await reader.GetStringAsync($"/programme.ics{language}"))!.Events.Count);
            Assert.Equal(rows.Count, XDocument.Parse(await reader.GetStringAsync($"/schedule.xml{language}")).Descendants("event").Count());
            var days = JsonNode.Parse(await reader.GetStringAsync($"/schedule.json{language}"))!["schedule"]!["conference"]!["days"]!;
            Assert.Equal(rows.Count, days.AsArray().Sum(day => day!["rooms"]!.AsObject().Sum(room => room.Value!.AsArray().Count)));
            Assert.Equal(codes.Count, (await reader.GetStringAsync($"/livret.bib{language}")).Split("\n@").Length);
            Assert.Equal(codes.Count, (await reader.GetStringAsync($"/livret.ris{language}")).Split("ER  -").Length - 1);
            Assert.Equal("feed", XDocument.Parse(await reader.GetStringAsync($"/actualites.atom{language}")).Root!.Name.LocalName);
        }
        foreach (var address in codes.SelectMany(code => new[] { $"/resumes/{code}", $"/en/abstracts/{code}" }).ToList())
        {
            var data = (await reader.ReadAsync(address)).QuerySelectorAll("script[type='application/ld+json']").Select(s => s.TextContent);
            Assert.All(data, text => Assert.Equal("https://schema.org/", (string?)JsonNode.Parse(text)!["@context"]));
            Assert.NotEmpty(data);
            Assert.DoesNotContain(data, text => text.Contains(":\"\"", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Workshops))]
    public async Task Every_printable_is_a_page_in_both_languages_without_an_empty_heading_or_a_placeholder(string folder)
    {
        await using var site = SiteOf(folder);
        using var organiser = await site.SignedInAsync();
        var list = await organiser.ReadAsync("/admin/printables");
        var addresses = list.AttributeOfAll("[data-printable] a", "href")
            .Where(a => !a.Contains(".pdf", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(addresses);
        foreach (var address in addresses)
        {
            using var answer = await organiser.GetAsync(address);
            Assert.Equal((address, HttpStatusCode.OK), (address, answer.StatusCode));
            var page = await organiser.ReadAsync(address);
            Assert.Equal(
                [],
                page.QuerySelectorAll("h1, h2, h3, h4, dt")
                    .Where(e => e.TextContent.Trim().Length == 0)
                    .Select(e => $"{address} {e.OuterHtml}")
            );
            // The sheets set the headings of sessions side by side one below the other, above one table.
            if (!address.Contains("programme-a", StringComparison.Ordinal))
                Assert.Equal([], HtmlReading.HeadingsAboveNothing(page).Select(heading => $"{address} {heading}"));
            foreach (var mark in Placeholders)
                Assert.DoesNotContain(mark, page.Body!.TextContent, StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>A month before the workshop.</summary>
    private static SiteFactory SiteOf(string folder) =>
        new()
        {
            ContentPath = Path.Combine(Repository.Root, folder),
            RehearseFrom =
                folder == "content" ? "2021-08-20T10:00"
                : folder.EndsWith("montreal", StringComparison.Ordinal) ? "2026-05-08T10:00"
                : "2027-02-18T10:00",
        };
}
