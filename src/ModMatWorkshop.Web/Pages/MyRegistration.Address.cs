using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages;

/// <summary>The address of the registration, and the forms that were sent with it.</summary>
public sealed partial class MyRegistrationModel
{
    /// <summary>True when the link was sent to a new address, whose owner can now confirm it.</summary>
    public bool IsOfNewAddress { get; private set; }

    /// <summary>True when the link was sent to the previous address, whose owner can stop the change.</summary>
    public bool IsOfPreviousAddress { get; private set; }

    /// <summary>Null when no other answers wait.</summary>
    public ProposalView? Proposal { get; private set; }

    private bool IsOfAnotherAddress => IsOfNewAddress || IsOfPreviousAddress;

    public async Task<IActionResult> OnPostAddressAsync([FromRoute] string token, CancellationToken cancel)
    {
        var typed = Request.Form["email"].ToString();
        if (await OpenOwnFormAsync(token, () => Form = Form.With(PersonFields.Email, typed), cancel) is { } refusal)
            return refusal;
        if (!EmailAddress.TryParse(typed, out var address))
            return Refuse([new("email", Words.NotAnAddress(typed))]);
        // Whether another registration has the address is not for this person to know.
        var result = await EqualTime.RunAsync(() =>
            registrations.ApplyAsync(Registration!.Id, new RequestAddressChange(address), Actor.Participant, cancel)
        );
        return SeeOther(token, result == ChangeResult.Done ? "mailed" : result.ToString().ToLowerInvariant());
    }

    public async Task<IActionResult> OnPostConfirmAddressAsync([FromRoute] string token, CancellationToken cancel)
    {
        if (await OpenFormAsync(token, null, cancel) is { } refusal)
            return refusal;
        return IsOfNewAddress
            ? await RedirectWithResultAsync(
                await registrations.ApplyAsync(Registration!.Id, new ConfirmNewAddress(), Actor.Participant, cancel),
                cancel
            )
            : Page();
    }

    public async Task<IActionResult> OnPostKeepAddressAsync([FromRoute] string token, CancellationToken cancel)
    {
        if (await OpenFormAsync(token, null, cancel) is { } refusal)
            return refusal;
        if (!IsOfPreviousAddress)
            return Page();
        var result = await registrations.ApplyAsync(Registration!.Id, new StopAddressChange(), Actor.Participant, cancel);
        return result == ChangeResult.Done
            ? await RedirectWithResultAsync(result, cancel)
            : SeeOther(token, result.ToString().ToLowerInvariant());
    }

    public Task<IActionResult> OnPostUseAnswersAsync([FromRoute] string token, [FromForm] long proposal, CancellationToken cancel) =>
        TakeProposalAsync(token, () => proposals.ApplyAsync(Registration!.Id, proposal, cancel), cancel);

    public Task<IActionResult> OnPostDiscardAnswersAsync([FromRoute] string token, [FromForm] long proposal, CancellationToken cancel) =>
        TakeProposalAsync(token, () => proposals.DiscardAsync(Registration!.Id, proposal, cancel), cancel);

    private async Task<IActionResult> TakeProposalAsync(string token, Func<Task<ChangeResult>> take, CancellationToken cancel) =>
        await OpenOwnFormAsync(token, null, cancel) ?? await RedirectWithResultAsync(await take(), cancel);

    private async Task<ProposalView?> ProposalAsync(CancellationToken cancel)
    {
        if (
            IsOfAnotherAddress
            || Registration is not { Status: RegistrationStatus.Confirmed } registration
            || await ProposalService.FindAsync(db, registration.Id, cancel) is not { } proposal
            || !proposal.DiffersFrom(registration, IsIdentityFixed)
        )
            return null;
        return ProposalView.Of(proposal, registration, new(Words, Choices), IsIdentityFixed);
    }

    private async Task<Registration?> OfAsync(string token, CancellationToken cancel)
    {
        if (links.Read(token) is { } read)
            return await db
                .Registrations.AsNoTracking()
                .SingleOrDefaultAsync(r => r.Id == read.Id && r.Generation == read.Generation, cancel);
        if (
            SecretLinks.IdIn(token) is not { } id
            || await db.Registrations.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } registration
        )
            return null;
        IsOfNewAddress = links.IsOfNewAddress(token, registration);
        IsOfPreviousAddress = links.IsOfPreviousAddress(token, registration);
        return IsOfAnotherAddress ? registration : null;
    }
}
