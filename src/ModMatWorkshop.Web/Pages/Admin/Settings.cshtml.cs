using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Exports;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin;

/// <param name="FromFile">The address in the content folder; null for none.</param>
/// <param name="Change">The address that an organiser set instead; null to use the content folder's.</param>
public sealed record SessionStreamSetting(Session Session, string? FromFile, StreamChange? Change)
{
    public string Effective => (Change is null ? FromFile : Change.Url) ?? "";
}

/// <summary>
/// Settings that override the content: registration, seats, dates, streams, short code. Each change is recorded in the audit log.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed partial class SettingsModel(WorkshopDb db, SiteContext siteContext, RegistrationSettingsService settings) : PageModel
{
    public const int MaxHours = 24 * 30;

    /// <summary>Values that were refused or previewed, by the name of the field.</summary>
    private readonly Dictionary<string, string> _typed = [];
    private readonly Dictionary<string, string> _faults = [];

    public Workshop Workshop { get; private set; } = null!;

    public RegistrationContext Registrations { get; private set; } = null!;

    public Seats Seats { get; private set; }

    public int Pending { get; private set; }

    /// <summary>Confirmed people on the waiting list.</summary>
    public int Waiting { get; private set; }

    public IReadOnlyList<SessionStreamSetting> Streams { get; private set; } = [];

    /// <summary>A capacity to preview, and how many people it would offer a seat.</summary>
    public (int Capacity, int Offers)? CapacityPreview { get; private set; }

    /// <summary>Says that another organiser has set the number of seats in the meantime; null for none.</summary>
    public string? CapacityConflict { get; private set; }

    /// <summary>Another organiser has changed the dates in the meantime.</summary>
    public bool DatesHaveChanged { get; private set; }

    /// <summary>The key of the setting just saved, from the query.</summary>
    public string? Done { get; private set; }

    private Actor Actor => OrganiserSignIn.ActorOf(HttpContext);

    public bool HasFaults => _faults.Count > 0;

    public DateOnly Today => DateOnly.FromDateTime(Workshop.Local(siteContext.Now).DateTime);

    public string? FaultOf(string field) => _faults.GetValueOrDefault(field);

    public string Typed(string field, string? otherwise) => _typed.GetValueOrDefault(field) ?? otherwise ?? "";

    public Task OnGetAsync(string? done, CancellationToken cancel)
    {
        Done = done;
        return LoadAsync(cancel);
    }

    public Task<IActionResult> OnPostOpenAsync(CancellationToken cancel) => SetOpenAsync(true, cancel);

    public Task<IActionResult> OnPostCloseAsync(CancellationToken cancel) => SetOpenAsync(false, cancel);

    /// <summary>Lets the dates open and close registration again.</summary>
    public Task<IActionResult> OnPostDatesAsync(CancellationToken cancel) => SetOpenAsync(null, cancel);

    /// <summary>Previews the effect of another capacity.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancel)
    {
        await ReadFormAsync(cancel);
        if (Capacity() is not { } asked)
            return Refuse();
        var mayOffer = siteContext.Now < Registrations.Policy.OffersUntil;
        CapacityPreview = (asked, SeatPlan.For(Seats with { Capacity = asked }, Waiting, mayOffer).Offers);
        return Page();
    }

    public async Task<IActionResult> OnPostCapacityAsync(CancellationToken cancel)
    {
        await ReadFormAsync(cancel);
        if (Capacity() is not { } seats)
            return Refuse();
        return await SetCapacityAsync(seats, seats, cancel);
    }

    public async Task<IActionResult> OnPostCapacityFileAsync(CancellationToken cancel)
    {
        await ReadFormAsync(cancel);
        return await SetCapacityAsync(null, Workshop.Seats, cancel);
    }

    public async Task<IActionResult> OnPostSaveDatesAsync(CancellationToken cancel)
    {
        await ReadFormAsync(cancel);
        if (Dates() is not { } dates)
            return Refuse();
        if (await settings.SetDatesAsync(dates, Actor, cancel, _typed.GetValueOrDefault("seen")))
            return Saved("dates");
        await LoadAsync(cancel);
        DatesHaveChanged = true;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    public async Task<IActionResult> OnPostDatesFileAsync(CancellationToken cancel)
    {
        await settings.SetDatesAsync(new(), Actor, cancel);
        return Saved("dates");
    }

    public async Task<IActionResult> OnPostStreamAsync(CancellationToken cancel)
    {
        await ReadFormAsync(cancel);
        if (Stream() is not var (session, url))
            return Refuse();
        await settings.SetStreamAsync(session, url, Actor, cancel);
        return Saved("streams");
    }

    public async Task<IActionResult> OnPostStreamFileAsync(CancellationToken cancel)
    {
        await ReadFormAsync(cancel);
        if (SessionNumber() is not { } session)
            return Refuse();
        await settings.ResetStreamAsync(session, Actor, cancel);
        return Saved("streams");
    }

    public async Task<IActionResult> OnPostNewCodeAsync(CancellationToken cancel)
    {
        await ReadFormAsync(cancel);
        if (CodeDay() is not { } day)
            return Refuse();
        await settings.SetShortCodeAsync(RandomToken.NewDigits(), day, Actor, cancel);
        return Saved("code");
    }

    public async Task<IActionResult> OnPostSetCodeAsync(CancellationToken cancel)
    {
        await ReadFormAsync(cancel);
        if (Code() is not { } code || CodeDay() is not { } day)
            return Refuse();
        await settings.SetShortCodeAsync(code, day, Actor, cancel);
        return Saved("code");
    }

    public async Task<IActionResult> OnPostNoCodeAsync(CancellationToken cancel)
    {
        await ReadFormAsync(cancel);
        await settings.SetShortCodeAsync(null, Today, Actor, cancel);
        return Saved("code");
    }

    /// <summary>Saves the number of seats, unless another organiser has set another one since this page was shown.</summary>
    private async Task<IActionResult> SetCapacityAsync(int? capacity, int asked, CancellationToken cancel)
    {
        var seen = int.TryParse(Read("seen"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
        if (await settings.SetCapacityAsync(capacity, Actor, cancel, seen))
            return Saved("capacity");
        await LoadAsync(cancel);
        var last = await db
            .AuditLog.Where(e => e.Action == RegistrationSettingsService.SetCapacityAction)
            .OrderByDescending(e => e.Id)
            .FirstOrDefaultAsync(cancel);
        var by = last is null ? null : (await ActorNames.ReadAsync(db, siteContext.Words, cancel)).Of(last.Actor);
        CapacityConflict = siteContext.Words.SeatsSetMeanwhile(by, Registrations.Policy.Capacity, asked);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<IActionResult> SetOpenAsync(bool? open, CancellationToken cancel)
    {
        await settings.SetOpenAsync(open, Actor, cancel);
        return Saved("registration");
    }

    private Task ReadFormAsync(CancellationToken cancel)
    {
        foreach (var (name, values) in Request.Form)
            _typed[name] = values.ToString();
        return LoadAsync(cancel);
    }

    /// <summary>Shows the page again with its errors; 400 without a page for a form that the page does not have.</summary>
    private IActionResult Refuse()
    {
        if (!HasFaults)
            return BadRequest();
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private LocalRedirectResult Saved(string what) => LocalRedirect($"/admin/settings?done={what}#{what}-panel");

    private async Task LoadAsync(CancellationToken cancel)
    {
        Workshop = await siteContext.WorkshopAsync();
        Registrations = await RegistrationContext.ReadAsync(db, cancel);
        Seats = Registrations.SeatsAt(siteContext.Now);
        Pending = await db.Registrations.CountAsync(r => r.SeatNumber != null && r.Status == RegistrationStatus.Pending, cancel);
        Waiting = await db.Registrations.CountAsync(r => r.LineNumber != null && r.Status == RegistrationStatus.Confirmed, cancel);
        var files = await db.Broadcasts.ToDictionaryAsync(b => b.SessionNumber, b => b.Url, cancel);
        var changes = await db.StreamChanges.AsNoTracking().ToDictionaryAsync(c => c.SessionNumber, cancel);
        Streams =
        [
            .. (await db.Sessions.AsNoTracking().OrderBy(s => s.Number).ToListAsync(cancel)).Select(s => new SessionStreamSetting(
                s,
                files.GetValueOrDefault(s.Number),
                changes.GetValueOrDefault(s.Number)
            )),
        ];
    }
}
