using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Web.Pages.Speakers;

/// <param name="Lab">The laboratory of a speaker, as in the programme, or that of a committee member; null for every other author.</param>
public sealed record PersonItem(string Slug, string Name, bool Speaks, string? Lab, IReadOnlyList<string> Codes);

public sealed class IndexModel(WorkshopDb db, SiteContext siteContext) : PageModel
{
    private const int PageSize = 200;

    /// <summary>Those who give a talk or present a poster come first.</summary>
    public IReadOnlyList<PersonItem> Authors { get; private set; } = [];

    /// <summary>Complete, even if a member is also an author. Empty except on the last page.</summary>
    public IReadOnlyList<PersonItem> Committee { get; private set; } = [];

    public int Total { get; private set; }

    public Paging Paging { get; private set; } = new(1, 1, PageSize);

    public async Task OnGetAsync([FromQuery(Name = "page")] int? page, CancellationToken cancel)
    {
        var counts = await db
            .Persons.GroupBy(p => p.Speaks || p.IsAuthor)
            .Select(g => new { IsAuthor = g.Key, Count = g.Count() })
            .ToListAsync(cancel);
        Total = counts.Sum(c => c.Count);
        Paging = Paging.Of(page, counts.Where(c => c.IsAuthor).Sum(c => c.Count), PageSize);
        Authors = await ReadAuthorsAsync(cancel);
        if (Paging.Page == Paging.Pages)
            Committee =
            [
                .. (await siteContext.WorkshopAsync()).Committee.Select(m => new PersonItem(m.Slug, m.Name, false, m.Affiliation, [])),
            ];
    }

    private async Task<IReadOnlyList<PersonItem>> ReadAuthorsAsync(CancellationToken cancel)
    {
        var authors = await db
            .Persons.AsNoTracking()
            .Where(p => p.Speaks || p.IsAuthor)
            .OrderByDescending(p => p.Speaks)
            .ThenBy(p => p.SortKey)
            .ThenBy(p => p.Slug)
            .Skip(Paging.Skip)
            .Take(PageSize)
            .Select(p => new PersonItem(
                p.Slug,
                p.Name,
                p.Speaks,
                db.Slots.Where(s => s.SpeakerSlug == p.Slug).OrderBy(s => s.Start).Select(s => s.Lab).FirstOrDefault(),
                db.Authorships.Where(a => a.PersonSlug == p.Slug).OrderBy(a => a.ContributionCode).Select(a => a.ContributionCode).ToList()
            ))
            .ToListAsync(cancel);
        var speakers = authors.Where(p => p.Speaks).Select(p => p.Slug).ToList();
        var works = await db
            .Contributions.AsNoTracking()
            .Where(c => speakers.Contains(c.SpeakerSlug))
            .OrderBy(c => c.Kind)
            .ThenBy(c => c.Letters)
            .ThenBy(c => c.Number)
            .Select(c => new
            {
                c.SpeakerSlug,
                c.Lab,
                c.Authors,
                c.Affiliations,
            })
            .ToListAsync(cancel);
        var labs = works.ToLookup(w => w.SpeakerSlug, w => w.Lab ?? LabOf(w.SpeakerSlug, w.Authors, w.Affiliations));
        var otherLabs = (await siteContext.CachedAsync(OtherLabs.ReadAsync)).BySlug;
        return
        [
            .. authors.Select(p =>
                p with
                {
                    Lab = labs[p.Slug].Append(p.Lab).Concat(otherLabs[p.Slug]).FirstOrDefault(lab => lab is not null),
                }
            ),
        ];
    }

    /// <summary>The short name of an author's first affiliation, for a poster, which names no laboratory of its own.</summary>
    private static string? LabOf(string slug, IReadOnlyList<Author> authors, IReadOnlyList<Affiliation> affiliations) =>
        authors.FirstOrDefault(a => a.Slug == slug)?.Affiliations is [var first, ..] ? affiliations[first - 1].Key : null;

    /// <summary>The laboratories of those who are not the first speaker of a slot, such as the members of a panel.</summary>
    private sealed record OtherLabs(ILookup<string, string?> BySlug)
    {
        public static async Task<OtherLabs> ReadAsync(WorkshopDb db)
        {
            var speakers = await db
                .Slots.Where(s => (string)(object)s.MoreSpeakers != "[]")
                .OrderBy(s => s.Start)
                .Select(s => s.MoreSpeakers)
                .ToListAsync();
            return new(speakers.SelectMany(s => s).ToLookup(s => s.Slug, s => s.Lab));
        }
    }
}
