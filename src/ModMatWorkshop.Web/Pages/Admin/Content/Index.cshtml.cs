using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Content;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Web.Pages.Admin.Dashboard;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Content;

/// <summary>
/// The content as things that organisers edit, what waits, what the check says and what changed last. Starts an import on request.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(
    WorkshopDb db,
    SiteContext siteContext,
    ContentImporter importer,
    SiteHealthReader siteHealth,
    SiteSettings settings,
    ContentDrafts drafts,
    AuditTrail trail,
    ContentGit? git = null
) : PageModel
{
    private const int LastSaves = 6;

    public Workshop Workshop { get; private set; } = null!;

    public ContentState State { get; private set; } = null!;

    public bool IsCurrent => importer.IsCurrent;

    /// <summary>See <see cref="ContentGit.Failure"/>.</summary>
    public string? GitFailure => git?.Failure;

    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    public IReadOnlyList<WaitingFile> Waiting => importer.Waiting;

    public IReadOnlyList<ContentGroup> Groups { get; private set; } = [];

    public int People { get; private set; }

    public int Pictures { get; private set; }

    /// <summary>The last changes.</summary>
    public IReadOnlyList<ContentSave> Saves { get; private set; } = [];

    public ActorNames Names { get; private set; } = null!;

    public IReadOnlyList<ContentDraft> Drafts { get; private set; } = [];

    public IReadOnlyList<UnknownFacts> UnknownFacts { get; private set; } = [];

    public SiteHealth Health { get; private set; } = null!;

    /// <summary>True while organisers have not decided what follows from a change of the programme.</summary>
    public bool IsProgrammeOpen { get; private set; }

    /// <summary>True while a timetable waits until an organiser agrees.</summary>
    public bool DoesTimetableWait => importer.WaitingTimetable is not null;

    /// <summary>The result of an import just made, from the query; null when there was none.</summary>
    public (string Word, int Added, int Changed, int Removed)? Outcome { get; private set; }

    public async Task OnGetAsync(string? read, CancellationToken cancel)
    {
        if (
            read?.Split('-') is [var word, .. var counts]
            && word is "done" or "errors" or "refused"
            && counts.Length == 3
            && counts.All(c => int.TryParse(c, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        )
            Outcome = (word, Count(counts[0]), Count(counts[1]), Count(counts[2]));
        Workshop = await siteContext.WorkshopAsync();
        State = await db.ContentStates.AsNoTracking().SingleAsync(cancel);
        Problems = await importer.ProblemsAsync(cancel);
        UnknownFacts = Admin.UnknownFacts.In(Problems, siteContext.Languages, siteContext.Words);
        Health = await siteHealth.ReadAsync(cancel);
        Groups = await new ContentOverview(db, Workshop, Problems, siteContext.Words).ReadAsync(cancel);
        People = await db.Persons.CountAsync(cancel);
        Pictures = ContentFolder.FilesIn(settings.ContentPath, ContentFolder.Images).Count;
        Saves = await HistoryModel.ReadAsync(ContentHistory.Shown(db), 0, LastSaves, cancel);
        Names = await ActorNames.ReadAsync(db, siteContext.Words, cancel);
        Drafts = await drafts.OfAsync(OrganiserSignIn.IdOf(User), cancel);
        IsProgrammeOpen = await ProgrammeChangeService.IsOpenAsync(db, cancel);

        static int Count(string text) => int.Parse(text, CultureInfo.InvariantCulture);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var outcome = await importer.ImportAsync(cancel);
        var counts = string.Create(CultureInfo.InvariantCulture, $"{outcome.Added}-{outcome.Changed}-{outcome.Removed}");
        await trail.WriteAsync(
            OrganiserSignIn.ActorOf(HttpContext),
            "reloaded the content",
            result: outcome.HasErrors ? "errors" : string.Create(CultureInfo.InvariantCulture, $"version {outcome.Version}"),
            cancel: cancel
        );
        var word =
            outcome.IsRefused ? "refused"
            : outcome.HasErrors ? "errors"
            : "done";
        return LocalRedirect($"/admin/content?read={word}-{counts}");
    }
}
