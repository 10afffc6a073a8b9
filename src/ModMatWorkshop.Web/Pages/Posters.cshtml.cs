using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Web.Pages;

public sealed record PosterItem(
    string Code,
    string Title,
    string TitleHtml,
    string TitleLang,
    IReadOnlyList<Author> Authors,
    string SpeakerSlug,
    int Board,
    IReadOnlyList<Affiliation> Affiliations,
    bool Cancelled
)
{
    public IReadOnlyList<Speaker> MoreSpeakers { get; init; } = [];

    public IReadOnlyList<Material> Materials { get; init; } = [];

    /// <summary>The first one with a picture of its first page; null for none.</summary>
    public Material? Shown => Materials.FirstOrDefault(m => m.Picture is not null);

    public bool IsPresentedBy(Author author) => author.Slug == SpeakerSlug || MoreSpeakers.Any(s => s.Slug == author.Slug);
}

public sealed class PostersModel(WorkshopDb db, SiteContext siteContext) : PageModel
{
    private const int PageSize = 60;

    public Workshop Workshop { get; private set; } = null!;

    public IReadOnlyList<PosterItem> Posters { get; private set; } = [];

    public IReadOnlyList<Slot> Slots { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 1, PageSize);

    public async Task OnGetAsync([FromQuery(Name = "page")] int? page, CancellationToken cancel)
    {
        Workshop = await siteContext.WorkshopAsync();
        Slots = await db
            .Slots.AsNoTracking()
            .Where(s => s.Posters || s.Kind == SlotKind.PosterSession)
            .OrderBy(s => s.Start)
            .ToListAsync(cancel);
        var posters = db.Contributions.AsNoTracking().Where(c => c.Kind == ContributionKind.Poster);
        Paging = Paging.Of(page, await posters.CountAsync(cancel), PageSize);
        Posters = await posters
            .OrderBy(c => c.Letters)
            .ThenBy(c => c.Number)
            .Skip(Paging.Skip)
            .Take(PageSize)
            .Select(c => new PosterItem(
                c.Code,
                c.Title,
                c.TitleHtml,
                c.TitleLang,
                c.Authors,
                c.SpeakerSlug,
                c.Board ?? c.Number,
                c.Affiliations,
                c.Cancelled
            )
            {
                MoreSpeakers = c.MoreSpeakers,
                Materials = c.Materials,
            })
            .ToListAsync(cancel);
    }
}
