using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Attendees;

/// <content>Seats that organisers give or offer.</content>
public sealed partial class PersonModel
{
    public async Task<IActionResult> OnPostOfferAsync([FromRoute] int number, CancellationToken cancel)
    {
        if (!await LoadAsync(number, cancel))
            return NotFound();
        var result = await registrations.ApplyAsync(Registration.Id, new OfferSeat(), OrganiserSignIn.ActorOf(HttpContext), cancel);
        return Back(number, result == ChangeResult.Done ? "done" : OfferRefusedKey);
    }

    public Task<IActionResult> OnPostReserveAsync([FromRoute] int number, CancellationToken cancel) =>
        ApplyAsync(number, new SeatFromReserve(), cancel);

    public Task<IActionResult> OnPostSeatAsync([FromRoute] int number, CancellationToken cancel) =>
        ChangeAsync(number, (id, actor) => RequestSeatAsync(id, actor, cancel), cancel);

    /// <summary>Requests a seat. When the workshop is full, the person joins the waiting list, and the result says so.</summary>
    private async Task<ChangeResult> RequestSeatAsync(Guid id, Actor actor, CancellationToken cancel)
    {
        var result = await registrations.ApplyAsync(id, new RequestSeat(), actor, cancel);
        return result == ChangeResult.Done && await db.Registrations.AnyAsync(r => r.Id == id && r.Place == Place.WaitingList, cancel)
            ? ChangeResult.Queued
            : result;
    }

    /// <summary>Why no seat can be offered now, as a sentence.</summary>
    private async Task<string> OfferRefusedAsync(CancellationToken cancel)
    {
        var context = await RegistrationContext.ReadAsync(db, cancel);
        var refusal = OfferRefusal.Of(await context.ReadSeatingAsync(db, siteContext.Now), Registration);
        return refusal is null ? words.OfferIsPossible : words.OfferNotPossible(refusal, Workshop.TimeZone);
    }
}
