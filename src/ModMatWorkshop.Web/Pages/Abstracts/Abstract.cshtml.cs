using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Web.Pages.Abstracts;

public sealed record Neighbour(string Code, string TitleHtml, string TitleLang);

public sealed class AbstractModel(WorkshopDb db, SiteContext siteContext) : PageModel
{
    public Workshop Workshop { get; private set; } = null!;

    public Contribution Contribution { get; private set; } = null!;

    /// <summary>The slot of the talk in the programme; null for a poster.</summary>
    public Slot? Slot { get; private set; }

    /// <summary>
    /// True while the session of the talk is streamed. The stream page checks who may watch, because this page is the same for everybody.
    /// </summary>
    public bool IsLive { get; private set; }

    /// <summary>The slots in which the poster is shown.</summary>
    public IReadOnlyList<Slot> PosterSlots { get; private set; } = [];

    public Neighbour? Previous { get; private set; }

    public Neighbour? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel)
    {
        if (!ContributionCode.TryParse(code, out var parsed))
            return NotFound();
        var found = await db.Contributions.AsNoTracking().FirstOrDefaultAsync(c => c.Code == parsed.Slug, cancel);
        if (found is null)
            return NotFound();
        if (code != parsed.Slug)
            return RedirectPermanent(siteContext.Path(Routes.Abstract, parsed.Slug));
        Contribution = found;
        Workshop = await siteContext.WorkshopAsync();
        if (found.Kind == ContributionKind.Poster)
        {
            PosterSlots = await db.Slots.AsNoTracking().Where(s => s.Posters).OrderBy(s => s.Start).ToListAsync(cancel);
            await FindNeighboursAmongPostersAsync(found, cancel);
        }
        else
        {
            await FindNeighboursInTimeAsync(found.Code, cancel);
            IsLive =
                Slot is { Cancelled: false, SessionNumber: { } session }
                && (await TimetableQueries.SessionAsync(db, session, cancel))?.IsOpen(siteContext.Now) == true;
        }
        return Page();
    }

    /// <summary>Reads the slot of a talk, and the talks before and after it, in one query.</summary>
    private async Task FindNeighboursInTimeAsync(string code, CancellationToken cancel)
    {
        var own = db.Slots.Where(s => s.ContributionCode == code);
        var before = db
            .Slots.Where(s => s.ContributionCode != null && s.Start < own.Max(o => o.Start))
            .OrderByDescending(s => s.Start)
            .Take(1);
        var after = db.Slots.Where(s => s.ContributionCode != null && s.Start > own.Max(o => o.Start)).OrderBy(s => s.Start).Take(1);
        var rows = await (
            from slot in own.Concat(before).Concat(after).AsNoTracking()
            join talk in db.Contributions on slot.ContributionCode equals talk.Code
            orderby slot.Start
            select new
            {
                Slot = slot,
                talk.Code,
                talk.TitleHtml,
                talk.TitleLang,
            }
        ).ToListAsync(cancel);
        var here = rows.FindIndex(r => r.Code == code);
        if (here < 0)
            return;
        Slot = rows[here].Slot;
        Previous = here > 0 ? new(rows[here - 1].Code, rows[here - 1].TitleHtml, rows[here - 1].TitleLang) : null;
        Next = here < rows.Count - 1 ? new(rows[here + 1].Code, rows[here + 1].TitleHtml, rows[here + 1].TitleLang) : null;
    }

    private async Task FindNeighboursAmongPostersAsync(Contribution poster, CancellationToken cancel)
    {
        var number = poster.Number;
        var posters = db.Contributions.AsNoTracking().Where(c => c.Kind == ContributionKind.Poster && c.Letters == poster.Letters);
        var before = posters.Where(c => c.Number < number).OrderByDescending(c => c.Number).Take(1);
        var after = posters.Where(c => c.Number > number).OrderBy(c => c.Number).Take(1);
        var rows = await before
            .Concat(after)
            .Select(c => new
            {
                c.Number,
                c.Code,
                c.TitleHtml,
                c.TitleLang,
            })
            .ToListAsync(cancel);
        Neighbour? Of(bool earlier) =>
            rows.Where(r => r.Number < number == earlier).Select(r => new Neighbour(r.Code, r.TitleHtml, r.TitleLang)).FirstOrDefault();
        (Previous, Next) = (Of(true), Of(false));
    }
}
