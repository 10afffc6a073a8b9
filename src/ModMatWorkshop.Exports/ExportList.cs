using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Exports;

/// <summary>All exports. To remove a format, delete its folder and its lines here; its addresses and links disappear with it.</summary>
public static class ExportList
{
    public static readonly IReadOnlyList<Export> All =
    [
        .. ICalendar.Exports,
        .. BibTeX.Exports,
        .. Ris.Exports,
        .. Frab.Exports,
        .. Atom.Exports,
        .. SiteMap.Exports,
    ];

    public static readonly IReadOnlyList<SheetFormat> Sheets = [Csv.SheetFormat, Xlsx.SheetFormat];

    /// <summary>The calendar export for a participant's half-days; null if the site has none.</summary>
    public static PersonalExport? PersonalCalendar => All.OfType<PersonalExport>().FirstOrDefault();

    /// <summary>Whether an export uses a route, so that a page may link to it.</summary>
    public static bool Serves(FileRoute route) => All.Any(e => e.Route == route);

    /// <summary>The JSON-LD of the home page; null if the site has no such export.</summary>
    public static string? JsonLdOf(
        Schedule schedule,
        RegistrationAvailability availability,
        DateTimeOffset now,
        SiteAddress site,
        Language language
    ) => JsonLd.Workshop(schedule, availability, now, site, language);

    /// <summary>The JSON-LD of the page of a contribution; null if the site has no such export.</summary>
    public static string? JsonLdOf(Schedule schedule, Contribution contribution, SiteAddress site, Language language) =>
        JsonLd.Contribution(schedule, contribution, site, language);

    /// <summary>The JSON-LD of the page of the programme; null if the site has no such export.</summary>
    public static string? JsonLdOfProgramme(Schedule schedule, SiteAddress site, Language language) =>
        JsonLd.Programme(schedule, site, language);

    /// <summary>The JSON-LD of the page of a person; null if the site has no such export.</summary>
    public static string? JsonLdOf(
        Person person,
        IEnumerable<string> affiliations,
        IEnumerable<(Contribution Contribution, Slot? Slot)> presented,
        Workshop workshop,
        SiteAddress site,
        Language language
    ) => JsonLd.Person(person, affiliations, presented, workshop, site, language);

    /// <summary>The JSON-LD of the list of people; null if the site has no such export.</summary>
    public static string? JsonLdOf(
        IEnumerable<(string Slug, string Name)> people,
        int first,
        WorkshopLanguages languages,
        SiteAddress site,
        Language language
    ) => JsonLd.People(people, first, languages, site, language);

    /// <summary>The names and values of the meta elements on the page of a contribution.</summary>
    public static IReadOnlyList<(string Name, string Content)> TagsOf(
        Schedule schedule,
        Contribution contribution,
        SiteAddress site,
        Language language
    ) => CitationTags.Of(schedule, contribution, site, language);
}
