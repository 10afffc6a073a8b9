using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Content;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Programme.Editing;
using ModMatWorkshop.Web.Pages.Admin.Content;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin;

/// <summary>
/// The timetable as a table. The form carries the operations that are not saved, one in each hidden field, so that several are saved
/// together. The server keeps them as a draft, as it does for the other editors.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed partial class TimetableModel(
    TimetableService timetables,
    ContentUndo undo,
    ContentDrafts drafts,
    SharedDraft draft,
    SiteContext siteContext,
    Words words
) : PageModel
{
    public const string Address = ContentAddress.Timetable;
    public const string DraftName = "timetable";
    private const string OperationInput = "op";
    private const int MaxOperations = 200;

    /// <summary>The fields of the draft that is shown; null for those of the form.</summary>
    private IReadOnlyDictionary<string, string>? _restored;

    /// <summary>The timetable in the shared draft, or that which readers see.</summary>
    public EditedTimetable Before { get; private set; } = null!;

    /// <summary>The timetable with the operations.</summary>
    public EditedTimetable After { get; private set; } = null!;

    public IReadOnlyList<TimetableOperation> Operations { get; private set; } = [];

    public IReadOnlyList<Contradiction> Contradictions { get; private set; } = [];

    /// <summary>What the last operations did not do as asked.</summary>
    public IReadOnlyList<TimetableNote> Notes { get; private set; } = [];

    /// <summary>What will change for readers, a sentence for each row.</summary>
    public IReadOnlyList<string> Changes { get; private set; } = [];

    /// <summary>What the operations change in the programme.</summary>
    public ProgrammeChanges Proposal { get; private set; } = ProgrammeChanges.None;

    /// <summary>Whether some of the timetable is in the shared draft.</summary>
    public bool IsInDraft { get; private set; }

    /// <summary>True while the same lines of the timetable have changed in the draft and live.</summary>
    public bool HasConflict { get; private set; }

    /// <summary>The row with all its actions; null for none.</summary>
    public EditedRow? Open { get; private set; }

    public string Stamp { get; private set; } = "";

    public string? Notice { get; private set; }

    public bool IsFault { get; private set; }

    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    /// <summary>The versions that Undo brings back; null when there is nothing to undo.</summary>
    public string? UndoVersions { get; private set; }

    /// <summary>What this organiser has changed earlier and not saved; null if there is nothing, or if it is shown.</summary>
    public ContentDraft? Draft { get; private set; }

    public bool HasErrors => timetables.HasErrors;

    public async Task OnGetAsync(
        [FromQuery] string? row,
        [FromQuery] string? done,
        [FromQuery] string? undo,
        [FromQuery] string? draft,
        CancellationToken cancel
    )
    {
        Draft = await drafts.FindAsync(OrganiserSignIn.IdOf(User), DraftName, cancel);
        if (draft is not null && Draft is not null)
        {
            (_restored, Draft) = (Draft.Fields, null);
            await LoadAsync(OperationsIn(Field(OperationInput).Split(',')), null, cancel);
            await LoadAsync([.. Operations, .. Typed()], Field("row"), cancel);
            return;
        }
        await LoadAsync([], row, cancel);
        (Notice, UndoVersions) = (Said(done), done is "saved" or "waits" or "draft" && undo?.Length > 0 ? undo : null);
    }

    /// <summary>Adds what the organiser pressed or typed to the operations, and shows the timetable with them.</summary>
    public async Task<IActionResult> OnPostChangeAsync(CancellationToken cancel)
    {
        var (asked, open) = (Field("add"), Field("open"));
        await LoadAsync(Sent(), Field("row"), cancel);
        var added = Typed().ToList();
        if (asked.Length > 0)
            added.AddRange(new[] { Asked(asked) }.OfType<TimetableOperation>());
        else if (Request.Form.ContainsKey("undo-last"))
            Operations = [.. Operations.SkipLast(1)];
        var closes = open == "-" || asked.Length > 0 && Field("row").Length > 0;
        var isUnreadable = asked.Length > 0 && added.Count == 0 || HasUnreadableHour();
        await LoadAsync(
            [.. Operations, .. added],
            closes ? null
                : open.Length > 0 ? open
                : Field("row"),
            cancel
        );
        if (isUnreadable)
            (Notice, IsFault) = (words.NotAnHour, true);
        await KeepDraftAsync(cancel);
        return Page();
    }

    public Task<IActionResult> OnPostSaveAsync(CancellationToken cancel) => SaveAsync(SaveTarget.Live, cancel);

    /// <summary>Keeps the operations in the shared draft.</summary>
    public Task<IActionResult> OnPostKeepAsync(CancellationToken cancel) => SaveAsync(SaveTarget.Draft, cancel);

    private async Task<IActionResult> SaveAsync(SaveTarget target, CancellationToken cancel)
    {
        await LoadAsync(Sent(), null, cancel);
        await LoadAsync([.. Operations, .. Typed()], null, cancel);
        var by = OrganiserSignIn.ActorOf(HttpContext);
        var outcome = await timetables.SaveDraftAsync(Operations, Field("stamp"), target, by, cancel);
        if (outcome.IsSaved)
        {
            await drafts.DiscardAsync(OrganiserSignIn.IdOf(User), DraftName, cancel);
            var done =
                target == SaveTarget.Draft ? "draft"
                : outcome.Edit!.TimetableWaits ? "waits"
                : "saved";
            return LocalRedirect($"{Address}?done={done}&undo={outcome.Undo}");
        }
        Before = await timetables.ReadDraftAsync(null, cancel);
        await LoadAsync(Operations, null, cancel);
        (Notice, IsFault) = (words.WhyTimetableNotSaved(outcome.Edit?.Result), outcome.Edit?.Result != EditResult.Unchanged);
        Problems = outcome.Edit?.Problems ?? [];
        await KeepDraftAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostUndoAsync([FromForm] string? versions, CancellationToken cancel)
    {
        var outcome = await undo.UndoAsync(versions, OrganiserSignIn.ActorOf(HttpContext), cancel);
        return LocalRedirect($"{Address}?done={(outcome?.Result == EditResult.Saved ? "undone" : "late")}");
    }

    /// <summary>What was typed into a field of a form that comes back; null otherwise.</summary>
    public string? Kept(string name) =>
        _restored is not null ? _restored.GetValueOrDefault(name)
        : IsFault && Request.HasFormContentType && Request.Form.TryGetValue(name, out var typed) ? typed.ToString()
        : null;

    public IEnumerable<Contradiction> ContradictionsOf(EditedRow row) => Contradictions.Where(c => c.Slug == row.Slug);

    /// <summary>The hour as content files and time fields write it.</summary>
    public string HourOf(DateTimeOffset instant) => After.Hour(instant).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The hours of a row as the form sends them back.</summary>
    public string ShownHours(EditedRow row) => ShownHours(After.Hour(row.Start), After.Hour(row.End));

    /// <summary>The session and the room of a row, as far as it has them.</summary>
    public IEnumerable<string> WhereOf(EditedRow row)
    {
        if (row.Session is { } session)
            yield return words.SessionName(session);
        if (After.Workshop.RoomToName(row.Room) is { } room)
            yield return room.Name.In(siteContext.Language);
    }

    /// <summary>Where rows can go, in the order of the days.</summary>
    public IEnumerable<(TimetablePlace Place, string Name)> Places =>
        After.Days.SelectMany(day =>
            After
                .Sessions.Where(s => s.Date == day)
                .Select(s => (TimetablePlace.In(s.Number), $"{words.ShortDay(day)}, {words.SessionName(s)}"))
                .Append((TimetablePlace.On(day), words.OutsideSessions(day)))
        );

    private async Task LoadAsync(IReadOnlyList<TimetableOperation> operations, string? open, CancellationToken cancel)
    {
        Before ??= await timetables.ReadDraftAsync(await siteContext.OutlineAsync(), cancel);
        var inDraft = (await draft.FilesAsync(cancel)).Where(f => ContentFolder.IsTimetable(f.Name)).ToList();
        (IsInDraft, HasConflict) = (inDraft.Count > 0, inDraft.Exists(f => f.Conflict is not null));
        var (after, notes) = TimetableEditor.Apply(Before, operations);
        (After, Operations, Notes, Stamp) = (after, operations, notes, Before.Stamp());
        Contradictions = Contradiction.In(After);
        Open = open is null ? null : After.Find(open);
        var today = DateOnly.FromDateTime(Before.Local(siteContext.Clock.GetUtcNow()));
        Proposal = ProgrammeChanges.Between(Before.Snapshot(), After.Snapshot(), new HashSet<string>());
        Changes = operations.Count == 0 ? [] : words.ChangesForReaders(Before, After.WithMovedHours(Before, today));
    }

    private string? Said(string? done) =>
        done switch
        {
            "saved" => words.TimetableIsSaved,
            "draft" => words.SavedInDraft,
            "waits" => words.TimetableIsSavedAndWaits,
            "undone" => words.UndoneNow,
            "late" => words.CannotUndo,
            _ => null,
        };

    /// <summary>Keeps the operations, also if the browser is closed now. A comma joins them, as in a form that a script keeps.</summary>
    private Task KeepDraftAsync(CancellationToken cancel)
    {
        var organiser = OrganiserSignIn.IdOf(User);
        return Operations.Count == 0
            ? drafts.DiscardAsync(organiser, DraftName, cancel)
            : drafts.KeepAsync(
                organiser,
                DraftName,
                new Dictionary<string, string> { [OperationInput] = string.Join(',', Operations.Select(o => o.ToText())) },
                cancel
            );
    }
}
