using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages.CheckIn;

/// <summary>The base of the check-in pages. They show one half-day: the one in the address, or else the current or next one.</summary>
public abstract class CheckInPageModel(WorkshopDb db, SiteContext siteContext) : PageModel
{
    public const string Address = Routes.CheckIn;

    protected WorkshopDb Db => db;

    protected SiteContext SiteContext => siteContext;

    public Workshop Workshop { get; private set; } = null!;

    public IReadOnlyList<HalfDayId> HalfDays { get; private set; } = [];

    /// <summary>Null when the programme has none.</summary>
    public HalfDayId? Half { get; private set; }

    /// <summary>The half-day in the address; null when it is the current one.</summary>
    public string? RequestedHalfDay { get; private set; }

    public PresenceSummary Counts { get; private set; } = new(0, 0, 0);

    public CheckInSeats? Seats { get; private set; }

    public string AddressOf(string? ticket = null, string? search = null, string? last = null, string? refusal = null) =>
        QueryHelpers.AddQueryString(
            ticket is null ? Address : $"{Address}/{Uri.EscapeDataString(ticket)}",
            new Dictionary<string, string?>
            {
                ["half-day"] = RequestedHalfDay,
                ["q"] = string.IsNullOrEmpty(search) ? null : search,
                ["last"] = last,
                ["said"] = refusal,
            }
        );

    /// <returns>False when the programme does not contain the requested half-day.</returns>
    protected async Task<bool> OpenAsync(string? half)
    {
        Workshop = await siteContext.WorkshopAsync();
        var hours = await siteContext.CachedAsync(source => PresenceService.HalfDayHoursAsync(source, CancellationToken.None));
        HalfDays = [.. hours.Select(h => h.HalfDay)];
        var present = HalfDayHours.ForCheckIn(siteContext.Now, hours)?.HalfDay;
        var asked = HalfDays.FirstOrDefault(h => h.Key == half);
        Half = asked ?? present;
        RequestedHalfDay = Half == present ? null : Half?.Key;
        return string.IsNullOrEmpty(half) || asked is not null;
    }

    protected async Task LoadPresenceSummaryAsync(CancellationToken cancel)
    {
        if (Half is { } half)
        {
            Counts = await PresenceSummary.ReadAsync(db, half, siteContext.Now, cancel);
            Seats = await ReadSeatsAsync(half, cancel);
        }
    }

    /// <summary>Null when the workshop is over.</summary>
    private async Task<CheckInSeats?> ReadSeatsAsync(HalfDayId half, CancellationToken cancel)
    {
        var now = siteContext.Now;
        var context = await RegistrationContext.ReadAsync(db, cancel);
        if (now >= context.Policy.End)
            return null;
        var free = context.SeatsAt(now).Free;
        var first =
            free > 0 && context.Policy.DeskGivesSeatsAt(now)
                ? await db
                    .Registrations.AsNoTracking()
                    .Where(r => r.LineNumber != null)
                    .OrderBy(r => r.LineNumber)
                    .Take(CheckInSeats.MaxShown)
                    .ToListAsync(cancel)
                : [];
        return new(
            free,
            await db.Registrations.Where(r => r.KeptSeatNumber != null && r.KeptUntil > now).MinAsync(r => r.KeptUntil, cancel),
            context.Waiting,
            [.. first.Select(r => CheckInRecord.Of(r, null, half, now))],
            Workshop.TimeZone
        );
    }

    protected async Task<CheckInRecord> ReadCheckInAsync(Registration registration, HalfDayId half, CancellationToken cancel) =>
        CheckInRecord.Of(
            registration,
            await db
                .Presences.AsNoTracking()
                .SingleOrDefaultAsync(p => p.RegistrationId == registration.Id && p.Date == half.Date && p.Half == half.Half, cancel),
            half,
            siteContext.Now
        );
}
