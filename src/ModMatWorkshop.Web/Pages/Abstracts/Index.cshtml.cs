using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Web.Pages.Abstracts;

/// <summary>The filters of the list, as the query contains them. Invalid values are ignored.</summary>
public sealed record AbstractFilter
{
    public const string Posters = "posters";

    /// <summary>The number of a session, or <see cref="Posters"/>.</summary>
    [FromQuery(Name = "session")]
    public string? Session { get; init; }

    [FromQuery(Name = "kind")]
    public string? Kind { get; init; }

    [FromQuery(Name = "keyword")]
    public string? Keyword { get; init; }

    [FromQuery(Name = "language")]
    public string? Language { get; init; }

    /// <summary><c>remote</c> or <c>room</c>.</summary>
    [FromQuery(Name = "place")]
    public string? Place { get; init; }

    public bool IsEmpty => this is { Session: null or "", Kind: null or "", Keyword: null or "", Language: null or "", Place: null or "" };

    public IQueryable<Contribution> Apply(WorkshopDb db, Workshop workshop)
    {
        IQueryable<Contribution> found = db.Contributions;
        if (Session == Posters)
            found = found.Where(c => c.Kind == ContributionKind.Poster);
        else if (int.TryParse(Session, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            found = found.Where(c => c.SessionNumber == number);
        if (
            workshop.AllKinds.FirstOrDefault(k => k.Key.Equals(Kind, StringComparison.OrdinalIgnoreCase)) is
            { Letters: { } letters, Kind: var kind }
        )
            found = found.Where(c => c.Kind == kind && c.Letters == letters);
        if (Language is { Length: > 0 and <= 3 } lang && lang.All(char.IsAsciiLetter))
            found = found.Where(c => c.Lang == lang);
        if (Place is "remote" or "room")
            found = found.Where(c => c.Remote == (Place == "remote"));
        if (Keyword is { Length: > 0 and <= 200 })
        {
            var facet = Folding.Fold(Keyword);
            found = found.Where(c => db.KeywordUses.Where(k => k.Facet == facet).Select(k => k.ContributionCode).Contains(c.Code));
        }
        return found;
    }
}

public sealed record AbstractItem(
    string Code,
    ContributionKind Kind,
    string TitleHtml,
    string TitleLang,
    string Lang,
    IReadOnlyList<Author> Authors,
    string SpeakerSlug,
    string? Lab,
    string? Town,
    bool Remote,
    bool Cancelled,
    int? Board,
    DateOnly? Day,
    DateTimeOffset? Start,
    DateTimeOffset? End
)
{
    public string? Room { get; init; }

    public IReadOnlyList<Speaker> MoreSpeakers { get; init; } = [];

    public bool ToBeConfirmed { get; init; }

    public bool IsPresentedBy(Author author) => author.Slug == SpeakerSlug || MoreSpeakers.Any(s => s.Slug == author.Slug);
}

public sealed class IndexModel(WorkshopDb db, SiteContext siteContext) : PageModel
{
    private const int PageSize = 50;
    private const int KeywordChoices = 150;

    public AbstractFilter Filter { get; private set; } = new();

    public Workshop Workshop { get; private set; } = null!;

    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    public IReadOnlyList<KeywordFacet> Keywords { get; private set; } = [];

    public IReadOnlyList<AbstractItem> Items { get; private set; } = [];

    /// <summary>Whether some may be given remotely, so that readers may choose the others.</summary>
    public bool HasRemote { get; private set; }

    public int Total { get; private set; }

    public Paging Paging { get; private set; } = new(1, 1, PageSize);

    public bool IsSelectedKeyword(KeywordFacet keyword) =>
        Filter.Keyword is { Length: > 0 and <= 200 } asked && Folding.Fold(asked) == keyword.Facet;

    public async Task OnGetAsync([FromQuery] AbstractFilter filter, [FromQuery(Name = "page")] int? page, CancellationToken cancel)
    {
        Filter = filter;
        (Workshop, Sessions) = await siteContext.OutlineAsync();
        Keywords =
        [
            .. (
                await db
                    .KeywordFacets.AsNoTracking()
                    .OrderByDescending(k => k.Uses)
                    .ThenBy(k => k.Facet)
                    .Take(KeywordChoices)
                    .ToListAsync(cancel)
            ).OrderBy(k => k.Facet, StringComparer.Ordinal),
        ];

        HasRemote = Workshop.Offer.HasStream() || await db.Contributions.AnyAsync(c => c.Remote, cancel);
        var found = filter.Apply(db, Workshop);
        Total = await found.CountAsync(cancel);
        Paging = Paging.Of(page, Total, PageSize);
        Items = await (
            from contribution in found
                .AsNoTracking()
                .OrderBy(c => c.Kind)
                .ThenBy(c => c.Letters)
                .ThenBy(c => c.Number)
                .Skip(Paging.Skip)
                .Take(PageSize)
            join slot in db.Slots on contribution.Code equals slot.ContributionCode into slots
            from slot in slots.DefaultIfEmpty()
            orderby contribution.Kind, contribution.Letters, contribution.Number
            select new AbstractItem(
                contribution.Code,
                contribution.Kind,
                contribution.TitleHtml,
                contribution.TitleLang,
                contribution.Lang,
                contribution.Authors,
                contribution.SpeakerSlug,
                contribution.Lab,
                contribution.Town,
                contribution.Remote,
                contribution.Cancelled || (slot != null && slot.Cancelled),
                contribution.Board,
                slot != null ? slot.Date : null,
                slot != null ? slot.Start : null,
                slot != null ? slot.End : null
            )
            {
                Room = slot != null ? slot.Room : null,
                MoreSpeakers = contribution.MoreSpeakers,
                ToBeConfirmed = contribution.ToBeConfirmed,
            }
        ).ToListAsync(cancel);
    }
}
