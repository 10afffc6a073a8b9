using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Content;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Programme.Editing;
using ModMatWorkshop.Exports;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin;

/// <summary>What is on and what comes next in a room.</summary>
/// <param name="Room">Null in a workshop with one room.</param>
public sealed record RoomToday(Room? Room, IReadOnlyList<EditedRow> Now, EditedRow? Next);

/// <summary>A row with its actions.</summary>
/// <param name="Stream">The address of the stream of its session.</param>
public sealed record RowToday(TodayModel Page, EditedRow Row, string Id, string? Stream);

/// <summary>
/// The day for organisers at the venue. Each action is saved at once and can be undone; the timetable page is for several changes.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class TodayModel(
    WorkshopDb db,
    TimetableService timetables,
    ContentUndo undo,
    AnnouncementService announcements,
    RegistrationSettingsService settings,
    SiteContext siteContext,
    Words words
) : PageModel
{
    public const string Address = "/admin/today";
    private Dictionary<int, string?> _streams = [];
    private Dictionary<int, StreamChange> _streamChanges = [];

    public EditedTimetable Timetable { get; private set; } = null!;

    public DateOnly Day { get; private set; }

    /// <summary>The rows of the day.</summary>
    public IReadOnlyList<EditedRow> Rows { get; private set; } = [];

    /// <summary>The rooms of the day, if it is today.</summary>
    public IReadOnlyList<RoomToday> Rooms { get; private set; } = [];

    public IReadOnlyList<Announcement> Announcements { get; private set; } = [];

    public string Stamp { get; private set; } = "";

    public string? Notice { get; private set; }

    public bool IsFault { get; private set; }

    public IReadOnlyList<TimetableNote> Notes { get; private set; } = [];

    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    /// <summary>Whether readers see a change that this page has just saved, of which a mail can tell.</summary>
    public bool IsSaved { get; private set; }

    /// <summary>The versions that Undo brings back; null when there is nothing to undo.</summary>
    public string? UndoVersions { get; private set; }

    /// <summary>The session whose stream Undo brings back, and its address before; null for the address in the content.</summary>
    public (int Session, string? Url, bool IsOfContent)? UndoStream { get; private set; }

    public bool HasErrors => timetables.HasErrors;

    public RowToday Of(EditedRow row, string id) =>
        new(this, row, id, row.Session is { } session ? _streams.GetValueOrDefault(session) : null);

    public string HourOf(DateTimeOffset instant) => words.Hour(Timetable.Hour(instant));

    /// <summary>When the announcement ends if nobody types another hour: in about an hour.</summary>
    public string SuggestedEnd =>
        Timetable.Hour(siteContext.Now.AddMinutes(65 - siteContext.Now.Minute % 5)).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The next row in the room that takes place; null for none.</summary>
    public EditedRow? NextOf(EditedRow row)
    {
        var next = Timetable.After(row);
        while (next is { Cancelled: true })
            next = Timetable.After(next);
        return next;
    }

    /// <summary>What was typed into a field of a form that comes back; null otherwise.</summary>
    public string? Kept(string name) =>
        IsFault && Request.HasFormContentType && Request.Form.TryGetValue(name, out var typed) ? typed.ToString() : null;

    public async Task OnGetAsync(
        [FromQuery] DateOnly? day,
        [FromQuery] string? done,
        [FromQuery] string? undo,
        [FromQuery] string? notes,
        CancellationToken cancel
    )
    {
        await LoadAsync(day, cancel);
        Notice = done switch
        {
            "saved" => words.TimetableIsSaved,
            "waits" => words.TimetableIsSavedAndWaits,
            "undone" => words.UndoneNow,
            "late" => words.CannotUndo,
            "announced" => words.Announced,
            "withdrawn" => words.AnnouncementWithdrawn,
            "stream" => words.StreamIsBack,
            _ => null,
        };
        IsSaved = done == "saved";
        UndoVersions = done is "saved" or "waits" ? undo : null;
        Notes =
        [
            .. from part in (notes ?? "").Split('.')
            let pair = part.Split(':')
            where pair.Length == 2 && Enum.TryParse<TimetableNoteKind>(pair[0], out _) && Timetable.Find(pair[1]) is not null
            select new TimetableNote(Enum.Parse<TimetableNoteKind>(pair[0]), pair[1]),
        ];
    }

    /// <summary>Carries out one operation on the timetable.</summary>
    public async Task<IActionResult> OnPostActAsync(
        [FromForm(Name = "do")] string? asked,
        [FromForm] string? stamp,
        CancellationToken cancel
    )
    {
        var operation = asked?.Split(' ') is ["cancel", var row]
            ? TimetableModel.Cancellation(row, Request.Form["because-fr"].ToString(), Request.Form["because-en"].ToString())
            : TimetableOperation.Parse(asked ?? "");
        if (operation is null)
            return BadRequest();
        var outcome = await timetables.SaveAsync([operation], stamp, OrganiserSignIn.ActorOf(HttpContext), cancel);
        if (outcome.IsSaved)
        {
            var notes = string.Join('.', outcome.Notes.Select(n => $"{n.Kind}:{n.Slug}"));
            return Back(outcome.Edit!.TimetableWaits ? "waits" : "saved", $"&undo={outcome.Undo}&notes={notes}");
        }
        await LoadAsync(DayField, cancel);
        (Notice, IsFault, Notes) = (words.WhyTimetableNotSaved(outcome.Edit?.Result), true, outcome.Notes);
        Problems = outcome.Edit?.Problems ?? [];
        return Page();
    }

    public async Task<IActionResult> OnPostUndoAsync([FromForm] string? versions, CancellationToken cancel)
    {
        var outcome = await undo.UndoAsync(versions, OrganiserSignIn.ActorOf(HttpContext), cancel);
        return Back(outcome?.Result == EditResult.Saved ? "undone" : "late");
    }

    /// <summary>
    /// Changes the stream of a session. The answer is a page and no redirect, because undo needs the old address, which is private.
    /// </summary>
    public async Task<IActionResult> OnPostStreamAsync([FromForm] int session, [FromForm] string? stream, CancellationToken cancel)
    {
        await LoadAsync(DayField, cancel);
        if (Timetable.FindSession(session) is null)
            return BadRequest();
        var typed = (stream ?? "").Trim();
        var url = StreamAddress.Read(typed);
        if (url is null && typed.Length > 0)
        {
            (Notice, IsFault) = (words.StreamMustBeHttps, true);
            return Page();
        }
        var before = _streamChanges.GetValueOrDefault(session);
        await settings.SetStreamAsync(session, url, OrganiserSignIn.ActorOf(HttpContext), cancel);
        await LoadAsync(DayField, cancel);
        (Notice, UndoStream) = (words.StreamIsSaved, (session, before?.Url, before is null));
        return Page();
    }

    public async Task<IActionResult> OnPostUndoStreamAsync(
        [FromForm] int session,
        [FromForm] string? url,
        [FromForm] bool content,
        CancellationToken cancel
    )
    {
        var by = OrganiserSignIn.ActorOf(HttpContext);
        if (content)
            await settings.ResetStreamAsync(session, by, cancel);
        else
            await settings.SetStreamAsync(session, StreamAddress.Read(url ?? ""), by, cancel);
        return Back("stream");
    }

    public async Task<IActionResult> OnPostAnnounceAsync(
        [FromForm(Name = "text-fr")] string? french,
        [FromForm(Name = "text-en")] string? english,
        [FromForm] string? until,
        CancellationToken cancel
    )
    {
        await LoadAsync(DayField, cancel);
        var text = Announcement.TextOf(french, english, Timetable.Workshop.Languages);
        var end = TimetableOperation.HourIn(until) is { } hour
            ? Announcement.Next(hour, siteContext.Clock.GetUtcNow(), Timetable.Workshop.TimeZone)
            : null;
        if (text is null || end is null)
        {
            (Notice, IsFault) = (text is null ? words.AnnouncementFault(Announcement.MaxLength) : words.NotAnHour, true);
            return Page();
        }
        await announcements.AnnounceAsync(text, end.Value, OrganiserSignIn.ActorOf(HttpContext), cancel);
        return Back("announced");
    }

    public async Task<IActionResult> OnPostWithdrawAsync([FromForm] int id, CancellationToken cancel)
    {
        await announcements.WithdrawAsync(id, OrganiserSignIn.ActorOf(HttpContext), cancel);
        return Back("withdrawn");
    }

    private DateOnly? DayField =>
        DateOnly.TryParseExact(Request.Form["day"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    private LocalRedirectResult Back(string done, string more = "") =>
        LocalRedirect($"{Address}?{(DayField is { } day ? $"day={day.Iso()}&" : "")}done={done}{more}");

    private async Task LoadAsync(DateOnly? day, CancellationToken cancel)
    {
        Timetable = await timetables.ReadAsync(await siteContext.OutlineAsync(), cancel);
        Stamp = Timetable.Stamp();
        var today = DateOnly.FromDateTime(Timetable.Local(siteContext.Now));
        // Before the workshop the first day, and after it the last one.
        Day = Timetable.Days.Contains(day ?? today) ? day ?? today : Timetable.Days.FirstOrDefault(d => d > today, Timetable.Workshop.End);
        Rows = [.. Timetable.Rows.Where(r => r.Date == Day)];
        Rooms = Day == today ? [.. RoomsNow()] : [];
        Announcements = (await siteContext.CachedAsync(source => AnnouncementService.ReadAsync(source, CancellationToken.None))).At(
            siteContext.Now
        );
        var numbers = Rows.Select(r => r.Session).OfType<int>().ToHashSet();
        _streams = await db
            .Broadcasts.Where(b => numbers.Contains(b.SessionNumber))
            .ToDictionaryAsync(b => b.SessionNumber, b => (string?)b.Url, cancel);
        _streamChanges = await db
            .StreamChanges.AsNoTracking()
            .Where(c => numbers.Contains(c.SessionNumber))
            .ToDictionaryAsync(c => c.SessionNumber, cancel);
        foreach (var (number, change) in _streamChanges)
            _streams[number] = change.Url;
    }

    private IEnumerable<RoomToday> RoomsNow()
    {
        var taking = Rows.Where(r => !r.Cancelled).ToList();
        var rooms = Timetable.Workshop.HasSeveralRooms ? Timetable.Workshop.Rooms.Where(r => taking.Exists(t => t.Room == r.Key)) : [];
        foreach (var room in rooms.DefaultIfEmpty())
        {
            var here = taking.Where(r => r.Room is null || room is null || r.Room == room.Key).ToList();
            yield return new(
                room,
                [.. here.Where(r => r.Start <= siteContext.Now && siteContext.Now < r.End)],
                here.Find(r => r.Start > siteContext.Now)
            );
        }
    }
}
