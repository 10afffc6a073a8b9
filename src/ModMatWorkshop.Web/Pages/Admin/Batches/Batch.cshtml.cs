using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Batches;

/// <summary>A refused item: a registration, or a line of a file.</summary>
/// <param name="Name">Null when the registration is deleted, or for a line of a file.</param>
public sealed record RefusedItem(int Position, int? Number, string? Name, Place Place, string? Answer, string? Reason);

/// <summary>Shows the progress of a batch and its refused items with reasons. Pauses, resumes, retries and undoes it.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class BatchModel(WorkshopDb db, BatchService batches, SiteContext siteContext, Words words) : PageModel
{
    private const int RefreshSeconds = 2;

    public Batch Batch { get; private set; } = null!;

    public string BegunBy { get; private set; } = "";

    public BatchProgress Progress { get; private set; } = null!;

    public IReadOnlyList<RefusedItem> Refused { get; private set; } = [];

    public int CanBeRetried { get; private set; }

    /// <summary>The number of items that can be undone.</summary>
    public int CanBeUndone { get; private set; }

    /// <summary>The batch that undoes this one.</summary>
    public long? UndoneBy { get; private set; }

    public Guid Key { get; } = Guid.NewGuid();

    public bool IsRunning => Batch.State == BatchState.Running;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
            return NotFound();
        if (Batch.MessageId is { } message)
            return LocalRedirect($"/admin/messages/{message}");
        BegunBy = (await ActorNames.ReadAsync(db, words, cancel)).Of(Batch.Actor);
        Progress = await batches.ProgressAsync(id, cancel);
        Refused = await db
            .BatchItems.AsNoTracking()
            .Where(i => i.BatchId == id && i.State == BatchItemState.Refused)
            .OrderBy(i => i.Position)
            .GroupJoin(db.Registrations, i => i.Number, r => r.Number, (i, rs) => new { Item = i, People = rs })
            .SelectMany(
                x => x.People.DefaultIfEmpty(),
                (x, r) =>
                    new RefusedItem(
                        x.Item.Position,
                        x.Item.Number,
                        r == null ? null : (r.Details.GivenName + " " + r.Details.FamilyName).Trim(),
                        r == null ? Place.None : r.Place,
                        x.Item.Answer,
                        x.Item.Reason
                    )
            )
            .ToListAsync(cancel);
        CanBeRetried = await db.BatchItems.CountAsync(
            i =>
                i.BatchId == id
                && i.State == BatchItemState.Refused
                && i.Reason == null
                && (Batch.Kind != BatchKind.Import || i.Row != null),
            cancel
        );
        CanBeUndone = Batch.State == BatchState.Running ? 0 : await batches.Undoable(id).CountAsync(cancel);
        UndoneBy = await db.Batches.Where(b => b.Undoes == id).Select(b => (long?)b.Id).FirstOrDefaultAsync(cancel);
        if (IsRunning)
            (siteContext.Head.RefreshAfter, siteContext.Head.Script) = (RefreshSeconds, "js/progress.js");
        return Page();
    }

    public Task<IActionResult> OnPostPauseAsync(long id, CancellationToken cancel) => ChangeAsync(id, batches.PauseAsync, cancel);

    public Task<IActionResult> OnPostResumeAsync(long id, CancellationToken cancel) => ChangeAsync(id, batches.ResumeAsync, cancel);

    public Task<IActionResult> OnPostRetryAsync(long id, CancellationToken cancel) => ChangeAsync(id, batches.RetryAsync, cancel);

    public async Task<IActionResult> OnPostUndoAsync(long id, [FromForm] string? key, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
            return NotFound();
        var undo = Guid.TryParseExact(key, "N", out var form)
            ? await batches.UndoAsync(id, form, OrganiserSignIn.ActorOf(HttpContext), cancel)
            : null;
        return LocalRedirect($"/admin/batches/{undo?.Id ?? id}");
    }

    private async Task<IActionResult> ChangeAsync(long id, Func<Batch, Actor, CancellationToken, Task> change, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
            return NotFound();
        await change(Batch, OrganiserSignIn.ActorOf(HttpContext), cancel);
        return LocalRedirect($"/admin/batches/{id}");
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancel)
    {
        if (await db.Batches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, cancel) is not { } batch)
            return false;
        Batch = batch;
        return true;
    }
}
