using System.Text.Json.Nodes;
using System.Xml.Linq;
using Ical.Net;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Exports.Tests;

/// <summary>A panel with a moderator and two chairs of its own, outside the sessions, in each format.</summary>
public sealed class SlotPeopleTests
{
    private static readonly Schedule Schedule = Panel();

    [Fact]
    public void The_calendar_marks_the_moderator_and_names_the_chairs()
    {
        var panel = Calendar.Load(ICalendar.Whole(Schedule, SampleSchedule.Site, Language.English))!.Events.Single();
        Assert.Equal("Who curates? – Ada Quill (moderator), Noé Brun", panel.Summary);
        Assert.Equal("Ada Quill (moderator), Noé Brun\nLDP, Toulouse\nChairs: Zoé Lambda, Jan van der Berg", panel.Description);
    }

    [Fact]
    public void Frab_has_the_names_as_persons_and_the_roles_in_the_description()
    {
        var panel = XDocument.Parse(FrabXml.Write(Schedule, SampleSchedule.Site, Language.French)).Descendants("event").Single();
        Assert.Equal(["Ada Quill", "Noé Brun"], panel.Descendants("person").Select(p => p.Value));
        Assert.Equal(
            "Ada Quill (animation), Noé Brun\nLDP, Toulouse\nPrésidence\u00A0: Zoé Lambda, Jan van der Berg",
            panel.Element("description")!.Value
        );
    }

    [Fact]
    public void Search_engines_learn_who_moderates_and_who_chairs()
    {
        var panel = JsonNode.Parse(JsonLd.Programme(Schedule, SampleSchedule.Site, Language.English))!["subEvent"]![0]!;
        Assert.Equal(
            ["moderator Ada Quill https://atelier.example/en/speakers/ada-quill", "Noé Brun https://atelier.example/en/speakers/noe-brun"],
            panel["performer"]!
                .AsArray()
                .Select(p => (string?)p!["@type"] == "Role" ? $"{p["roleName"]} {Named(p["performer"]!)}" : Named(p))
        );
        Assert.Equal(
            ["Zoé Lambda chair", "Jan van der Berg chair"],
            panel["contributor"]!.AsArray().Select(c => $"{c!["contributor"]!["name"]} {c["roleName"]}")
        );
    }

    private static string Named(JsonNode person) => $"{person["name"]} {person["url"]}";

    private static Schedule Panel()
    {
        var sample = SampleSchedule.Create();
        var first = sample.Slots[0];
        return sample with
        {
            Slots =
            [
                new()
                {
                    Slug = "panel",
                    Date = first.Date,
                    Start = first.Start,
                    End = first.End,
                    Kind = SlotKind.Panel,
                    Title = Localized.Same("Who curates?"),
                    SpeakerName = "Ada Quill",
                    SpeakerSlug = "ada-quill",
                    Lab = "LDP",
                    Town = "Toulouse",
                    MoreSpeakers = [new("Noé Brun", "noe-brun")],
                    IsModerated = true,
                    Chairs = ["Zoé Lambda", "Jan van der Berg"],
                    Revision = first.Revision,
                },
            ],
        };
    }
}
