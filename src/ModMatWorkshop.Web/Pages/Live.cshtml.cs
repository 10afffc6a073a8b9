using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain.Addresses;
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

    public TimetableRow? Now { get; private set; }

    public AbstractExcerpt? Abstract { get; private set; }

    /// <summary>The next slot of any kind.</summary>
    public TimetableRow? Next { get; private set; }

    /// <summary>The next slot that is not a break; null when the workshop is over.</summary>
    public TimetableRow? NextAfterBreak { get; private set; }

    public bool HasBegun { get; private set; }

    public bool IsOver => Now is null && NextAfterBreak is null && Session is null;

    /// <summary>The session whose stream is open now.</summary>
    public Session? Session { get; private set; }

    public Uri? Stream { get; private set; }

    public bool HasPlayer => Stream is { IsDefaultPort: true } && settings.Players.Contains(Stream.IdnHost);

    public bool ShowsPlayer { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery] string? player, CancellationToken cancel)
    {
        Workshop = await siteContext.WorkshopAsync();
        if (!Workshop.Offer.HasStream())
            return NotFound();
        Participant = await ParticipantCookie.ConfirmedRegistrationAsync(siteContext.Http, db, links, cancel);
        IsKnown = Participant is not null || await HasCodeAsync(cancel);
        MayWatch = IsKnown || User.IsInRole(nameof(OrganiserRole.Organiser));
        var slots = await FindCurrentSlotsAsync(cancel);
        if (!MayWatch)
            return Page();
        await FindStreamAsync(slots, cancel);
        if (Participant is { } id)
        {
            Stamp = stamps.Of(id, siteContext.Clock.GetUtcNow());
            await ReadPresenceAsync(id, cancel);
        }
        ShowsPlayer = player == "1" && HasPlayer;
        if (ShowsPlayer)
            siteContext.Http.AllowFrameOf(Stream!.IdnHost);
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
        Now = lines.FirstOrDefault(l => l.Slot == NowAndNext.At(now, slots).Now);
        var later = db.Slots.Where(s => !s.Cancelled && s.Start > now).OrderBy(s => s.Start);
        Next = (await TimetableQueries.LinesAsync(db, later.Take(1), cancel)).SingleOrDefault();
        NextAfterBreak = Next is { Slot.Kind: SlotKind.Break or SlotKind.Meal }
            ? (
                await TimetableQueries.LinesAsync(db, later.Where(s => s.Kind != SlotKind.Break && s.Kind != SlotKind.Meal).Take(1), cancel)
            ).SingleOrDefault()
            : Next;
        HasBegun = Now is not null || await db.Slots.AnyAsync(s => !s.Cancelled && s.Start <= now, cancel);
        return slots;
    }

    private async Task FindStreamAsync(IReadOnlyList<Slot> slots, CancellationToken cancel)
    {
        if (Now?.Code is { } code)
            Abstract = await db
                .Contributions.Where(c => c.Code == code)
                .Select(c => AbstractExcerpt.Of(c.BodyText, c.Lang))
                .SingleAsync(cancel);
        if (SessionHours.OpenAt(siteContext.Now, slots) is not { Number: var number })
            return;
        Session = await db.Sessions.AsNoTracking().SingleAsync(s => s.Number == number, cancel);
        var change = await db.StreamChanges.AsNoTracking().SingleOrDefaultAsync(c => c.SessionNumber == number, cancel);
        Stream = (
            change is null
                ? await db.Broadcasts.Where(b => b.SessionNumber == number).Select(b => b.Url).SingleOrDefaultAsync(cancel)
                : change.Url
        )
            is { } url
            ? new Uri(url)
            : null;
    }
}
