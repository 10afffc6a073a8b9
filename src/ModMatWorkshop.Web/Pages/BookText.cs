using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Web.Pages;

/// <summary>The book of abstracts, for the screen or for the PDF, whose renderer knows no MathML.</summary>
public sealed record BookText(Schedule Schedule, bool ForPrint)
{
    /// <summary>The contributions in the order of the book: the talks as they are given, then the posters.</summary>
    public IReadOnlyList<(Contribution Contribution, Slot? Slot)> InOrder { get; } =
    [
        .. Schedule.Slots.Where(s => s.IsTalk && Schedule.Contributions.ContainsKey(s.ContributionCode!)).Select(s => (Schedule.Contributions[s.ContributionCode!], (Slot?)s)),
        .. Schedule.Contributions.Values.Where(c => c.Kind == ContributionKind.Poster).OrderBy(c => c.Number).Select(c => (c, (Slot?)null)),
    ];

    public IReadOnlyList<(Author Author, IReadOnlyList<string> Codes)> AuthorIndex =>
        [.. InOrder.SelectMany(e => e.Contribution.Authors.Select(a => (Author: a, e.Contribution.Code)))
            .GroupBy(e => e.Author.Slug)
            .OrderBy(g => g.First().Author.FullName.SortKey, StringComparer.Ordinal)
            .Select(g => (g.First().Author, (IReadOnlyList<string>)[.. g.Select(e => e.Code)]))];

    public string BodyOf(Contribution contribution) => ForPrint ? contribution.BodyPrintHtml ?? contribution.BodyHtml : contribution.BodyHtml;
}
