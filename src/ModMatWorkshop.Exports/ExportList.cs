using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Exports;

/// <summary>The one list of the exports. Delete the folder of a format with its lines here, and its addresses and links are gone.</summary>
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

    /// <summary>The export of a participant's own half-days; null for none.</summary>
    public static SelectionExport? PersonalCalendar => All.OfType<SelectionExport>().FirstOrDefault();

    /// <summary>Whether an export answers at an address, so that a page may link to it.</summary>
    public static bool Serves(FileRoute route) => All.Any(e => e.Route == route);

    /// <summary>The JSON-LD of the home page; null for none.</summary>
    public static string? JsonLdOf(Schedule schedule, DateTimeOffset now, SiteAddress site, Language language) =>
        JsonLd.Workshop(schedule, now, site, language);

    /// <summary>The JSON-LD of the page of a contribution; null for none.</summary>
    public static string? JsonLdOf(Schedule schedule, Contribution contribution, SiteAddress site, Language language) =>
        JsonLd.Contribution(schedule, contribution, site, language);

    /// <summary>The meta elements of the page of a contribution, by name and content.</summary>
    public static IReadOnlyList<(string Name, string Content)> TagsOf(
        Schedule schedule,
        Contribution contribution,
        SiteAddress site,
        Language language
    ) => CitationTags.Of(schedule, contribution, site, language);
}
