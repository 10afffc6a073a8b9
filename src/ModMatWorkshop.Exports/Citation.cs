using System.Globalization;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Exports;

/// <summary>An abstract as the bibliographies cite it: a paper in the proceedings of the workshop.</summary>
/// <param name="Key">Stable, <c>modmat-2021-o3</c>.</param>
/// <param name="Date">The day of the talk; of a poster, the first of the workshop.</param>
/// <param name="Note">What it was, and whether the abstract is a condensed text.</param>
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

    /// <summary>The book of abstracts: the talks in the order of the timetable, then the posters.</summary>
    public static IEnumerable<Citation> Book(Schedule schedule, SiteAddress site, Language language) =>
        schedule
            .Slots.Select(s => (Slot: (Slot?)s, Contribution: schedule.ContributionOf(s)))
            .Concat(schedule.Posters.Select(p => (Slot: (Slot?)null, Contribution: (Contribution?)p)))
            .Where(row => row.Contribution is not null)
            .Select(row => Of(schedule, row.Contribution!, row.Slot, site, language));

    /// <summary>The whole address of an ORCID iD, written with or without it.</summary>
    public static string OrcidAddress(string orcid) =>
        orcid.StartsWith("http", StringComparison.Ordinal) ? orcid : "https://orcid.org/" + orcid;

    private static Citation Of(Schedule schedule, Contribution contribution, Slot? slot, SiteAddress site, Language language)
    {
        var workshop = schedule.Workshop;
        var kind = $"{Phrases.Kind(contribution.Kind).In(language)} {contribution.ContributionCode.Printed}";
        return new(
            contribution,
            $"{Slug.From(workshop.Name)}-{contribution.Code}",
            $"{workshop.Name} – {PlainText.OneLine(workshop.Title.In(language))}",
            slot?.Date ?? workshop.Start,
            $"{workshop.Venue.City}, {new RegionInfo(workshop.Venue.Country).EnglishName}",
            site.Of(Routes.Abstract.Path(language, contribution.Code)),
            contribution.Condensed ? $"{kind}, {Condensed.In(language)}" : kind
        );
    }
}
