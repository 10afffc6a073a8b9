using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin;

/// <summary>
/// Previews a correction of the presence of many people at one half-day. The button then applies it, as a batch, to exactly these people.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PresenceBatchModel(WorkshopDb db, BatchService batches, SiteContext siteContext, Words words) : PageModel
{
    public const string Address = PresenceModel.Address + "/batch";

    public Workshop Workshop { get; private set; } = null!;

    public HalfDayId Half { get; private set; } = null!;

    public string CorrectionValue { get; private set; } = "";

    public PresenceCorrection? Correction => PresenceModel.CorrectionOf(CorrectionValue);

    /// <summary>The people, with their presence now, and whether the correction changes it.</summary>
    public IReadOnlyList<(PresenceCell Cell, bool Changes)> Lines { get; private set; } = [];

    public int Changes => Lines.Count(l => l.Changes);

    public Guid Key { get; } = Guid.NewGuid();

    /// <summary>The address of the list that the people were chosen from.</summary>
    public string List { get; private set; } = PresenceModel.Address;

    public string? Fault { get; private set; }

    public async Task<IActionResult> OnGetAsync(
        [FromQuery] string? at,
        [FromQuery] string? correction,
        [FromQuery] string? all,
        CancellationToken cancel
    )
    {
        var query = PresenceQuery.Read(new(Request.Query));
        List += query.ToQueryString();
        if (await HalfDayAsync(at, correction) is not { } half)
            return Refuse(words.NoSuchAction);
        var numbers = AttendeeSelection.ReadNumbers(Request.Query["ids"]);
        var chosen = all == "yes" ? query.In(db) : AttendeeSelection.WithNumbers(db, numbers);
        var people = await chosen.Where(r => r.Status != RegistrationStatus.Cancelled).ToListAsync(cancel);
        if (people.Count == 0)
            return Refuse(words.NobodyChosen);
        var date = (half.HalfDay.Date, half.HalfDay.Half);
        var presences = await db
            .Presences.AsNoTracking()
            .Where(p => p.Date == date.Date && p.Half == date.Half)
            .ToDictionaryAsync(p => p.RegistrationId, cancel);
        Lines =
        [
            .. people.Select(p =>
            {
                var presence = presences.GetValueOrDefault(p.Id);
                return (PresenceCell.Of(p, half, presence, siteContext.Now), presence?.Correction != Correction);
            }),
        ];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(
        [FromForm] string? at,
        [FromForm] string? correction,
        [FromForm] string? numbers,
        [FromForm] string? key,
        CancellationToken cancel
    )
    {
        var chosen = AttendeeSelection.ReadNumbers([numbers]);
        if (await HalfDayAsync(at, correction) is null || !Guid.TryParseExact(key, "N", out var form))
            return Refuse(words.NoSuchAction);
        if (chosen.Count == 0)
            return Refuse(words.NobodyChosen);
        var actor = OrganiserSignIn.ActorOf(HttpContext);
        var batch = await batches.BeginPresenceAsync(form, Half, Correction, chosen, actor, cancel);
        return LocalRedirect($"/admin/batches/{batch.Id}");
    }

    /// <returns>Null when the programme does not contain the half-day, or the correction is unknown.</returns>
    private async Task<HalfDayHours?> HalfDayAsync(string? at, string? correction)
    {
        Workshop = await siteContext.WorkshopAsync();
        var hours = await siteContext.CachedAsync(source => PresenceService.HalfDayHoursAsync(source, CancellationToken.None));
        CorrectionValue = correction ?? "";
        if (
            hours.FirstOrDefault(h => h.HalfDay.Key == at) is not { } half
            || PresenceModel.Corrections.All(c => c.Value != CorrectionValue)
        )
            return null;
        Half = half.HalfDay;
        return half;
    }

    private PageResult Refuse(string fault)
    {
        Fault = fault;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
