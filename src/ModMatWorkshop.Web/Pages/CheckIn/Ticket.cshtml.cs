using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Mail.Bounces;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.CheckIn;

/// <summary>The form that a check-in button posts.</summary>
/// <param name="Half">The half-day of the check-in. It may have ended when a check-in made offline arrives.</param>
/// <param name="From"><c>list</c> for a button in the list, to which the response then returns.</param>
/// <param name="Part">Any value: the script wants only the changed elements of the page.</param>
public sealed record CheckInForm(
    [FromForm(Name = "half-day")] string? Half,
    [FromForm(Name = "pressed-at")] string? PressedAt,
    [FromForm(Name = "from")] string? From,
    [FromForm(Name = "part")] string? Part,
    [FromForm(Name = "q")] string? Q
);

/// <summary>
/// The address in the QR code of a ticket, and of every check-in button. A visitor who is not signed in is redirected before the ticket is
/// looked up, so that the response does not reveal whether it exists.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class TicketModel(
    WorkshopDb db,
    SiteContext siteContext,
    Words words,
    RegistrationService registrations,
    PresenceService presenceService
) : CheckInPageModel(db, siteContext)
{
    /// <summary>An older check-in time must belong to another half-day or come from a wrong clock, and is ignored.</summary>
    private static readonly TimeSpan MaxCheckInDelay = TimeSpan.FromHours(12);

    private Registration _registration = null!;

    /// <summary>Null for an unknown ticket.</summary>
    public CheckInCard? CheckInCard { get; private set; }

    public async Task<IActionResult> OnGetAsync(
        [FromRoute] string ticket,
        [FromQuery(Name = "half-day")] string? half,
        [FromQuery(Name = "said")] string? refusal,
        CancellationToken cancel
    )
    {
        await OpenAsync(half);
        if (await FindAsync(ticket, cancel))
            CheckInCard = await CardAsync(refusal, cancel);
        else
            Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }

    /// <summary>Records the arrival of a person with a seat.</summary>
    public Task<IActionResult> OnPostArrivedAsync([FromRoute] string ticket, [FromForm] CheckInForm form, CancellationToken cancel) =>
        ChangeAsync(ticket, form, (now, actor) => CheckInAsync(now, form, null, actor, cancel), cancel);

    /// <summary>Gives the person a free seat and records the arrival.</summary>
    public Task<IActionResult> OnPostSeatAsync([FromRoute] string ticket, [FromForm] CheckInForm form, CancellationToken cancel) =>
        ChangeAsync(ticket, form, (now, actor) => CheckInAsync(now, form, new(), actor, cancel), cancel);

    /// <summary>The same, after the helper has called the people ahead on the waiting list.</summary>
    public Task<IActionResult> OnPostCalledAsync([FromRoute] string ticket, [FromForm] CheckInForm form, CancellationToken cancel) =>
        ChangeAsync(ticket, form, (now, actor) => CheckInAsync(now, form, new(OthersWereCalled: true), actor, cancel), cancel);

    public Task<IActionResult> OnPostUndoAsync([FromRoute] string ticket, [FromForm] CheckInForm form, CancellationToken cancel) =>
        ChangeAsync(
            ticket,
            form,
            async (now, actor) =>
            {
                await presenceService.UndoCheckInAsync(_registration.Id, now, actor, cancel);
                return null;
            },
            cancel
        );

    /// <param name="change">Returns the reason for a refusal; null on success.</param>
    private async Task<IActionResult> ChangeAsync(
        string ticket,
        CheckInForm form,
        Func<HalfDayId, Actor, Task<string?>> change,
        CancellationToken cancel
    )
    {
        if (!await OpenAsync(form.Half) || Half is not { } now)
            return BadRequest();
        if (!await FindAsync(ticket, cancel))
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Page();
        }
        var refusal = await change(now, OrganiserSignIn.ActorOf(HttpContext));
        if (form.Part is null)
            return LocalRedirect(
                form.From == "list" && refusal is null
                    ? AddressOf(search: AttendeeQuery.SearchOf(form.Q), last: ticket)
                    : AddressOf(ticket, refusal: refusal)
            );
        if (!await FindAsync(ticket, cancel))
            return NotFound();
        CheckInCard = await CardAsync(refusal, cancel);
        await LoadPresenceSummaryAsync(cancel);
        if (refusal is not null)
            Response.StatusCode = StatusCodes.Status409Conflict;
        return Partial("_CheckInChanges", this);
    }

    private async Task<string?> CheckInAsync(HalfDayId now, CheckInForm form, SeatAtCheckIn? seat, Actor actor, CancellationToken cancel)
    {
        if (await EnsureSeatAsync(seat, actor, cancel) is { } refusal)
            return refusal;
        var result = await presenceService.CheckInAsync(_registration.Id, now, PressedAt(form.PressedAt), actor, cancel);
        return result is PresenceResult.Done or PresenceResult.NoChange ? null : "noseat";
    }

    /// <summary>Makes sure that the person has a seat.</summary>
    /// <param name="seat">The helper's choice to give a free seat; null for none.</param>
    /// <returns>The reason why the person has no seat; null when they have one.</returns>
    private async Task<string?> EnsureSeatAsync(SeatAtCheckIn? seat, Actor actor, CancellationToken cancel)
    {
        var state = _registration.CheckInStateAt(null, SiteContext.Now);
        if (state == CheckInState.Seated)
            return null;
        if (state is CheckInState.Cancelled or CheckInState.NotAccepted || state == CheckInState.NoSeat && seat is null)
            return "noseat";
        var result = await registrations.ApplyAsync(_registration.Id, seat ?? new SeatAtCheckIn(), actor, cancel);
        return result is ChangeResult.Done or ChangeResult.NoChange ? null : result.ToString().ToLowerInvariant();
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

    private async Task<IReadOnlyList<CheckInRecord>> AheadAsync(HalfDayId half, CancellationToken cancel)
    {
        var line = _registration.LineNumber ?? long.MaxValue;
        var ahead = await Db
            .Registrations.AsNoTracking()
            .Where(r => r.LineNumber < line)
            .OrderBy(r => r.LineNumber)
            .Take(CheckInSeats.MaxShown)
            .ToListAsync(cancel);
        return [.. ahead.Select(r => CheckInRecord.Of(r, null, half, SiteContext.Now))];
    }

    private async Task<CheckInCard?> CardAsync(string? refusal, CancellationToken cancel)
    {
        if (Half is not { } now)
            return null;
        var entry = await ReadCheckInAsync(_registration, now, cancel);
        var meals = await SiteContext.CachedAsync(source => AttendeeReports.MealsAsync(source, CancellationToken.None));
        var before = await Db
            .Presences.AsNoTracking()
            .Where(p => p.RegistrationId == _registration.Id && p.CheckedInAt != null)
            .Select(p => new HalfDayId(p.Date, p.Half))
            .ToListAsync(cancel);
        var seat =
            entry.State == CheckInState.NoSeat ? await RegistrationQueries.DeskSeatAsync(Db, _registration, SiteContext.Now, cancel) : null;
        return new(
            entry,
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
            seat,
            seat is { MayCall: true } ? await AheadAsync(now, cancel) : [],
            words.CheckInNotPossible(refusal),
            await Db.Registrations.Where(r => r.Id == _registration.Id).WithBouncingAddress(Db).AnyAsync(cancel),
            words.AnswersAt(FieldUse.Door, Workshop.Fields, _registration.Snapshot())
        )
        {
            Options = words.OptionMarks(Workshop.Options, _registration),
        };
    }
}
