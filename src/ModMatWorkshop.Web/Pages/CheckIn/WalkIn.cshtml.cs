using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.CheckIn;

/// <summary>The organisers' walk-in page, also for helpers. A person who gets a seat is checked in at once.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class WalkInModel(
    WorkshopDb db,
    RegistrationService registrations,
    PresenceService presenceService,
    SiteContext siteContext,
    AnswerUploads uploads,
    IAntiforgery antiforgery
) : Admin.Attendees.WalkInModel(db, registrations, siteContext, uploads, antiforgery)
{
    private readonly WorkshopDb _db = db;
    private readonly SiteContext _siteContext = siteContext;

    public override string Address => $"{CheckInPageModel.Address}/walk-in";

    protected override async Task<IActionResult> RedirectAfterAddAsync(int number, ChangeResult result, CancellationToken cancel)
    {
        var added = await _db.Registrations.AsNoTracking().SingleAsync(r => r.Number == number, cancel);
        var hours = await _siteContext.CachedAsync(source => PresenceService.HalfDayHoursAsync(source, CancellationToken.None));
        if (added.Place == Place.Seat && HalfDayHours.ForCheckIn(Now, hours) is { HalfDay: var half })
            await presenceService.CheckInAsync(added.Id, half, null, OrganiserSignIn.ActorOf(HttpContext), cancel);
        return LocalRedirect($"{CheckInPageModel.Address}/{Uri.EscapeDataString(added.Ticket)}");
    }
}
