using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Content;
using ModMatWorkshop.Content.Differences;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Content;

/// <summary>One version of a file: who made it and when, how it differs from the one before, and a button that brings it back.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class VersionModel(WorkshopDb db, SiteContext siteContext, ContentEditor editor, Words words) : PageModel
{
    public Workshop Workshop { get; private set; } = null!;

    public ActorNames Names { get; private set; } = null!;

    public ContentFileVersion Version { get; private set; } = null!;

    /// <summary>The written version before this one; null for the first.</summary>
    public ContentFileVersion? Before { get; private set; }

    /// <summary>The last written version, which is on the disk.</summary>
    public ContentFileVersion? Last { get; private set; }

    /// <summary>The id of the version after this one; null for the last.</summary>
    public long? After { get; private set; }

    /// <summary>Null for a picture.</summary>
    public TextDifference? Difference { get; private set; }

    /// <summary>Why the version did not come back.</summary>
    public string? Fault { get; private set; }

    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    public bool IsPicture => ContentFileName.IsPicture(Version.Name);

    /// <summary>Whether the file would change.</summary>
    public bool CanBringBack => Version.Hash != (Last?.Hash ?? "");

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel) => await LoadAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long id, [FromForm] long? basis, CancellationToken cancel)
    {
        if (await editor.BringBackAsync(OrganiserSignIn.ActorOf(HttpContext), id, basis, cancel) is not { } outcome)
            return NotFound();
        if (!await LoadAsync(id, cancel))
            return NotFound();
        if (outcome.Result is EditResult.Saved or EditResult.Unchanged)
            return LocalRedirect(ContentAddress.HistoryOf(Version.Name) + "&done=back");
        (Fault, Problems) = (words.WhyNotSaved(outcome.Result), outcome.Problems);
        Response.StatusCode = outcome.Result == EditResult.Conflict ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancel)
    {
        if (await ContentHistory.Shown(db).SingleOrDefaultAsync(v => v.Id == id, cancel) is not { } version)
            return false;
        var written = db
            .ContentFileVersions.AsNoTracking()
            .Where(v => v.Name == version.Name && v.State == ContentVersionState.Written)
            .OrderByDescending(v => v.Id);
        (Version, Workshop) = (version, await siteContext.WorkshopAsync());
        Names = await ActorNames.ReadAsync(db, words, cancel);
        Before = await written.FirstOrDefaultAsync(v => v.Id < id, cancel);
        Last = await written.FirstOrDefaultAsync(cancel);
        After = await written.Where(v => v.Id > id).MinAsync(v => (long?)v.Id, cancel);
        if (!IsPicture)
            Difference = TextDifference.Between(ContentEditor.TextOf(Before?.Content), ContentEditor.TextOf(version.Content));
        return true;
    }
}
