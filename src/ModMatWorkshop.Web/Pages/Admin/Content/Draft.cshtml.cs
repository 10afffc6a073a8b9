using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Content;
using ModMatWorkshop.Content.Differences;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Content;

/// <summary>A file in the shared draft, and how it differs from what readers see.</summary>
public sealed record DraftDifference(DraftFile File, TextDifference Difference);

/// <summary>The shared draft: what is in it, what it changes for readers, and its release.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class DraftModel(
    WorkshopDb db,
    SharedDraft draft,
    ContentEditor editor,
    ContentChangeCheck check,
    ContentImporter importer,
    SiteContext siteContext,
    AuditTrail trail,
    Words words
) : PageModel
{
    public Workshop Workshop { get; private set; } = null!;

    public ActorNames Names { get; private set; } = null!;

    public IReadOnlyList<DraftDifference> Files { get; private set; } = [];

    /// <summary>See <see cref="DraftSummary.Stamp"/>.</summary>
    public string Stamp { get; private set; } = "";

    /// <summary>What a release would change in the programme; null if the draft cannot be read.</summary>
    public ProgrammeChanges? Changes { get; private set; }

    /// <summary>A line for each half-day with answers that would move or leave the programme.</summary>
    public IReadOnlyList<string> Answers { get; private set; } = [];

    /// <summary>The errors of the content check, with the draft in the folder.</summary>
    public IReadOnlyList<Problem> Errors { get; private set; } = [];

    /// <summary>Whether the page asks before it releases the draft.</summary>
    public bool IsAsked { get; private set; }

    public string? Notice { get; private set; }

    public bool IsFault { get; private set; }

    /// <summary>The discarded versions that one press takes back; null for none.</summary>
    public string? Discarded { get; private set; }

    public bool IsProgrammeOpen { get; private set; }

    public bool DoesTimetableWait => importer.WaitingTimetable is not null;

    public async Task OnGetAsync([FromQuery] string? done, [FromQuery] string? undo, [FromQuery] string? ask, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        IsAsked = ask == "release" && Files.Count > 0;
        (Notice, IsFault) = done switch
        {
            "released" => (words.DraftIsReleased, false),
            "waits" => (words.DraftIsReleasedAndWaits, false),
            "changed" => (words.DraftHasChanged, true),
            "back" => (words.DraftIsBack, false),
            "late" => (words.DraftCannotComeBack, true),
            "discarded" => (words.DraftIsDiscarded((undo ?? "").Split('-').Length), false),
            _ => ((string?)null, false),
        };
        Discarded = done == "discarded" ? undo : null;
    }

    public async Task<IActionResult> OnPostReleaseAsync([FromForm] string? stamp, CancellationToken cancel)
    {
        var by = OrganiserSignIn.ActorOf(HttpContext);
        if (await editor.ReleaseAsync(by, stamp, cancel) is not { } outcome)
            return Back("changed");
        if (outcome.Result is EditResult.Saved or EditResult.Unchanged)
        {
            await trail.WriteAsync(by, SharedDraft.ReleaseAction, cancel: CancellationToken.None);
            return Back(outcome.TimetableWaits ? "waits" : "released");
        }
        await LoadAsync(cancel);
        (Notice, IsFault, Response.StatusCode) = outcome.Result switch
        {
            EditResult.Conflict => (words.DraftHasConflicts, true, StatusCodes.Status409Conflict),
            EditResult.ReadOnlyFolder => (words.WhyNotSaved(outcome.Result), true, StatusCodes.Status409Conflict),
            _ => (words.DraftHasErrors, true, StatusCodes.Status400BadRequest),
        };
        if (outcome.Problems.Count > 0)
            Errors = outcome.Problems;
        return Page();
    }

    /// <param name="file">Empty for all files.</param>
    public async Task<IActionResult> OnPostDiscardAsync([FromForm] string? file, [FromForm] string? stamp, CancellationToken cancel)
    {
        var name = string.IsNullOrEmpty(file) ? null : file;
        var discarded = await draft.DiscardAsync(OrganiserSignIn.ActorOf(HttpContext), name, stamp, cancel);
        return discarded is null ? Back("changed") : Back("discarded", $"&undo={discarded}");
    }

    public async Task<IActionResult> OnPostRestoreAsync([FromForm] string? versions, CancellationToken cancel) =>
        Back(await draft.RestoreAsync(OrganiserSignIn.ActorOf(HttpContext), versions, cancel) > 0 ? "back" : "late");

    private LocalRedirectResult Back(string done, string more = "") => LocalRedirect($"{ContentAddress.Draft}?done={done}{more}");

    private async Task LoadAsync(CancellationToken cancel)
    {
        Workshop = await siteContext.WorkshopAsync();
        Names = await ActorNames.ReadAsync(db, words, cancel);
        IsProgrammeOpen = await ProgrammeChangeService.IsOpenAsync(db, cancel);
        var files = await draft.FilesAsync(cancel);
        Stamp = SharedDraft.StampOf(files.Select(f => f.Version.Id));
        Files =
        [
            .. files.Select(f => new DraftDifference(
                f,
                TextDifference.Between(
                    ContentEditor.TextOf(f.Live?.Content),
                    ContentEditor.TextOf(f.Conflict is null ? f.Content : f.Version.Content)
                )
            )),
        ];
        if (files.Count == 0)
            return;
        var content = check.Read(SharedDraft.ContentOf(files));
        Errors = [.. content.Problems.Where(p => p.Severity == Severity.Error)];
        Changes = await ProgrammeVersionWriter.ChangesToAsync(db, content, cancel);
        if (content.CanBeImported)
            Answers = await ProgrammeChangePreview.LinesAsync(db, content, words, cancel);
    }
}
