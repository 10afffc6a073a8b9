using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Content;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Programme.Editing;
using ModMatWorkshop.Web.Pages.Admin.Content;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin;

/// <summary>
/// The timetable as a table. The form carries the operations that are not saved, one in each hidden field, so that several are saved
/// together and the server keeps nothing.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class TimetableModel(TimetableService timetables, ContentUndo undo, SharedDraft draft, SiteContext siteContext, Words words)
    : PageModel
{
    public const string Address = ContentAddress.Timetable;
    private const int MaxOperations = 200;

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

    public bool HasErrors => timetables.HasErrors;

    public async Task OnGetAsync([FromQuery] string? row, [FromQuery] string? done, [FromQuery] string? undo, CancellationToken cancel)
    {
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
        return Page();
    }

    public async Task<IActionResult> OnPostUndoAsync([FromForm] string? versions, CancellationToken cancel)
    {
        var outcome = await undo.UndoAsync(versions, OrganiserSignIn.ActorOf(HttpContext), cancel);
        return LocalRedirect($"{Address}?done={(outcome?.Result == EditResult.Saved ? "undone" : "late")}");
    }

    /// <summary>What was typed into a field of a form that comes back; null otherwise.</summary>
    public string? Kept(string name) =>
        IsFault && Request.HasFormContentType && Request.Form.TryGetValue(name, out var typed) ? typed.ToString() : null;

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

    private List<TimetableOperation> Sent() =>
        [.. Request.Form["op"].Take(MaxOperations).Select(text => TimetableOperation.Parse(text ?? "")).OfType<TimetableOperation>()];

    /// <summary>
    /// The hours that the organiser has typed over those that the form showed. An hour that somebody else has changed since is not typed.
    /// </summary>
    private IEnumerable<TimetableOperation> Typed()
    {
        foreach (var row in After.Rows)
        {
            var (start, end) = (TimetableOperation.HourIn(Field($"start-{row.Slug}")), TimetableOperation.HourIn(Field($"end-{row.Slug}")));
            if (
                start is { } from
                && end is { } to
                && (from, to) != (After.Hour(row.Start), After.Hour(row.End))
                && ShownHours(from, to) != Field($"shown-{row.Slug}")
            )
                yield return new TimetableOperation.ChangeHours(row.Slug, from, to);
        }
    }

    private static string ShownHours(TimeOnly start, TimeOnly end) =>
        string.Create(CultureInfo.InvariantCulture, $"{start:HH:mm}-{end:HH:mm}");

    private bool HasUnreadableHour() =>
        After
            .Rows.SelectMany(r => new[] { $"start-{r.Slug}", $"end-{r.Slug}" })
            .Select(Field)
            .Any(typed => typed.Length > 0 && TimetableOperation.HourIn(typed) is null);

    /// <summary>The operation of a button, completed with the fields of the open row; null without those that it needs.</summary>
    private TimetableOperation? Asked(string value)
    {
        var (start, end) = (TimetableOperation.HourIn(Field("at")), TimetableOperation.HourIn(Field("until")));
        var place = TimetablePlace.Parse(Field("place"));
        return value.Split(' ') switch
        {
            ["move", var row] when place is { } to && start is { } from => new TimetableOperation.Move(row, to, from),
            ["swap", var row] => new TimetableOperation.Swap(row, Field("with")),
            ["room", var row] => new TimetableOperation.ChangeRoom(row, Field("room") is { Length: > 0 } room ? room : null),
            ["cancel", var row] => Cancellation(row, Field("because-fr"), Field("because-en")),
            ["insert"]
                when TimetablePlace.Parse(Field("new-place")) is { } to
                    && TimetableOperation.HourIn(Field("new-at")) is { } from
                    && TimetableOperation.HourIn(Field("new-until")) is { } last
                    && Enum.TryParse<SlotKind>(Field("kind"), out var kind) => new TimetableOperation.Insert(
                to,
                from,
                last,
                kind,
                TextOf(Field("title-fr"), Field("title-en"), TimetableOperation.MaxTitle) ?? new(null)
            ),
            ["schedule"]
                when TimetablePlace.Parse(Field("talk-place")) is { } to
                    && TimetableOperation.HourIn(Field("talk-at")) is { } from
                    && TimetableOperation.HourIn(Field("talk-until")) is { } last => new TimetableOperation.Schedule(
                Field("talk"),
                to,
                from,
                last
            ),
            _ => TimetableOperation.Parse(value),
        };
    }

    public static TimetableOperation Cancellation(string row, string french, string english) =>
        new TimetableOperation.Cancel(row, TextOf(french, english, TimetableOperation.MaxReason));

    private static Localized? TextOf(string french, string english, int longest)
    {
        var (fr, en) = (Clean(french), Clean(english));
        return fr is null && en is null ? null : new(fr, en);

        string? Clean(string typed)
        {
            var text = string.Join(' ', typed.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
            text = string.Concat(text.Where(c => !char.IsControl(c)));
            return text.Length == 0 ? null : text[..Math.Min(text.Length, longest)];
        }
    }

    private string Field(string name) => Request.Form[name].ToString().Trim();
}
