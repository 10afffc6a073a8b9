using System.Globalization;
using System.Text.Json.Nodes;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Exports;

/// <summary>
/// The pages' data for search engines, in schema.org vocabulary: one JSON-LD object, escaped for <c>&lt;script
/// type="application/ld+json"&gt;</c>. The workshop is an Event with its talks as subEvents. A contribution is an Event that features a
/// ScholarlyArticle. The virtual location is the public page, never a stream.
/// </summary>
public static partial class JsonLd
{
    private const string Schema = "https://schema.org/";
    private const int DescriptionLength = 300;

    /// <summary>Limits the size of the home page. The sitemap lists the pages of all talks.</summary>
    private const int MaxSubEvents = 100;

    /// <summary>The workshop, for the home page.</summary>
    public static string Workshop(
        Schedule schedule,
        RegistrationAvailability availability,
        DateTimeOffset now,
        SiteAddress site,
        Language language
    )
    {
        var workshop = schedule.Workshop;
        var whole = Summary(schedule.Workshop, site, language);
        // ConferenceEvent is a recent type. Programs that do not know it use Event.
        whole["@type"] = new JsonArray("Event", "ConferenceEvent");
        whole.Insert(0, "@context", Schema);
        if (schedule.Slots.Count > 0)
        {
            whole["startDate"] = workshop.Local(schedule.Slots[0].Start).Iso();
            whole["endDate"] = workshop.Local(schedule.Slots.Max(s => s.End)).Iso();
        }
        whole["alternateName"] = workshop.Name;
        whole["description"] = PlainText.OneLine(workshop.Summary.In(language));
        whole["inLanguage"] = JsonText.Array(workshop.Languages.All.Select(l => (JsonNode)l.Tag()));
        whole["maximumPhysicalAttendeeCapacity"] = workshop.Offer.HasRoom() ? workshop.Seats : null;
        whole["organizer"] = JsonText.Array(
            workshop.Committee.Select(m => Person(m.Name, m.Slug, [m.Affiliation], null, workshop.Languages, site, language))
        );
        whole["sponsor"] = JsonText.Array(workshop.Sponsors.Select(s => Organization(s.Name, s.Url)));
        whole["offers"] = Offer(workshop, availability, now, site, language);
        whole["subEvent"] = SubEvents(schedule, site, language);
        return JsonText.ForScript(JsonText.Known(whole));
    }

    /// <summary>The workshop with what takes place on the days of <paramref name="schedule"/>, for the page of the programme.</summary>
    public static string Programme(Schedule schedule, SiteAddress site, Language language)
    {
        var whole = Summary(schedule.Workshop, site, language);
        whole.Insert(0, "@context", Schema);
        whole["subEvent"] = SubEvents(schedule, site, language);
        return JsonText.ForScript(whole);
    }

    /// <summary>A talk, or a poster with its poster sessions, for the page of its abstract.</summary>
    public static string Contribution(Schedule schedule, Contribution contribution, SiteAddress site, Language language)
    {
        var rows = schedule
            .Slots.Where(s => s.ContributionCode == contribution.Code || (contribution.Kind == ContributionKind.Poster && s.Posters))
            .Select(s => new ProgrammeRow(schedule, s, site, language, contribution))
            .ToList();
        var url = site.Of(Routes.Abstract.Path(schedule.Workshop.Languages, language, contribution.Code));
        var performers = contribution
            .Speakers.Select(s => Performer(s, contribution, schedule.Workshop.Languages, site, language))
            .ToList();
        var rooms = rows.Select(r => r.Slot.Room).Distinct().ToList();
        var cancelled = contribution.Cancelled || (rows.Count > 0 && rows.All(r => r.IsCancelled));
        var moved = cancelled ? null : rows.FirstOrDefault()?.Slot.MovedFromStart;
        var whole = new JsonObject
        {
            ["@context"] = Schema,
            ["@type"] = "Event",
            ["@id"] = EventId(contribution.Code, schedule.Workshop.Languages, site),
            ["name"] = PlainText.OneLine(contribution.Title),
            ["url"] = url,
            ["description"] = contribution.BodyText.Length > 0 ? PlainText.Excerpt(contribution.BodyText, DescriptionLength) : null,
            ["startDate"] = rows.Count > 0 ? rows[0].Start.Iso() : schedule.Workshop.Start.Iso(),
            ["endDate"] = rows.Count > 0 ? rows[^1].End.Iso() : schedule.Workshop.End.Iso(),
            ["eventStatus"] = Status(cancelled, moved is not null),
            ["previousStartDate"] = moved is { } old ? schedule.Workshop.Local(old).Iso() : null,
            ["eventAttendanceMode"] = Mode(schedule.Workshop),
            ["location"] = Locations(schedule.Workshop, rooms.Count == 1 ? rooms[0] : null, url, language),
            ["performer"] = performers.Count == 1 ? performers[0] : JsonText.Array(performers),
            ["contributor"] = Chairs(rows.Where(r => r.Slot.IsTalk).SelectMany(r => r.Slot.Chairs).Distinct()),
            ["superEvent"] = Summary(schedule.Workshop, site, language),
            ["subEvent"] = rows.Count > 1 ? JsonText.Array(rows.Select(r => SubEvent(schedule.Workshop, r, site, language))) : null,
            ["workFeatured"] = Article(
                schedule.Workshop,
                contribution,
                [.. rows.Where(r => r.Slot.ContributionCode is not null).SelectMany(r => r.Slot.Materials), .. contribution.Materials],
                url,
                site,
                language
            ),
        };
        return JsonText.ForScript(JsonText.Known(whole));
    }

