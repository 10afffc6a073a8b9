using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Exports;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages;

/// <summary>The beginning of an abstract, and its language.</summary>
public sealed record AbstractExcerpt(string Text, string Lang)
{
    private const int Length = 420;

    public static AbstractExcerpt Of(string text, string lang) =>
        new(text.Length <= Length ? text : $"{text.AsSpan(0, Math.Max(text.LastIndexOf(' ', Length), Length / 2))} …", lang);
}

/// <summary>A session whose stream is open.</summary>
/// <param name="Address">Null while the session has none.</param>
/// <param name="HasPlayer">Whether this page may show the stream itself.</param>
/// <param name="Room">The name of the room, where there are several.</param>
public sealed record OpenStream(Session Session, Uri? Address, bool HasPlayer, string? Room)
{
    /// <summary>The value of the query that opens the player.</summary>
    public string Number => Session.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>
/// The stream and the current slot, for people with a confirmed registration or the short code. All others see only how to get access.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class LiveModel(
    WorkshopDb db,
    SiteContext siteContext,
    SecretLinks links,
    ShortCodes codes,
    SiteSettings settings,
    StreamPageStamp stamps
) : PageModel
{
    private static readonly TimeSpan Around = TimeSpan.FromDays(1);

    public Workshop Workshop { get; private set; } = null!;

    /// <summary>
    /// False for visitors without a confirmed registration or a valid link. They all see the same page, so that it does not reveal who has
    /// registered.
    /// </summary>
    public bool MayWatch { get; private set; }

    /// <summary>True for a visitor with a registration or a code, who can sign out.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>
    /// The registration whose presence is recorded; null for a visitor with the short code, which does not identify a person.
    /// </summary>
    public Guid? Participant { get; private set; }

    /// <summary>The end of the time already recorded, for browsers without script; null when nothing is recorded.</summary>
    public DateTimeOffset? CountedUntil { get; private set; }

    /// <summary>The remote presence at the current half-day so far; null for none.</summary>
    public Presence? Presence { get; private set; }

    /// <summary>Proves when this page was opened.</summary>
    public string Stamp { get; private set; } = "";

    /// <summary>The wrong short code that was typed; null otherwise.</summary>
    public string? WrongCode { get; private set; }

    public WorkshopPhase Phase { get; private set; }

    /// <summary>The current slots, one for each room in use.</summary>
    public IReadOnlyList<TimetableRow> Now { get; private set; } = [];

    public AbstractExcerpt? Abstract { get; private set; }

    /// <summary>The next slots of any kind, which start at the same time.</summary>
    public IReadOnlyList<TimetableRow> Next { get; private set; } = [];

    /// <summary>The next slot that is not a break; null when the workshop is over.</summary>
    public TimetableRow? NextAfterBreak { get; private set; }

    public bool HasBegun { get; private set; }

    public bool IsOver => Now.Count == 0 && NextAfterBreak is null && Streams.Count == 0;

    /// <summary>The sessions whose streams are open now, one for each room.</summary>
    public IReadOnlyList<OpenStream> Streams { get; private set; } = [];

    /// <summary>The stream whose player the reader has opened; null for none.</summary>
    public OpenStream? Played { get; private set; }

    /// <summary>The name of the room of a slot, where there are several.</summary>
    public string? RoomOf(Slot slot) => Workshop.RoomToName(slot.Room)?.Name.In(siteContext.Language);

    /// <summary>Whether a slot is on the day of the current one.</summary>
    public bool IsToday(Slot slot) => Now is [var now, ..] && now.Slot.Date == slot.Date;

    public async Task<IActionResult> OnGetAsync([FromQuery] string? player, CancellationToken cancel)
    {
        Workshop = await siteContext.WorkshopAsync();
        if (!Workshop.Offer.HasStream())
            return NotFound();
        Participant = await ParticipantCookie.ConfirmedRegistrationAsync(siteContext.Http, db, links, cancel);
        IsKnown = Participant is not null || await HasCodeAsync(cancel);
        MayWatch = IsKnown || OrganiserSignIn.May(User, OrganiserArea.Overview);
        var slots = await FindCurrentSlotsAsync(cancel);
        if (!MayWatch)
            return Page();
        await FindStreamsAsync(slots, cancel);
        if (Participant is { } id)
        {
            Stamp = stamps.Of(id, siteContext.Clock.GetUtcNow());
            await ReadPresenceAsync(id, cancel);
        }
        Played = Streams.FirstOrDefault(s => s.HasPlayer && player == s.Number);
        if (Played is not null)
            siteContext.Http.AllowFrameOf(Played.Address!.IdnHost);
        return Page();
    }

    /// <summary>Accepts the short code, or signs out.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] string? code, CancellationToken cancel)
    {
        if (!Request.Form.ContainsKey("code"))
        {
            ParticipantCookie.Remove(siteContext.Http);
            if (ShortCodes.HasCookie(siteContext.Http))
                ShortCodes.Remove(siteContext.Http);
            return LocalRedirect(siteContext.Path(Routes.Live));
        }
        Workshop = await siteContext.WorkshopAsync();
        var state = await db.WorkshopStates.AsNoTracking().SingleAsync(cancel);
        switch (codes.Check(siteContext.Http, code, state, Today))
        {
            case ShortCodeResult.Right:
                codes.SetCookie(siteContext.Http, state);
                return LocalRedirect(siteContext.Path(Routes.Live));
            case ShortCodeResult.TooMany:
                Response.Headers.RetryAfter = "60";
                return StatusCode(StatusCodes.Status429TooManyRequests);
        }
        await FindCurrentSlotsAsync(cancel);
        WrongCode = code ?? "";
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <summary>On the site's clock, even when an organiser previews another instant.</summary>
    private DateOnly Today => DateOnly.FromDateTime(Workshop.Local(siteContext.Clock.GetUtcNow()).DateTime);

    private async Task<bool> HasCodeAsync(CancellationToken cancel) =>
        ShortCodes.HasCookie(siteContext.Http)
        && codes.HasValidCookie(siteContext.Http, await db.WorkshopStates.AsNoTracking().SingleAsync(cancel), Today);

    private async Task ReadPresenceAsync(Guid id, CancellationToken cancel)
    {
        var hours = await siteContext.CachedAsync(source => PresenceService.HalfDayHoursAsync(source, CancellationToken.None));
        if (hours.FirstOrDefault(h => h.IsOpen(siteContext.Now))?.HalfDay is not { } half)
            return;
        Presence = await db
            .Presences.AsNoTracking()
            .SingleOrDefaultAsync(p => p.RegistrationId == id && p.Date == half.Date && p.Half == half.Half, cancel);
        if (Presence?.LastHeartbeat + Presence.HeartbeatInterval is { } until && until > siteContext.Now)
            CountedUntil = until;
    }

    /// <summary>Everybody may know what is on; only participants get the stream.</summary>
    private async Task<IReadOnlyList<Slot>> FindCurrentSlotsAsync(CancellationToken cancel)
    {
        var now = siteContext.Now;
        Phase = await siteContext.PhaseAsync();
        var (from, to) = (now - Around, now + Around);
        var lines = await TimetableQueries.LinesAsync(db, db.Slots.Where(s => s.End > from && s.Start < to), cancel);
        var slots = lines.Select(l => l.Slot).ToList();
        var current = NowAndNext.At(now, slots).Now;
        Now = [.. lines.Where(l => current.Contains(l.Slot))];
        var later = db.Slots.Where(s => !s.Cancelled && s.Start > now).OrderBy(s => s.Start);
        Next = await TimetableQueries.LinesAsync(db, later.Where(s => s.Start == later.Min(l => l.Start)), cancel);
        NextAfterBreak = Next.Count == 0 ? null : Next[0];
        if (Next.All(n => n.Slot.Kind is SlotKind.Break or SlotKind.Meal))
            NextAfterBreak = (
                await TimetableQueries.LinesAsync(db, later.Where(s => s.Kind != SlotKind.Break && s.Kind != SlotKind.Meal).Take(1), cancel)
            ).SingleOrDefault();
        HasBegun = Now.Count > 0 || await db.Slots.AnyAsync(s => !s.Cancelled && s.Start <= now, cancel);
        return slots;
    }

    private async Task FindStreamsAsync(IReadOnlyList<Slot> slots, CancellationToken cancel)
    {
        // The beginning of one abstract; several would not fit between the streams and what comes next.
        if (Now is [{ Code: { } code }])
            Abstract = await db
                .Contributions.Where(c => c.Code == code && !c.AbstractToCome)
                .Select(c => AbstractExcerpt.Of(c.BodyText, c.Lang))
                .SingleOrDefaultAsync(cancel);
        var numbers = SessionHours.OpenAt(siteContext.Now, slots).Select(s => s.Number).ToList();
        if (numbers.Count == 0)
            return;
        var sessions = await db.Sessions.AsNoTracking().Where(s => numbers.Contains(s.Number)).OrderBy(s => s.Number).ToListAsync(cancel);
        var files = await db
            .Broadcasts.Where(b => numbers.Contains(b.SessionNumber))
            .ToDictionaryAsync(b => b.SessionNumber, b => b.Url, cancel);
        var changes = await db
            .StreamChanges.AsNoTracking()
            .Where(c => numbers.Contains(c.SessionNumber))
            .ToDictionaryAsync(c => c.SessionNumber, c => c.Url, cancel);
        Streams =
        [
            .. sessions.Select(session =>
            {
                var url = changes.TryGetValue(session.Number, out var changed) ? changed : files.GetValueOrDefault(session.Number);
                var address = url is null ? null : new Uri(url);
                return new OpenStream(
                    session,
                    address,
                    address is { IsDefaultPort: true } && settings.Players.Contains(address.IdnHost),
                    Workshop.RoomToName(session.Room)?.Name.In(siteContext.Language)
                );
            }),
        ];
    }
}
