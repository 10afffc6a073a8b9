using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Fees;
using ModMatWorkshop.Domain.Fees;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Web.Pages.Admin.Fees;

/// <summary>The account of one person: what is due, every record, what their institution wants.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PersonModel(WorkshopDb db, SiteContext siteContext) : PageModel
{
    public Workshop Workshop { get; private set; } = null!;

    public string Currency => Workshop.Fees?.Currency ?? WorkshopFees.DefaultCurrency;

    public PersonFees Fees { get; private set; } = null!;

    public FeeBilling? Billing { get; private set; }

    public ActorNames Names { get; private set; } = null!;

    public string? Notice { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] int number, [FromQuery] string? undone, CancellationToken cancel)
    {
        Workshop = await siteContext.WorkshopAsync();
        if (await FeeQueries.OfAsync(db, Workshop, [number], cancel) is not [var person])
            return NotFound();
        Fees = person;
        var id = person.Registration.Id;
        Billing = await db.FeeBillings.AsNoTracking().SingleOrDefaultAsync(b => b.RegistrationId == id, cancel);
        Names = await ActorNames.ReadAsync(db, siteContext.Words, cancel);
        if (int.TryParse(undone, out var count) && count >= 0)
            Notice = siteContext.Words.FeeUndone(count);
        return Page();
    }
}