    private static JsonObject Summary(Workshop workshop, SiteAddress site, Language language)
    {
        var home = site.Of(Routes.Home.Path(workshop.Languages, language));
        return new()
        {
            ["@type"] = "Event",
            ["@id"] = WorkshopId(site),
            ["name"] = PlainText.OneLine(workshop.Title.In(language)),
            ["url"] = home,
            // Days, not times: the page of a talk loads only the slots of that talk.
            ["startDate"] = workshop.Start.Iso(),
            ["endDate"] = workshop.End.Iso(),
            ["eventStatus"] = Status(cancelled: false, moved: false),
            ["eventAttendanceMode"] = Mode(workshop),
            ["location"] = Locations(workshop, null, home, language),
        };
    }

    private static JsonArray SubEvents(Schedule schedule, SiteAddress site, Language language) =>
        JsonText.Array(
            schedule
                .Slots.Where(s => s.Kind is not (SlotKind.Break or SlotKind.Meal))
                .Take(MaxSubEvents)
                .Select(s => SubEvent(schedule.Workshop, new(schedule, s, site, language), site, language))
        );

    /// <summary>A row of the timetable. The people of a talk are on its own page.</summary>
    private static JsonObject SubEvent(Workshop workshop, ProgrammeRow row, SiteAddress site, Language language) =>
        JsonText.Known(
            new()
            {
                ["@type"] = "Event",
                ["name"] = PlainText.OneLine(row.Title),
                ["url"] = row.Url,
                ["startDate"] = row.Start.Iso(),
                ["endDate"] = row.End.Iso(),
                ["eventStatus"] = row.IsCancelled ? Status(cancelled: true, moved: false) : null,
                ["performer"] = row.Contribution is null
                    ? JsonText.Array(row.Slot.PeopleIn(language).Select(p => Performer(p, workshop.Languages, site, language)))
                    : null,
                ["contributor"] = row.Contribution is null ? Chairs(row.Slot.Chairs) : null,
                // The name alone: the address is that of the whole workshop.
                ["location"] = workshop.RoomToName(row.Slot.Room) is null
                    ? null
                    : new JsonObject { ["@type"] = "Place", ["name"] = VenueRoom.WithVenue(workshop, row.Slot.Room, language) },
            }
        );

    private static JsonArray Locations(Workshop workshop, string? room, string publicPage, Language language)
    {
        var places = new JsonArray();
        if (workshop.Offer.HasRoom())
            places.Add(Place(workshop, room, language));
        if (workshop.Offer.HasStream())
            places.Add(new JsonObject { ["@type"] = "VirtualLocation", ["url"] = publicPage });
        return places;
    }

