using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Fees;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Fees;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Pages.Admin.Attendees;

namespace ModMatWorkshop.Web.Pages;

/// <summary>The account of a person on their own page.</summary>
/// <param name="Billing">As it is kept, or as it was typed.</param>
/// <param name="Address">The address of the page.</param>
/// <param name="Fault">Of the data for the institution; null if they are right.</param>
public sealed record OwnFees(WorkshopFees Fees, PersonFees Person, FeeBilling Billing, string Address, string? Fault = null)
{
    public FeeAccount Account => Person.Account;

    /// <summary>False on the waiting list, where nothing is due yet.</summary>
    public bool HasPlace => Person.Registration.Place is Place.Seat or Place.Remote;

    public bool IsConfirmed => Person.Registration.Status == RegistrationStatus.Confirmed;
}

/// <content>The fee.</content>
public sealed partial class MyRegistrationModel
{
    /// <summary>Null in a workshop without fees, and for a person to whom nothing about them concerns.</summary>
    public OwnFees? Fees { get; private set; }

    public async Task<IActionResult> OnPostBillingAsync([FromRoute] string token, [FromServices] FeeService fees, CancellationToken cancel)
    {
        FeeBilling? typed = null;
        if (await OpenOwnFormAsync(token, () => typed = ReadBilling(Registration!.Id), cancel) is { } refusal)
        {
            if (typed is not null && Fees is { } shown)
                Fees = shown with { Billing = typed };
            return refusal;
        }
        if (Fees is null || typed is null)
            return NotFound();
        if (FaultIn(typed) is { } fault)
        {
            Fees = Fees with { Billing = typed, Fault = fault };
            Response.StatusCode = StatusCodes.Status400BadRequest;
            siteContext.Head.Mark("invalid");
            return Page();
        }
        return await RedirectWithResultAsync(await fees.BillAsync(typed, Actor.Participant, cancel), cancel);
    }

    private async Task LoadFeesAsync(CancellationToken cancel)
    {
        if (IsOfAnotherAddress || Workshop.Fees is not { } fees || Registration is not { } registration)
            return;
        var person = await FeeQueries.OfAsync(db, Workshop, registration, cancel);
        if (registration.Status != RegistrationStatus.Confirmed && person.Account.IsEmpty)
            return;
        var billing = await db.FeeBillings.AsNoTracking().SingleOrDefaultAsync(b => b.RegistrationId == registration.Id, cancel);
        Fees = new(fees, person, billing ?? new() { RegistrationId = registration.Id }, Request.Path);
    }

    private FeeBilling ReadBilling(Guid registration)
    {
        return new()
        {
            RegistrationId = registration,
            Institution = Line("institution"),
            Address = NoteText.Of(Request.Form["billing-address"].ToString()),
            VatNumber = Line("vat-number"),
            OrderNumber = Line("order-number"),
        };

        string Line(string name) => UserInput.CleanLine(Request.Form[name].ToString());
    }

    private string? FaultIn(FeeBilling typed)
    {
        foreach (
            var (label, text, most) in new[]
            {
                (Words.BillingInstitution, typed.Institution, FeeBilling.MaxLine),
                (Words.BillingAddress, typed.Address, FeeBilling.MaxAddress),
                (Words.BillingVat, typed.VatNumber, FeeBilling.MaxLine),
                (Words.BillingOrder, typed.OrderNumber, FeeBilling.MaxLine),
            }
        )
            if (!NoteText.IsFit(text, most))
                return text.Length > most ? Words.TooLong(label, most) : Words.NoInvisible(label);
        return null;
    }
}
