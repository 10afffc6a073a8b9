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
    /// The talks of each session, in the order of the programme, then the posters. Sessions side by side come one after the other.
    /// </summary>
    public IReadOnlyList<BookChapter> Chapters { get; } =
    [
        .. Schedule
            .Slots.Where(s => s.IsTalk && Schedule.Contributions.ContainsKey(s.ContributionCode!))
            .GroupBy(s => s.SessionNumber)
            .Select(session => new BookChapter(
                session.Key,
                ArePosters: false,
                [.. session.Select(s => (Schedule.Contributions[s.ContributionCode!], (Slot?)s))]
            )),
        .. Schedule.Posters.Any()
            ? [new BookChapter(null, ArePosters: true, [.. Schedule.Posters.Select(c => (c, (Slot?)null))])]
            : Array.Empty<BookChapter>(),
    ];

    private IEnumerable<Contribution> InOrder => Chapters.SelectMany(c => c.Contributions).Select(c => c.Contribution);

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
                .SelectMany(c => c.Authors.Select(a => (Author: a, c.Code)))
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
                .Of(InOrder)
                .OrderBy(k => Folding.Fold(k.Text), StringComparer.Ordinal)
                .Select(k =>
                    (k, (IReadOnlyList<string>)[.. InOrder.Where(c => c.Keywords.Any(w => w.Facet == k.Facet)).Select(c => c.Code)])
                ),
        ];
}

/// <summary>The abstracts below one heading of the book.</summary>
/// <param name="Session">Null for the posters, and for talks outside sessions.</param>
/// <param name="Contributions">Each with its slot; a poster has none.</param>
public sealed record BookChapter(int? Session, bool ArePosters, IReadOnlyList<(Contribution Contribution, Slot? Slot)> Contributions)
{
    public string Anchor =>
        ArePosters ? "h-posters"
        : Session is { } number ? $"h-session-{number}"
        : "h-other-talks";
}
