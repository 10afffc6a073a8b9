using System.Text.Json.Nodes;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Exports;

/// <summary>
/// The timetable as <c>schedule.json</c> of frab and pretalx: <c>application/json</c>, valid against
/// <c>https://c3voc.de/schedule/schema.json</c>. It has the same facts as <see cref="FrabXml"/>.
/// </summary>
public static class FrabJson
{
    public static string Write(Schedule schedule, SiteAddress site, Language language)
    {
        var frab = new Frab(schedule, site, language);
        return JsonText.Document(
            new()
            {
                ["$schema"] = "https://c3voc.de/schedule/schema.json",
                ["generator"] = new JsonObject
                {
                    ["name"] = Frab.Generator,
                    ["version"] = Frab.GeneratorVersion,
                    ["url"] = site.BaseUrl,
                },
                ["schedule"] = new JsonObject
                {
                    ["url"] = site.Of(Routes.ScheduleJson.Path(schedule.Workshop.Languages, language)),
                    ["version"] = frab.Version,
                    ["base_url"] = site.BaseUrl,
                    ["conference"] = Conference(schedule.Workshop, frab, site, language),
                },
            }
        );
    }

    private static JsonObject Conference(Workshop workshop, Frab frab, SiteAddress site, Language language) =>
        new()
        {
            ["acronym"] = frab.Acronym,
            ["title"] = $"{workshop.Name} – {PlainText.OneLine(workshop.Title.In(language))}",
            ["start"] = workshop.Start.Iso(),
            ["end"] = workshop.End.Iso(),
            ["daysCount"] = frab.Days.Count,
            ["timeslot_duration"] = Frab.SlotLength,
            ["time_zone_name"] = workshop.TimeZoneId,
            ["url"] = site.Of(Routes.Home.Path(workshop.Languages, language)),
            ["colors"] = new JsonObject { ["primary"] = workshop.Look.Accent },
            ["rooms"] = JsonText.Array(
                frab.Rooms.Select(r => new JsonObject
                {
                    ["name"] = r.Name,
                    ["slug"] = Slug.From(r.Name),
                    ["guid"] = r.Guid.ToString(),
                    ["description"] = r.Description,
                    ["capacity"] = r.Seats,
                })
            ),
            ["tracks"] = JsonText.Array(frab.Tracks.Select(t => new JsonObject { ["name"] = t.Name, ["slug"] = t.Slug })),
            ["days"] = JsonText.Array(
                frab.Days.Select(d => new JsonObject
                {
                    ["index"] = d.Index,
                    ["date"] = d.Date.Iso(),
                    ["day_start"] = d.Start.Iso(),
                    ["day_end"] = d.End.Iso(),
                    ["rooms"] = new JsonObject(
                        d.Rooms.Select(r =>
                            KeyValuePair.Create(
                                r.Room.Name,
                                (JsonNode?)JsonText.Array(r.Events.Select(e => Event(e, workshop.Languages, site, language)))
                            )
                        )
                    ),
                })
            ),
        };

    private static JsonObject Event(FrabEvent item, WorkshopLanguages languages, SiteAddress site, Language language)
    {
        var whole = new JsonObject
        {
            ["guid"] = item.Guid.ToString(),
            ["code"] = item.Code,
            ["id"] = item.Id,
            ["date"] = item.Row.Start.Iso(),
            ["start"] = item.Start,
            ["end"] = item.Row.End.Iso(),
            ["duration"] = item.Duration,
            ["room"] = item.Room.Name,
            ["slug"] = item.Slug,
            ["url"] = item.Row.Url,
            ["title"] = item.Title,
            ["subtitle"] = "",
            ["track"] = item.Track,
            ["type"] = item.Type,
            ["language"] = item.Language,
            ["abstract"] = item.Abstract,
            ["description"] = item.Description,
            ["recording_license"] = "",
            ["do_not_record"] = item.Row.DoNotRecord,
            // The schema has two kinds of person. One with both an id and a public_name matches neither.
            ["persons"] = JsonText.Array(
                item.Speakers.Select(speaker => new JsonObject
                {
                    ["guid"] = speaker.Guid.ToString(),
                    ["name"] = speaker.Name,
                    ["public_name"] = speaker.Name,
                    ["url"] = site.Of(Routes.Speaker.Path(languages, language, speaker.Slug)),
                })
            ),
            ["links"] = new JsonArray(),
            ["attachments"] = JsonText.Array(item.Attachments.Select(a => new JsonObject { ["title"] = a.Title, ["url"] = a.Url })),
        };
        // The schema does not allow null as a code.
        if (item.Code is null)
            whole.Remove("code");
        return whole;
    }
}
