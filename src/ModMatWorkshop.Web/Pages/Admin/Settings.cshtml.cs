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

/// <param name="FromFile">The address in the content; null for none.</param>
/// <param name="Change">What an organiser has set instead; null for the content's.</param>
public sealed record SessionStreamSetting(Session Session, string? FromFile, StreamChange? Change)
{
    public string Effective => (Change is null ? FromFile : Change.Url) ?? "";
}

/// <summary>
/// What organisers set and may take back: registration, seats, dates, streams, the short code. Each goes through the desk and has its line
/// in the log.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SettingsModel(WorkshopDb db, SiteContext siteContext, RegistrationSettingsService settings) : PageModel
{
    public const int MaxHours = 24 * 30;
    private const int MaxAddressLength = 2000;

    /// <summary>What was typed and refused, or typed and weighed, by the name of its field.</summary>
    private readonly Dictionary<string, string> _typed = [];
    private readonly Dictionary<string, string> _faults = [];

    public Workshop Workshop { get; private set; } = null!;

    public RegistrationContext Registrations { get; private set; } = null!;

    public Seats Seats { get; private set; }

    public int Pending { get; private set; }

    /// <summary>Confirmed people in line.</summary>
    public int Waiting { get; private set; }

    public IReadOnlyList<SessionStreamSetting> Streams { get; private set; } = [];

    /// <summary>A number of seats that somebody asks about, and how many would then be offered one.</summary>
    public (int Capacity, int Offers)? CapacityPreview { get; private set; }

    /// <summary>What has just been done; a word of the address.</summary>
    public string? Done { get; private set; }

    public bool HasFaults => _faults.Count > 0;

    public DateOnly Today => DateOnly.FromDateTime(Workshop.Local(siteContext.Now).DateTime);

    public string? FaultOf(string field) => _faults.GetValueOrDefault(field);

    public string Typed(string field, string? otherwise) => _typed.GetValueOrDefault(field) ?? otherwise ?? "";

    public static string DateText(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    public Task OnGetAsync(string? done, CancellationToken cancel)
    {
        Done = done;
        return LoadAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? action, CancellationToken cancel)
    {
        foreach (var (name, values) in Request.Form)
            _typed[name] = values.ToString();
        await LoadAsync(cancel);
        var actor = OrganiserSignIn.ActorOf(HttpContext);
        switch (action)
        {
            case "open" or "close" or "dates":
                await settings.SetOpenAsync(action == "dates" ? null : action == "open", actor, cancel);
                return Saved("registration");
            case "weigh" when Capacity() is { } asked:
                CapacityPreview = (
                    asked,
                    SeatPlan.For(Seats with { Capacity = asked }, Waiting, siteContext.Now < Registrations.Policy.OffersUntil).Offers
                );
                return Page();
            case "capacity" when Capacity() is { } seats:
                await settings.SetCapacityAsync(seats, actor, cancel);
                return Saved("capacity");
            case "capacity-file":
                await settings.SetCapacityAsync(null, actor, cancel);
                return Saved("capacity");
            case "save-dates" when Dates() is { } dates:
                await settings.SetDatesAsync(dates, actor, cancel);
                return Saved("dates");
            case "dates-file":
                await settings.SetDatesAsync(new(), actor, cancel);
                return Saved("dates");
            case "stream" when Stream() is var (session, url):
                await settings.SetStreamAsync(session, url, actor, cancel);
                return Saved("streams");
            case "stream-file" when SessionNumber() is { } number:
                await settings.ResetStreamAsync(number, actor, cancel);
                return Saved("streams");
            case "new-code" when CodeDay() is { } day:
                await settings.SetShortCodeAsync(ShortCodes.New(), day, actor, cancel);
                return Saved("code");
            case "set-code" when Code() is { } code && CodeDay() is { } day:
                await settings.SetShortCodeAsync(code, day, actor, cancel);
                return Saved("code");
            case "no-code":
                await settings.SetShortCodeAsync(null, Today, actor, cancel);
                return Saved("code");
            default:
                if (!HasFaults)
                    return BadRequest();
                Response.StatusCode = StatusCodes.Status400BadRequest;
                return Page();
        }
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

    private int? Capacity() => Number("capacity", 0, WorkshopState.MaxSeats);

    private RegistrationDateSettings? Dates()
    {
        var dates = new RegistrationDateSettings(
            Date("opens"),
            Date("closes"),
            Date("reserved-until"),
            Date("offers-until"),
            Hours("offer-hours"),
            Hours("last-offer-hours")
        );
        if (HasFaults)
            return null;
        if ((dates.Opens ?? Workshop.RegistrationOpens) > (dates.Closes ?? Workshop.RegistrationCloses))
            _faults["closes"] = siteContext.Words.ClosesBeforeItOpens;
        return HasFaults ? null : dates;

        DateOnly? Date(string field) => Read(field).Length == 0 ? null : DateField(field);

        int? Hours(string field) => Read(field).Length == 0 ? null : Number(field, 1, MaxHours);
    }

    private (int Session, Uri? Url)? Stream()
    {
        if (SessionNumber() is not { } session)
            return null;
        var (field, typed) = ($"stream-{session}", Read("stream"));
        _typed[field] = typed;
        if (typed.Length == 0)
            return (session, null);
        if (
            typed.Length <= MaxAddressLength
            && Uri.TryCreate(typed, UriKind.Absolute, out var url)
            && url.Scheme == Uri.UriSchemeHttps
            && url.UserInfo.Length == 0
            && !typed.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
        )
            return (session, url);
        _faults[field] = siteContext.Words.StreamMustBeHttps;
        return null;
    }

    private int? SessionNumber() =>
        int.TryParse(Read("session"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && Streams.Any(s => s.Session.Number == number)
            ? number
            : null;

    private string? Code()
    {
        if (ShortCodes.Read(Read("code")) is { } code)
            return code;
        _faults["code"] = siteContext.Words.CodeMustHaveDigits(ShortCodes.Digits);
        return null;
    }

    private DateOnly? CodeDay() => Read("code-day").Length == 0 ? Today : DateField("code-day");

    private DateOnly? DateField(string field)
    {
        if (
            DateOnly.TryParseExact(Read(field), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is > 1900 and < 3000
        )
            return day;
        _faults[field] = siteContext.Words.NotADate;
        return null;
    }

    private int? Number(string field, int least, int most)
    {
        if (int.TryParse(Read(field), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        _faults[field] = siteContext.Words.WholeNumber(least, most);
        return null;
    }

    private string Read(string field) => _typed.GetValueOrDefault(field)?.Trim() ?? "";
}
