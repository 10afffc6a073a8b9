using System.Globalization;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Exports;

/// <summary>
/// The Highwire Press tags <c>&lt;meta name="citation_…"&gt;</c>, which academic search engines read on the page of an abstract.
/// </summary>
public static class CitationTags
{
    /// <summary>Names and values. The order matters: the tags after an author belong to that author.</summary>
    public static IReadOnlyList<(string Name, string Content)> Of(
        Schedule schedule,
        Contribution contribution,
        SiteAddress site,
        Language language
    )
    {
        var citation = Citation.Of(schedule, contribution, site, language);
        List<(string, string)> tags = [("citation_title", PlainText.OneLine(contribution.Title))];
        foreach (var author in contribution.Authors)
        {
            tags.Add(("citation_author", author.FullName.Inverted));
            tags.AddRange(contribution.AffiliationsOf(author).Select(a => ("citation_author_institution", PlainText.OneLine(a))));
            if (author.Orcid is { } orcid)
                tags.Add(("citation_author_orcid", Citation.OrcidAddress(orcid)));
        }
        tags.Add(("citation_conference_title", citation.BookTitle));
        tags.Add(("citation_publication_date", citation.Date.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture)));
        tags.Add(("citation_language", contribution.Lang));
        tags.AddRange(contribution.Keywords.Select(k => ("citation_keywords", PlainText.OneLine(k.Text))));
        tags.Add(("citation_abstract_html_url", citation.Url));
        return tags;
    }
}
