using System.Text.Json.Nodes;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Exports;

/// <content>The people of the programme.</content>
public static partial class JsonLd
{
    /// <summary>A person with the talks and posters that they present, for their page.</summary>
    /// <param name="presented">A poster has no slot of its own.</param>
    public static string Person(
        Person person,
        IEnumerable<string> affiliations,
        IEnumerable<(Contribution Contribution, Slot? Slot)> presented,
        Workshop workshop,
        SiteAddress site,
        Language language
    )
    {
        var whole = Person(person.Name, person.Slug, affiliations, person.Orcid, workshop.Languages, site, language);
        whole.Insert(0, "@context", Schema);
        whole["@id"] = site.Of(Routes.Speaker.Path(workshop.Languages, workshop.Languages.First, person.Slug)) + "#person";
        whole["image"] = person.Portrait is { } portrait ? site.Of(portrait.Address) : null;
        whole["description"] = person.Bio?.In(language);
        whole["performerIn"] = JsonText.Array(presented.Select(p => Presented(p.Contribution, p.Slot, workshop, site, language)));
        return JsonText.ForScript(JsonText.Known(whole));
    }

    /// <summary>A page of the list of people.</summary>
    /// <param name="first">The position of the first person in the whole list, from 1.</param>
    public static string People(
        IEnumerable<(string Slug, string Name)> people,
        int first,
        WorkshopLanguages languages,
        SiteAddress site,
        Language language
    ) =>
        JsonText.ForScript(
            new()
            {
                ["@context"] = Schema,
                ["@type"] = "ItemList",
                ["itemListElement"] = JsonText.Array(
                    people.Select(
                        (person, i) =>
                            new JsonObject
                            {
                                ["@type"] = "ListItem",
                                ["position"] = first + i,
                                ["item"] = Person(person.Name, person.Slug, [], null, languages, site, language),
                            }
                    )
                ),
            }
        );

    private static JsonObject Presented(Contribution contribution, Slot? slot, Workshop workshop, SiteAddress site, Language language)
    {
        var cancelled = contribution.Cancelled || slot is { Cancelled: true };
        return new()
        {
            ["@type"] = "Event",
            ["@id"] = EventId(contribution.Code, workshop.Languages, site),
            ["name"] = PlainText.OneLine(contribution.Title),
            ["url"] = site.Of(Routes.Abstract.Path(workshop.Languages, language, contribution.Code)),
            ["startDate"] = slot is null ? workshop.Start.Iso() : workshop.Local(slot.Start).Iso(),
            ["endDate"] = slot is null ? workshop.End.Iso() : workshop.Local(slot.End).Iso(),
            ["eventStatus"] = Status(cancelled, moved: !cancelled && slot is { IsMoved: true }),
            ["superEvent"] = new JsonObject { ["@id"] = WorkshopId(site) },
        };
    }

    /// <summary>A speaker with the affiliations and the ORCID that the list of authors gives.</summary>
    private static JsonObject Performer(
        Speaker speaker,
        Contribution contribution,
        WorkshopLanguages languages,
        SiteAddress site,
        Language language
    ) =>
        contribution.Authors.FirstOrDefault(a => a.Slug == speaker.Slug) is { } author
            ? Person(author, contribution, languages, site, language)
            : Person(speaker.Name, speaker.Slug, [], null, languages, site, language);

    /// <summary>Somebody who speaks in a slot; with a role, as schema.org says it: a Role around the person.</summary>
    private static JsonObject Performer(NamedSpeaker named, WorkshopLanguages languages, SiteAddress site, Language language)
    {
        var person = Person(named.Speaker.Name, named.Speaker.Slug, [], null, languages, site, language);
        return named.Role is { } role ? Role(role, "performer", person) : person;
    }

    private static JsonArray Chairs(IEnumerable<string> names) =>
        JsonText.Array(
            names.Select(name => Role("chair", "contributor", new JsonObject { ["@type"] = "Person", ["name"] = PlainText.OneLine(name) }))
        );

    private static JsonObject Role(string name, string property, JsonObject person) =>
        new()
        {
            ["@type"] = "Role",
            ["roleName"] = name,
            [property] = person,
        };

    private static JsonObject Person(
        Author author,
        Contribution contribution,
        WorkshopLanguages languages,
        SiteAddress site,
        Language language
    ) => Person(author.Name, author.Slug, contribution.AffiliationsOf(author), author.Orcid, languages, site, language);

    private static JsonObject Person(
        string name,
        string slug,
        IEnumerable<string> affiliations,
        string? orcid,
        WorkshopLanguages languages,
        SiteAddress site,
        Language language
    ) =>
        JsonText.Known(
            new()
            {
                ["@type"] = "Person",
                ["name"] = PlainText.OneLine(name),
                ["url"] = site.Of(Routes.Speaker.Path(languages, language, slug)),
                ["sameAs"] = orcid is null ? null : Citation.OrcidAddress(orcid),
                ["affiliation"] = JsonText.Array(affiliations.Select(a => Organization(a, null))),
            }
        );

    private static JsonObject Organization(string name, string? url) =>
        JsonText.Known(
            new()
            {
                ["@type"] = "Organization",
                ["name"] = PlainText.OneLine(name),
                ["url"] = url,
            }
        );
}
