using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Chairs;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Web.Pages.Call;

namespace ModMatWorkshop.Web.Pages;

/// <summary>A session for its chair, behind a secret link: order, hours, names, presence and slides. It changes nothing.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ChairSessionModel(WorkshopDb db, SecretLinks links, SiteContext siteContext) : PageModel
{
    public string Token => RouteData.Values["token"] as string ?? "";

    /// <summary>Null for a link that opens nothing: a wrong, an old or a late one.</summary>
    public ChairSession? Shown { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        siteContext.Head.NoIndex = true;
        Shown = await OpenAsync(cancel);
        if (Shown is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            siteContext.Head.Mark("invalid");
        }
    }

    /// <summary>Downloads the slides of one row.</summary>
    /// <param name="code">The code of the contribution.</param>
    public async Task<IActionResult> OnGetSlidesAsync([FromQuery] string? code, CancellationToken cancel)
    {
        if (
            await OpenAsync(cancel) is not { } session
            || session.Rows.FirstOrDefault(r => r.Talk?.Code is { } known && known == code) is not { Slides: { } slides }
        )
            return NotFound();
        var submission = await db
            .SubmissionFiles.Where(f => f.Id == slides.Id)
            .Select(f => (Guid?)f.SubmissionId)
            .SingleOrDefaultAsync(cancel);
        return submission is { } id
            ? await SubmissionFileAnswer.OfAsync(db, HttpContext, id, nameof(SubmissionFileUse.Slides), slides.Number, cancel)
            : NotFound();
    }

    private async Task<ChairSession?> OpenAsync(CancellationToken cancel)
    {
        if (links.ReadSession(Token) is not var (number, generation))
            return null;
        var current = await db.SessionLinks.Where(l => l.SessionNumber == number).Select(l => l.Generation).SingleOrDefaultAsync(cancel);
        var workshop = await siteContext.WorkshopAsync();
        return generation == current && SessionLink.WorkAt(siteContext.Now, workshop.End, workshop.TimeZone)
            ? await ChairSession.ReadAsync(db, number, cancel)
            : null;
    }
}
