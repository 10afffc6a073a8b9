using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.CheckIn;

/// <summary>
/// What the QR of a ticket opens, and where every press at the door goes. Whoever is not signed in is led to the login before anything is
/// looked up: a ticket that hangs on a chest tells a
/// stranger nothing, not even that it is one.
/// </summary>
[Authorize(Policy = OrganiserSignIn.Helper)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class TicketModel(
    WorkshopDb db,
    SiteContext siteContext,
    Words words,
    RegistrationService registrations,
    PresenceService presenceService
) : CheckInPageModel(db, siteContext)
{
    /// <summary>A press that was kept for longer is of another half-day, or of a clock that is wrong.</summary>
    private static readonly TimeSpan MaxCheckInDelay = TimeSpan.FromHours(12);

    private Registration _registration = null!;

    /// <summary>Null for a ticket that is none.</summary>
    public CheckInCard? CheckInCard { get; private set; }

    public async Task<IActionResult> OnGetAsync(
        [FromRoute] string ticket,
        [FromQuery(Name = "half-day")] string? half,
        [FromQuery] string? said,
        CancellationToken cancel
    )
    {
        await OpenAsync(half);
        if (await FindAsync(ticket, cancel))
            CheckInCard = await CardAsync(said, cancel);
        else
            Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }

    /// <param name="half">The half-day of the press, which may be past when a press arrives that was kept.</param>
    /// <param name="from"><c>list</c> for a button of the list, which is come back to.</param>
    /// <param name="part">With any value: the script wants only what has changed of its page.</param>
    public async Task<IActionResult> OnPostAsync(
        [FromRoute] string ticket,
        [FromForm] string? action,
        [FromForm(Name = "half-day")] string? half,
        [FromForm(Name = "pressed-at")] string? pressedAt,
        [FromForm] string? from,
        [FromForm] string? part,
        [FromForm] string? q,
        CancellationToken cancel
    )
    {
        if (!await OpenAsync(half) || Half is not { } now || action is not ("arrived" or "seat" or "undo"))
            return BadRequest();
        if (!await FindAsync(ticket, cancel))
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Page();
        }
        var actor = OrganiserSignIn.ActorOf(HttpContext);
        var refused = action == "undo" ? null : await SeatAsync(action == "seat", actor, cancel);
        if (action == "undo")
            await presenceService.UndoCheckInAsync(_registration.Id, now, actor, cancel);
        else if (
            refused is null
            && await presenceService.CheckInAsync(_registration.Id, now, PressedAt(pressedAt), actor, cancel)
                is not (PresenceResult.Done or PresenceResult.NoChange)
        )
            refused = "noseat";

        if (part is null)
            return LocalRedirect(from == "list" && refused is null ? AddressOf(search: q, last: ticket) : AddressOf(ticket, said: refused));
        if (!await FindAsync(ticket, cancel))
            return NotFound();
        CheckInCard = await CardAsync(refused, cancel);
        await LoadPresenceSummaryAsync(cancel);
        if (refused is not null)
            Response.StatusCode = StatusCodes.Status409Conflict;
        return Partial("_CheckInChanges", this);
    }

    /// <summary>Sees to a seat, where the press may.</summary>
    /// <param name="givesOne">The helper was asked whether a free seat is to be given.</param>
    /// <returns>Why there is none.</returns>
    private async Task<string?> SeatAsync(bool givesOne, Actor actor, CancellationToken cancel)
    {
        var stands = _registration.CheckInStateAt(null, SiteContext.Now);
        if (stands == CheckInState.Seated)
            return null;
        if (stands == CheckInState.Cancelled || stands == CheckInState.Seatless && !givesOne)
            return "noseat";
        var answer = await registrations.ApplyAsync(_registration.Id, new SeatAtCheckIn(), actor, cancel);
        return answer is ChangeResult.Done or ChangeResult.NoChange ? null : answer.ToString().ToLowerInvariant();
    }

    private DateTimeOffset? PressedAt(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
        && at > SiteContext.Now - MaxCheckInDelay
            ? at
            : null;

    private async Task<bool> FindAsync(string ticket, CancellationToken cancel)
    {
        if (await Db.Registrations.AsNoTracking().SingleOrDefaultAsync(r => r.Ticket == ticket, cancel) is not { } found)
            return false;
        _registration = found;
        return true;
    }

    private async Task<CheckInCard?> CardAsync(string? said, CancellationToken cancel)
    {
        if (Half is not { } now)
            return null;
        var comer = await ReadCheckInAsync(_registration, now, cancel);
        var meals = await SiteContext.CachedAsync(kept => AttendeeReports.MealsAsync(kept, CancellationToken.None));
        var before = await Db
            .Presences.AsNoTracking()
            .Where(p => p.RegistrationId == _registration.Id && p.CheckedInAt != null)
            .Select(p => new HalfDayId(p.Date, p.Half))
            .ToListAsync(cancel);
        return new(
            comer,
            Workshop.TimeZone,
            [
                .. meals
                    .Where(m => m.Date == now.Date && (m.Half is null || m.Half == now.Half) && m.IsTakenBy(_registration))
                    .Select(m => m.Title.In(SiteContext.Language)),
            ],
            [
                .. before
                    .Where(h => HalfDays.Contains(h) && (h.Date, h.Half).CompareTo((now.Date, now.Half)) < 0)
                    .OrderBy(h => h.Date)
                    .ThenBy(h => h.Half),
            ],
            await RegistrationQueries.RankAsync(Db, _registration, cancel),
            comer.Stands == CheckInState.Seatless
                && await RegistrationQueries.CanAssignSeatAsync(Db, _registration, SiteContext.Now, cancel),
            words.CheckInNotPossible(said)
        );
    }
}
