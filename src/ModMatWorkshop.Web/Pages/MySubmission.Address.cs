using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Pages.Call;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages;

/// <content>
/// A new address: asked for here, confirmed by the link that went to it, stopped by the link that went to the previous one.
/// </content>
public sealed partial class MySubmissionModel
{
    /// <summary>The submission whose new or previous address the link was sent to. The link opens nothing else of it.</summary>
    public Submission? Moving { get; private set; }

    /// <summary>True when the link was sent to a new address, false when it was sent to the previous one.</summary>
    public bool IsOfNewAddress { get; private set; }

    /// <summary>What was typed as the new address, and was none.</summary>
    public string TypedAddress { get; private set; } = "";

    public Localized? AddressFault { get; private set; }

    public string? MoveFault { get; private set; }

    public Task<IActionResult> OnPostAddressAsync(CancellationToken cancel) =>
        WithSubmissionAsync(
            async () =>
            {
                var typed = Request.Form[SubmissionForm.EmailInput].ToString();
                if (EmailAddress.TryParse(typed, out var address))
                    return await SayAsync(new RequestSubmissionAddress(address), "mailed", cancel);
                (TypedAddress, AddressFault) = (typed, FieldErrors.OfAddress(typed));
                Response.StatusCode = StatusCodes.Status400BadRequest;
                Site.Head.Mark("invalid");
                await ShowAsync(SubmissionForm.Of(Submission!), null, cancel);
                return Page();
            },
            cancel
        );

    public Task<IActionResult> OnPostConfirmAddressAsync(CancellationToken cancel) =>
        MoveAsync(isToNew: true, new ConfirmNewSubmissionAddress(), "confirmed", cancel);

    public Task<IActionResult> OnPostKeepAddressAsync(CancellationToken cancel) =>
        MoveAsync(isToNew: false, new StopSubmissionAddressChange(), "kept", cancel);

    private async Task<IActionResult> MoveAsync(bool isToNew, SubmissionCommand command, string said, CancellationToken cancel)
    {
        if (await OpenAsync(new(), cancel) is not { } page)
            return SeeOther("unchanged");
        if (Moving is null || IsOfNewAddress != isToNew)
            return page;
        if (!await IsOfThisSiteAsync())
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            MoveFault = FormToken.FaultIn(HttpContext, Words);
            return page;
        }
        var change = await Submissions.ApplyAsync(Moving.Id, command, At, isByLink: true, cancel);
        if (change is { Result: SubmissionResult.Done, Submission: { } moved })
            return Redirect($"{Site.Path(Routes.MySubmission, links.Of(moved))}?said={said}");
        MoveFault = Words.MySubmissionResult("unchanged");
        return page;
    }

    private async Task OpenMovingAsync(CancellationToken cancel)
    {
        if (
            SecretLinks.IdIn(Token) is not { } id
            || await Db.Submissions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancel) is not { } submission
        )
            return;
        IsOfNewAddress = links.IsOfNewAddress(Token, submission);
        if (IsOfNewAddress || links.IsOfPreviousAddress(Token, submission))
            Moving = submission;
    }
}
