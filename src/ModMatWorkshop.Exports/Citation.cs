using System.Globalization;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Exports;

/// <summary>The citation of an abstract as an article in the proceedings of the workshop.</summary>
/// <param name="Key">A stable key: <c>nano-2021-o3</c>.</param>
/// <param name="Date">The day of the talk; the first day of the workshop for a poster.</param>
/// <param name="Note">The kind and code, and a remark if the editors have condensed the abstract.</param>
internal sealed record Citation(
    Contribution Contribution,
    string Key,
    string BookTitle,
    DateOnly Date,
    string Place,
    string Url,
    string Note
)
{
    private static readonly Localized Condensed = new("résumé condensé par les éditeurs", "abstract condensed by the editors");

    public static Citation Of(Schedule schedule, Contribution contribution, SiteAddress site, Language language) =>
        Of(schedule, contribution, schedule.Slots.FirstOrDefault(s => s.ContributionCode == contribution.Code), site, language);

    /// <summary>The citations of all abstracts: talks in the order of the timetable, then posters.</summary>
    public static IEnumerable<Citation> Book(Schedule schedule, SiteAddress site, Language language) =>
        schedule
            .Slots.Select(s => (Slot: (Slot?)s, Contribution: schedule.ContributionOf(s)))
            .Concat(schedule.Posters.Select(p => (Slot: (Slot?)null, Contribution: (Contribution?)p)))
            .Where(row => row.Contribution is not null)
            .Select(row => Of(schedule, row.Contribution!, row.Slot, site, language));

    /// <summary>The URL of an ORCID iD, which may be a URL already.</summary>
    public static string OrcidAddress(string orcid) =>
        orcid.StartsWith("http", StringComparison.Ordinal) ? orcid : "https://orcid.org/" + orcid;

    private static Citation Of(Schedule schedule, Contribution contribution, Slot? slot, SiteAddress site, Language language)
    {
        var workshop = schedule.Workshop;
        var name = workshop.OwnKindOf(contribution.ContributionCode)?.Name ?? Phrases.Kind(contribution.Kind);
        var kind = $"{name.In(language)} {contribution.ContributionCode.Printed}";
        return new(
            contribution,
            $"{Slug.From(workshop.Name)}-{contribution.Code}",
            $"{workshop.Name} – {PlainText.OneLine(workshop.Title.In(language))}",
            slot?.Date ?? workshop.Start,
            $"{workshop.Venue.City}, {new RegionInfo(workshop.Venue.Country).EnglishName}",
            site.Of(Routes.Abstract.Path(workshop.Languages, language, contribution.Code)),
            contribution.Condensed ? $"{kind}, {Condensed.In(language)}" : kind
        );
    }
}
