using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Exports;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin;

/// <summary>Starts and ends a preview of the public site at another instant. Only the organiser who started it sees it.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PreviewModel(WorkshopDb db, SharedDraft draft, SiteContext siteContext) : PageModel
{
    private static readonly IReadOnlyList<PageRoute> Pages =
    [
        Routes.Home,
        Routes.Programme,
        Routes.Register,
        Routes.Live,
        Routes.Participants,
        Routes.News,
        Routes.Abstracts,
        Routes.Posters,
        Routes.Speakers,
        Routes.PracticalInfo,
    ];

    public IReadOnlyList<PageRoute> ShownPages { get; private set; } = [];

    public Workshop Workshop { get; private set; } = null!;

    public string Date { get; private set; } = "";

    public string Hour { get; private set; } = "";

    public PageRoute Shown { get; private set; } = Routes.Home;

    public bool IsFault { get; private set; }

    /// <summary>Whether there is a shared draft to show.</summary>
    public bool HasDraft { get; private set; }

    /// <summary>Instants at which the site changes: registration opens and closes, each session begins, the workshop is over.</summary>
    public IReadOnlyList<(DateTimeOffset Instant, int? Session, string Kind)> Moments { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        var first = Moments.Where(m => m.Session is not null).Select(m => m.Instant).DefaultIfEmpty(siteContext.Now).First();
        var local = Workshop.Local(first);
        (Date, Hour) = (local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), local.ToString("HH:mm", CultureInfo.InvariantCulture));
    }

    /// <param name="to">The page to show when the preview has ended.</param>
    public IActionResult OnPostEnd([FromForm] string? to)
    {
        SitePreview.End(HttpContext);
        return LocalRedirect(ReturnUrls.IsLocal(to) ? to! : "/admin/preview");
    }

    /// <summary>Shows the site with the shared draft, at the instant of the preview or now.</summary>
    public IActionResult OnPostDraft() =>
        Show(new(SitePreview.Read(HttpContext)?.Instant, HasDraft: true), siteContext.Path(Routes.Programme));

    /// <summary>Shows the draft, or no longer, and stays on the page.</summary>
    public IActionResult OnPostSwitch([FromForm] string? to)
    {
        var (instant, hasDraft) = SitePreview.Read(HttpContext) ?? new(null, false);
        var address = ReturnUrls.IsLocal(to) ? to! : "/admin/preview";
        if (hasDraft && instant is null)
            return OnPostEnd(to);
        return Show(new(instant, !hasDraft), address);
    }

    private LocalRedirectResult Show(PreviewState preview, string address)
    {
        SitePreview.Begin(HttpContext, preview);
        return LocalRedirect(address);
    }

    /// <param name="moment">One of the listed instants, instead of day and hour.</param>
    public async Task<IActionResult> OnPostAsync(
        [FromForm] string? date,
        [FromForm] string? hour,
        [FromForm] string? page,
        [FromForm] string? moment,
        [FromForm] string? with,
        CancellationToken cancel
    )
    {
        await LoadAsync(cancel);
        (Date, Hour, Shown) = (date ?? "", hour ?? "", Pages.FirstOrDefault(p => p.Page == page) ?? Routes.Home);
        if (Instant(moment) is not { } instant)
        {
            IsFault = true;
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        return Show(new(instant, with == "draft" && HasDraft), siteContext.Path(Shown));
    }

    private DateTimeOffset? Instant(string? moment)
    {
        DateTimeOffset instant;
        if (moment is { Length: > 0 })
            return
                DateTimeOffset.TryParse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant)
                && SitePreview.IsSane(instant)
                ? instant
                : null;
        if (
            !DateOnly.TryParseExact(Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || !TimeOnly.TryParse(Hour, CultureInfo.InvariantCulture, out var time)
            || day.Year is <= 1900 or >= 3000
        )
            return null;
        // When the clocks go forward, one hour does not exist; use the time after it.
        return LocalHours.TryToInstant(day, time, Workshop.TimeZone, out instant) ? instant
            : LocalHours.TryToInstant(day, time.AddHours(1), Workshop.TimeZone, out instant) ? instant
            : null;
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Workshop = await siteContext.WorkshopAsync();
        var hasInfo = await siteContext.HasPageAsync(Routes.PracticalInfo);
        HasDraft = await draft.SummaryAsync(cancel) is not null;
        ShownPages = [.. Pages.Where(p => hasInfo || p != Routes.PracticalInfo)];
        var context = await RegistrationContext.ReadAsync(db, cancel);
        var sessions = SessionHours.Of(
            await db.Slots.AsNoTracking().Where(s => s.SessionNumber != null && !s.Cancelled).ToListAsync(cancel)
        );
        Moments =
        [
            (context.Policy.Opens, null, "opens"),
            (context.Policy.Closes, null, "closes"),
            .. sessions.OrderBy(s => s.Start).Select(s => (s.Start, (int?)s.Number, "session")),
            (context.Policy.End, null, "over"),
        ];
    }
}