    private static JsonObject Place(Workshop workshop, string? room, Language language)
    {
        var venue = workshop.Venue;
        return JsonText.Known(
            new()
            {
                ["@type"] = "Place",
                ["name"] = VenueRoom.WithVenue(workshop, room, language),
                ["address"] = JsonText.Known(
                    new()
                    {
                        ["@type"] = "PostalAddress",
                        ["streetAddress"] = venue.Address.Count > 0 ? string.Join(", ", venue.Address) : null,
                        ["postalCode"] = venue.Postcode.Length > 0 ? venue.Postcode : null,
                        ["addressLocality"] = venue.City,
                        ["addressCountry"] = venue.Country,
                    }
                ),
                ["geo"] = venue.Coordinates is { } point
                    ? new JsonObject
                    {
                        ["@type"] = "GeoCoordinates",
                        ["latitude"] = point.Latitude,
                        ["longitude"] = point.Longitude,
                    }
                    : null,
            }
        );
    }

    private static JsonObject Offer(
        Workshop workshop,
        RegistrationAvailability availability,
        DateTimeOffset now,
        SiteAddress site,
        Language language
    )
    {
        // Remote places are unlimited. Where there are none, a full room has only a waiting list.
        var isLeft = workshop.Offer.HasStream() || availability.Left != SeatsLeft.None;
        return new()
        {
            ["@type"] = "Offer",
            ["availability"] =
                Schema
                + (
                    !availability.IsOpen && now < availability.Opens ? "PreOrder"
                    : availability.IsOpen && isLeft ? "InStock"
                    : "SoldOut"
                ),
            ["validFrom"] = workshop.Local(availability.Opens).Iso(),
            // The last second of the last day.
            ["validThrough"] = workshop.Local(availability.Closes.AddSeconds(-1)).Iso(),
            ["url"] = site.Of(Routes.Home.Path(workshop.Languages, language)),
        };
    }

    private static JsonObject Article(
        Workshop workshop,
        Contribution contribution,
        IEnumerable<Material> materials,
        string url,
        SiteAddress site,
        Language language
    ) =>
        JsonText.Known(
            new()
            {
                ["@type"] = "ScholarlyArticle",
                ["headline"] = PlainText.OneLine(contribution.Title),
                ["url"] = url,
                ["inLanguage"] = contribution.Lang,
                ["datePublished"] = workshop.Start.Iso(),
                ["author"] = JsonText.Array(contribution.Authors.Select(a => Person(a, contribution, workshop.Languages, site, language))),
                ["keywords"] = JsonText.Array(contribution.Keywords.Select(k => (JsonNode)PlainText.OneLine(k.Text))),
                ["abstract"] = contribution.BodyText.Length > 0 ? PlainText.Clean(contribution.BodyText) : null,
                ["associatedMedia"] = JsonText.Array(materials.Select(m => Media(m, site, language))),
                ["citation"] = JsonText.Array(contribution.References.Where(r => r.Doi is not null).Select(Cited)),
            }
        );

    private static JsonObject Cited(Reference reference) =>
        new()
        {
            ["@type"] = "CreativeWork",
            ["name"] = PlainText.OneLine(reference.Text),
            ["sameAs"] = Reference.DoiUrl(reference.Doi!),
        };

    /// <summary>A generic object, because the type behind a link is unknown: a page, a player or a file.</summary>
    private static JsonObject Media(Material material, SiteAddress site, Language language) =>
        JsonText.Known(
            new()
            {
                ["@type"] = "MediaObject",
                ["name"] = PlainText.OneLine(material.Title.In(language)),
                [material.File is null ? "url" : "contentUrl"] = site.Of(material),
                ["encodingFormat"] = material.File?.MediaType,
                ["contentSize"] = material.File is { } file ? string.Create(CultureInfo.InvariantCulture, $"{file.Bytes} B") : null,
            }
        );

    private static string Mode(Workshop workshop) =>
        Schema
        + workshop.Offer switch
        {
            AttendanceOffer.InPersonOnly => "OfflineEventAttendanceMode",
            AttendanceOffer.RemoteOnly => "OnlineEventAttendanceMode",
            _ => "MixedEventAttendanceMode",
        };

    private static string WorkshopId(SiteAddress site) => site.Of("/") + "/#workshop";

    /// <summary>Both languages describe one event.</summary>
    private static string EventId(string code, WorkshopLanguages languages, SiteAddress site) =>
        site.Of(Routes.Abstract.Path(languages, languages.First, code)) + "#event";

    private static string Status(bool cancelled, bool moved) =>
        Schema
        + (
            cancelled ? "EventCancelled"
            : moved ? "EventRescheduled"
            : "EventScheduled"
        );
}
