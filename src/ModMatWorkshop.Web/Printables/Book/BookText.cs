using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Web.Pages;

namespace ModMatWorkshop.Web.Printables;

/// <summary>The text of the book of abstracts, for the page or for the PDF.</summary>
/// <param name="Practical">The page of practical information; null when the content folder has none.</param>
public sealed record BookText(Schedule Schedule, Page? Practical, bool ForPrint)
{
    /// <summary>
    /// The contributions in the order of the book: talks by session, in the order of the programme, then posters. Sessions side by side
    /// come one after the other.
    /// </summary>
    public IReadOnlyList<(Contribution Contribution, Slot? Slot)> InOrder { get; } =
    [
        .. Schedule
            .Slots.Where(s => s.IsTalk && Schedule.Contributions.ContainsKey(s.ContributionCode!))
            .GroupBy(s => s.SessionNumber)
            .SelectMany(session => session.Select(s => (Schedule.Contributions[s.ContributionCode!], (Slot?)s))),
        .. Schedule.Posters.Select(c => (c, (Slot?)null)),
    ];

    public static async Task<BookText> ReadAsync(WorkshopDb db, Outline outline, bool isPdf, CancellationToken cancel) =>
        new(
            await db.WholeScheduleAsync(cancel, outline),
            await db.Pages.AsNoTracking().FirstOrDefaultAsync(p => p.Slug == "practical-info", cancel),
            isPdf
        );

    public IReadOnlyList<ProgrammeDay> Days =>
        TimetableQueries.Days(Schedule.Slots.Select(s => TimetableRow.Of(s, Schedule.ContributionOf(s))), Schedule.Sessions);

    public IReadOnlyList<(Author Author, IReadOnlyList<string> Codes)> AuthorIndex =>
        [
            .. InOrder
                .SelectMany(e => e.Contribution.Authors.Select(a => (Author: a, e.Contribution.Code)))
                .GroupBy(e => e.Author.Slug)
                .OrderBy(g => g.First().Author.FullName.SortKey, StringComparer.Ordinal)
                .Select(g => (g.First().Author, (IReadOnlyList<string>)[.. g.Select(e => e.Code)])),
        ];

    /// <summary>Makes links to this site absolute in the PDF, which has no site of its own.</summary>
    public string OfSite(string html, SiteAddress site) =>
        ForPrint ? html.Replace("href=\"/", $"href=\"{site.BaseUrl}/", StringComparison.Ordinal) : html;

    /// <summary>Each keyword in its most frequent spelling, with the contributions that have it.</summary>
    public IReadOnlyList<(KeywordFacet Keyword, IReadOnlyList<string> Codes)> KeywordIndex =>
        [
            .. KeywordFacet
                .Of(InOrder.Select(e => e.Contribution))
                .OrderBy(k => Folding.Fold(k.Text), StringComparer.Ordinal)
                .Select(k =>
                    (
                        k,
                        (IReadOnlyList<string>)
                            [.. InOrder.Where(e => e.Contribution.Keywords.Any(w => w.Facet == k.Facet)).Select(e => e.Contribution.Code)]
                    )
                ),
        ];
}
